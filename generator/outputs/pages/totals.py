"""The totals that a report itself prints: its budget and its staff. Nothing is added up here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.notation.number import format_number
from generator.notation.percent import format_percent
from generator.outputs.charts.labels import spoken_amount
from generator.records.kinds import BudgetLine, Measure, PersonnelCount, Records

_ALL_GRADES = frozenset({"", "계", "합계", "총계", "소계"})
_MEASURES = (
    (Measure.BUDGET, "예산"),
    (Measure.EXECUTION, "집행"),
    (Measure.PLAN, "소요예산"),
    (Measure.SETTLEMENT, "결산"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A named figure with the place that it stands at, from the archive's root. `remark` is said beside it; `computed`
    marks a figure that the report's author did not write."""

    name: str
    text: str
    href: str
    remark: str = ""
    computed: bool = False


def budget_total(records: Records, folder: str) -> BudgetLine | None:
    """Give the total row of the first budget table of a report that speaks of the report's own year; None where it
    prints none."""
    found = (line for line in records.budgets if line.source.folder == folder and line.total)
    return next((line for line in found if line.fiscal_year == line.source.year), None)


def budget_figures(line: BudgetLine | None) -> tuple[Figure, ...]:
    """Give the amounts of a total in 억 and 만; the execution rate stands beside what was executed."""
    if line is None:
        return ()
    found = [(name, money) for measure, name in _MEASURES if (money := line.amount(measure))]
    rate = format_percent(line.rate, None) if line.rate is not None else ""
    last = len(found) - 1
    return tuple(
        Figure(name, spoken_amount(money.value), line.source.href, rate if index == last else "", money.computed)
        for index, (name, money) in enumerate(found)
    )


def staff_totals(records: Records, folder: str) -> tuple[Figure, ...]:
    """Give posts and staff over all grades as the report's staffing table prints them."""
    counts = [count for count in records.personnel if count.source.folder == folder]
    found: dict[str, Figure] = {}
    for count in counts:
        if count.row in ("정원", "현원") and _over_all(count):
            found.setdefault(
                count.row, Figure(count.row, f"{format_number(count.value)}명", count.source.href, "", count.computed)
            )
    return tuple(found.values())


def report_figures(records: Records, folder: str) -> tuple[Figure, ...]:
    """Give all totals that a report prints, money first."""
    return (*budget_figures(budget_total(records, folder)), *staff_totals(records, folder))


def _over_all(count: PersonnelCount) -> bool:
    return count.grade in _ALL_GRADES and count.group in _ALL_GRADES
