"""Dates and periods as values: any part of a date may be missing, as in `8. 31.`, `’22. 3.`, `4월`."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

WEEKDAYS = "월화수목금토일"
"""Monday first, as `datetime` counts."""

# February has 29 days where the year is not told.
_SOME_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a part of one; `weekday` is the one the author wrote, 0 for Monday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included; a missing end is open."""

    start: Date | None = None
    end: Date | None = None


@dataclass(frozen=True, slots=True)
class BasisDate:
    """The date as of which figures hold: `8.31.기준`. Offsets bound the expression in its text."""

    date: Date
    start: int
    end: int


def is_possible(date: Date) -> bool:
    """Tell whether the calendar has such a date; parts that are not told are given the benefit of the doubt."""
    if date.month is None:
        return date.day is None
    if not 1 <= date.month <= 12:
        return False
    return date.day is None or 1 <= date.day <= _last_day(date.year, date.month)


def weekday_of(date: Date) -> int | None:
    """Look up the weekday of a full date, 0 for Monday; None for a partial or impossible one."""
    if date.year is None or date.month is None or date.day is None or not is_possible(date):
        return None
    return datetime.date(date.year, date.month, date.day).weekday()


def is_weekday_right(date: Date) -> bool:
    """Tell whether the written weekday agrees with the calendar; true where there is nothing to compare."""
    actual = weekday_of(date)
    return date.weekday is None or actual is None or date.weekday == actual


def month_end(date: Date) -> Date:
    """Give the last day of the month of a date; the date itself where that depends on an unknown year."""
    if date.month is None or not is_possible(date) or (date.month == 2 and date.year is None):
        return date
    return Date(date.year, date.month, _last_day(date.year, date.month))


def format_date(date: Date, *, weekday: bool = False) -> str:
    """Print a date the official way: `2022. 1. 1.`, one space after each full stop, no leading zero.

    Source: 영 제7조⑤, 편람, 문장 부호 마침표 (2). A written weekday follows in brackets, `2022. 1. 1.(토)`; with
    `weekday` it is looked up. A lone month or year keeps its unit noun, since `4.` alone would be a list number.
    """
    if date.month is None:
        return "" if date.year is None else f"{date.year}년"
    if date.year is None and date.day is None:
        return f"{date.month}월"
    numbers = (date.year, date.month, date.day)
    printed = " ".join(f"{number}." for number in numbers if number is not None)
    shown = weekday_of(date) if weekday and date.weekday is None else date.weekday
    return printed if shown is None else f"{printed}({WEEKDAYS[shown]})"


def format_period(period: Period, *, weekday: bool = False) -> str:
    """Print a period with the tilde attached on both sides: `2022. 1. 1.~3. 31.`, `4월~12월`, `~12월`, `11월~`.

    Source: 문장 부호 물결표. The end leaves out the year that it shares with the start.
    """
    start = format_date(period.start, weekday=weekday) if period.start else ""
    end = _format_end(period, weekday) if period.end else ""
    return f"{start}~{end}"


def _format_end(period: Period, weekday: bool) -> str:
    start, end = period.start, period.end
    if end is None:
        return ""
    shares_year = start is not None and start.year is not None and start.year == end.year
    # After a later month a bare month would be read as one of the next year.
    if not shares_year or start is None or (end.month or 0) < (start.month or 0) or not end.month:
        return format_date(end, weekday=weekday)
    if end.day is None:
        return f"{end.month}." if start.day is None else format_date(end)
    shown = weekday_of(end) if weekday and end.weekday is None else end.weekday
    return format_date(Date(None, end.month, end.day, shown))


def _last_day(year: int | None, month: int) -> int:
    return calendar.monthrange(year or _SOME_LEAP_YEAR, month)[1]
