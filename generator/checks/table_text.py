"""A figure in a line and the table beside it: the same number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.reading.figure import find_figures
from generator.checks.reading.matrix import Matrix, figure_of, is_total
from generator.checks.reading.statement import Kind, Statement
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.document import Cell, cell_text
from generator.document.geometry import bare_name
from generator.notation.number import fold_width, format_number

_STAFF = re.compile(r"(?P<word>정\s?원|현\s?원)\s*:?\s*(?=[가-힣\s]*\d)")
_LABEL = re.compile(r"(?P<label>[가-힣\s]{2,12}?)\s*:\s*(?:총\s*)?")


def _look(subject: Subject) -> Iterator[Relation]:
    tables = [(placed, placed.matrix) for placed in subject.tables]
    staff = [found for _, found in tables if {"정원", "현원"} <= {bare_name(name) for name in found.names}]
    for statement in subject.statements:
        if staff and _is_line(statement) and "원" in statement.text:
            yield from _staff(statement, staff)
    for programme in subject.programmes:
        own = [
            found
            for placed, found in tables
            if placed.programme is not None and placed.programme.at == programme.model.title.at
        ]
        for statement in subject.statements_of(programme) if own else ():
            if _is_line(statement):
                yield from _labelled(statement, own)


def _is_line(statement: Statement) -> bool:
    return statement.kind in (Kind.ITEM, Kind.TEXT) and statement.row is None


def _staff(statement: Statement, tables: Sequence[Matrix]) -> Iterator[Relation]:
    """`정원 : 정규직 24명, 계약직 11명(현원 : …)` against the rows of the table of posts."""
    text = fold_width(statement.text)
    words = list(_STAFF.finditer(text))
    ends = [*(word.start() for word in words[1:]), len(text)][: len(words)]
    figures = [f for f in find_figures(statement.text) if f.unit in ("명", "인")]
    for word, end in zip(words, ends, strict=True):
        told = [f for f in figures if word.end() <= f.start < end]
        if not told or any(f.is_hedged for f in told):
            continue
        name = "".join(word["word"].split())
        # Posts of a whole are told first, its parts in brackets after it.
        written = told[0].value if len({f.depth for f in told}) > 1 else sum((f.value for f in told), Decimal(0))
        computed = [total for found in tables if (total := _row_total(found, name)) is not None]
        if computed:
            best = next((total for total in computed if total == written), computed[0])
            at = statement.locate(told[0].start, told[-1].end)
            yield Relation(name, written, best, at, formula=f"인력표의 {name}", unit="명")


def _row_total(found: Matrix, name: str) -> Decimal | None:
    row = next((i for i, own in enumerate(found.names) if bare_name(own) == name), None)
    if row is None:
        return None
    totals = [c for c in found.numeric if is_total(found.name_of(c)) and len(found.heads[c]) <= 2]
    if totals and (place := found.cells[row][totals[0]]):
        return place.value
    values = [place.value for c in found.numeric if (place := found.cells[row][c]) and not is_total(found.name_of(c))]
    return sum(values, Decimal(0)) if values else None


def _labelled(statement: Statement, tables: Sequence[Matrix]) -> Iterator[Relation]:
    """`선발인원: 560명` against the row or column 선발인원 of a table of the same programme."""
    label = _LABEL.match(fold_width(statement.text))
    figures = [f for f in find_figures(statement.text) if label and f.start == label.end()]
    if not label or not figures or figures[0].is_hedged:
        return
    figure, name = figures[0], "".join(label["label"].split())
    for found in tables:
        values = _line(found, name, figure.unit)
        if len(values) < 2:
            continue
        related = () if found.table.at is None else (Related(found.table.at, "견준 표입니다."),)
        yield Relation(
            label=f"'{label['label'].strip()}'",
            written=figure.value,
            computed=sum(values, Decimal(0)),
            at=statement.locate(figure.start, figure.end),
            formula=f"표의 '{name}' " + " + ".join(format_number(value) for value in values),
            unit=figure.unit,
            severity=Severity.WARNING,
            remark="표와 본문이 세는 것이 다르면 이름을 다르게 적으세요.",
            related=related,
        )


def _line(found: Matrix, name: str, unit: str) -> list[Decimal]:
    """The figures of the row or column of this name, all with this unit; totals are left out."""
    rows = [i for i, own in enumerate(found.names) if bare_name(own) == name]
    cells: list[Cell | None] = []
    if len(rows) == 1:
        cells = [
            cell
            for c, cell in enumerate(found.laid[rows[0]])
            if cell is not None and not cell.scope and not is_total(found.name_of(c))
        ]
    elif columns := [c for c in range(len(found.heads)) if found.name_of(c) == name]:
        cells = [
            row[columns[0]] for i, row in enumerate(found.laid) if row[columns[0]] and not is_total(found.names[i])
        ]
    read = [(figure_of(cell_text(cell)), cell_text(cell)) for cell in cells if cell is not None]
    if any(value is None or not text.strip().endswith(unit) for value, text in read):
        return []
    return [value for value, _ in read if value is not None]


RULE = Rule(
    code="table-text",
    title="본문에 적은 수는 같은 이름의 표와 같습니다.",
    reason="본문의 선발인원과 표의 선발인원이 다르면 어느 쪽을 옮겨 적어야 할지 알 수 없습니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.ERROR,
    report=_look,
    example="- 정원 : 정규직 24명, 계약직 12명 (인력표의 정원 35)",
    corrected="- 정원 : 정규직 24명, 계약직 11명 (인력표의 정원 35)",
)
