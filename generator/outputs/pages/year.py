"""A year's page: its reports by institution and department, with their programmes and the totals that they print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.document import Document
from generator.outputs.artifacts import Page
from generator.outputs.pages.holdings import departments_of, years_of
from generator.outputs.pages.programme_lines import ProgrammeLine, programme_lines
from generator.outputs.pages.report_views import short_title
from generator.outputs.pages.totals import Figure, report_figures
from generator.outputs.web.paths import report_path, year_path
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf, ShelfDepartment
from generator.records.by_report import records_by_report
from generator.records.kinds import Records


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """The programmes of one part of a report, under the part's title."""

    title: str
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True)
class YearReport:
    """A report of the year. `unit` is the unit of all its amounts where they share one, or else empty: then each amount
    brings its own. `executed` and `rated` tell whether any programme has such a figure."""

    document: Document
    title: str
    href: str
    department: ShelfDepartment
    figures: tuple[Figure, ...]
    programmes: int
    parts: tuple[ProgrammePart, ...]
    unit: str
    budgeted: bool
    executed: bool
    teams: bool


@dataclass(frozen=True, slots=True)
class YearStep:
    """A year of the archive; `href` is empty where it has no report."""

    year: int
    href: str


@dataclass(frozen=True, slots=True)
class NearYear:
    """The next year that has a report, and in words the years between, which have none."""

    year: int
    between: str


def year_pages(documents: Sequence[Document], shelf: Shelf, *, records: Records | None = None) -> tuple[Page, ...]:
    """Make a page for every year that has a report, the newest first."""
    years = sorted({document.year for document in documents}, reverse=True)
    return tuple(year_page(year, documents, shelf, records=records) for year in years)


def year_page(year: int, documents: Sequence[Document], shelf: Shelf, *, records: Records | None = None) -> Page:
    """Make the page of a year; `documents` are all reports of the archive, from which its neighbours are known."""
    known = records_by_report(records or Records())
    departments = departments_of(documents, shelf)
    groups = [
        (institution, reports)
        for institution in dict.fromkeys(department.institution for department in departments)
        if (reports := _reports(institution, departments, year, documents, known))
    ]
    reported = sorted({document.year for document in documents})
    body = render_body(
        "year",
        root="../",
        year=year,
        years=[YearStep(other, year_path(other) if other in reported else "") for other in years_of(documents)],
        groups=groups,
        count=sum(len(reports) for _, reports in groups),
        programmes_count=sum(report.programmes for _, reports in groups for report in reports),
        before=next((_near(other, year) for other in reversed(reported) if other < year), None),
        after=next((_near(other, year) for other in reported if other > year), None),
        year_path=year_path,
    )
    return Page(year_path(year), "year", f"{year}년", body, f"{year}년에 실린 보고서와 사업")


def _near(other: int, year: int) -> NearYear:
    first, last = min(other, year) + 1, max(other, year) - 1
    return NearYear(other, "" if first > last else f"{first}년" if first == last else f"{first}~{last}년")


def _reports(
    institution: str,
    departments: Sequence[ShelfDepartment],
    year: int,
    documents: Sequence[Document],
    records: Mapping[str, Records],
) -> list[YearReport]:
    return [
        _report(document, department, records.get(f"{document.year}/{document.slug}", Records()))
        for department in departments
        if department.institution == institution
        for document in documents
        if document.year == year and document.department_slug == department.slug
    ]


def _report(document: Document, department: ShelfDepartment, records: Records) -> YearReport:
    lines = programme_lines(document)
    units = {line.unit for line in lines if line.amount}
    return YearReport(
        document,
        short_title(document),
        report_path(document),
        department,
        report_figures(records, f"{document.year}/{document.slug}"),
        len(lines),
        tuple(ProgrammePart(title, tuple(part)) for title, part in groupby(lines, key=lambda line: line.part)),
        units.pop() if len(units) == 1 else "",
        budgeted=any(line.amount for line in lines),
        executed=any(line.executed or line.rate for line in lines),
        teams=any(line.team for line in lines),
    )
