"""The archive's pages: front page, report page, errata, and what `serve` shows where a report cannot be read.

A page's body is finished HTML from our own templates; the theme only frames it. All links are relative and name the
file, so that the archive works from a sub-path and from a folder on disk.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, LinesOf, Severity
from generator.document import Document
from generator.outputs.annotating import annotate
from generator.outputs.annotation import finding_annotation
from generator.outputs.artifacts import Asset, Page
from generator.outputs.errata import Erratum, erratum_annotation
from generator.outputs.pages_front import latest_report, matrix_of, newest_first
from generator.outputs.pages_report import contents_of, has_computed, issuer, own_notes, programme_views, short_title
from generator.outputs.rendering import render_body
from generator.outputs.shelf import Shelf, ShelfDepartment
from generator.outputs.templating import TEMPLATES, stylesheet

__all__ = [
    "PdfLink",
    "Shelf",
    "ShelfDepartment",
    "errata_page",
    "front_page",
    "problem_page",
    "report_page",
    "report_path",
    "site_assets",
]


@dataclass(frozen=True, slots=True)
class PdfLink:
    """The report's PDF: how many pages it has, and its size in bytes."""

    pages: int
    size: int

    @property
    def size_text(self) -> str:
        """The size as readers know it, `412KB` or `1.3MB`."""
        kilobytes = max(1, round(self.size / 1024))
        return f"{kilobytes}KB" if kilobytes < 1000 else f"{self.size / 1024**2:.1f}MB"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A finding's source line, cut into what stands before, at and after its span."""

    line: int
    before: str
    at: str
    after: str


def report_path(document: Document) -> str:
    """Give the place of a report's page in the site."""
    return f"{document.year}/{document.slug}/index.html"


def _no_lines(path: str) -> Sequence[str]:
    return ()


def front_page(documents: Sequence[Document], shelf: Shelf, *, errata: int = 0) -> Page:
    """Make the front page: search, what the newest report says, years by departments, the newest reports, and how many
    `errata` the archive has."""
    ordered = newest_first(documents)
    body = render_body(
        "front",
        shelf=shelf,
        documents=ordered,
        latest=latest_report(ordered),
        matrix=matrix_of(documents, shelf),
        path_of=report_path,
        issuer_of=issuer,
        errata=errata,
    )
    return Page("index.html", "front", shelf.name, body, shelf.lead)


def report_page(
    document: Document,
    shelf: Shelf,
    *,
    pages: Mapping[str, int],
    pdf: PdfLink | None,
    errata: Sequence[Erratum] = (),
    findings: Sequence[Diagnostic] = (),
    lines_of: LinesOf = _no_lines,
) -> Page:
    """Make a report's page. `pages` gives the page of each programme in print, by programme id; `pdf` is None where no
    PDF was made. `errata` are shown at their places; so are `findings`, which are for the preview only, and above the
    report. `lines_of` gives the source, in which both have their places."""
    ordered = _sorted(findings)
    remarks = [finding_annotation(number, finding) for number, finding in enumerate(ordered, start=1)]
    annotated = annotate(document, [*map(erratum_annotation, errata), *remarks], lines_of)
    document = annotated.document
    body = render_body(
        "report",
        root="../../",
        document=document,
        errata=errata,
        shelf=shelf,
        heading=short_title(document),
        issuer=issuer(document),
        contents=contents_of(document),
        views=programme_views(document, pages),
        notes=own_notes(document),
        computed=has_computed(document),
        pdf=pdf,
        remarks=remarks,
        placed=annotated.placed,
    )
    description = f"{issuer(document)}의 {document.year}년 {document.kind}"
    return Page(report_path(document), "report", document.title, _without_repeated_anchors(body), description)


def errata_page(documents: Sequence[Document], errata: Mapping[str, Sequence[Erratum]]) -> Page:
    """Make the page of all errata, the newest report first. `errata` are those of each report by its folder."""
    ordered = newest_first(documents)
    groups = [(document, own) for document in ordered if (own := errata.get(f"{document.year}/{document.slug}"))]
    count = sum(len(own) for _, own in groups)
    body = render_body("errata", root="../", groups=groups, count=count, path_of=report_path, issuer_of=issuer)
    return Page("errata/index.html", "errata", "정오표", body, "펴낸 그대로 두고 바로잡은 글과 숫자를 모은 표")


def problem_page(path: str, title: str, findings: Sequence[Diagnostic], lines_of: LinesOf) -> Page:
    """Make the page that stands for a report that cannot be read: its findings with the source lines."""
    ordered = _sorted(findings)
    excerpts = {index: excerpt for index, item in enumerate(ordered) if (excerpt := _excerpt(item, lines_of))}
    body = render_body("problem", title=title, findings=ordered, excerpts=excerpts, root="../" * path.count("/"))
    return Page(path, "problem", title, body)


def site_assets() -> list[Asset]:
    """Give the files that all pages share: style sheet, script, icon."""
    folder = TEMPLATES / "assets"
    files = [Asset(f"assets/{path.name}", path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
    pages = sorted((TEMPLATES / "styles" / "web").glob("*.css"))
    style = "\n".join([stylesheet("web"), *(path.read_text(encoding="utf-8") for path in pages)])
    return [Asset("assets/archive.css", style.encode()), *files]


def _sorted(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    grave = list(Severity)
    return sorted(findings, key=lambda item: (grave.index(item.severity), item.at))


def _excerpt(item: Diagnostic, lines_of: LinesOf) -> Excerpt | None:
    lines = lines_of(item.at.path)
    if not 1 <= item.at.line <= len(lines):
        return None
    line = lines[item.at.line - 1].rstrip("\r\n")
    start = item.at.column - 1
    end = item.at.end_column - 1 if item.at.end_line == item.at.line else len(line)
    return Excerpt(item.at.line, line[:start], line[start : max(end, start + 1)], line[max(end, start + 1) :])


def _without_repeated_anchors(html: str) -> str:
    """Keep the anchor of a footnote's first call only; a note may be called twice, an id may stand once."""
    seen: set[str] = set()

    def keep_first(match: re.Match[str]) -> str:
        if match[0] in seen:
            return ""
        seen.add(match[0])
        return match[0]

    return re.sub(r' id="call-[^"]*"', keep_first, html)
