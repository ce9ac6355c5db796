"""What the front page shows of all reports: years by departments, the newest first, one of them opened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.document import Document, programmes
from generator.kinds import KINDS
from generator.lifelines import LifeLine, Role
from generator.outputs.pages.holdings import departments_of, newest_first, years_of
from generator.outputs.pages.lifeline import Answer, answer_of
from generator.outputs.pages.lifeline_figures import LineChart, charts_of
from generator.outputs.pages.programme_lines import ProgrammeLine, measure_of, programme_lines
from generator.outputs.pages.report_views import short_title
from generator.outputs.pages.totals import Figure, budget_figures, budget_total
from generator.outputs.web.shelf import Shelf, ShelfDepartment
from generator.records.kinds import Records

MOST_LINES = 7
"""So many programmes of the newest report stand beside the search field."""
MOST_NEWS = 6
"""So many reports are listed as new."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A report in the matrix; `short` is one word for its kind."""

    document: Document
    title: str
    short: str
    programmes: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A department with its reports of each year, an empty tuple where there is none."""

    department: ShelfDepartment
    before: tuple[str, ...]
    after: tuple[str, ...]
    years: tuple[tuple[MatrixCell, ...], ...]


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """An institution with its departments."""

    institution: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Years by departments. Every year from the first to the last is there, so that gaps show; `reported` are those
    that have a report."""

    years: tuple[int, ...]
    reported: frozenset[int]
    groups: tuple[MatrixGroup, ...]
    reports: int
    programmes: int


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest report with its first programmes; `measure` names the figures."""

    document: Document
    title: str
    programmes: int
    measure: str
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True)
class News:
    """A report that is new: `published` is the day as written, empty where it is not known; `figures` are what it
    prints as its budget."""

    document: Document
    title: str
    programmes: int
    published: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """A programme that is shown over its years: what its page says first, and the chart of its money."""

    line: LifeLine
    answer: Answer
    chart: LineChart


def telling_thread(lines: Sequence[LifeLine]) -> Thread | None:
    """Choose the programme that shows best what a life-line is: one that had other names before one that had none, then
    the one with the most years of money, then the largest newest budget. None where no chart of money can be drawn."""
    for line in sorted(lines, key=_telling, reverse=True):
        chart = next((chart for chart in charts_of(line) if chart.is_money), None)
        if chart is not None:
            return Thread(line, answer_of(line), chart)
    return None


def _telling(line: LifeLine) -> tuple[bool, int, Decimal]:
    budgets = [(point.year, figure.value) for point, figure in line.figures(Role.BUDGET)]
    return bool(line.former), len({year for year, _ in budgets}), budgets[-1][1] if budgets else Decimal(0)


def latest_report(ordered: Sequence[Document]) -> Latest | None:
    """Open the newest report that has programmes; None where there is no such report."""
    document = next((d for d in ordered if programmes(d)), None)
    if document is None:
        return None
    lines = programme_lines(document)
    return Latest(document, short_title(document), len(lines), measure_of(lines), lines[:MOST_LINES])


def news_of(documents: Sequence[Document], records: Records, published: Mapping[str, str]) -> tuple[News, ...]:
    """Give the newest reports: by year, within a year by the day of publication, or else in their order."""

    def day(document: Document) -> str:
        return published.get(f"{document.year}/{document.slug}", "")

    by_day = sorted(documents, key=lambda document: _numbers(day(document)), reverse=True)
    return tuple(
        News(
            document,
            short_title(document),
            len(programmes(document)),
            day(document),
            budget_figures(budget_total(records, f"{document.year}/{document.slug}")),
        )
        for document in newest_first(by_day)[:MOST_NEWS]
    )


def matrix_of(documents: Sequence[Document], shelf: Shelf) -> Matrix:
    """Lay reports out by year and department. A department that the shelf does not know is added as its reports name
    it; institutions keep the shelf's order."""
    years = years_of(documents)
    departments = departments_of(documents, shelf)
    cells: dict[tuple[str, int], list[MatrixCell]] = defaultdict(list)
    for document in documents:
        cell = MatrixCell(document, short_title(document), _short(document), len(programmes(document)))
        cells[document.department_slug, document.year].append(cell)
    names = {known.slug: known.name for known in departments}
    groups: dict[str, list[MatrixRow]] = defaultdict(list)
    for department in departments:
        row = MatrixRow(
            department,
            tuple(names.get(slug, slug) for slug in department.predecessors),
            tuple(names.get(slug, slug) for slug in department.successors),
            tuple(tuple(cells.get((department.slug, year), ())) for year in years),
        )
        groups[department.institution].append(row)
    return Matrix(
        years,
        frozenset(document.year for document in documents),
        tuple(MatrixGroup(institution, tuple(rows)) for institution, rows in groups.items()),
        len(documents),
        sum(cell.programmes for found in cells.values() for cell in found),
    )


def _short(document: Document) -> str:
    return KINDS[document.kind].short if document.kind in KINDS else document.kind


def _numbers(date: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", date))
