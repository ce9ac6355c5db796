"""Dates and periods in every spelling that reports use.

    find_dates("’22. 1. ~ 12. 추진") -> ((0, 12, Period(Date(2022, 1), Date(2022, 12))),)
    parse_when("9. 5.(월) ~ 9. 25.(일)") -> Period(Date(month=9, day=5, weekday=0), Date(month=9, day=25, weekday=6))
    parse_basis_date("집행액 (8.31.기준)") -> BasisDate(Date(month=8, day=31), ...)

The official form is `2022. 1. 1.` (영 제7조⑤, 편람). Everything else is read because reports are full of it; a check
reports it. A two-digit year needs an apostrophe of any kind, or its month and day (`20.12.1.`), and means 20xx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.notation.date_point import Point, is_inside_number, match_months, match_point, match_rest
from generator.notation.date_value import (
    WEEKDAYS,
    BasisDate,
    Date,
    Period,
    format_date,
    format_period,
    is_possible,
    is_weekday_right,
    month_end,
    weekday_of,
)
from generator.notation.number import fold_width

__all__ = [
    "WEEKDAYS",
    "BasisDate",
    "Date",
    "Period",
    "When",
    "find_dates",
    "format_date",
    "format_period",
    "is_possible",
    "is_weekday_right",
    "month_end",
    "parse_basis_date",
    "parse_date",
    "parse_when",
    "weekday_of",
]

When: TypeAlias = Date | Period
Found: TypeAlias = tuple[int, int, When]

_TILDE = re.compile(r"\s*(?:[~∼〜˜]|부터)\s*")
_LEADING_TILDE = re.compile(r"[~∼〜˜]\s*")
_UNTIL = re.compile(r"\s*까지")
_BASIS = re.compile(r"\s*(?P<end>말일?)?\s*(?:기준|현재)")
_MAY_START = re.compile(r"[0-9’'‘`´′‛~∼〜˜상하]")


def find_dates(text: str) -> tuple[Found, ...]:
    """Find all dates and periods in running text, with offsets.

    A bare `8.31` counts only where something marks it as a date (a final full stop, a weekday, a period, 기준, 까지),
    because a decimal number looks the same.
    """
    return tuple(_scan(fold_width(text), lenient=False))


def parse_when(text: str) -> When | None:
    """Read a text that is one date or one period and nothing else; here a bare `8.31` is a date."""
    plain = fold_width(text)
    start, end = len(plain) - len(plain.lstrip()), len(plain.rstrip())
    found = next(_scan(plain, lenient=True), None)
    return found[2] if found and found[:2] == (start, end) else None


def parse_date(text: str) -> Date | None:
    """Read a text that is one date and nothing else; None for a period too."""
    when = parse_when(text)
    return when if isinstance(when, Date) else None


def parse_basis_date(text: str) -> BasisDate | None:
    """Find the basis date in a caption or table head: `8.31.기준`, `2022. 8. 31.기준`, `10.31기준`, `8월 말 기준`."""
    plain = fold_width(text)
    for position in range(len(plain)):
        if not _MAY_START.match(plain, position) or is_inside_number(plain, position):
            continue
        point = match_point(plain, position, lenient=True)
        basis = _BASIS.match(plain, point.end) if point else None
        if point and basis and isinstance(point.value, Date):
            return BasisDate(month_end(point.value) if basis["end"] else point.value, position, basis.end())
    return None


def _scan(plain: str, lenient: bool) -> Iterator[Found]:
    position = 0
    while position < len(plain):
        if not _MAY_START.match(plain, position) or is_inside_number(plain, position):
            position += 1
            continue
        found = _match_at(plain, position, lenient)
        yield from found
        position = found[-1][1] if found else position + 1


def _match_at(plain: str, position: int, lenient: bool) -> list[Found]:
    leading = _LEADING_TILDE.match(plain, position)
    if leading:
        point = match_point(plain, leading.end(), lenient)
        if not point or not isinstance(point.value, Date):
            return []
        until = _UNTIL.match(plain, point.end)
        return [(position, until.end() if until else point.end, Period(None, point.value))]
    months = match_months(plain, position)
    if months:
        return [(point.start, point.end, point.value) for point in months]
    point = match_point(plain, position, lenient=True)
    if not point:
        return []
    period = _match_period(plain, point)
    if period:
        return [period]
    return [(position, point.end, point.value)] if lenient or point.is_certain else []


def _match_period(plain: str, first: Point) -> Found | None:
    """Read what makes a period of a first date: an end, an open tilde, 까지 or 부터; None where nothing does."""
    if not isinstance(first.value, Date):
        return _span_periods(plain, first)
    until = _UNTIL.match(plain, first.end)
    if until:
        return first.start, until.end(), Period(None, first.value)
    tilde = _TILDE.match(plain, first.end)
    if not tilde:
        return None
    last = match_rest(plain, tilde.end(), first)
    if last and isinstance(last.value, Date):
        until = _UNTIL.match(plain, last.end)
        end = until.end() if until else last.end
        return first.start, end, Period(first.value, _complete(first.value, last.value))
    # A figure after the tilde that is no date: the tilde belongs to something else.
    if plain[tilde.end() : tilde.end() + 1].isdigit() or not first.is_certain:
        return None
    return first.start, len(plain[: tilde.end()].rstrip()), Period(first.value, None)


def _span_periods(plain: str, first: Point) -> Found | None:
    """`2022년 상반기 ~ 2023년 하반기` reaches from the first month of the one to the last of the other."""
    tilde = _TILDE.match(plain, first.end)
    last = match_point(plain, tilde.end(), lenient=False) if tilde else None
    if not last or not isinstance(first.value, Period) or not isinstance(last.value, Period):
        return None
    start, end = first.value.start, last.value.end
    return first.start, last.end, Period(start, _complete(start, end) if start and end else end)


def _complete(start: Date, end: Date) -> Date:
    """Give the end the year that only the start tells; an earlier month lies in the next year (`’22. 11. ~ 2.`)."""
    if end.year is not None or start.year is None:
        return end
    wraps = start.month is not None and end.month is not None and end.month < start.month
    return replace(end, year=start.year + 1 if wraps else start.year)
