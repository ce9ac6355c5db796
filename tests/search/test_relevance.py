"""The development queries, and others that the engine was not made with, over the built archive and over reports of
other offices: nearly everything is found, and little else."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.search.engine import ask, fill, shards
from tests.search.relevance import CASES, FIRST, Measured, mean, measure, read_queries, section_texts, site_years

ORDER = """query => reportSearch.answer(query, window.engine.shards).hits
  .map(({ section }) => `${section.report.path}#${section.id}`)"""


@pytest.fixture(scope="module", params=["queries", "judged"])
def measured(engine: Tab, built_site: Path, request: pytest.FixtureRequest) -> list[Measured]:
    years = site_years(built_site)
    texts = section_texts(years)
    fill(engine, years)
    return [measure(case, engine.evaluate(ORDER, case["query"]), texts) for case in read_queries(request.param)]


def test_queries_have_something_to_find(measured: list[Measured]) -> None:
    assert {item.query for item in measured if item.recall is None} == {
        item.query for item in measured if item.kind == "negative"
    }


def test_ten_finds_hold_nearly_all_that_is_relevant(measured: list[Measured]) -> None:
    assert mean([item.recall for item in measured]) >= 0.97


def test_ten_finds_hold_little_else(measured: list[Measured]) -> None:
    assert mean([item.precision for item in measured]) >= 0.95


def test_no_query_goes_unanswered_and_nonsense_does(measured: list[Measured]) -> None:
    assert not [item.query for item in measured if item.kind != "negative" and not item.found]
    assert not [item.query for item in measured if item.kind == "negative" and item.found]


def test_reports_of_other_offices_are_found_as_well(engine: Tab) -> None:
    cases = json.loads((CASES / "offices.json").read_text(encoding="utf-8"))
    fill(engine, shards(cases["texts"]))
    wrong = defaultdict(list)
    for case in cases["queries"]:
        found = ask(engine, case["query"])["found"][:FIRST]
        if set(found) != set(case["found"]):
            wrong[case["kind"]].append((case["query"], found))
    assert not wrong
