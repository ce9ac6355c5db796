"""Counted things with their breakdowns."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.quantity import COUNTERS, Quantity, find_quantities, parse_quantity, parts_total
from tests.notation.pairs import pairs

# A year number with 년 is a date.
_PLAIN_COUNTERS = [unit for unit in COUNTERS if unit != "년"]


def show(text: str, quantity: Quantity) -> str:
    least = f"{quantity.least:f}~" if quantity.least is not None else ""
    about = "약 " if quantity.is_about else ""
    parts = ", ".join(f"{part.label} {part.value:f}{part.unit}" for part in quantity.parts)
    assert all(text[part.start : part.end].startswith(part.label) for part in quantity.parts)
    shown = f"[{text[quantity.start : quantity.end]}] {about}{least}{quantity.value:f} {quantity.unit}"
    return f"{shown} ({parts})" if parts else shown


@pytest.mark.parametrize(("text", "expected"), pairs("quantity"))
def test_find_quantities(text: str, expected: str) -> None:
    assert (" ; ".join(show(text, found) for found in find_quantities(text)) or "none") == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("396명 (상반기 190명, 하반기 206명)", True),
        (" 684㎡ ", True),
        ("총 300대", True),
        ("취업박람회 3회", False),
        ("3회 487명", False),
        ("2,011명(8. 31.기준)", False),
        ("300", False),
        ("", False),
    ],
)
def test_parse_quantity_takes_the_whole_text(text: str, is_one: bool) -> None:
    assert (parse_quantity(text) is not None) is is_one


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("396명 (상반기 190명, 하반기 206명)", "396"),
        ("212개 (사회적기업 37, 협동조합 172, 마을기업 3)", "212"),
        ("300명 (상반기 3회, 하반기 2회)", None),
        ("300명", None),
    ],
)
def test_parts_total(text: str, total: str | None) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert parts_total(quantity) == (Decimal(total) if total else None)


def test_unit_nouns_are_data() -> None:
    assert find_quantities("3두레") == ()
    assert [q.unit for q in find_quantities("3두레", (*COUNTERS, "두레"))] == ["두레"]


@given(st.integers(0, 10**9), st.sampled_from(_PLAIN_COUNTERS), st.sampled_from(["", " "]))
def test_any_count_is_read(number: int, unit: str, gap: str) -> None:
    text = f"{number:,}{gap}{unit}"
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (number, unit)


@given(st.text(alphabet="0123456789,.~()여약만천명개소회 상하", max_size=30))
def test_any_text_gives_separate_finds_in_order(text: str) -> None:
    position = 0
    for found in find_quantities(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end
