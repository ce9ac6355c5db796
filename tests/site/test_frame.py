"""The built site as files: whole, self-contained, and nothing published that should not be."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.outputs.example import Element, Markup
from tests.site.conftest import REPORT

LARGEST_REPORT = 120_000
"""Bytes that the example's page may take compressed, search index aside. A long report may take 150,000; its text is
the difference."""


def pages_of(built: Path) -> list[Path]:
    return sorted(path for path in built.rglob("*.html") if path.name != "report.html")


def elements_of(path: Path) -> list[Element]:
    html = re.sub(r"<!doctype html>", "", path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    return Markup(html).elements


def addresses(elements: list[Element]) -> list[str]:
    return [e.attributes[name] for e in elements for name in ("href", "src") if e.attributes.get(name)]


def test_only_the_guide_and_what_was_made_is_published(built: Path) -> None:
    assert not [path for path in built.rglob("*") if path.suffix in {".yml", ".yaml", ".md", ".py"}]
    assert {"index.html", REPORT, "guide/index.html", "guide/table.html"} <= {
        path.relative_to(built).as_posix() for path in pages_of(built)
    }


def test_a_made_page_takes_the_place_of_a_file_of_the_same_name(built: Path) -> None:
    assert "가려질 글" not in (built / "index.html").read_text(encoding="utf-8")


def test_nothing_comes_from_another_host(built: Path) -> None:
    for path in pages_of(built):
        for element in elements_of(path):
            outside = [a for a in addresses([element]) if urlsplit(a).netloc]
            named_only = element.name == "a" or element.attributes.get("rel") == "canonical"
            assert not outside or named_only, f"{path.name}: {element.name} {outside}"
            assert "preconnect" not in element.attributes.get("rel", "")


def test_style_sheets_fetch_nothing_from_another_host(built: Path) -> None:
    for path in built.rglob("*.css"):
        style = path.read_text(encoding="utf-8")
        assert not re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", style), path.name


def test_every_link_leads_to_a_file_and_an_anchor(built: Path) -> None:
    ids = {path: {e.attributes.get("id") for e in elements_of(path)} for path in pages_of(built)}
    for path in pages_of(built):
        if path.name == "404.html":
            continue
        for link in addresses(elements_of(path)):
            parts = urlsplit(link)
            if parts.scheme:
                continue
            assert not parts.path.startswith("/"), f"{path}: {link} is not relative"
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path}: {link} leads nowhere"
            if parts.fragment and target in ids:
                assert unquote(parts.fragment) in ids[target], f"{path}: {link} has no anchor"


def test_ids_stand_once_and_frame_and_page_do_not_share_any(built: Path) -> None:
    for path in pages_of(built):
        ids = [e.attributes["id"] for e in elements_of(path) if "id" in e.attributes]
        assert sorted(set(ids)) == sorted(ids), path


def test_every_page_has_one_title_one_main_and_a_language(built: Path) -> None:
    for path in pages_of(built):
        elements = elements_of(path)
        assert [e.name for e in elements].count("main") == 1
        assert [e.name for e in elements].count("h1") == 1, path
        assert elements[0].attributes["lang"] == "ko"


def test_the_archive_is_named_by_its_front_page(built: Path) -> None:
    titles = {
        path.relative_to(built).as_posix(): next(e.words for e in elements_of(path) if e.name == "title")
        for path in pages_of(built)
    }
    assert titles["index.html"].strip() == "주요업무 아카이브"
    assert titles[REPORT].strip() == "2022년 주요업무 보고(일자리경제과) - 주요업무 아카이브"


def test_pages_do_not_list_all_pages(built: Path) -> None:
    links = addresses(elements_of(built / REPORT))
    assert len({link for link in links if link.endswith(".html")}) < 10


def test_a_report_page_is_light(built: Path) -> None:
    page = built / REPORT
    files = [link for link in addresses(elements_of(page)) if link.endswith((".css", ".js", ".svg"))]
    shared = {page.parent.joinpath(link).resolve() for link in files}
    total = sum(len(gzip.compress(path.read_bytes(), 6)) for path in {page, *shared})
    assert total < LARGEST_REPORT
