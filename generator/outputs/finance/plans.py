"""Plan and result of the same programme, where the archive has both: of one year, or a result and the next year's plan.

Programmes are matched by their id, or by a title that differs in spaces only, within one department.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.document.geometry import bare_name
from generator.notation.number import EXACT, format_number
from generator.notation.particle import with_particle
from generator.outputs.charts.data_table import DataCell, DataRow, DataTable
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.finance.cells import money_cell
from generator.records.kinds import Measure, Money, ProgrammeRecord


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans beside results: the table and its sentence."""

    table: DataTable
    sentence: str


@dataclass(frozen=True, slots=True)
class _Pair:
    result: ProgrammeRecord
    plan: ProgrammeRecord
    planned: Money

    @property
    def budget(self) -> Money | None:
        return self.result.amount(Measure.BUDGET)

    @property
    def spent(self) -> Money | None:
        return self.result.amount(Measure.SETTLEMENT) or self.result.amount(Measure.EXECUTION)

    @property
    def base(self) -> Money | None:
        """What the plan is held against."""
        return self.budget or self.spent

    @property
    def change(self) -> Decimal:
        """The plan less what it is held against, in thousand won."""
        return EXACT.subtract(self.planned.value, self.base.value) if self.base else Decimal(0)


def plans_of(programmes: Sequence[ProgrammeRecord], department_name: str) -> Plans | None:
    """Set the plans of one department beside its results; None where nothing matches."""
    pairs = _pairs(programmes)
    if not pairs:
        return None
    return Plans(_table(pairs, f"{department_name} 사업의 결과와 계획"), _sentence(pairs))


def _pairs(programmes: Sequence[ProgrammeRecord]) -> list[_Pair]:
    plans = [(one, money) for one in programmes if one.planned and (money := _planned(one))]
    results = [one for one in programmes if not one.planned]
    pairs = [_Pair(result, plan, money) for result in results for plan, money in plans if _follows(result, plan)]
    return [pair for pair in pairs if pair.base]


def _follows(result: ProgrammeRecord, plan: ProgrammeRecord) -> bool:
    return plan.fiscal_year - result.fiscal_year in (0, 1) and _same(plan, result)


def _planned(record: ProgrammeRecord) -> Money | None:
    return record.amount(Measure.PLAN) or record.amount(Measure.BUDGET)


def _same(one: ProgrammeRecord, other: ProgrammeRecord) -> bool:
    return (one.id != "" and one.id == other.id) or bare_name(one.title) == bare_name(other.title)


def _sentence(pairs: Sequence[_Pair]) -> str:
    widest = max(pairs, key=lambda pair: abs(pair.change))
    change, base = widest.change, widest.base
    if not base or not change:
        return f"결과와 계획이 모두 있는 사업은 {len(pairs)}개이고, 금액은 서로 같습니다."
    verb = "늘었습니다" if change > 0 else "줄었습니다"
    title = with_particle(widest.result.title, "이/가")
    towards = with_particle(spoken_amount(widest.planned.value), "으로/로")
    when = f"{widest.result.fiscal_year}년 {spoken_amount(base.value)}에서 {widest.plan.fiscal_year}년 계획 {towards}"
    return f"결과와 계획이 모두 있는 사업 {len(pairs)}개 가운데 {title} {when} 가장 크게 {verb}."


def _table(pairs: Sequence[_Pair], title: str) -> DataTable:
    rows = tuple(
        DataRow(
            DataCell(pair.result.title, pair.result.source.href),
            (
                DataCell(str(pair.result.fiscal_year)),
                money_cell(pair.budget, pair.result.source),
                money_cell(pair.spent, pair.result.source),
                DataCell(str(pair.plan.fiscal_year)),
                money_cell(pair.planned, pair.plan.source),
                DataCell(format_number(pair.change), computed=True),
            ),
        )
        for pair in pairs
    )
    heads = ("사업", "결과 연도", "예산액", "집행액", "계획 연도", "계획액", "증(△)감")
    note = "증감은 계획액에서 예산액을 뺀 것이고, 예산액이 적히지 않은 사업은 집행액을 뺀 것입니다."
    return DataTable(title, "천원", heads, rows, note)
