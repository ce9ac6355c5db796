"""Which programmes over the years a query names; the cases stand in cases/search/names.json."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page as Tab

from tests.search.engine import ask, fill, shards
from tests.search.relevance import CASES

NAMED = json.loads((CASES / "names.json").read_text(encoding="utf-8"))
FIND = """([names, query, guess]) => new reportSearch.Names(names).find(query, guess).map(({ entry }) => entry.href)"""


def entries(names: dict[str, list[str]]) -> list[dict[str, Any]]:
    return [
        {"name": own[0], "href": href, "names": own, "years": [2017, 2022], "summary": "한 줄", "figures": []}
        for href, own in names.items()
    ]


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case["title"])
def test_the_expected_programmes_in_the_expected_order(engine: Tab, case: dict[str, Any]) -> None:
    asked = [entries(case["names"]), case["query"], case.get("guess", True)]
    assert engine.evaluate(FIND, asked) == case["found"]


def test_a_guess_gives_way_to_what_stands_in_the_reports(engine: Tab) -> None:
    fill(engine, shards({"a": "마을기억 전시"}))
    engine.evaluate("names => window.engine.addNames(names)", entries({"x": ["마을기업"]}))
    assert ask(engine, "마을기억")["names"] == []
    assert [found["href"] for found in ask(engine, "마을기옵")["names"]] == ["x"]


def test_a_chosen_year_must_be_one_of_the_programme_s(engine: Tab) -> None:
    fill(engine, shards({"a": "마을기업"}))
    engine.evaluate("names => window.engine.addNames(names)", entries({"x": ["마을기업"]}))
    years = {year: bool(ask(engine, "마을기업", filter={"year": [year]})["names"]) for year in ("2017", "2018", "2022")}
    assert years == {"2017": True, "2018": False, "2022": True}
    assert ask(engine, "마을기업", filter={"kind": ["추진실적"]})["names"] == []


def test_pages_aside_and_reports_agree_on_what_was_asked(engine: Tab) -> None:
    fill(engine, shards({"a": "검사 결과", "b": "검시 대상"}))
    section = {"id": "s", "title": "검사 제외", "cited": "", "team": "", "page": None, "topics": []}
    page = {"year": 0, "path": "guide.html", "title": "안내", "group": "작성 안내", "institution": "", "department": "",
            "issuer": "", "kind": "", "sections": [section]}  # fmt: skip
    engine.evaluate("page => window.engine.addAside({ pages: [page] })", page)
    answer = ask(engine, "검사 제외")
    assert (answer["hits"], answer["missing"]) == (0, [])
    assert [(group["title"], group["count"]) for group in answer["aside"]] == [("작성 안내", 1)]
    both = ask(engine, "검사")
    assert (both["hits"], both["aside"][0]["count"]) == (1, 1)
