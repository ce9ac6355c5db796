"""Dates and periods: finding them in text, reading them alone, printing them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.date import (
    Date,
    Period,
    find_dates,
    format_date,
    format_period,
    parse_basis_date,
    parse_date,
    parse_when,
)
from tests.notation.pairs import pairs, show_when

days = st.dates(datetime.date(2000, 1, 1), datetime.date(2098, 12, 31)).map(
    lambda day: Date(day.year, day.month, day.day, day.weekday())
)


@st.composite
def dates(draw: st.DrawFn) -> Date:
    day = draw(days)
    forms = [
        day,
        Date(day.year, day.month, day.day),
        Date(day.year, day.month),
        Date(day.year),
        Date(None, day.month, day.day),
        Date(None, day.month),
    ]
    return draw(st.sampled_from(forms))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Two ends told to the same exactness, the earlier one first."""
    first, last = draw(days), draw(days)
    if (first.year, first.month, first.day) > (last.year, last.month, last.day):
        first, last = last, first
    exactness = draw(st.integers(1, 3))
    kept = [(d.year, d.month, d.day, d.weekday)[: 4 if exactness == 3 else exactness] for d in (first, last)]
    start, end = Date(*kept[0]), Date(*kept[1])
    return draw(st.sampled_from([Period(start, end), Period(start, None), Period(None, end)]))


@pytest.mark.parametrize(("text", "expected"), pairs("date"))
def test_find_dates(text: str, expected: str) -> None:
    found = [f"[{text[start:end]}] {show_when(when)}" for start, end, when in find_dates(text)]
    assert (" ; ".join(found) or "none") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.31", "?-8-31"),
        (" 2022. 8. 31. ", "2022-8-31"),
        ("’22. 3.", "2022-3"),
        ("4월~12월", "?-4..?-12"),
        ("2018년 4월(예정)", "none"),
        ("3월, 6월", "none"),
        ("수시", "none"),
        ("", "none"),
    ],
)
def test_parse_when_takes_the_whole_text(text: str, expected: str) -> None:
    assert show_when(parse_when(text)) == expected


def test_a_period_is_no_date() -> None:
    assert parse_date("2022. 1. ~ 12.") is None
    assert parse_date("2022. 1. 3.") == Date(2022, 1, 3)


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("(2022. 8. 31.기준)", "2022. 8. 31.기준", "2022-8-31"),
        ("집행액 (8.31.기준)", "8.31.기준", "?-8-31"),
        ("신규가입자 2,011명(8. 31.기준)", "8. 31.기준", "?-8-31"),
        ("10.31기준 12.31까지", "10.31기준", "?-10-31"),
        ("(2017.10.31. 기준)", "2017.10.31. 기준", "2017-10-31"),
        ("(2021년 10월 12일 기준)", "2021년 10월 12일 기준", "2021-10-12"),
        ("2022. 8. 31. 현재", "2022. 8. 31. 현재", "2022-8-31"),
        ("2024년 2월 말 기준", "2024년 2월 말 기준", "2024-2-29"),
        ("2월말 기준", "2월말 기준", "?-2"),
        ("2021년 기준", "2021년 기준", "2021"),
    ],
)
def test_parse_basis_date(text: str, found: str, expected: str) -> None:
    basis = parse_basis_date(text)
    assert basis is not None
    assert text[basis.start : basis.end] == found
    assert show_when(basis.date) == expected


@pytest.mark.parametrize("text", ["예산서 기준으로 작성", "지원기준: 1.5", "12.31까지", ""])
def test_no_basis_date(text: str) -> None:
    assert parse_basis_date(text) is None


@given(dates())
def test_a_printed_date_is_read_back(date: Date) -> None:
    assert parse_date(format_date(date)) == date


@given(periods())
def test_a_printed_period_is_read_back(period: Period) -> None:
    assert parse_when(format_period(period)) == period


@given(st.text(alphabet="0123456789.~ ’'년월일(월)상하반기기준까지/-·", max_size=30))
def test_any_text_gives_separate_finds_in_order(text: str) -> None:
    position = 0
    for start, end, _ in find_dates(text):
        assert position <= start < end <= len(text)
        position = end
    parse_when(text)
    parse_basis_date(text)
