"""Figures that changed inside a line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.changes.figures import changed_figures, figure_change, figures_in, money_unit
from generator.changes.words import compare_words
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("changes/figures"))
def test_changed_figures(case: Case) -> None:
    old, new = (case.files[name].removesuffix("\n") for name in ("old", "new"))
    found = changed_figures("", old, new, compare_words(old, new))
    shown = [f"{f.label} | {f.old_text} | {f.new_text} | {f.difference} | {f.percent}" for f in found]
    assert shown == [line for line in case.files["expected"].split("\n") if line]


@pytest.mark.parametrize(
    ("old", "new", "unit", "difference", "percent"),
    [
        ("1250000", "1430000", "천원", "+180,000", "+14.4%"),
        ("1430000", "1250000", "천원", "△180,000", "△12.6%"),
        ("0", "5", "명", "+5", ""),
        ("5", "0", "명", "△5", "△100.0%"),
        ("-10", "5", "명", "+15", ""),
        ("36118055", "36118155", "천원", "+100", ""),
        ("63.9", "63.0", "%", "△0.9%p", ""),
    ],
)
def test_difference_and_percent(old: str, new: str, unit: str, difference: str, percent: str) -> None:
    change = figure_change("예산액", Decimal(old), Decimal(new), unit)
    assert (change.difference, change.percent) == (difference, percent)
    assert change.is_increase == (Decimal(new) > Decimal(old))


def test_a_bare_number_is_a_figure_only_with_grouped_digits() -> None:
    assert [(f.value, f.unit) for f in figures_in("제3호 5월 1,492,566", "천원")] == [(Decimal(1492566), "천원")]


@pytest.mark.parametrize(
    ("written", "unit"), [("단위: 천원", "천원"), ("단위: 천원, 명", ""), ("", ""), ("천원", "천원")]
)
def test_money_unit(written: str, unit: str) -> None:
    assert money_unit(written) == unit
