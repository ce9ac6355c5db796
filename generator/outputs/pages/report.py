"""A report's page: the whole report with everything around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.diagnostics import Diagnostic, LinesOf
from generator.document import Document
from generator.outputs.artifacts import Page
from generator.outputs.pages.problem import gravest_first
from generator.outputs.pages.report_about import about_of
from generator.outputs.pages.report_views import (
    contents_of,
    has_computed,
    issuer,
    own_notes,
    programme_views,
    short_title,
)
from generator.outputs.pages.review import ComparisonLink
from generator.outputs.web.annotating import annotate
from generator.outputs.web.annotation import finding_annotation
from generator.outputs.web.downloads import Download, PdfLink, offers_of
from generator.outputs.web.errata import Erratum, erratum_annotation
from generator.outputs.web.paths import report_path, year_path
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf, ShelfDepartment
from generator.outputs.web.shelving import Publication


def _no_lines(path: str) -> Sequence[str]:
    return ()


def report_page(
    document: Document,
    shelf: Shelf,
    *,
    pages: Mapping[str, int],
    pdf: PdfLink | None,
    editions: Sequence[PdfLink] = (),
    errata: Sequence[Erratum] = (),
    findings: Sequence[Diagnostic] = (),
    lines_of: LinesOf = _no_lines,
    documents: Sequence[Document] = (),
    files: Iterable[Download] = (),
    publication: Publication | None = None,
    revision: str = "",
    lifelines: Mapping[str, str] | None = None,
    comparisons: Sequence[ComparisonLink] = (),
) -> Page:
    """Make a report's page. `pages` gives the page of each programme in print, by programme id; `pdf` is None where no
    PDF was made, `editions` are the further ones. `errata` are shown at their places; so are `findings`, which are for
    the preview only, and above the report. `lines_of` gives the source, in which both have their places.
    `documents` are all reports, for the one before and the one after; `files` are offered beside PDF, HTML and JSON.
    `lifelines` lead from the anchor of a programme to its history, from the archive's root; `comparisons` are links to
    what changed between this report and others.
    """
    remarks = [finding_annotation(number, item) for number, item in enumerate(gravest_first(findings), start=1)]
    annotated = annotate(document, [*map(erratum_annotation, errata), *remarks], lines_of)
    document = annotated.document
    about = about_of(document, shelf, documents, publication or Publication(), revision)
    body = render_body(
        "report",
        root="../../",
        steps=_steps(document, about.department),
        document=document,
        errata=errata,
        heading=short_title(document),
        issuer=issuer(document),
        contents=contents_of(document),
        views=programme_views(document, pages),
        notes=own_notes(document),
        computed=has_computed(document),
        pdf=pdf,
        editions=editions,
        offers=offers_of(document, files),
        about=about,
        lifelines=lifelines or {},
        comparisons=comparisons,
        remarks=remarks,
        placed=annotated.placed,
    )
    return Page(report_path(document), "report", document.title, _without_repeated_anchors(body), _said_of(document))


def _said_of(document: Document) -> str:
    return f"{issuer(document)}의 {document.year}년 {document.kind}"


def _steps(document: Document, department: ShelfDepartment) -> list[str | tuple[str, str]]:
    """The way to the page: its year, its department, what it is."""
    return [(f"{document.year}년", year_path(document.year)), (document.department, department.path), document.kind]


def _without_repeated_anchors(html: str) -> str:
    """Keep the anchor of a footnote's first call only; a note may be called twice, an id may stand once."""
    seen: set[str] = set()

    def keep_first(match: re.Match[str]) -> str:
        if match[0] in seen:
            return ""
        seen.add(match[0])
        return match[0]

    return re.sub(r' id="call-[^"]*"', keep_first, html)
