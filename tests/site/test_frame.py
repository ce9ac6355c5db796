"""The built site as files: whole, self-contained, and nothing published that should not be."""

from __future__ import annotations

import re
from pathlib import Path

from tests.outputs.example import Element, Markup
from tests.site.conftest import REPORT


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
