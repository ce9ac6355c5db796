"""Funding sources: finding one by its label, and the nearest one to a wrong label."""

from __future__ import annotations

import re

import pytest

from generator.notation.funding import DEFAULT_SOURCES, FundingSource, find_source, nearest_source, source_pattern


@pytest.mark.parametrize(
    ("label", "name"),
    [("시비", "시비"), ("시", "시비"), ("구 비", "구비"), ("특교세", "특별교부세"), ("사비", None), ("", None)],
)
def test_find_source(label: str, name: str | None) -> None:
    found = find_source(label, DEFAULT_SOURCES)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("사비", "시비"),
        ("굳", "구비"),
        ("자담", "자부담"),
        ("특별교부새", "특별교부세"),
        ("인건비", None),
        ("목표", None),
    ],
)
def test_nearest_source(label: str, name: str | None) -> None:
    found = nearest_source(label, DEFAULT_SOURCES)
    assert (found.name if found else None) == name


def test_no_sources_match_nothing() -> None:
    assert nearest_source("시비", ()) is None
    assert re.search(source_pattern(()), "시비 100") is None


def test_a_short_form_is_the_label() -> None:
    assert FundingSource("시비", "시").label == "시"
    assert FundingSource("기금").label == "기금"
