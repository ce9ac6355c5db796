"""The engine's answers to one query each; the cases stand in cases/search/engine.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page as Tab

from tests.search.engine import ask, fill, in_pieces, shards

CASES = json.loads((Path(__file__).parents[1] / "cases" / "search" / "engine.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_the_expected_sections_in_the_expected_order(engine: Tab, case: dict[str, Any]) -> None:
    fill(engine, shards(case["texts"]))
    answer = ask(engine, case["query"], filter=case.get("filter", {}))
    hits = [hit["id"] for group in answer["groups"] for hit in group["hits"]]
    assert hits == case["found"]
    assert {item["typed"]: item["words"] for item in answer["searched"]} == case.get("searched", {})
    assert answer["missing"] == case.get("missing", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_year_in_pieces_is_answered_as_a_whole_one(engine: Tab, case: dict[str, Any]) -> None:
    years = shards(case["texts"])
    fill(engine, years)
    whole = ask(engine, case["query"], filter=case.get("filter", {}))
    # Pieces may come in any order.
    fill(engine, [piece for year in years for piece in reversed(in_pieces(year))])
    assert ask(engine, case["query"], filter=case.get("filter", {})) == whole


def test_equal_finds_stand_in_order_over_pieces_and_are_counted_together(engine: Tab) -> None:
    years = shards({
        name: {"lines": "축제", "year": year, "department": f"{name[0]}과"}
        for name, year in (("b2", 2022), ("a1", 2022), ("a2", 2022), ("c", 2021), ("b1", 2022))
    })  # fmt: skip
    fill(engine, [piece for year in years for piece in reversed(in_pieces(year))])
    answer = ask(engine, "축제", filter={"department": ["b과"]})
    assert answer["found"] == ["a1", "a2", "b1", "b2", "c"]
    assert [hit["id"] for group in answer["groups"] for hit in group["hits"]] == ["b1", "b2"]
    assert (answer["hits"], answer["reports"]) == (2, 2)
    assert answer["facets"]["department"] == [["a과", 2], ["b과", 2], ["c과", 1]]
    assert answer["facets"]["year"] == [["2022", 2]]


def test_of_a_line_in_a_long_topic_the_best_is_shown(engine: Tab) -> None:
    lines = ["축제", "3,400개", "", "시비\t축제 예산\t340", "예산\t축제"]
    fill(engine, shards({"a": {"title": "무엇", "lines": "\n".join(lines)}}))
    shown = ask(engine, "축제 예산 340")["groups"][0]["hits"][0]["line"]
    assert "".join(text for text, _ in shown) == "시비 · 축제 예산 · 340"


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("맥주축제 예산", "98,000천원"),  # the heading of a topic is told by its lines, the title by itself
        ("2022 체험", "수제맥주 체험"),  # a year tells little
        ("맥주축제 어디서 하나요", "위치: 공원"),  # the question says what kind of line answers
    ],
)
def test_the_line_shown_tells_what_the_title_does_not(engine: Tab, query: str, line: str) -> None:
    lines = "맥주축제 소개\n2022. 1. ~ 12.\n수제맥주 체험\n위치: 공원"
    years: list[dict[str, Any]] = shards({"a": {"title": "맥주축제 개최", "lines": lines}})
    years[0]["reports"][0]["sections"][0]["topics"].append({"id": "", "heading": "소요예산", "lines": "98,000천원"})
    fill(engine, years)
    shown = ask(engine, query)["groups"][0]["hits"][0]["line"]
    assert "".join(text for text, _ in shown) == line


def test_a_question_about_a_programme_names_it(engine: Tab) -> None:
    fill(engine, shards({"a": "공공근로 사업"}))
    entry = {"name": "공공근로사업", "href": "x", "names": ["공공근로사업"], "years": [], "summary": "", "figures": []}
    engine.evaluate("names => window.engine.addNames(names)", [entry])
    assert [found["href"] for found in ask(engine, "공공근로에 얼마를 썼나요")["names"]] == ["x"]


def test_departments_of_one_name_are_told_apart_by_their_institutions(engine: Tab) -> None:
    texts = {
        name: {"lines": "축제", "department": department, "institution": institution}
        for name, department, institution in (("a", "총무과", "가구"), ("b", "총무과", "나구"), ("c", "문화과", "가구"))
    }
    fill(engine, shards(texts))
    answer = ask(engine, "축제", filter={"department": ["나구 총무과"]})
    assert answer["facets"]["department"] == [["가구 총무과", 1], ["나구 총무과", 1], ["문화과", 1]]
    assert [hit["id"] for group in answer["groups"] for hit in group["hits"]] == ["b"]
    assert ask(engine, "축제", filter={"department": ["총무과"]})["hits"] == 2


def test_hits_are_grouped_by_report_and_counted(engine: Tab) -> None:
    years = shards({"a": "축제", "b": {"title": "축제"}, "c": {"year": 2019, "lines": "축제"}})
    first, second = years[0]["reports"]  # type: ignore[misc]
    first["sections"] += second["sections"]
    years[0]["reports"] = [first]
    fill(engine, years)
    answer = ask(engine, "축제")
    assert [(group["report"]["year"], [hit["id"] for hit in group["hits"]]) for group in answer["groups"]] == [
        (2022, ["b", "a"]),
        (2019, ["c"]),
    ]
    assert (answer["hits"], answer["reports"]) == (3, 2)


def test_a_facet_counts_what_choosing_its_values_would_give(engine: Tab) -> None:
    fill(engine, shards({"a": {"year": 2019, "lines": "축제"}, "b": {"department": "다른 과", "lines": "축제"}}))
    facets = ask(engine, "축제", filter={"year": ["2022", "2010"]})["facets"]
    assert facets["year"] == [["2022", 1], ["2019", 1], ["2010", 0]]
    assert facets["department"] == [["다른 과", 1]]


@pytest.mark.parametrize(
    ("query", "line", "marked"),
    [
        ("일자리", "청년일자리와 일자리", ["일자리", "일자리"]),
        ("사회적경제 지원센터", "구 사회적 경제 지원센터", ["사회적 경제 지원센터"]),
        ("728991", "예산 728,991천원", ["728,991"]),
        ("2022", "’22년", ["’22"]),
        ("ㅊㄴ", "청년 지원", ["청년"]),
        ("<b>", "a<b>c b", ["b", "b"]),
        ("협동조하", "협동조합", ["협동조합"]),
    ],
)
def test_the_excerpt_marks_what_was_met(engine: Tab, query: str, line: str, marked: list[str]) -> None:
    fill(engine, shards({"a": line}))
    pieces = ask(engine, query)["groups"][0]["hits"][0]["line"]
    assert "".join(text for text, _ in pieces) == line
    assert [text for text, is_marked in pieces if is_marked] == marked


def test_a_long_line_is_cut_around_the_first_mark(engine: Tab) -> None:
    fill(engine, shards({"a": "앞말 " * 100 + "축제 " + "뒷말 " * 100}))
    line = "".join(text for text, _ in ask(engine, "축제")["groups"][0]["hits"][0]["line"])
    assert "축제" in line
    assert line.startswith("… ") and line.endswith(" …") and len(line) < 150


def test_cells_of_a_row_are_shown_apart(engine: Tab) -> None:
    fill(engine, shards({"a": "시비\t325,000"}))
    assert ask(engine, "시비")["groups"][0]["hits"][0]["line"] == [["시비", True], [" · 325,000", False]]


@pytest.mark.parametrize("word", ["값", "닭이", "괜찮다", "일자리플러스센터", "쌍쌍", "의의", "왜관"])
def test_each_layout_leads_back_to_the_word(engine: Tab, word: str) -> None:
    typed = engine.evaluate("word => reportSearch.latinOf(word)", word)
    assert typed.isascii()
    if "ㅆ" not in engine.evaluate("word => reportSearch.letters(word)", word):
        assert engine.evaluate("typed => reportSearch.hangulOf(typed)", typed) == word


def test_distance_counts_keystrokes(engine: Tab) -> None:
    pairs = [["abc", "abc"], ["abc", "abd"], ["abc", "acb"], ["abc", "ab"], ["abc", "xyz"], ["abcd", "a"]]
    assert engine.evaluate("pairs => pairs.map(([a, b]) => reportSearch.distance(a, b, 2))", pairs) == [
        0,
        1,
        1,
        1,
        3,
        3,
    ]


def test_a_year_that_comes_again_replaces_itself(engine: Tab) -> None:
    fill(engine, [*shards({"a": "축제"}), *shards({"b": "축제"})])
    assert ask(engine, "축제")["found"] == ["b"]


def test_a_piece_that_comes_again_replaces_itself_alone(engine: Tab) -> None:
    (year,) = shards({"a": "축제", "b": "축제"})
    first, second = in_pieces(year)
    (again,) = shards({"c": "축제"})
    fill(engine, [first, second, {**again, "piece": 2}])
    assert ask(engine, "축제")["found"] == ["a", "c"]
