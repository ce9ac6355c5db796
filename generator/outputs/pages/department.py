"""A department's page, and the page of all departments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.document import Document
from generator.outputs.artifacts import Page
from generator.outputs.finance.department import department_finance
from generator.outputs.pages.holdings import departments_of, earlier_departments, newest_first, reports_of
from generator.outputs.pages.programme_lines import ProgrammeLine, programme_lines
from generator.outputs.pages.report_views import short_title
from generator.outputs.pages.team_lineage import team_lineage
from generator.outputs.pages.totals import Figure, budget_figures, budget_total, report_figures, staff_totals
from generator.outputs.web.paths import DEPARTMENTS, report_path
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf, ShelfDepartment, TeamRef
from generator.records.by_report import joined, records_by_report
from generator.records.kinds import FacilityRecord, Records


@dataclass(frozen=True, slots=True)
class DepartmentLink:
    """A department before or after another; `href` is empty where the archive has none of that name."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report of a department or, where `own` is false, of one that it came from."""

    document: Document
    title: str
    href: str
    own: bool
    figures: tuple[Figure, ...]
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team with its programmes in the newest report and the teams whose work it took over."""

    name: str
    predecessors: tuple[TeamRef, ...]
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A report's own totals: one figure for each head of the table, None where it prints none."""

    document: Document
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class YearTable:
    """Totals by year under their names."""

    heads: tuple[str, ...]
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department in the list of all: its neighbours, and its reports, the newest first."""

    department: ShelfDepartment
    before: tuple[DepartmentLink, ...]
    after: tuple[DepartmentLink, ...]
    reports: tuple[HeldReport, ...]


def department_pages(
    documents: Sequence[Document], shelf: Shelf, *, records: Records | None = None
) -> tuple[Page, ...]:
    """Make the page of all departments and a page for each; `records` are the data of all reports."""
    by_report = records_by_report(records or Records())
    pages = [
        department_page(department, documents, shelf, records=_told(department, documents, shelf, by_report))
        for department in departments_of(documents, shelf)
    ]
    return (departments_page(documents, shelf), *pages)


def department_page(
    department: ShelfDepartment, documents: Sequence[Document], shelf: Shelf, *, records: Records | None = None
) -> Page:
    """Make a department's page; `documents` are all reports of the archive, `records` their data."""
    known = records or Records()
    reports = reports_of(department.slug, documents)
    years = _years(documents)
    newest = next((report for report in reports if programme_lines(report)), None)
    body = render_body(
        "department",
        root="../../",
        department=department,
        departments_path=DEPARTMENTS,
        before=_links(department.predecessors, documents, shelf),
        after=_links(department.successors, documents, shelf),
        years=years.get(department.slug, ""),
        figures_of_newest=report_figures(known, _folder(reports[0])) if reports else (),
        lineage=team_lineage(department, shelf, years),
        newest=newest,
        newest_href=report_path(newest) if newest else "",
        teams=_teams(department, newest),
        reports=_held(department, documents, shelf, known),
        staff=_year_table(reports, {_folder(report): staff_totals(known, _folder(report)) for report in reports}),
        finance=department_finance(known, department.slug),
        facilities=_facilities(reports, known),
    )
    description = f"{department.institution} {department.name}의 보고서, 팀과 사업, 인력과 예산"
    return Page(department.path, "department", department.name, body, description)


def _told(
    department: ShelfDepartment, documents: Sequence[Document], shelf: Shelf, by_report: Mapping[str, Records]
) -> Records:
    """Give the records that the page tells of: looking through all of them for each figure would take a time that grows
    with the square of the reports."""
    slugs = (department.slug, *earlier_departments(department.slug, shelf))
    folders = (_folder(document) for document in documents if document.department_slug in slugs)
    return joined(by_report[folder] for folder in folders if folder in by_report)


def departments_page(documents: Sequence[Document], shelf: Shelf) -> Page:
    """Make the page of all departments by institution, each with those before and after it and its reports."""
    groups: dict[str, list[DepartmentEntry]] = {}
    for department in departments_of(documents, shelf):
        entry = DepartmentEntry(
            department,
            _links(department.predecessors, documents, shelf),
            _links(department.successors, documents, shelf),
            tuple(_report(report, True, Records()) for report in reports_of(department.slug, documents)),
        )
        groups.setdefault(department.institution, []).append(entry)
    count = sum(map(len, groups.values()))
    body = render_body("departments", root="../", groups=list(groups.items()), count=count)
    return Page(DEPARTMENTS, "departments", "부서", body, "보고서를 낸 부서와 그 앞뒤 부서")


def _links(slugs: Sequence[str], documents: Sequence[Document], shelf: Shelf) -> tuple[DepartmentLink, ...]:
    known = {department.slug: department for department in departments_of(documents, shelf)}
    return tuple(
        DepartmentLink(known[slug].name, known[slug].path) if slug in known else DepartmentLink(slug, "")
        for slug in slugs
    )


def _years(documents: Sequence[Document]) -> dict[str, str]:
    """Say, by a department's slug, which years its reports are of."""
    found: dict[str, set[int]] = {}
    for document in documents:
        found.setdefault(document.department_slug, set()).add(document.year)
    return {slug: ", ".join(str(year) for year in sorted(years)) for slug, years in found.items()}


def _teams(department: ShelfDepartment, newest: Document | None) -> tuple[TeamView, ...]:
    """Teams in the order of the settings, then those that only the newest report names."""
    lines = programme_lines(newest) if newest else ()
    known = {team.name: team.predecessors for team in department.teams}
    names = dict.fromkeys([*known, *(line.team for line in lines if line.team)])
    return tuple(TeamView(n, known.get(n, ()), tuple(line for line in lines if line.team == n)) for n in names)


def _held(
    department: ShelfDepartment, documents: Sequence[Document], shelf: Shelf, records: Records
) -> tuple[HeldReport, ...]:
    earlier = earlier_departments(department.slug, shelf)
    mine = [d for d in documents if d.department_slug in (department.slug, *earlier)]
    return tuple(
        _report(document, document.department_slug == department.slug, records) for document in newest_first(mine)
    )


def _report(document: Document, own: bool, records: Records) -> HeldReport:
    figures = budget_figures(budget_total(records, _folder(document)))
    return HeldReport(document, short_title(document), report_path(document), own, figures, programme_lines(document))


def _year_table(reports: Sequence[Document], figures: Mapping[str, Sequence[Figure]]) -> YearTable:
    heads = tuple(dict.fromkeys(figure.name for report in reports for figure in figures[_folder(report)]))
    rows = []
    for report in reports:
        named = {figure.name: figure for figure in figures[_folder(report)]}
        if named:
            rows.append(YearRow(report, tuple(named.get(head) for head in heads)))
    return YearTable(heads, tuple(rows))


def _facilities(reports: Sequence[Document], records: Records) -> tuple[FacilityRecord, ...]:
    """Those of the newest report that has any."""
    for report in reports:
        found = tuple(f for f in records.facilities if f.source.folder == _folder(report))
        if found:
            return found
    return ()


def _folder(document: Document) -> str:
    return f"{document.year}/{document.slug}"
