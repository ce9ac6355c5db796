"""The archive's pages: front page and errata here, the others each in a module of their own.

A page's body is finished HTML from our own templates; the theme only frames it. All links are relative and name the
file, so that the archive works from a sub-path and from a folder on disk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.document import Document
from generator.lifelines import LifeLine
from generator.outputs.artifacts import Asset, Page
from generator.outputs.pages.department import department_page, department_pages, departments_page
from generator.outputs.pages.front import latest_report, matrix_of, news_of, telling_thread
from generator.outputs.pages.holdings import newest_first
from generator.outputs.pages.problem import problem_page
from generator.outputs.pages.report import report_page
from generator.outputs.pages.report_views import issuer
from generator.outputs.pages.year import year_page, year_pages
from generator.outputs.templating import TEMPLATES, stylesheet
from generator.outputs.web.downloads import Download, PdfLink
from generator.outputs.web.errata import Erratum
from generator.outputs.web.paths import DEPARTMENTS, report_path, year_path
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf, ShelfDepartment
from generator.outputs.web.shelving import Publication
from generator.records.kinds import Records

__all__ = [
    "Download",
    "PdfLink",
    "Publication",
    "Shelf",
    "ShelfDepartment",
    "department_page",
    "department_pages",
    "departments_page",
    "errata_page",
    "front_page",
    "problem_page",
    "report_page",
    "report_path",
    "site_assets",
    "year_page",
    "year_pages",
]


def front_page(
    documents: Sequence[Document],
    shelf: Shelf,
    *,
    errata: int = 0,
    records: Records | None = None,
    published: Mapping[str, str] | None = None,
    lines: Sequence[LifeLine] = (),
) -> Page:
    """Make the front page: search, what the newest report says, years by departments, the newest reports, and how many
    `errata` the archive has. `records` give the totals that reports print, `published` the day that a report came out,
    as written, by its folder; one of the `lines` is shown over its years."""
    body = render_body(
        "front",
        root="",
        shelf=shelf,
        latest=latest_report(newest_first(documents)),
        matrix=matrix_of(documents, shelf),
        thread=telling_thread(lines),
        lines=len(lines),
        news=news_of(documents, records or Records(), published or {}),
        path_of=report_path,
        year_path=year_path,
        departments_path=DEPARTMENTS,
        issuer_of=issuer,
        errata=errata,
    )
    return Page("index.html", "front", shelf.name, body, shelf.lead)


def errata_page(documents: Sequence[Document], errata: Mapping[str, Sequence[Erratum]]) -> Page:
    """Make the page of all errata, the newest report first. `errata` are those of each report by its folder."""
    ordered = newest_first(documents)
    groups = [(document, own) for document in ordered if (own := errata.get(f"{document.year}/{document.slug}"))]
    count = sum(len(own) for _, own in groups)
    body = render_body("errata", root="../", groups=groups, count=count, path_of=report_path, issuer_of=issuer)
    return Page("errata/index.html", "errata", "정오표", body, "펴낸 그대로 두고 바로잡은 글과 숫자를 모은 표")


def site_assets() -> list[Asset]:
    """Give the files that all pages share: style sheet, script, icon."""
    folder = TEMPLATES / "assets"
    files = [Asset(f"assets/{path.name}", path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
    pages = sorted((TEMPLATES / "styles" / "web").glob("*.css"))
    style = "\n".join([stylesheet("web"), *(path.read_text(encoding="utf-8") for path in pages)])
    return [Asset("assets/archive.css", style.encode()), *files]
