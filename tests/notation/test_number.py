"""Plain numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.number import fold_width, format_number, is_grouped_wrong, parse_number
from tests.notation.pairs import pairs, show_decimal

amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**20), max_value=10**20)


@pytest.mark.parametrize(("text", "expected"), pairs("number", "numbers"))
def test_parse_number(text: str, expected: str) -> None:
    number = parse_number(text)
    assert (show_decimal(number.value) if number else "none") == expected


@pytest.mark.parametrize(("text", "expected"), pairs("number", "budget-book mark"))
def test_budget_mark_is_left_out_only_where_asked(text: str, expected: str) -> None:
    number = parse_number(text, budget_mark=True)
    assert (show_decimal(number.value) if number else "none") == expected
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "expected"), pairs("number", "wrong grouping"))
def test_is_grouped_wrong(text: str, expected: str) -> None:
    assert is_grouped_wrong(text) is (expected == "yes")
    assert expected == "no" or parse_number(text) is None


@pytest.mark.parametrize(
    ("value", "decimals", "dash", "printed"),
    [
        ("728991", None, False, "728,991"),
        ("-44879", None, False, "△44,879"),
        ("73.0", None, False, "73.0"),
        ("1E+6", None, False, "1,000,000"),
        ("0", None, True, "-"),
        ("0", None, False, "0"),
        ("0.04", 1, True, "-"),
        ("-0.04", 1, False, "0.0"),
        ("0.05", 1, False, "0.1"),
        ("-0.05", 1, False, "△0.1"),
        ("12345678901234567890123456789.5", 0, False, "12,345,678,901,234,567,890,123,456,790"),
    ],
)
def test_format_number(value: str, decimals: int | None, dash: bool, printed: str) -> None:
    assert format_number(Decimal(value), decimals, dash_for_zero=dash) == printed


@given(amounts)
def test_what_is_printed_is_read_back(value: Decimal) -> None:
    number = parse_number(format_number(value))
    assert number is not None
    assert number.value == value
    assert not is_grouped_wrong(number.text)


@given(st.text())
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold_width(text)) == len(text)


@given(st.text(alphabet="0123456789,.△▲−-－–() x１，", max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text, budget_mark=True)
    assert number is None or number.text == text.strip()
