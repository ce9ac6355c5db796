"""What the front page shows of all reports: years by departments, the newest first, one of them opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.document import Document, plain, programmes
from generator.outputs.pages_report import programme_views, short_title
from generator.outputs.shelf import Shelf, ShelfDepartment

MOST_LINES = 7
"""So many programmes of the newest report stand beside the search field."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A report in the matrix."""

    document: Document
    title: str
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
    """Years by departments. Every year from the first to the last is there, so that gaps show."""

    years: tuple[int, ...]
    groups: tuple[MatrixGroup, ...]
    reports: int
    programmes: int


@dataclass(frozen=True, slots=True)
class Line:
    """A programme of the newest report: `figure` is its execution rate or its amount, `percent` the rate for a bar."""

    id: str
    number: str
    title: str
    figure: str
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest report with its first programmes; `measure` names the figures."""

    document: Document
    title: str
    programmes: int
    measure: str
    lines: tuple[Line, ...]


def newest_first(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Order reports by year, the newest first; within a year they keep their order."""
    return tuple(sorted(documents, key=lambda document: -document.year))


def latest_report(ordered: Sequence[Document]) -> Latest | None:
    """Open the newest report that has programmes; None where there is no such report."""
    document = next((d for d in ordered if programmes(d)), None)
    if document is None:
        return None
    lines = _lines(document)
    rated = any(line.percent is not None for line in lines)
    measure = "집행률" if rated else "예산액" if any(line.figure for line in lines) else ""
    return Latest(document, short_title(document), len(lines), measure, lines[:MOST_LINES])


def matrix_of(documents: Sequence[Document], shelf: Shelf) -> Matrix:
    """Lay reports out by year and department. A department that the shelf does not know is added as its reports name
    it; institutions keep the shelf's order."""
    years = _years(documents)
    departments = _departments(documents, shelf)
    institutions = dict.fromkeys(department.institution for department in departments)
    groups = tuple(
        MatrixGroup(
            institution,
            tuple(_row(d, documents, years, departments) for d in departments if d.institution == institution),
        )
        for institution in institutions
    )
    return Matrix(years, groups, len(documents), sum(len(programmes(document)) for document in documents))


def _lines(document: Document) -> tuple[Line, ...]:
    views = programme_views(document, {})
    lines = []
    for division in programmes(document):
        view = views[division.id]
        budget = view.rail.budget if view.rail else None
        rate = budget.rate if budget else None
        amount = budget.amounts[0].text if budget and budget.amounts else ""
        figure = f"{rate.text.rstrip('%')}%" if rate else amount
        lines.append(
            Line(division.id, view.number, plain(division.title), figure, _percent(rate.value if rate else None))
        )
    return tuple(lines)


def _percent(value: Decimal | None) -> Decimal | None:
    return None if value is None else min(max(value, Decimal(0)), Decimal(100))


def _years(documents: Sequence[Document]) -> tuple[int, ...]:
    found = [document.year for document in documents]
    return tuple(range(min(found), max(found) + 1)) if found else ()


def _departments(documents: Sequence[Document], shelf: Shelf) -> tuple[ShelfDepartment, ...]:
    known = {department.slug: department for department in shelf.departments}
    for document in documents:
        slug = document.department_slug
        known.setdefault(slug, ShelfDepartment(slug, document.department, document.institution))
    return tuple(known.values())


def _row(
    department: ShelfDepartment,
    documents: Sequence[Document],
    years: tuple[int, ...],
    departments: tuple[ShelfDepartment, ...],
) -> MatrixRow:
    names = {known.slug: known.name for known in departments}
    mine = [document for document in documents if document.department_slug == department.slug]
    return MatrixRow(
        department,
        tuple(names.get(slug, slug) for slug in department.predecessors),
        tuple(names.get(slug, slug) for slug in department.successors),
        tuple(tuple(_cell(document) for document in mine if document.year == year) for year in years),
    )


def _cell(document: Document) -> MatrixCell:
    return MatrixCell(document, short_title(document), len(programmes(document)))
