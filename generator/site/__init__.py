"""The whole archive: from a content folder to every page and file, before any host frames or writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.archive import Archive, read_archive
from generator.checks import RULES
from generator.diagnostics import Diagnostic, LinesOf
from generator.outputs.artifacts import Asset, Findable, Page
from generator.outputs.data.checksums import checksums
from generator.outputs.data.files import archive_data_files, data_assets
from generator.outputs.discovery.discoverable import discoverable
from generator.outputs.errors import PdfUnavailable
from generator.outputs.pages.guide import guide_pages
from generator.outputs.pages.overview import site_assets
from generator.outputs.pages.search import search_page
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.search.fallback import findables
from generator.outputs.search.guide import guide_aside
from generator.outputs.search.index import AsidePage, search_assets
from generator.outputs.search.names import lifeline_entries, named_pages
from generator.press import Job
from generator.remembering import Memory
from generator.schema import render_schemas
from generator.site.gathered import Gathered, gather
from generator.site.jobs import jobs_of
from generator.site.lists import list_pages
from generator.site.reports import report_files, report_pages

GUIDE = "guide/"
"""The folder of the content that is published as it is."""

FOUND_BY_NAME = frozenset({"data", "department", "departments", "errata", "finance", "programmes"})
"""The kinds of pages over all reports that the search finds by name. The others say what reports say, and those are
found themselves."""


class Printer(Protocol):
    """Prints reports; see `generator.press.Press`."""

    def print(self, jobs: Sequence[Job]) -> Mapping[str, PdfResult]:
        """Give the results by the names of the jobs; raises PdfUnavailable where PDFs cannot be made."""
        ...


@dataclass(frozen=True, slots=True)
class Site:
    """All pages and files of the archive, what is wrong in its content, and warnings about printing.

    `unprinted` says in Korean why there are no PDFs, where this machine cannot make them. `findables` are the texts of
    the pages for the host's own search; a preview has none.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    findings: tuple[Diagnostic, ...]
    lines_of: LinesOf
    warnings: tuple[str, ...] = ()
    unprinted: str = ""
    findables: tuple[Findable, ...] = ()


def compose_site(content: Path, printer: Printer | None = None, *, preview: bool = False) -> Site:
    """Make the whole archive of a content folder; without a `printer` the PDFs are left out. A `preview` shows on each
    report's page, at its place, what is wrong in it.

    Trouble in content never raises: a report that cannot be read is a page that shows its findings.
    """
    return site_of(read_archive(content), printer, preview=preview)


def site_of(
    archive: Archive,
    printer: Printer | None = None,
    *,
    preview: bool = False,
    more: Sequence[Page] = (),
    beside: Sequence[Asset] = (),
    memory: Memory | None = None,
) -> Site:
    """Make the pages and files of an archive that was read, with `more` pages and files `beside` them. What a `memory`
    has of an earlier time is not made again."""
    printed, unprinted = print_reports(archive, printer, memory)
    return made_of(gather(archive, printed, memory), unprinted, preview=preview, more=more, beside=beside)


def made_of(
    gathered: Gathered,
    unprinted: str = "",
    *,
    preview: bool = False,
    more: Sequence[Page] = (),
    beside: Sequence[Asset] = (),
) -> Site:
    """Make the pages and files of what was gathered; `unprinted` says why there are no PDFs."""
    archive, printed = gathered.archive, gathered.printed
    lists = list(list_pages(gathered))
    aside = _aside(gathered, lists)
    pages = [*report_pages(gathered, preview=preview), *lists, search_page(), *guide_pages(RULES), *more]
    assets = [
        *site_assets(),
        *(Asset(f"schema/{name}", text.encode()) for name, text in render_schemas().items()),
        *report_files(gathered, preview=preview),
        *data_assets(archive, gathered.records, gathered.memory),
        *search_assets(
            gathered.numbered, lifelines=lifeline_entries(gathered.lines), aside=aside, memory=gathered.memory
        ),
        *beside,
    ]
    headed, found = discoverable(
        pages,
        assets,
        gathered.documents,
        gathered.shelf,
        publications=gathered.publications,
        errata=gathered.errata,
        data_titles={
            file.path: f"{offered.table.title} ({file.format})"
            for offered in archive_data_files(archive, gathered.records, gathered.memory)
            for file in offered.files
        },
        guide=[path.removesuffix(".md") + ".html" for path in _guide_sources(archive)],
        memory=gathered.memory,
    )
    warnings = [f"{name}: {warning}" for name, result in printed.items() for warning in result.warnings]
    lines_of = archive.library.lines_of
    files = (*assets, *found)
    return Site(
        pages=tuple(headed),
        assets=(*files, checksums(files)),
        findings=archive.findings,
        lines_of=lines_of,
        warnings=tuple(warnings),
        unprinted=unprinted,
        findables=() if preview else _findables(gathered, aside),
    )


def print_reports(
    archive: Archive, printer: Printer | None, memory: Memory | None = None
) -> tuple[Mapping[str, PdfResult], str]:
    """Print all reports; what is said comes with it where this machine cannot. What a `memory` has of an earlier time
    is not worked out again."""
    if printer is None:
        return {}, ""
    try:
        return printer.print(jobs_of(archive, memory)), ""
    except PdfUnavailable as reason:
        return {}, str(reason)


def _aside(gathered: Gathered, lists: Iterable[Page]) -> tuple[AsidePage, ...]:
    named = named_pages(page for page in lists if page.name in FOUND_BY_NAME)
    return (*guide_aside(_guide_sources(gathered.archive), RULES), *named)


def _findables(gathered: Gathered, aside: Iterable[AsidePage]) -> tuple[Findable, ...]:
    # The host reads the guide's own Markdown itself.
    written = {path.removesuffix(".md") + ".html" for path in _guide_sources(gathered.archive)}
    made = [page for page in aside if page.path not in written]
    return findables(gathered.numbered, lifeline_entries(gathered.lines), made)


def _guide_sources(archive: Archive) -> dict[str, str]:
    tree = archive.library.tree
    paths = (path for path in tree.paths if path.startswith(GUIDE) and path.endswith(".md"))
    return {path: (tree.read(path) or b"").decode("utf-8", "replace") for path in paths}
