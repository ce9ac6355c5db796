"""What a report's page says about the report itself: who published it when, under which terms, in which revision, how
to cite it, and what came before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.document import Document
from generator.outputs.pages.holdings import departments_of, reports_after, reports_before
from generator.outputs.pages.report_views import issuer, short_title
from generator.outputs.web.address import absolute
from generator.outputs.web.licence import Licence
from generator.outputs.web.paths import report_path
from generator.outputs.web.shelf import Contact, Shelf, ShelfDepartment
from generator.outputs.web.shelving import Publication


@dataclass(frozen=True, slots=True)
class ReportLink:
    """Another report, from the archive's root."""

    href: str
    title: str
    issuer: str
    year: int


@dataclass(frozen=True, slots=True)
class About:
    """The report itself. `published` and `cover_date` are dates as written; `citation` is a line without the address,
    which is `address`, empty where the archive does not know its own; `before` and `after` are the neighbouring reports
    of the same department, or of those that it came from or went into."""

    department: ShelfDepartment
    published: str
    cover_date: str
    contact: Contact | None
    licence: Licence
    revision: str
    citation: str
    address: str
    before: tuple[ReportLink, ...]
    after: tuple[ReportLink, ...]


def about_of(
    document: Document, shelf: Shelf, documents: Sequence[Document], publication: Publication, revision: str
) -> About:
    """Gather what the page says about a report; `documents` are all reports of the archive."""
    department = next(d for d in departments_of([document], shelf) if d.slug == document.department_slug)
    contact = department.contact
    date = document.cover.date
    return About(
        department=department,
        published=publication.published,
        cover_date="" if publication.published or (document.basis and document.basis in date) else date,
        contact=contact if contact and (contact.phone or contact.email or contact.address) else None,
        licence=publication.licence or shelf.licence,
        revision=revision,
        citation=citation_of(document, publication.published),
        address=absolute(shelf.address, report_path(document)),
        before=tuple(map(_link, reports_before(document, documents, shelf))),
        after=tuple(map(_link, reports_after(document, documents, shelf))),
    )


def citation_of(document: Document, published: str = "") -> str:
    """Give the line to cite a report by: institution and department, title, year, the day it was published or else its
    basis date. The address follows it."""
    # A department that bears the institution's name is not named after it again.
    who = issuer(document) if issuer(document) == document.department else ""
    when = published or (f"{document.basis} 기준" if document.basis else "")
    pieces = [
        who or f"{document.institution}, {document.department}",
        f"「{short_title(document)}」",
        str(document.year),
        when,
    ]
    return " ".join(piece if piece.endswith(".") else f"{piece}." for piece in pieces if piece)


def _link(document: Document) -> ReportLink:
    return ReportLink(report_path(document), short_title(document), issuer(document), document.year)
