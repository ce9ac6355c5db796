"""What the archive tells of money: from its records to charts, tables and sentences. Nothing here prints.

Only figures that stand in reports are shown, in thousand won; sums, rates and changes that we compute are marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.outputs.charts.data_table import DataCell, DataRow, DataTable
from generator.outputs.finance.cells import date_text, money_cell, rate_cell
from generator.outputs.finance.department import DepartmentFinance, department_finance
from generator.outputs.finance.funding import Funding, funding_by_year, programme_funding, source_order
from generator.outputs.finance.plans import Plans, plans_of
from generator.outputs.finance.rates import Rates, rates_of
from generator.outputs.finance.sentences import answer_sentence
from generator.outputs.finance.totals import YearTotal, totals_of
from generator.records.kinds import BudgetLine, Measure, ProgrammeRecord, Records

__all__ = ["DepartmentFinance", "DepartmentSection", "Finance", "YearSection", "department_finance", "finance_of"]

PATH = "finance/index.html"
"""Where the page stands in the site."""

_UNIT = "천원"
_Record: TypeAlias = BudgetLine | ProgrammeRecord


@dataclass(frozen=True, slots=True)
class YearSection:
    """A department's fiscal year, `planned` where a report speaks of it beforehand."""

    anchor: str
    year: int
    planned: bool
    rates: Rates | None
    funding: Funding | None


@dataclass(frozen=True, slots=True)
class DepartmentSection:
    """A department with all that reports tell of its money; `finance` is None where no budget table has a total."""

    slug: str
    name: str
    institution: str
    finance: DepartmentFinance | None
    years: tuple[YearSection, ...]
    plans: Plans | None


@dataclass(frozen=True, slots=True)
class Finance:
    """All that the finance page shows. `answer` is empty where no budget table has a total; `silent` are the names of
    departments whose reports tell no amount."""

    answer: str
    totals: DataTable
    funding: Funding | None
    departments: tuple[DepartmentSection, ...]
    silent: tuple[str, ...]


def finance_of(records: Records, order: Sequence[str] = ()) -> Finance:
    """Collect the money of an archive. `order` are the slugs of departments as the archive lists them; others follow as
    their reports come."""
    totals = sorted(totals_of(records), key=lambda total: -total.year)
    years = sorted({total.year for total in totals})
    sources = source_order(records)
    both: tuple[_Record, ...] = (*records.budgets, *records.programmes)
    found = dict.fromkeys(record.department for record in both)
    slugs = sorted(found, key=lambda slug: order.index(slug) if slug in order else len(order))
    sections = [_department(records, slug, years[:1] + years[-1:], sources) for slug in slugs]
    shown = tuple(section for section in sections if section.finance or section.years)
    silent = tuple(section.name for section in sections if section not in shown)
    return Finance(answer_sentence(totals), _totals_table(totals), _all_funding(records, shown, sources), shown, silent)


def _department(records: Records, slug: str, years: Sequence[int], sources: Sequence[str]) -> DepartmentSection:
    lines = [line for line in records.budgets if line.department == slug]
    programmes = [record for record in records.programmes if record.department == slug]
    both: tuple[_Record, ...] = (*lines, *programmes)
    name, institution = both[0].department_name, both[0].institution
    spans = sorted({_span(one) for one in both}, reverse=True)
    sections = [_year(slug, name, span, lines, programmes, sources) for span in spans]
    return DepartmentSection(
        slug=slug,
        name=name,
        institution=institution,
        finance=department_finance(records, slug, years),
        years=tuple(section for section in sections if section.rates or section.funding),
        plans=plans_of(programmes, name),
    )


def _span(record: _Record) -> tuple[int, bool]:
    return record.fiscal_year, isinstance(record, ProgrammeRecord) and record.planned


def _year(
    slug: str,
    name: str,
    span: tuple[int, bool],
    lines: Sequence[BudgetLine],
    programmes: Sequence[ProgrammeRecord],
    sources: Sequence[str],
) -> YearSection:
    year, planned = span
    own_lines = [line for line in lines if _span(line) == span]
    own = [record for record in programmes if _span(record) == span]
    title = f"{name} {span_name(year, planned)}"
    return YearSection(
        anchor=span_anchor(slug, year, planned),
        year=year,
        planned=planned,
        rates=rates_of(own_lines, own, f"{title} 집행률"),
        funding=programme_funding(own, sources, f"{title} 사업별 재원"),
    )


def span_name(year: int, planned: bool) -> str:
    """Name a fiscal year, or the plan for one."""
    return f"{year}년 계획" if planned else f"{year}년"


def span_anchor(slug: str, year: int, planned: bool) -> str:
    """Give the anchor of a department's fiscal year on the page."""
    return f"{slug}-{year}" + ("-plan" if planned else "")


def _totals_table(totals: Sequence[YearTotal]) -> DataTable:
    settled = any(total.amount(Measure.AVAILABLE) for total in totals)

    def row(total: YearTotal) -> DataRow:
        available = (money_cell(total.amount(Measure.AVAILABLE), total.source),) if settled else ()
        cells = (
            money_cell(total.amount(Measure.BUDGET), total.source),
            *available,
            money_cell(total.spent, total.source),
            rate_cell(total.rate, total.source, total.rate_computed),
            DataCell(date_text(total.basis) or "–"),
            DataCell(total.name or total.table, total.source.href),
        )
        return DataRow(DataCell(f"{total.year} {total.department_name}", f"{PATH}#{total.department}"), cells)

    middle = ("예산현액",) if settled else ()
    heads = ("연도와 부서", "예산액", *middle, "집행액", "집행률(%)", "기준일", "표")
    note = "예산현액이 적힌 해의 집행률은 예산현액에 대한 비율입니다." if settled else ""
    return DataTable("예산표에 적힌 합계", _UNIT, heads, tuple(map(row, totals)), note, words=2)


def _all_funding(records: Records, sections: Sequence[DepartmentSection], sources: Sequence[str]) -> Funding | None:
    years = [(section, year) for section in sections for year in section.years]
    groups = []
    for section, year in sorted(years, key=lambda pair: (-pair[1].year, pair[1].planned)):
        span = (year.year, year.planned)
        own = [one for one in records.programmes if one.department == section.slug and _span(one) == span]
        name = f"{year.year}년 {section.name}" + (" 계획" if year.planned else "")
        groups.append((name, own, f"{PATH}#{year.anchor}"))
    return funding_by_year(groups, sources, "부서와 연도별 사업 재원")
