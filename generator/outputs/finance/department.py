"""A department's budget and execution over the years: columns, one sentence, the totals behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.outputs.charts.columns import ColumnChart, Series, year_columns
from generator.outputs.finance.sentences import amount_sentence, change_sentence, execution_sentence, previous_sentence
from generator.outputs.finance.totals import YearTotal, best_totals, totals_of
from generator.records.kinds import Measure, Records

NO_TOTAL = "예산 합계 없음"
"""What stands in the place of a year that has a report without a total."""


@dataclass(frozen=True, slots=True)
class DepartmentFinance:
    """A department's budget and execution over the years; `rows` are all totals that its budget tables state."""

    slug: str
    name: str
    institution: str
    chart: ColumnChart
    sentence: str
    rows: tuple[YearTotal, ...]


def department_finance(records: Records, slug: str, years: Sequence[int] = ()) -> DepartmentFinance | None:
    """Give a department's budget over the years, None where no budget table of it has a total. The axis holds `years`
    and those of its figures."""
    rows = tuple(total for total in totals_of(records) if total.department == slug)
    if not rows:
        return None
    name = rows[0].department_name
    told = dict.fromkeys(_reported(records, slug), NO_TOTAL)
    chart = year_columns(_series(rows), years, title=f"{name}의 연도별 예산과 집행", unit="천원", gaps=told)
    return DepartmentFinance(slug, name, rows[0].institution, chart, _sentence(rows), rows)


def _reported(records: Records, slug: str) -> Iterator[int]:
    """Give the years of which the archive has a report of the department that holds any data."""
    for kind in (records.programmes, records.budgets, records.personnel, records.facilities):
        yield from (record.source.year for record in kind if record.department == slug)


def _series(rows: Sequence[YearTotal]) -> list[Series]:
    budgets = best_totals(rows, Measure.BUDGET)
    earlier = {t.year - 1: t for t in best_totals(rows, Measure.PREVIOUS_BUDGET).values() if t.year - 1 not in budgets}
    return [
        _one_series("예산액", "budget", Measure.BUDGET, budgets),
        _one_series("다음 해 보고서의 전년도 예산액", "previous", Measure.PREVIOUS_BUDGET, earlier),
        _one_series("집행액", "execution", Measure.EXECUTION, best_totals(rows, Measure.EXECUTION)),
        _one_series("결산 집행액", "settlement", Measure.SETTLEMENT, best_totals(rows, Measure.SETTLEMENT)),
    ]


def _one_series(name: str, style: str, measure: Measure, totals: dict[int, YearTotal]) -> Series:
    amounts = {year: money for year, total in totals.items() if (money := total.amount(measure))}
    return Series(
        name,
        {year: money.value for year, money in amounts.items()},
        style,
        {year: totals[year].source.href for year in amounts},
        frozenset(year for year, money in amounts.items() if money.computed),
    )


def _sentence(rows: Sequence[YearTotal]) -> str:
    budgets = best_totals(rows, Measure.BUDGET)
    values = [(year, money.value) for year, t in sorted(budgets.items()) if (money := t.amount(Measure.BUDGET))]
    if len(values) > 1:
        return change_sentence("예산", values)
    for total in budgets.values():
        budget, before = total.amount(Measure.BUDGET), total.amount(Measure.PREVIOUS_BUDGET)
        if total.base and total.spent:
            return execution_sentence(total, total.base, total.spent)
        if budget and before:
            return previous_sentence(total.year, before.value, budget.value)
    return amount_sentence(max(rows, key=lambda total: total.year))
