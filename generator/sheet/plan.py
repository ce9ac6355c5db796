"""Which rows and columns a formula means, and what is wrong with one that means none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from generator.document import Formula, RowRole, Table
from generator.document.geometry import (
    bare_name,
    column_of,
    columns_named,
    head_paths,
    marks_of,
    row_of,
    row_paths,
    rows_named,
)
from generator.notation.expression import ExpressionError, Name, Term, holds, names_in, read_expression
from generator.notation.particle import with_particle
from generator.sheet.coverage import ABOVE, BELOW, LEFT, RIGHT, is_rate_name

SUM = "합계"
TOTAL_NAMES = frozenset({"계", "합계", "총계", "총합계"})
"""Rows of these names are added where a table lacks them."""

_SUMS = {f"{SUM}({side})": side for side in (ABOVE, BELOW, LEFT, RIGHT)}
_OF_COLUMNS = (LEFT, RIGHT)
_HUNDRED = Decimal(100)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Plan:
    """A formula that can be computed: its expression, and the columns or else the rows that it fills.

    `is_rate` tells that the result is a percentage, `factor` what the expression must be multiplied with to be one.
    """

    formula: Formula
    expression: Term
    columns: tuple[int, ...] = ()
    rows: tuple[int, ...] = ()
    is_rate: bool = False
    factor: Decimal = Decimal(1)

    @property
    def has_places(self) -> bool:
        """Tell whether a result may have endless decimals."""
        return self.is_rate or holds(self.expression, "/")


@dataclass(frozen=True, slots=True)
class FormulaTrouble:
    """What is wrong with a formula. `start` and `end` bound the place in its expression, or in its target where
    `in_target`."""

    message: str
    hint: str
    start: int
    end: int
    in_target: bool = False


def examine(table: Table, formula: Formula) -> FormulaTrouble | None:
    """Say what is wrong with a formula for this table; None where it can be computed."""
    found = make_plan(table, formula)
    return found if isinstance(found, FormulaTrouble) else None


def make_plan(table: Table, formula: Formula) -> Plan | FormulaTrouble:
    """Find out what a formula means in a table."""
    columns = columns_named(table, formula.target)
    rows = () if columns else rows_named(table, formula.target)
    if not columns and not rows and not formula.adds_row:
        return _unknown_target(table, formula)
    paths = head_paths(table) if columns else row_paths(table)
    targets = columns or rows
    # The head `(B-A)*100/A` is a name and an expression; in its own expression it cannot be meant.
    known = [*_names(path for i, path in enumerate(paths) if i not in targets), *_SUMS]
    try:
        expression = read_expression(formula.expression, known)
    except ExpressionError as error:
        hint = f"'집행액/예산액'처럼 {'열' if columns else '행'} 이름과 + - * / ( )만 써서 적으세요."
        return FormulaTrouble(str(error), hint, error.start, error.end)
    for name in names_in(expression):
        if trouble := _name_trouble(table, name, expression, columns, rows):
            return trouble
    is_rate = _is_rate(formula, expression, [paths[i] for i in targets])
    factor = _HUNDRED if is_rate and not holds(expression, "*", _HUNDRED) else Decimal(1)
    return Plan(formula, expression, columns, rows, is_rate, factor)


def side_of(table: Table, name: Name, expression: Term, *, of_columns: bool) -> str | None:
    """Give the side that a sum reaches to (`아래`; empty for `합계`), or None for the name of a row or column.

    `합계` alone is the sum; within an expression it is the row or column of that name where there is one.
    """
    word = "".join(name.text.split())
    if word == SUM:
        named = column_of(table, SUM) if of_columns else row_of(table, SUM)
        return "" if named is None or expression == name else None
    return _SUMS.get(word)


def head_formulas(table: Table) -> tuple[Formula, ...]:
    """Read the formulas that heads themselves give by marks: `증감 (B-A)`, `계 (C=A+B)`, `(B-A)*100/A`."""
    paths = head_paths(table)
    marks = {mark for path in paths for text in path for mark in marks_of(text)}
    found = []
    for path in paths:
        if path and (expression := _marked_expression(path[-1], marks)):
            found.append(Formula(path[-1], expression))
    return tuple(found)


def _marked_expression(head: str, marks: set[str]) -> str:
    text = "".join(head.split())
    inner = (part.rpartition("=")[2] for part in _IN_BRACKETS.findall(text))
    for candidate in (text, *inner):
        try:
            expression = read_expression(candidate)
        except ExpressionError:
            continue
        names = names_in(expression)
        if not isinstance(expression, Name) and names and all(name.text in marks for name in names):
            return str(candidate)
    return ""


def _is_rate(formula: Formula, expression: Term, paths: Iterable[tuple[str, ...]]) -> bool:
    if holds(expression, "*", _HUNDRED):
        return True
    return is_rate_name(formula.target) or any(is_rate_name(path[-1]) for path in paths if path)


def _names(paths: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for path in paths:
        for text in path:
            yield from filter(_is_wordy, (text, bare_name(text)))
        yield "".join(path) if len(path) > 1 else ""


def _is_wordy(name: str) -> bool:
    """Tell whether a name is one and no number of an expression; four digits are a year."""
    plain = "".join(name.split())
    return not plain.isdecimal() or len(plain) == 4


def _name_trouble(
    table: Table, name: Name, expression: Term, columns: tuple[int, ...], rows: tuple[int, ...]
) -> FormulaTrouble | None:
    of_columns = bool(columns)
    side = side_of(table, name, expression, of_columns=of_columns)
    if side is not None:
        if side and (side in _OF_COLUMNS) != of_columns:
            message = f"'{name.text}'은(는) {'행' if of_columns else '열'}을 계산할 때만 쓸 수 있습니다."
            right = (LEFT, RIGHT) if of_columns else (ABOVE, BELOW)
            hint = f"'{SUM}', '{SUM}({right[0]})', '{SUM}({right[1]})' 가운데 하나를 적으세요."
            return FormulaTrouble(message, hint, name.start, name.end)
        return None
    found = column_of(table, name.text) if of_columns else row_of(table, name.text)
    if found is not None and (columns or rows) == (found,):
        message = f"계산식의 {with_particle(name.text, '이/가', quote=True)} 계산할 칸 자신입니다."
        return FormulaTrouble(message, "다른 칸의 이름으로 식을 적으세요.", name.start, name.end)
    if found is not None:
        return None
    what = "열" if of_columns else "행"
    paths = head_paths(table) if of_columns else row_paths(table)
    message = f"계산식의 {with_particle(name.text, '이/가', quote=True)} 표에 없는 {what}입니다."
    return FormulaTrouble(message, _hint(name.text, paths, what), name.start, name.end)


def _unknown_target(table: Table, formula: Formula) -> FormulaTrouble:
    paths = [*head_paths(table), *row_paths(table)]
    message = f"계산할 {with_particle(formula.target, '이/가', quote=True)} 표에 없습니다."
    hint = _hint(formula.target, paths, "행과 열")
    return FormulaTrouble(message, hint, 0, len(formula.target), in_target=True)


def _hint(name: str, paths: Iterable[tuple[str, ...]], what: str) -> str:
    known = list(dict.fromkeys(path[-1] for path in paths if path))
    bare = {bare_name(text) or text: text for text in known}
    near = get_close_matches(bare_name(name) or name, bare, n=1, cutoff=0.4)
    meant = f"{with_particle(bare[near[0]], '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
    listed = ", ".join(f"'{text}'" for text in known[:12])
    return f"{meant}표에 있는 {what}: {listed}" if listed else "표의 머리글에 이름을 적으세요."


def is_missing(table: Table, formula: Formula) -> bool:
    """Tell whether a formula's row has to be added to the table."""
    target = formula.target
    return formula.adds_row and not columns_named(table, target) and not rows_named(table, target)


def role_of_added(formula: Formula) -> RowRole:
    """Give the role of a row that a formula adds."""
    return RowRole.TOTAL if bare_name(formula.target) in TOTAL_NAMES else RowRole.DIFFERENCE
