"""Rate columns of tables, each with what it is the quotient of: 집행률, 달성률, 증감률, 구성비, `(B-A)*100/A`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from generator.checks.reading.formulas import change_formula
from generator.checks.reading.matrix import Matrix, is_total
from generator.diagnostics import Span
from generator.notation.expression import ExpressionError, Name, Term, evaluate, read_expression
from generator.notation.number import EXACT, format_number

_PAIRS: tuple[tuple[str, str, str], ...] = (
    (r"(?:예산)?집행[률율]", r"집행액|지출액|집행|지출", r"예산현액|예산액|예산|최종예산액?"),
    (r"(?:목표)?달성[률율]|추진[률율]|진도[률율]|이행[률율]", r"실적|달성|추진실적|.*실적", r"목표|계획|.*목표"),
    (r"취업[률율]", r"취업자수?|취업인원|취업", r"구직자수?|구직인원|수료자?|수료인원"),
    (r"충원[률율]|현원[률율]", r"현원", r"정원"),
    (r"징수[률율]|수납[률율]", r"징수액|수납액", r"부과액|조정액|징수결정액"),
    (r"수료[률율]|이수[률율]", r"수료자?|수료인원|이수자?", r"모집인원|입교인원|모집|입교|정원|신청"),
    (r"참여[률율]", r"참여인원|참여자?|참여", r"대상인원|대상자?|대상"),
)
_CHANGE_RATE = re.compile(r".*(?:증감|증가|신장|증\(?△?\)?감).*(?:[률율]|비율|%)(?:\(%\))?")
_SHARE = re.compile(r"구성비|비중|점유[률율]|구성비율")
_LETTERS = re.compile(r"[A-Z0-9()+*/×÷\s−–-]*[A-Z][A-Z0-9()+*/×÷\s−–-]*/[A-Z0-9()+*/×÷\s−–-]*")


@dataclass(frozen=True, slots=True)
class Rate:
    """One written rate: its name, the exact percentage, and how that was computed."""

    label: str
    written: Decimal
    exact: Decimal
    at: Span
    formula: str


def rate_columns(found: Matrix) -> Iterator[Rate]:
    """Give all rates of a table that an author wrote and that its other columns tell."""
    for column in found.numeric:
        title = "".join(found.title_of(column).split())
        name = found.name_of(column)
        if _LETTERS.search(title):
            yield from _by_letters(found, column)
        elif _SHARE.fullmatch(name):
            yield from _shares(found, column)
        elif _CHANGE_RATE.fullmatch("".join("".join(found.heads[column]).split())):
            yield from _changes(found, column)
        else:
            yield from _quotients(found, column, name)


def _quotients(found: Matrix, column: int, name: str) -> Iterator[Rate]:
    for shape, part, whole in _PAIRS:
        if re.fullmatch(shape, name):
            top, bottom = _column(found, part, column), _column(found, whole, column)
            if top is not None and bottom is not None and top != bottom:
                yield from _rates(found, column, ((1, top),), bottom)
            return


def _changes(found: Matrix, column: int) -> Iterator[Rate]:
    names = [" ".join(path) for path in found.heads]
    plain = [*names]
    plain[column] = "증감"
    formula = change_formula(plain, column, [c for c in found.numeric if c != column and not _is_change(names[c])])
    if formula:
        yield from _rates(found, column, formula.terms, formula.terms[1][1])


def _is_change(name: str) -> bool:
    return bool(re.search(r"증감|증가|증\(?△?\)?감|B-A", "".join(name.split())))


def _shares(found: Matrix, column: int) -> Iterator[Rate]:
    """A share is of the total row, in the column before it."""
    totals = [row for row, name in enumerate(found.names) if is_total(name)]
    base = max((c for c in found.numeric if c < column and not _SHARE.fullmatch(found.name_of(c))), default=None)
    if len(totals) != 1 or base is None or (whole := found.cells[totals[0]][base]) is None or not whole.value:
        return
    for row in range(len(found.names)):
        place, part = found.cells[row][column], found.cells[row][base]
        if place and part and place.at and place.is_written:
            exact = EXACT.divide(part.value * 100, whole.value)
            formula = f"{format_number(part.value)} ÷ 계 {format_number(whole.value)}"
            yield Rate(_label(found, row, column), place.value, exact, place.at, formula)


def _rates(found: Matrix, column: int, terms: Sequence[tuple[int, int]], bottom: int) -> Iterator[Rate]:
    for row in range(len(found.names)):
        place, whole = found.cells[row][column], found.cells[row][bottom]
        parts = [(sign, found.cells[row][c]) for sign, c in terms]
        if not place or not place.at or not place.is_written or not whole or not whole.value:
            continue
        if any(part is None for _, part in parts):
            continue
        top = sum((sign * part.value for sign, part in parts if part), Decimal(0))
        exact = EXACT.divide(top * 100, whole.value)
        formula = f"{format_number(top)} ÷ {found.title_of(bottom)} {format_number(whole.value)}"
        yield Rate(_label(found, row, column), place.value, exact, place.at, formula)


def _by_letters(found: Matrix, column: int) -> Iterator[Rate]:
    """A head that is the formula itself: `(B-A)*100/A`, where other heads carry the letters."""
    letters = {
        letter: c
        for c in found.numeric
        if c != column
        for letter in re.findall(r"\(([A-Z])\)", "".join(found.title_of(c).split()))
    }
    written = _LETTERS.search("".join(found.title_of(column).split()))
    term = _term(written[0]) if written else None
    if written is None or term is None:
        return
    factor = Decimal(1 if "100" in written[0] else 100)
    for row in range(len(found.names)):
        place = found.cells[row][column]
        values = {letter: cell.value for letter, c in letters.items() if (cell := found.cells[row][c])}
        exact = evaluate(term, partial(_value, values))
        if exact is not None and place and place.at and place.is_written:
            yield Rate(_label(found, row, column), place.value, exact * factor, place.at, written[0])


def _term(written: str) -> Term | None:
    balanced = written.count("(") == 1 and written.startswith("(") and written.endswith(")")
    try:
        return read_expression(written[1:-1] if balanced else written)
    except ExpressionError:
        return None


def _value(values: Mapping[str, Decimal], name: Name) -> Decimal | None:
    return values.get(name.text.strip())


def _column(found: Matrix, shape: str, rate: int) -> int | None:
    """Find the column of a name among all levels of the head, the first spelling first. Where several stand under one
    head (`집행액 { 8.31.기준 | 12.31.까지 }`), the rate's own head tells which."""
    for spelling in shape.split("|"):
        fitting = [
            c
            for c in found.numeric
            if c != rate and any(re.fullmatch(spelling, _bare(text)) for text in found.heads[c])
        ]
        if fitting:
            title = "".join("".join(found.heads[rate]).split())
            own = [c for c in fitting if "".join(found.title_of(c).split()) in title] or fitting
            # Of several (`2029년 실적 | 2030년 목표 | 2030년 실적 | 달성률`) the nearest before the rate is meant.
            return max([c for c in own if c < rate] or own)
    return None


def _bare(text: str) -> str:
    return "".join(re.sub(r"\([^()]*\)", "", text).split())


def _label(found: Matrix, row: int, column: int) -> str:
    name = found.names[row]
    return f"'{name}'의 {found.title_of(column)}" if name else found.title_of(column)
