"""Percentages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.percent import Rounding, format_percent, parse_percent, ratio_percent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("73.0", "73.0"),
        ("82%", "82"),
        ("75.7%", "75.7"),
        (" 45.1 % ", "45.1"),
        ("１００％", "100"),
        ("109퍼센트", "109"),
        ("△13", "-13"),
        ("△13%", "-13"),
        ("-", "0"),
        ("-%", None),
        ("%", None),
        ("", None),
        ("구비 100%", None),
        ("60%(최대 100만원)", None),
        ("1,2%", None),
    ],
)
def test_parse_percent(text: str, expected: str | None) -> None:
    value = parse_percent(text)
    assert (None if value is None else str(value)) == expected


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "rounding", "expected"),
    [
        # Execution rates of the 2022 report.
        ("465903", "728991", 1, Rounding.HALF_UP, "63.9"),
        ("110000", "118000", 1, Rounding.HALF_UP, "93.2"),
        ("110000", "118000", 0, Rounding.DOWN, "93"),
        ("1", "800", 1, Rounding.HALF_UP, "0.1"),
        ("1", "2000", 1, Rounding.HALF_UP, "0.1"),
        ("1", "2000", 1, Rounding.DOWN, "0.0"),
        ("2", "3", 1, Rounding.DOWN, "66.6"),
        ("-84400", "651000", 0, Rounding.HALF_UP, "-13"),
        ("0", "5", 1, Rounding.HALF_UP, "0.0"),
        ("5", "0", 1, Rounding.HALF_UP, None),
    ],
)
def test_ratio_percent(part: str, whole: str, decimals: int, rounding: Rounding, expected: str | None) -> None:
    value = ratio_percent(Decimal(part), Decimal(whole), decimals, rounding)
    assert (None if value is None else str(value)) == expected


@pytest.mark.parametrize(
    ("value", "decimals", "sign", "printed"),
    [
        ("63.9", 1, True, "63.9%"),
        ("63.9", 1, False, "63.9"),
        ("82", 1, True, "82.0%"),
        ("82", None, True, "82%"),
        ("-13", 0, True, "△13%"),
        ("1250.55", 1, True, "1,250.6%"),
    ],
)
def test_format_percent(value: str, decimals: int | None, sign: bool, printed: str) -> None:
    assert format_percent(Decimal(value), decimals, sign=sign) == printed


@given(st.decimals(allow_nan=False, allow_infinity=False, places=1, min_value=-1000, max_value=10000), st.booleans())
def test_what_is_printed_is_read_back(value: Decimal, sign: bool) -> None:
    assert parse_percent(format_percent(value, sign=sign)) == value


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_cutting_off_never_gives_more_than_rounding(part: int, whole: int) -> None:
    rounded = ratio_percent(Decimal(part), Decimal(whole))
    cut = ratio_percent(Decimal(part), Decimal(whole), rounding=Rounding.DOWN)
    assert rounded is not None
    assert cut is not None
    assert Decimal(0) <= rounded - cut <= Decimal("0.1")
    assert abs(rounded * whole - part * 100) <= Decimal("0.05") * whole
