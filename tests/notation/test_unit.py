"""Money units and amounts that carry one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.problem import Problem
from generator.notation.unit import MONEY_UNITS, Amount, MoneyUnit, convert, find_unit, parse_amount, scan_amount
from tests.notation.pairs import pairs, show_problem


@pytest.mark.parametrize(("text", "expected"), pairs("amount"))
def test_parse_amount(text: str, expected: str) -> None:
    amount = parse_amount(text)
    if isinstance(amount, Problem):
        assert show_problem(text, amount) == expected
    else:
        assert (f"{amount.value:f} {amount.unit} {amount.per}".strip() if amount else "none") == expected


@pytest.mark.parametrize(
    ("value", "from_unit", "to_unit", "expected"),
    [
        ("418", "백만원", "천원", "418000"),
        ("59500000", "원", "천원", "59500"),
        ("1", "조원", "억 원", "10000"),
        ("1500", "천원", "백만원", "1.5"),
        ("1.50", "천원", "천원", "1.50"),
        ("12345678901234567890123456789", "원", "천원", "12345678901234567890123456.789"),
    ],
)
def test_convert(value: str, from_unit: str, to_unit: str, expected: str) -> None:
    assert str(convert(Decimal(value), from_unit, to_unit)) == expected


def test_units_are_data() -> None:
    units = (*MONEY_UNITS, MoneyUnit("십조원", Decimal(10**13)))
    assert convert(Decimal(2), "십조원", "조원", units) == 20
    with pytest.raises(ValueError, match="십조원"):
        convert(Decimal(2), "십조원", "조원")


@pytest.mark.parametrize(("text", "name"), [("천원", "천원"), (" 억 원 ", "억원"), ("명", None), ("", None)])
def test_find_unit(text: str, name: str | None) -> None:
    unit = find_unit(text)
    assert (unit.name if unit else None) == name


def test_an_amount_is_found_inside_a_text() -> None:
    text = "매출 1,592백만원 달성"
    amount = scan_amount(text, 3)
    assert isinstance(amount, Amount)
    assert text[amount.start : amount.end] == "1,592백만원"


@given(st.integers(-(10**15), 10**15), st.sampled_from(MONEY_UNITS), st.sampled_from(MONEY_UNITS))
def test_converting_there_and_back(number: int, first: MoneyUnit, second: MoneyUnit) -> None:
    there = convert(Decimal(number), first.name, second.name)
    assert convert(there, second.name, first.name) == number


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(1, 9999))
def test_groups_are_counted_out(hundred_millions: int, ten_thousands: int, won: int) -> None:
    amount = parse_amount(f"{hundred_millions:,}억 {ten_thousands:,}만 {won:,}원")
    assert isinstance(amount, Amount)
    assert (amount.value, amount.unit) == (hundred_millions * 10**8 + ten_thousands * 10**4 + won, "원")
