"""Dates as values: the calendar and the official form."""

from __future__ import annotations

import pytest

from generator.notation.date_value import (
    Date,
    Period,
    format_date,
    format_period,
    is_possible,
    is_weekday_right,
    month_end,
    weekday_of,
)


@pytest.mark.parametrize(
    ("date", "possible"),
    [
        (Date(2022, 8, 31), True),
        (Date(2022, 2, 29), False),
        (Date(2024, 2, 29), True),
        (Date(None, 2, 29), True),
        (Date(None, 2, 30), False),
        (Date(2022, 13), False),
        (Date(2022, 0, 1), False),
        (Date(2022, 4, 0), False),
        (Date(None, 11), True),
        (Date(2022), True),
        (Date(2022, None, 3), False),
    ],
)
def test_is_possible(date: Date, possible: bool) -> None:
    assert is_possible(date) is possible


def test_weekday_of() -> None:
    assert weekday_of(Date(2022, 1, 1)) == 5
    assert weekday_of(Date(2022, 2, 30)) is None
    assert weekday_of(Date(None, 1, 1)) is None


@pytest.mark.parametrize(
    ("date", "right"),
    [
        (Date(2022, 9, 5, 0), True),
        (Date(2022, 9, 5, 1), False),
        (Date(None, 9, 5, 1), True),
        (Date(2022, 9, 5), True),
    ],
)
def test_is_weekday_right(date: Date, right: bool) -> None:
    assert is_weekday_right(date) is right


@pytest.mark.parametrize(
    ("date", "end"),
    [
        (Date(2022, 8), Date(2022, 8, 31)),
        (Date(2024, 2), Date(2024, 2, 29)),
        (Date(None, 4), Date(None, 4, 30)),
        (Date(None, 2), Date(None, 2)),
        (Date(2022), Date(2022)),
    ],
)
def test_month_end(date: Date, end: Date) -> None:
    assert month_end(date) == end


@pytest.mark.parametrize(
    ("date", "weekday", "printed"),
    [
        (Date(2022, 1, 1), False, "2022. 1. 1."),
        (Date(2022, 1, 1), True, "2022. 1. 1.(토)"),
        (Date(2022, 11, 3, 3), False, "2022. 11. 3.(목)"),
        (Date(2022, 3), False, "2022. 3."),
        (Date(None, 8, 31), True, "8. 31."),
        (Date(None, 4), False, "4월"),
        (Date(2022), False, "2022년"),
        (Date(), False, ""),
    ],
)
def test_format_date(date: Date, weekday: bool, printed: str) -> None:
    assert format_date(date, weekday=weekday) == printed


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        (Period(Date(2022, 1, 1), Date(2022, 3, 31)), "2022. 1. 1.~3. 31."),
        (Period(Date(2022, 1, 1), Date(2023, 3, 31)), "2022. 1. 1.~2023. 3. 31."),
        (Period(Date(2022, 1), Date(2022, 12)), "2022. 1.~12."),
        (Period(Date(2022, 11), Date(2023, 2)), "2022. 11.~2023. 2."),
        (Period(Date(None, 9, 5, 0), Date(None, 9, 25, 6)), "9. 5.(월)~9. 25.(일)"),
        (Period(Date(None, 4), Date(None, 12)), "4월~12월"),
        (Period(Date(2021), Date(2023)), "2021년~2023년"),
        (Period(None, Date(None, 12)), "~12월"),
        (Period(Date(None, 11), None), "11월~"),
    ],
)
def test_format_period(period: Period, printed: str) -> None:
    assert format_period(period) == printed


def test_looked_up_weekdays_stand_at_both_ends() -> None:
    period = Period(Date(2022, 9, 5), Date(2022, 9, 25))
    assert format_period(period, weekday=True) == "2022. 9. 5.(월)~9. 25.(일)"
