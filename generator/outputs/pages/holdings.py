"""Which reports the archive has of whom: departments, and a report's neighbours over the years."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.document import Document
from generator.outputs.web.shelf import Shelf, ShelfDepartment


def newest_first(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Order reports by year, the newest first; within a year they keep their order."""
    return tuple(sorted(documents, key=lambda document: -document.year))


def years_of(documents: Sequence[Document]) -> tuple[int, ...]:
    """Give every year from the first to the last report, so that gaps show."""
    found = [document.year for document in documents]
    return tuple(range(min(found), max(found) + 1)) if found else ()


def departments_of(documents: Sequence[Document], shelf: Shelf) -> tuple[ShelfDepartment, ...]:
    """Give all departments in the shelf's order; one that it does not know is added as its reports name it."""
    known = {department.slug: department for department in shelf.departments}
    for document in documents:
        slug = document.department_slug
        known.setdefault(slug, ShelfDepartment(slug, document.department, document.institution))
    return tuple(known.values())


def reports_of(slug: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Give a department's reports, the newest first."""
    return newest_first([document for document in documents if document.department_slug == slug])


def earlier_departments(slug: str, shelf: Shelf) -> tuple[str, ...]:
    """Give the slugs of a department's predecessors and of theirs, the nearest first."""
    return _reached(slug, shelf, lambda department: department.predecessors)


def reports_before(document: Document, documents: Sequence[Document], shelf: Shelf) -> tuple[Document, ...]:
    """Give the report before this one: of the same department, or else the last of each of its predecessors."""
    before = [other for other in documents if other.year < document.year]
    return _nearest(document, newest_first(before), shelf, lambda department: department.predecessors)


def reports_after(document: Document, documents: Sequence[Document], shelf: Shelf) -> tuple[Document, ...]:
    """Give the report after this one: of the same department, or else the first of each of its successors."""
    after = [other for other in newest_first(documents)[::-1] if other.year > document.year]
    return _nearest(document, after, shelf, lambda department: department.successors)


Step = Callable[[ShelfDepartment], tuple[str, ...]]


def _nearest(document: Document, ordered: Sequence[Document], shelf: Shelf, step: Step) -> tuple[Document, ...]:
    first: dict[str, Document] = {}
    for other in ordered:
        first.setdefault(other.department_slug, other)
    if own := first.get(document.department_slug):
        return (own,)
    found: dict[str, Document] = {}
    waiting, seen = [document.department_slug], {document.department_slug}
    while waiting:
        department = shelf.department(waiting.pop(0))
        for slug in step(department) if department else ():
            if slug in first:
                found.setdefault(slug, first[slug])
            elif slug not in seen:
                waiting.append(slug)
            seen.add(slug)
    return tuple(found.values())


def _reached(slug: str, shelf: Shelf, step: Step) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = [slug]
    while waiting:
        department = shelf.department(waiting.pop(0))
        for other in step(department) if department else ():
            if other != slug and other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)
