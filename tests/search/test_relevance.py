"""The development queries over the project's own reports: nearly everything is found, and little else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab

from tests.search.engine import fill
from tests.search.relevance import Measured, archive_years, mean, measure, read_queries, section_texts

ORDER = """query => reportSearch.answer(query, window.engine.shards).hits
  .map(({ section }) => `${section.report.path}#${section.id}`)"""


@pytest.fixture(scope="module")
def measured(engine: Tab) -> list[Measured]:
    years = archive_years()
    texts = section_texts(years)
    fill(engine, years)
    return [measure(case, engine.evaluate(ORDER, case["query"]), texts) for case in read_queries()]


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
