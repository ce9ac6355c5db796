"""One end of a period, or a date alone: the spellings of a point in time, matched at a given place of a text.

Text is expected with full-width forms folded. Halves and quarters of a year are periods of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.notation.date_value import WEEKDAYS, Date, Period


@dataclass(frozen=True, slots=True)
class Point:
    """What was matched and where; `is_certain` is false for a bare `8.31`, which may be a decimal number."""

    start: int
    end: int
    value: Date | Period
    is_certain: bool = True


_YEAR = r"(?:[’'‘`´′‛]\s?(?P<short>[0-9]{2})|(?P<long>(?:19|20)[0-9]{2}))"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])(?![0-9])"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_YEAR_WORD = r"\s?년(?:도(?!로))?(?![식차대산간])"
_ANY_MONTH = r"(?P<month>[0-9]{1,2})(?![0-9])"
_ANY_DAY = r"(?P<day>[0-9]{1,2})(?![0-9])"
_COUNTERS = "%㎡㎥㎞배점억만천백십조원명건개회인호층세차"
_NO_COUNTER = rf"(?!\s*[{_COUNTERS}월분])"
_WEEKDAY = re.compile(rf"\s?\(\s*(?P<name>[{WEEKDAYS}])(?:요일)?\s*\)")
_CLOSE = r"(?=\s*(?:[~∼〜˜)\],:;]|$))"
_HALF = r"(?P<half>상\s?[·․ㆍ・,/]\s?하반기|상반기|하반기)|(?P<quarter>[1-4])\s?(?:/\s?4\s?)?분기"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # A year makes it a date even where the calendar has none such, so that a check can say so.
        rf"{_YEAR}(?:\s?년\s?|\s?\.\s*){_ANY_MONTH}\s?월\s?{_ANY_DAY}\s?일자?",
        rf"{_YEAR}(?:\s?년\s?|\s?\.\s*){_ANY_MONTH}\s?\.\s*{_ANY_DAY}(?:\.|\s?일자?|{_NO_COUNTER})",
        rf"(?P<long>(?:19|20)[0-9]{{2}})(?P<bar>[-/]){_ANY_MONTH}(?P=bar){_ANY_DAY}",
        r"(?P<short>[0-9]{2})\.(?P<month>1[0-2]|0?[1-9])\.(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])\.?",
        rf"{_YEAR}(?:{_YEAR_WORD}|\.)?\s*(?:{_HALF})",
        rf"{_YEAR}(?:{_YEAR_WORD}\s?|\s?\.\s*){_MONTH}\s?(?:월|\.)",
        rf"{_YEAR}\s?\.\s*{_MONTH}{_CLOSE}",
        rf"{_YEAR}{_YEAR_WORD}",
        r"[’'‘`´′‛]\s?(?P<short>[0-9]{2})(?:\.(?![0-9])|(?=\s*[~∼〜˜]))",
        r"(?P<long>(?:19|20)[0-9]{2})(?=\s*~\s*(?:19|20)[0-9]{2}\s?년)",
        rf"{_MONTH}\s?월\s?{_DAY}\s?일자?",
        rf"(?:{_HALF})",
        rf"{_MONTH}\s?월",
    )
)
_MONTH_DAY = re.compile(rf"{_MONTH}\.\s*{_DAY}(?P<stop>\.)?(?![.,]?[0-9])(?!\s*[{_COUNTERS}])")
_MARKED = re.compile(r"\s*(?:말일?\s*)?(?:기준|현재|까지|부터|자\s|이후|이전)")
_MONTH_RANGE = re.compile(r"(?P<first>1[0-2]|0?[1-9])\s*[~∼〜˜]\s*(?P<last>1[0-2]|0?[1-9])\s?월")
_MONTH_LIST = re.compile(r"(?:1[0-2]|0?[1-9])(?:\s?[·․ㆍ・,]\s?(?:1[0-2]|0?[1-9]))+\s?월")
_LONE = re.compile(r"(?P<number>[0-9]{1,2})(?![0-9])\s?(?P<unit>월|일|\.(?!\s?[0-9]))?")
_LONE_CLOSE = re.compile(_CLOSE)


def is_inside_number(plain: str, position: int) -> bool:
    """Tell whether the place lies within another figure: after a digit, or after a digit and a point or comma."""
    before = plain[max(0, position - 2) : position]
    return before[-1:].isdigit() or (before[-1:] in (".", ",") and before[:1].isdigit() and len(before) == 2)


def match_point(plain: str, position: int, lenient: bool) -> Point | None:
    """Match a date at a place; a bare `8.31` only where `lenient` or where a mark shows it to be a date."""
    for form in _FORMS:
        found = form.match(plain, position)
        if found:
            return _with_weekday(plain, position, found.end(), _value(found.groupdict()))
    found = _MONTH_DAY.match(plain, position)
    if not found:
        return None
    certain = bool(found["stop"] or _MARKED.match(plain, found.end()) or _WEEKDAY.match(plain, found.end()))
    date = Date(None, int(found["month"]), int(found["day"]))
    return _with_weekday(plain, position, found.end(), date, certain) if certain or lenient else None


def match_rest(plain: str, position: int, first: Point) -> Point | None:
    """Match the end of a period after its tilde; it may leave out what the start told: `10. 27~31.`."""
    point = match_point(plain, position, lenient=True)
    if point or not isinstance(first.value, Date):
        return point
    found = _LONE.match(plain, position)
    if not found or not (found["unit"] or _LONE_CLOSE.match(plain, found.end())):
        return None
    number, start = int(found["number"]), first.value
    if start.day is not None and found["unit"] != "월":
        value = Date(None, start.month, number)
    elif start.month is not None and found["unit"] != "일" and 1 <= number <= 12:
        value = Date(None, number)
    else:
        return None
    return _with_weekday(plain, position, found.end(), value)


def match_months(plain: str, position: int) -> tuple[Point, ...]:
    """Match months that share one 월: `1 ~ 2월` (one period) or `5·6·8·9월` (four dates); empty where none do."""
    span = _MONTH_RANGE.match(plain, position)
    if span:
        period = Period(Date(None, int(span["first"])), Date(None, int(span["last"])))
        return (Point(position, span.end(), period),)
    listed = _MONTH_LIST.match(plain, position)
    if not listed:
        return ()
    months = list(re.finditer(r"[0-9]+", listed[0]))
    ends = [position + month.end() for month in months[:-1]] + [listed.end()]
    return tuple(
        Point(position + month.start(), end, Date(None, int(month[0]))) for month, end in zip(months, ends, strict=True)
    )


def _value(parts: dict[str, str | None]) -> Date | Period:
    short, long = parts.get("short"), parts.get("long")
    year = 2000 + int(short) if short else int(long) if long else None
    half, quarter = parts.get("half"), parts.get("quarter")
    if half or quarter:
        first, last = _months_of(half, quarter)
        return Period(Date(year, first), Date(year, last))
    month, day = parts.get("month"), parts.get("day")
    return Date(year, int(month) if month else None, int(day) if day else None)


def _months_of(half: str | None, quarter: str | None) -> tuple[int, int]:
    if quarter:
        return int(quarter) * 3 - 2, int(quarter) * 3
    if half == "상반기":
        return 1, 6
    return (7, 12) if half == "하반기" else (1, 12)


def _with_weekday(plain: str, start: int, end: int, value: Date | Period, certain: bool = True) -> Point:
    weekday = _WEEKDAY.match(plain, end)
    if not weekday or not isinstance(value, Date) or value.day is None:
        return Point(start, end, value, certain)
    return Point(
        start, weekday.end(), Date(value.year, value.month, value.day, WEEKDAYS.index(weekday["name"])), certain
    )
