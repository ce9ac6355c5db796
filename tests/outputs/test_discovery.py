"""Heads of pages and the files for machines: each names the other, and all are there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.outputs.artifacts import Asset, Page
from generator.outputs.discovery.discoverable import discoverable
from generator.outputs.web.shelving import Publication
from tests.outputs.example import ERRATA, report
from tests.outputs.works import ADDRESS, FILES, FOLDER, shelf, undated

REPORT = f"{FOLDER}/index.html"
PAGES = [
    Page("index.html", "front", "주요업무 아카이브", ""),
    Page("2022/index.html", "year", "2022년", ""),
    Page(REPORT, "report", "2022년 주요업무 보고", ""),
    Page("2019/old/index.html", "problem", "고장", ""),
    Page("data/index.html", "data", "데이터", ""),
    Page("search/index.html", "search", "찾기", ""),
]
ASSETS = [*FILES, Asset("data/programmes.csv", b"a,b")]


def made(address: str = ADDRESS, **more: Any) -> tuple[dict[str, Page], dict[str, bytes]]:
    given = {"publications": {FOLDER: Publication("2022. 9. 15.")}, **more}
    pages, files = discoverable(PAGES, ASSETS, [report()], shelf(address=address), **given)
    assert [page.path for page in pages] == [page.path for page in PAGES]
    assert len({file.path for file in files}) == len(files)
    return {page.path: page for page in pages}, {file.path: file.data for file in files}


def graph(page: Page) -> dict[str, dict[str, Any]]:
    return {node["@type"]: node for node in json.loads(page.head.data)["@graph"]}


def test_a_report_s_head() -> None:
    pages, files = made()
    head = pages[REPORT].head
    assert (head.address, head.twin, head.published) == (ADDRESS + REPORT, f"{REPORT}.md", "2022-09-15")
    assert head.twin in files
    assert head.picture == f"{ADDRESS}{FOLDER}/card.png" and f"{FOLDER}/card.png" in files
    assert head.article and not head.unlisted
    assert list(graph(pages[REPORT])) == ["Report", "BreadcrumbList"]


def test_other_heads() -> None:
    pages, files = made()
    assert list(graph(pages["index.html"])) == ["WebSite"]
    assert list(graph(pages["data/index.html"])) == ["Dataset", "BreadcrumbList"]
    assert pages["index.html"].head.address == ADDRESS
    for path in ("index.html", "2022/index.html"):
        head = pages[path].head
        assert not (head.article or head.twin or head.published)
        assert head.picture == f"{ADDRESS}assets/card.png" and "assets/card.png" in files


def test_the_way_to_a_page_leads_over_the_pages_of_its_folders() -> None:
    steps = graph(made()[0][REPORT])["BreadcrumbList"]["itemListElement"]
    assert [step["item"].removeprefix(ADDRESS) for step in steps] == ["", "2022/index.html", REPORT]
    assert [step["position"] for step in steps] == [1, 2, 3]


def test_what_is_no_content_is_not_listed() -> None:
    pages, files = made(guide=["guide/index.html"])
    assert {path for path, page in pages.items() if page.head.unlisted} == {"search/index.html", "2019/old/index.html"}
    listed = files["sitemap.xml"].decode()
    assert listed.count("<url>") == 5
    assert f"{ADDRESS}guide/index.html" in listed
    assert "search/index.html" not in listed and "old" not in listed
    assert listed.count("<lastmod>2022-09-15</lastmod>") == 1


def test_without_an_address_only_what_needs_none() -> None:
    pages, files = made("")
    missing = {"sitemap.xml", "robots.txt", "opensearch.xml"}
    assert set(made()[1]) - set(files) == missing
    assert {"feed.xml", "llms.txt", "data/catalog.jsonld", f"{REPORT}.md"} <= set(files)
    for page in pages.values():
        assert not page.head.address and not page.head.picture
        assert "https://" not in page.head.data.replace("https://schema.org", "").replace("https://www.kogl.or.kr", "")


@pytest.mark.parametrize(("errata", "told"), [({}, False), ({FOLDER: ERRATA}, True)])
def test_errata_reach_the_twin(errata: Any, told: bool) -> None:
    assert ("## 정오" in made(errata=errata)[1][f"{REPORT}.md"].decode()) == told


def test_tables_are_called_by_their_titles() -> None:
    _, files = made(data_titles={"data/programmes.csv": "사업 목록"})
    assert "[사업 목록]" in files["llms.txt"].decode()
    assert "사업 목록" in files["data/catalog.jsonld"].decode()


def test_a_report_that_cannot_be_read_is_no_report_to_machines() -> None:
    pages, _ = discoverable(PAGES, [], [undated(year=2019, slug="old")], shelf())
    head = {page.path: page.head for page in pages}["2019/old/index.html"]
    assert head.unlisted and not head.article


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert made() == made()
