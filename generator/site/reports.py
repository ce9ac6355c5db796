"""The pages and files of each report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.archive import Archive
from generator.checks.engine import folder_of
from generator.compose import ComposedReport
from generator.diagnostics import Diagnostic
from generator.editions import STANDARD
from generator.fields import words
from generator.library import LoadedReport
from generator.outputs.artifacts import Asset, Page
from generator.outputs.data.files import report_downloads, source_files
from generator.outputs.data.report_json import render_json
from generator.outputs.pages.lifeline import LineLink, links_of_reports
from generator.outputs.pages.problem import problem_page
from generator.outputs.pages.report import report_page
from generator.outputs.pages.report_about import about_of
from generator.outputs.pages.review import ComparisonLink, comparison_links
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.web.downloads import Download, PdfLink
from generator.outputs.web.revision import report_revision
from generator.press import job_of
from generator.site.gathered import Gathered, picture_of


def report_pages(gathered: Gathered, *, preview: bool) -> Iterator[Page]:
    """Give the page of each report, and of each that cannot be read a page that says why. A `preview` shows on each
    what is wrong in it."""
    archive = gathered.archive
    compared = comparison_links(gathered.documents, gathered.shelf.departments)
    lifelines = links_of_reports(gathered.lines)
    findings = _findings_by_folder(archive.findings) if preview else {}
    for composed in archive.reports:
        folder = composed.folder
        links = compared.get(folder, ()), lifelines.get(folder, {})
        yield _report_page(gathered, composed, findings.get(folder, ()), *links)
    shown = {composed.folder for composed in archive.reports}
    yield from (_problem(loaded, archive) for loaded in archive.library.reports if loaded.folder not in shown)


def _report_page(
    gathered: Gathered,
    composed: ComposedReport,
    findings: tuple[Diagnostic, ...],
    comparisons: tuple[ComparisonLink, ...],
    lifelines: Mapping[str, tuple[LineLink, ...]],
) -> Page:
    folder, document, shelf = composed.folder, composed.document, gathered.shelf
    memory, every = gathered.memory, gathered.documents
    printed = gathered.printed.get(folder)
    make = partial(
        report_page,
        document,
        shelf,
        pages=gathered.numbers(folder),
        pdf=PdfLink(printed.page_count, len(printed.data)) if printed else None,
        editions=tuple(
            PdfLink(one.page_count, len(one.data), edition) for edition, one in gathered.editions(folder).items()
        ),
        errata=gathered.errata[folder],
        findings=findings,
        lines_of=gathered.lines_of,
        documents=every,
        files=tuple(_downloads(gathered, composed)),
        publication=gathered.publications[folder],
        revision=_revision(gathered, folder),
        lifelines=lifelines,
        comparisons=comparisons,
    )
    # The revision tells all files of the report apart, and so the lines that findings and errata stand in; of other
    # reports the page has what it says about its own neighbours.
    about = about_of(document, shelf, every, gathered.publications[folder], make.keywords["revision"])
    plain = {name: value for name, value in make.keywords.items() if name not in ("lines_of", "documents")}
    settled = memory.settle(("about", folder), (about, plain))
    return memory.recall(("page", folder), (document, shelf, settled), make)


def report_files(gathered: Gathered, *, preview: bool) -> Iterator[Asset]:
    """Give the files beside each report's page: the page to print, the data, the PDFs. In a `preview` the page to print
    does without fonts of its own."""
    for composed in gathered.archive.reports:
        folder, document = composed.folder, composed.document
        printed = gathered.printed.get(folder)
        yield Asset(f"{folder}/report.html", _paper(gathered, composed, printed, embed=not preview))
        data = gathered.memory.recall(("json", folder), (document,), partial(render_json, document))
        yield Asset(f"{folder}/report.json", data.encode())
        if printed:
            yield Asset(f"{folder}/{STANDARD.file}", printed.data)
        for edition, one in gathered.editions(folder).items():
            yield Asset(f"{folder}/{edition.file}", one.data)


def _paper(gathered: Gathered, composed: ComposedReport, printed: PdfResult | None, *, embed: bool) -> bytes:
    if printed and printed.paper and embed:
        return printed.paper
    folder, document = composed.folder, composed.document
    tightness = printed.tightness if printed else None
    numbers = printed.pages if printed else None
    picture = picture_of(gathered.archive, folder)
    found = tuple(sorted(job_of(folder, document, picture).pictures.items()))
    settings = gathered.memory.settle(("setting", folder), (tightness, numbers))
    return gathered.memory.recall(
        ("paper", folder),
        (document, found, settings, embed),
        lambda: render_paper(document, numbers, picture, tightness, embed=embed).encode(),
    )


def _revision(gathered: Gathered, folder: str) -> str:
    tree = gathered.archive.library.tree
    files = tuple((path, tree.read(path)) for path in gathered.files_of(folder))
    return gathered.memory.recall(("revision", folder), files, lambda: report_revision(tree, folder))


def _downloads(gathered: Gathered, composed: ComposedReport) -> Iterator[Download]:
    own, folder = gathered.records_of(composed.folder), composed.folder
    given = (own, composed.document, gathered.archive.library.organization)
    make = partial(report_downloads, gathered.archive, own, composed.document)
    yield from gathered.memory.recall(("downloads", folder), given, make)
    for place in source_files(gathered.archive, folder):
        href = place.removeprefix(f"{folder}/")
        name = href.rpartition("/")[2]
        yield Download(href, "YAML", name.removesuffix(".yml"), name)


def _problem(loaded: LoadedReport, archive: Archive) -> Page:
    title = words(loaded.report.title) if loaded.report else loaded.folder
    findings = _findings_under(loaded.folder, archive.findings) or archive.findings
    return problem_page(f"{loaded.folder}/index.html", title, findings, archive.library.lines_of)


def _findings_by_folder(findings: tuple[Diagnostic, ...]) -> dict[str, tuple[Diagnostic, ...]]:
    found: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        found.setdefault(folder_of(finding.at), []).append(finding)
    return {folder: tuple(own) for folder, own in found.items()}


def _findings_under(folder: str, findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    return tuple(finding for finding in findings if finding.at.path.startswith(f"{folder}/"))
