"""What budget tables state as a whole: one total for each table and fiscal year.

A table's own total is taken as it stands. Totals are never added to each other: departments of one year report as of
different dates, a programme's table lies inside its department's, and unit programmes hold programmes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from generator.notation.number import EXACT
from generator.notation.percent import ratio_percent
from generator.records.kinds import BudgetLine, Measure, Money, Records, Source


@dataclass(frozen=True, slots=True)
class YearTotal:
    """A budget table's total for a fiscal year, in thousand won.

    `table` names the table; `name` what the figure is of, where the table has one row and no total. `basis` is the date
    as of which it holds, as printed. `is_added` tells that the table has no total and its rows were added up by us.
    """

    department: str
    department_name: str
    institution: str
    year: int
    source: Source
    table: str
    name: str
    basis: str
    amounts: tuple[Money, ...]
    rate: Decimal | None
    rate_computed: bool
    is_added: bool = False

    def amount(self, measure: Measure) -> Money | None:
        """Give the amount of a measure, None where the table has none."""
        return next((money for money in self.amounts if money.measure is measure), None)

    @property
    def spent(self) -> Money | None:
        """What was spent: by the settlement, or by the basis date of a running year."""
        return self.amount(Measure.SETTLEMENT) or self.amount(Measure.EXECUTION)

    @property
    def base(self) -> Money | None:
        """What was there to be spent: in a settlement the 예산현액, which holds what was carried in and moved."""
        return self.amount(Measure.AVAILABLE) or self.amount(Measure.BUDGET)


def totals_of(records: Records) -> tuple[YearTotal, ...]:
    """Give the totals of all budget tables, in the order of the records."""
    groups = groupby(records.budgets, key=lambda line: (line.source.folder, line.source.anchor, line.table))
    found = []
    for _, group in groups:
        lines = list(group)
        years = dict.fromkeys(line.fiscal_year for line in lines)
        found += [_total([line for line in lines if line.fiscal_year == year]) for year in years]
    return tuple(total for total in found if total.amounts)


def best_totals(totals: Iterable[YearTotal], measure: Measure) -> dict[int, YearTotal]:
    """Choose for each year the total that a chart shows of a measure: of the report of that very year, else of the
    first report after it; among several tables of one report the largest."""
    having = [total for total in totals if total.amount(measure)]
    having.sort(key=lambda total: (total.year, total.source.year != total.year, total.source.year))
    chosen: dict[int, YearTotal] = {}
    for total in having:
        known = chosen.get(total.year)
        rivals = known is not None and known.source.folder == total.source.folder
        if known is None or (rivals and _size(total, measure) > _size(known, measure)):
            chosen[total.year] = total
    return chosen


def leaves(lines: Sequence[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Give the rows of one table that hold no deeper rows and are no totals: its unit programmes."""
    plain = [line for line in lines if not line.total]
    deeper = [after.level > line.level for line, after in pairwise(plain)]
    return tuple(line for line, holds in zip(plain, [*deeper, False], strict=False) if not holds)


def _size(total: YearTotal, measure: Measure) -> Decimal:
    money = total.amount(measure)
    return money.value if money else Decimal(0)


def _total(lines: Sequence[BudgetLine]) -> YearTotal:
    totals = [line for line in lines if line.total]
    if totals:
        # Subtotals are totals as well; the whole is the largest.
        line = max(totals, key=lambda one: max((money.value for money in one.amounts), default=Decimal(0)))
        return _of(line, line.amounts, "")
    if len(lines) == 1:
        return _of(lines[0], lines[0].amounts, lines[0].name)
    top = min(line.level for line in lines)
    upper = [line for line in lines if line.level == top]
    return _of(lines[0], tuple(_added(upper)), "", is_added=True)


def _added(lines: Sequence[BudgetLine]) -> Iterable[Money]:
    for measure in Measure:
        amounts = [line.amount(measure) for line in lines]
        values = [money.value for money in amounts if money]
        if values and len(values) == len(lines):
            total = Decimal(0)
            for value in values:
                total = EXACT.add(total, value)
            yield Money(measure, total, "", computed=True)


def _of(line: BudgetLine, amounts: tuple[Money, ...], name: str, is_added: bool = False) -> YearTotal:
    total = YearTotal(
        department=line.department,
        department_name=line.department_name,
        institution=line.institution,
        year=line.fiscal_year,
        source=line.source,
        table=line.table,
        name=name,
        basis=line.basis,
        amounts=amounts,
        rate=None if is_added else line.rate,
        rate_computed=line.rate_computed,
        is_added=is_added,
    )
    if total.rate is None and total.base and total.spent:
        return replace(total, rate=ratio_percent(total.spent.value, total.base.value), rate_computed=True)
    return total
