"""The pages and files of each report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import Archive
from generator.compose import ComposedReport
from generator.diagnostics import Diagnostic
from generator.fields import words
from generator.library import LoadedReport
from generator.outputs.artifacts import Asset, Page
from generator.outputs.data import render_json
from generator.outputs.data_files import report_downloads, source_files
from generator.outputs.downloads import Download, PdfLink
from generator.outputs.pages_lifeline import lifeline_links
from generator.outputs.pages_problem import problem_page
from generator.outputs.pages_review import comparison_links
from generator.outputs.paper import render_paper
from generator.outputs.report_page import report_page
from generator.outputs.revision import report_revision
from generator.site.gathered import Gathered, picture_of


def report_pages(gathered: Gathered, *, preview: bool) -> Iterator[Page]:
    """Give the page of each report, and of each that cannot be read a page that says why. A `preview` shows on each
    what is wrong in it."""
    archive = gathered.archive
    links = lifeline_links(gathered.lines)
    compared = comparison_links(gathered.documents, gathered.shelf.departments)
    for composed in archive.reports:
        folder = composed.folder
        printed = gathered.printed.get(folder)
        yield report_page(
            composed.document,
            gathered.shelf,
            pages=gathered.numbers(folder),
            pdf=PdfLink(printed.page_count, len(printed.data)) if printed else None,
            errata=gathered.errata[folder],
            findings=_findings_under(folder, archive.findings) if preview else (),
            lines_of=gathered.lines_of,
            documents=gathered.documents,
            files=tuple(_downloads(gathered, composed)),
            publication=gathered.publications[folder],
            revision=report_revision(archive.library.tree, folder),
            lifelines={anchor: href for (place, anchor), href in links.items() if place == folder},
            comparisons=compared.get(folder, ()),
        )
    shown = {composed.folder for composed in archive.reports}
    yield from (_problem(loaded, archive) for loaded in archive.library.reports if loaded.folder not in shown)


def report_files(gathered: Gathered) -> Iterator[Asset]:
    """Give the files beside each report's page: the page to print, the data, the PDF."""
    for composed in gathered.archive.reports:
        folder, document = composed.folder, composed.document
        printed = gathered.printed.get(folder)
        tightness = printed.tightness if printed else None
        numbers = printed.pages if printed else None
        paper = render_paper(document, numbers, picture_of(gathered.archive, folder), tightness)
        yield Asset(f"{folder}/report.html", paper.encode())
        yield Asset(f"{folder}/report.json", render_json(document).encode())
        if printed:
            yield Asset(f"{folder}/report.pdf", printed.data)


def _downloads(gathered: Gathered, composed: ComposedReport) -> Iterator[Download]:
    yield from report_downloads(gathered.archive, gathered.records, composed.document)
    for place in source_files(gathered.archive, composed.folder):
        href = place.removeprefix(f"{composed.folder}/")
        name = href.rpartition("/")[2]
        yield Download(href, "YAML", name.removesuffix(".yml"), name)


def _problem(loaded: LoadedReport, archive: Archive) -> Page:
    title = words(loaded.report.title) if loaded.report else loaded.folder
    findings = _findings_under(loaded.folder, archive.findings) or archive.findings
    return problem_page(f"{loaded.folder}/index.html", title, findings, archive.library.lines_of)


def _findings_under(folder: str, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(finding for finding in findings if finding.at.path.startswith(f"{folder}/"))
