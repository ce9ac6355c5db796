"""The page of the archive's data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.archive import Archive, check_library, read_archive
from generator.library import read_library
from generator.outputs.artifacts import Page
from generator.outputs.data.files import data_assets, data_tables
from generator.outputs.pages.data import data_page
from generator.outputs.web.downloads import PdfLink
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelving import shelf_of
from generator.records import records_of
from generator.records.kinds import Records
from generator.schema import SCHEMAS
from tests.outputs.example import Markup, shelf
from tests.trees import archive_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Files and pages that other outputs make.
OTHERS = {"index.html", "errata/index.html", *(f"schema/{name}" for name, _ in SCHEMAS)}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(CONTENT)


@pytest.fixture(scope="module")
def page(archive: Archive) -> Page:
    pdfs = {"2022/jobs-economy": PdfLink(12, 400_000)}
    return data_page(archive, records_of(archive), shelf_of(archive.library.organization), pdfs=pdfs)


def links(page: Page) -> Iterator[str]:
    for element in Markup(page.body).named("a"):
        href = element.attributes["href"]
        if not href.startswith(("#", "https:")):
            assert href.startswith("../")
            yield unquote(href.removeprefix("../"))


def test_every_link_leads_to_a_file(archive: Archive, page: Page) -> None:
    made = {asset.path for asset in data_assets(archive, records_of(archive))}
    own = {f"{report.folder}/{name}" for report in archive.reports for name in ("index.html", "report.json")}
    found = set(links(page))
    assert found - made - own - OTHERS == {"2022/jobs-economy/report.pdf"}
    metadata = {path for path in made if path.endswith("-metadata.json")}
    assert made - found == metadata, "everything that is made is offered; descriptions are found by their name"


def test_every_anchor_on_the_page_exists(page: Page) -> None:
    elements = Markup(page.body).elements
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    aimed = {e.attributes["href"][1:] for e in elements if e.attributes.get("href", "").startswith("#")}
    labelled = {e.attributes["aria-labelledby"] for e in elements if "aria-labelledby" in e.attributes}
    assert aimed | labelled <= set(ids)


def test_rows_and_sizes_are_told(archive: Archive, page: Page) -> None:
    told = [re.sub(r"\s+", "", e.words) for e in Markup(page.body).classed("data-files__rows")]
    assert told == [f"{len(table.rows)}줄" for table in data_tables(archive, records_of(archive))]
    (pdf,) = (e for e in Markup(page.body).named("a") if e.attributes["href"].endswith(".pdf"))
    assert pdf.words == "보고서 12쪽, 391KB"


def test_every_column_is_explained_once_for_each_table(archive: Archive, page: Page) -> None:
    tables = data_tables(archive, records_of(archive))
    wanted = {(column.name, column.key) for table in tables for column in table.columns}
    heads = {e.words for e in Markup(page.body).named("th") if e.attributes.get("scope") == "row"}
    assert heads == {f"{name} {key}" for name, key in wanted}
    rows = [e.words for e in Markup(page.body).named("tr")]
    assert sum("report_year" in row for row in rows) == 1, "what all tables share is told once"
    assert any("728991" in row and "천원" in row for row in rows), "examples are real"


def test_nothing_on_the_page_is_inline(page: Page) -> None:
    for element in Markup(page.body).elements:
        assert element.name not in {"script", "style"}
        assert not [name for name in element.attributes if name == "style" or name.startswith("on")]


def test_the_terms_of_use(archive: Archive) -> None:
    marked = shelf(licence=licence_of(1))
    body = data_page(archive, Records(), marked).body
    assert f'<a href="{marked.licence.href}">{marked.licence.name}</a>' in body
    assert marked.licence.conditions in body
    assert licence_of(None).conditions in data_page(archive, Records(), shelf(licence=licence_of(None))).body


def test_names_are_escaped() -> None:
    page = "제목: 일반현황\n본문:\n  시설물: |\n    | 시설명 | 위치 |\n    |---|---|\n    | <b>정자 & 못 | 숲길 |\n"
    made = check_library(read_library(archive_of({"일반현황.yml": page})))
    body = data_page(made, records_of(made), shelf()).body
    assert "&lt;b&gt;정자 &amp; 못" in body


def test_an_empty_archive_has_a_page() -> None:
    empty = check_library(read_library(archive_of({"organization.yml": "기관: ["})))
    body = data_page(empty, Records(), shelf()).body
    assert body.count("아직 없습니다") == 6
    assert "보고서마다" not in body
