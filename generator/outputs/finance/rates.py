"""How much of each unit programme's budget was spent: small multiples of execution rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.notation.percent import ratio_percent
from generator.outputs.charts.data_table import DataCell, DataRow, DataTable
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.charts.multiples import MultiplesChart, Proportion, small_multiples
from generator.outputs.finance.cells import money_cell, rate_cell
from generator.outputs.finance.sentences import rates_sentence
from generator.outputs.finance.totals import leaves
from generator.records.kinds import BudgetLine, Measure, Money, ProgrammeRecord, Source


@dataclass(frozen=True, slots=True)
class Rates:
    """A chart of execution rates with its sentence; `basis` is the date as of which they hold, as printed."""

    chart: MultiplesChart
    sentence: str
    basis: str


@dataclass(frozen=True, slots=True)
class _Rated:
    name: str
    source: Source
    budget: Money | None
    spent: Money | None
    rate: Decimal
    computed: bool


def rates_of(lines: Sequence[BudgetLine], programmes: Sequence[ProgrammeRecord], title: str) -> Rates | None:
    """Draw the rates of the unit programmes of one department and year, the highest first; of its programmes where
    the report has no unit programmes with rates; None where it has neither."""
    tables = groupby(lines, key=lambda line: (line.source.folder, line.source.anchor, line.table))
    # The lone row of a table is its total as well, which the page has already told.
    units = [leaf for _, group in tables if len(rows := leaves(list(group))) > 1 for leaf in rows]
    of_units = _rated((line.name, line) for line in units)
    rated, kind = (of_units, "단위사업") if of_units else (_rated((one.title, one) for one in programmes), "사업")
    if not rated:
        return None
    sentence = rates_sentence(kind, [(one.name, one.rate) for one in rated])
    records: tuple[BudgetLine | ProgrammeRecord, ...] = (*lines, *programmes)
    basis = next((record.basis for record in records if record.basis), "")
    drawn = [
        Proportion(one.name, one.rate, _line(one), one.source.href, one.computed)
        for one in sorted(rated, key=lambda one: -one.rate)
    ]
    return Rates(small_multiples(drawn, title=title, table=_table(rated, kind, title)), sentence, basis)


def _rated(named: Iterable[tuple[str, BudgetLine | ProgrammeRecord]]) -> list[_Rated]:
    found = []
    for name, record in named:
        budget = record.amount(Measure.AVAILABLE) or record.amount(Measure.BUDGET)
        spent = record.amount(Measure.SETTLEMENT) or record.amount(Measure.EXECUTION)
        rate, computed = record.rate, record.rate_computed
        if rate is None and budget and spent:
            rate, computed = ratio_percent(spent.value, budget.value), True
        if rate is not None:
            found.append(_Rated(name, record.source, budget, spent, rate, computed))
    return found


def _line(one: _Rated) -> str:
    told = [spoken_amount(money.value) for money in (one.spent, one.budget) if money]
    return " / ".join(told) if len(told) == 2 else ""


def _table(rated: Sequence[_Rated], kind: str, title: str) -> DataTable:
    rows = tuple(
        DataRow(
            DataCell(one.name, one.source.href),
            (
                money_cell(one.budget, one.source),
                money_cell(one.spent, one.source),
                rate_cell(one.rate, one.source, one.computed),
            ),
        )
        for one in rated
    )
    settled = any(one.budget and one.budget.measure is Measure.AVAILABLE for one in rated)
    base = "예산현액" if settled else "예산액"
    return DataTable(title, "천원", (kind, base, "집행액", "집행률(%)"), rows)
