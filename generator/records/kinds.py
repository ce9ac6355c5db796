"""What the archive's data is made of: figures of all reports, each with the place in a report that it stands at.

All money is in thousand won (천원), whatever unit the report prints; `text` keeps what was printed, with its unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Measure(StrEnum):
    """What an amount is. The last five stand in settlements only, beside BUDGET (최종예산) and SETTLEMENT."""

    BUDGET = "budget"
    """예산액."""
    EXECUTION = "execution"
    """집행액, as of the basis date."""
    SETTLEMENT = "settlement"
    """What was spent in a year that is settled (결산): 지출액, 집행액."""
    PREVIOUS_BUDGET = "previous_budget"
    """전년도 예산액."""
    PLAN = "plan"
    """소요예산: what a plan requires."""
    EXPECTED = "expected"
    """What is expected to be spent by a day after the basis date: 집행예상액, 집행액 (12.31까지)."""
    CARRIED_IN = "carried_in"
    """전년도 이월액."""
    CHANGE = "change"
    """예산변경: what was moved in or out during the year."""
    AVAILABLE = "available"
    """예산현액."""
    CARRIED_OUT = "carried_out"
    """다음 연도 이월액."""
    BALANCE = "balance"
    """집행잔액, 불용액."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands: the report (`year`, `slug`), the anchor on its page, and the number people cite (`Ⅱ-5`),
    which is empty where there is none."""

    year: int
    slug: str
    anchor: str
    cited: str = ""

    @property
    def folder(self) -> str:
        """The report's folder, which is also its address in the site: `2022/jobs-economy`."""
        return f"{self.year}/{self.slug}"

    @property
    def href(self) -> str:
        """The place, from the archive's root."""
        return f"{self.folder}/index.html" + (f"#{self.anchor}" if self.anchor else "")


@dataclass(frozen=True, slots=True)
class FundingShare:
    """One funding source's part of an amount, in thousand won. `source` is the long name (`시비`), `short` the short
    one (`시`)."""

    source: str
    short: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in thousand won. `text` is what the report prints, with its unit; `computed` marks a figure that the
    report's author did not write; `shares` are empty where the report gives no split."""

    measure: Measure
    value: Decimal
    text: str
    shares: tuple[FundingShare, ...] = ()
    computed: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeRecord:
    """A programme as one report tells of it.

    `fiscal_year` is the year that it speaks of: that of the report, or a later one for a plan bound with results.
    `planned` tells that it is a plan and not a result. `amounts` has at most one Money of each measure; `rate` is the
    printed execution rate in percent.
    """

    source: Source
    id: str
    title: str
    fiscal_year: int
    planned: bool
    department: str
    department_name: str
    institution: str
    team: str
    purpose: str
    basis: str
    amounts: tuple[Money, ...]
    rate: Decimal | None = None
    rate_computed: bool = False

    def amount(self, measure: Measure) -> Money | None:
        """Give the amount of a measure, None where the report has none."""
        return next((money for money in self.amounts if money.measure is measure), None)


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """What one row of a budget or settlement table (예산표, 결산표) tells of one year: a unit programme, or a total
    where `total` is set.

    `table` is the table's caption, `level` the row's depth in a hierarchy of rows, 0 where there is none. `programme`
    is the id of the programme whose text the table stands in, empty for a department's own. A table that parts nothing
    but years names what it stands under: the programme, or else the report. Such lines, as those of a settlement, have
    SETTLEMENT among their amounts, budget tables never do.
    """

    source: Source
    fiscal_year: int
    department: str
    department_name: str
    institution: str
    table: str
    basis: str
    name: str
    level: int
    total: bool
    amounts: tuple[Money, ...]
    rate: Decimal | None = None
    rate_computed: bool = False
    programme: str = ""

    def amount(self, measure: Measure) -> Money | None:
        """Give the amount of a measure, None where the table has none."""
        return next((money for money in self.amounts if money.measure is measure), None)


@dataclass(frozen=True, slots=True)
class PersonnelCount:
    """One figure of a staffing table (인력표): so many persons of a grade in a job group. `row` is what is counted
    (정원, 현원, 과부족)."""

    source: Source
    year: int
    department: str
    department_name: str
    institution: str
    basis: str
    row: str
    group: str
    grade: str
    value: Decimal
    computed: bool = False


@dataclass(frozen=True, slots=True)
class FacilityRecord:
    """One facility or piece of equipment of a facilities table (시설표), its state as lines of plain text."""

    source: Source
    year: int
    department: str
    department_name: str
    institution: str
    group: str
    name: str
    place: str
    state: str
    remark: str


@dataclass(frozen=True, slots=True)
class Records:
    """All records of an archive, the newest report first, in printed order within a report."""

    programmes: tuple[ProgrammeRecord, ...] = ()
    budgets: tuple[BudgetLine, ...] = ()
    personnel: tuple[PersonnelCount, ...] = ()
    facilities: tuple[FacilityRecord, ...] = ()
