"""Totals of tables: rows and columns called 계, 합계, 소계, and groups with a row of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.reading.declared import declared_relations
from generator.checks.reading.figure import decimals
from generator.checks.reading.matrix import Matrix, Place, column_is_plain, is_additive
from generator.checks.reading.sums import column_sums, column_total, row_sums, row_total
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import format_number

_ROUNDED = re.compile(r"단수|반올림|절사|사사오입")
_OVERLAP = re.compile(r"중복|일부만|제외한 합계|주요 사업만")
_MOST_SHOWN = 6


def _look(subject: Subject) -> Iterator[Relation]:
    for placed in subject.tables:
        found = placed.matrix
        if not _OVERLAP.search(found.notes):
            inferred = (*_rows(found), *_columns(found))
            yield from inferred
            yield from declared_relations(found, without=inferred, sums=True)


def _rows(found: Matrix) -> Iterator[Relation]:
    for total in row_sums(found):
        for column in found.numeric:
            if not column_is_plain(found, column) and "%" in found.title_of(column) + found.table.unit:
                continue
            place = found.cells[total.target][column]
            parts = [found.cells[part][column] for part in total.parts]
            computed = row_total(found, total.parts, column)
            if not _comparable(found, column, place, parts, computed):
                continue
            label = f"'{_short(found.names[total.target])}'의 {found.title_of(column)}"
            yield _relation(found, label, place, computed, parts)


def _columns(found: Matrix) -> Iterator[Relation]:
    for total in column_sums(found):
        for row in range(len(found.names)):
            place = found.cells[row][total.target]
            parts = [found.cells[row][part] for part in total.parts]
            computed = column_total(found, total.parts, row)
            if place is None or place.at is None or not place.is_written or computed is None:
                continue
            if not is_additive(found.names[row]):
                continue
            label = f"'{_short(found.names[row])}'의 {found.title_of(total.target)}"
            yield _relation(found, label, place, computed, parts)


def _comparable(
    found: Matrix, column: int, place: Place | None, parts: Sequence[Place | None], computed: Decimal | None
) -> bool:
    if place is None or place.at is None or not place.is_written or computed is None:
        return False
    return is_additive(found.title_of(column))


def _relation(
    found: Matrix, label: str, place: Place | None, computed: Decimal | None, parts: Sequence[Place | None]
) -> Relation:
    assert place is not None and place.at is not None and computed is not None
    known = [part.value for part in parts if part is not None]
    return Relation(
        label=label,
        written=place.value,
        computed=computed,
        at=place.at,
        formula=_formula(known),
        tolerance=_tolerance(found, place.value, known),
    )


def _tolerance(found: Matrix, total: Decimal, parts: Sequence[Decimal]) -> Decimal:
    """Figures with decimals were rounded, and so were those of a table that says so (a custom of budget books)."""
    places = max([decimals(total), *map(decimals, parts)])
    if not places and not _ROUNDED.search(found.notes):
        return Decimal(0)
    return Decimal(1).scaleb(-places) * (len(parts) + 1) / 2


def _formula(values: Sequence[Decimal]) -> str:
    shown = [value for value in values if value] or list(values)
    listed = " + ".join(format_number(value) for value in shown[:_MOST_SHOWN])
    return f"{listed} + … ({len(shown)}개)" if len(shown) > _MOST_SHOWN else listed


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"


RULE = Rule(
    code="table-sum",
    title="표의 계는 그 아래 칸을 더한 값입니다.",
    reason="계, 합계, 소계가 칸을 더한 값과 다르면 예산과 실적을 믿을 수 없습니다.",
    source="「지방자치단체 예산편성 운영기준」의 예산서 서식, 통계표의 관례",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="| 구분 | 예산액 |\n|---|---:|\n| 계 | 1,200 |\n| 상담 | 700 |\n| 교육 | 480 |",
    corrected="| 구분 | 예산액 |\n|---|---:|\n| 계 | 1,180 |\n| 상담 | 700 |\n| 교육 | 480 |",
)
