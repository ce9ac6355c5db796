"""The whole archive: from a content folder to every page and file, before any host frames or writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from generator.archive import Archive, read_archive
from generator.checks import RULES
from generator.compose import ComposedReport
from generator.diagnostics import Diagnostic, LinesOf
from generator.document import Document
from generator.fields import words
from generator.file_tree import FileTree
from generator.library import LoadedReport
from generator.organization import Organization
from generator.outputs.artifacts import Asset, Page
from generator.outputs.data import render_json
from generator.outputs.errata import errata_of
from generator.outputs.errors import PdfUnavailable
from generator.outputs.pages import (
    PdfLink,
    Shelf,
    ShelfDepartment,
    errata_page,
    front_page,
    problem_page,
    report_page,
    site_assets,
)
from generator.outputs.pages_guide import guide_pages
from generator.outputs.pages_search import search_page
from generator.outputs.paper import render_paper
from generator.outputs.search import search_assets
from generator.schema import render_schemas


class Printed(Protocol):
    """A PDF: its bytes, the printed page number of each division by its anchor, how many pages it has, what the reader
    should know of its making, and how tightly each programme is set."""

    @property
    def data(self) -> bytes: ...
    @property
    def pages(self) -> Mapping[str, int]: ...
    @property
    def page_count(self) -> int: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...
    @property
    def tightness(self) -> Mapping[str, int]: ...


PicturesOf = Callable[[str], bytes]
"""Gives a picture of a report by its path in the report's folder; raises FileNotFoundError where there is none."""
Print = Callable[[Document, PicturesOf], Printed]


@dataclass(frozen=True, slots=True)
class Site:
    """All pages and files of the archive, what is wrong in its content, and warnings about printing.

    `unprinted` says in Korean why there are no PDFs, where this machine cannot make them.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    findings: tuple[Diagnostic, ...]
    lines_of: LinesOf
    warnings: tuple[str, ...] = ()
    unprinted: str = ""


def compose_site(content: Path, print_pdf: Print | None = None, *, preview: bool = False) -> Site:
    """Make the whole archive of a content folder; without `print_pdf` the PDFs are left out. A `preview` shows on each
    report's page, at its place, what is wrong in it.

    Trouble in content never raises: a report that cannot be read is a page that shows its findings.
    """
    return site_of(read_archive(content), print_pdf, preview=preview)


def site_of(archive: Archive, print_pdf: Print | None = None, *, preview: bool = False) -> Site:
    """Make the pages and files of an archive that was read."""
    library = archive.library
    shelf = _shelf(library.organization)
    pages: list[Page] = []
    assets = [*site_assets(), *_schema_assets()]
    warnings: list[str] = []
    unprinted = ""
    numbered: list[tuple[Document, Mapping[str, int]]] = []
    lines_of = cache(library.lines_of)
    errata = {r.folder: errata_of(r.document, archive.silenced, lines_of) for r in archive.reports}
    for composed in archive.reports:
        printed, reason = _printed(composed, library.tree, print_pdf)
        unprinted = unprinted or reason
        found = _findings_under(composed.folder, archive.findings) if preview else ()
        link = PdfLink(printed.page_count, len(printed.data)) if printed else None
        numbers = printed.pages if printed else {}
        numbered.append((composed.document, numbers))
        own = errata[composed.folder]
        page = report_page(
            composed.document, shelf, pages=numbers, pdf=link, errata=own, findings=found, lines_of=lines_of
        )
        pages.append(page)
        assets.extend(_report_files(composed, library.tree, printed))
        warnings.extend(f"{composed.folder}: {warning}" for warning in (printed.warnings if printed else ()))
    shown = {composed.folder for composed in archive.reports}
    pages += [_problem(loaded, archive) for loaded in library.reports if loaded.folder not in shown]
    documents = [composed.document for composed in archive.reports]
    pages.append(front_page(documents, shelf, errata=sum(map(len, errata.values()))))
    pages += [errata_page(documents, errata), search_page(), *guide_pages(RULES)]
    assets += search_assets(numbered)
    return Site(tuple(pages), tuple(assets), archive.findings, library.lines_of, tuple(warnings), unprinted)


def _printed(composed: ComposedReport, tree: FileTree, print_pdf: Print | None) -> tuple[Printed | None, str]:
    if print_pdf is None:
        return None, ""
    try:
        return print_pdf(composed.document, _pictures(composed.folder, tree)), ""
    except PdfUnavailable as reason:
        return None, str(reason)


def _report_files(composed: ComposedReport, tree: FileTree, printed: Printed | None) -> list[Asset]:
    document, folder = composed.document, composed.folder
    pictures = _pictures(folder, tree)
    numbers = printed.pages if printed else None
    paper = render_paper(document, numbers, pictures, printed.tightness if printed else None)
    files = [
        Asset(f"{folder}/report.html", paper.encode()),
        Asset(f"{folder}/report.json", render_json(document).encode()),
    ]
    return [*files, Asset(f"{folder}/report.pdf", printed.data)] if printed else files


def _pictures(folder: str, tree: FileTree) -> PicturesOf:
    def picture(path: str) -> bytes:
        data = tree.read(f"{folder}/{path}")
        if data is None:
            raise FileNotFoundError(path)
        return data

    return picture


def _problem(loaded: LoadedReport, archive: Archive) -> Page:
    title = words(loaded.report.title) if loaded.report else loaded.folder
    findings = _findings_under(loaded.folder, archive.findings) or archive.findings
    return problem_page(f"{loaded.folder}/index.html", title, findings, archive.library.lines_of)


def _findings_under(folder: str, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(finding for finding in findings if finding.at.path.startswith(f"{folder}/"))


def _schema_assets() -> list[Asset]:
    return [Asset(f"schema/{name}", text.encode()) for name, text in render_schemas().items()]


def _shelf(organization: Organization | None) -> Shelf:
    if organization is None:
        return Shelf(
            name="주요업무 아카이브", heading="주요업무 보고", lead="", institution="", departments=(), licence=""
        )
    site = organization.site
    return Shelf(
        name=words(site.name),
        heading=site.heading.text.strip(),
        lead=words(site.lead),
        institution=words(organization.institution),
        departments=_departments(organization),
        licence="",
    )


def _departments(organization: Organization) -> tuple[ShelfDepartment, ...]:
    before = {words(d.id): tuple(words(p) for p in d.predecessors) for d in organization.departments}
    return tuple(
        ShelfDepartment(
            slug=slug,
            name=name,
            institution=words(department.institution or organization.institution),
            predecessors=before[slug],
            successors=tuple(other for other, earlier in before.items() if slug in earlier),
        )
        for department in organization.departments
        for slug, name in ((words(department.id), words(department.name)),)
    )
