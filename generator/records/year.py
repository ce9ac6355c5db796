"""The fiscal year that a heading names: `2022년 주요업무 추진계획`, `[2018년 추진계획]`, `’22년 예산`."""

from __future__ import annotations

import re

from generator.notation.number import fold_width

_WRITTEN = r"(?:(?P<full>(?:19|20)\d{2})(?:년도?)?|['’‘](?P<short>\d{2})(?:년도?)?"
# Two digits with 년 are a year in a table's head; in a heading they may be a stretch of time (`20년 넘은 시설`).
_HEADING = re.compile(rf"[\s\[<「『(◎■□○]*{_WRITTEN})(?=\D|$)(?!\s*\.\s?\d|\s?[~～-]\s?\d)")
_PLAN = re.compile(r"((?:19|20)\d{2})년도?\s*(?:주요\s*)?(?:업무\s*)?(?:추진\s*)?계획")
_LABEL = re.compile(rf"{_WRITTEN}|(?P<bare>\d{{2}})년도?)(?:회계연도)?(?P<rest>.*)")


def leading_year(heading: str) -> int | None:
    """Give the year that a heading begins with, after opening brackets; None for a date, a stretch of years, or none.

    Four digits or an apostrophe make a year.
    """
    found = _HEADING.match(fold_width(heading))
    return _year(found) if found else None


def planned_year(title: str) -> int | None:
    """Give the year of the plan that a report's title names: 2018 in `2017년 추진실적 및 2018년 추진계획`."""
    found = _PLAN.findall(fold_width(title))
    return int(found[-1]) if found else None


def labelled_year(bare: str) -> tuple[int | None, str]:
    """Part the year from a head without spaces and brackets: `2023예산액` is (2023, `예산액`), `2020년` (2020, ``)."""
    found = _LABEL.fullmatch(fold_width(bare))
    return (_year(found), found["rest"]) if found else (None, bare)


def _year(found: re.Match[str]) -> int:
    parts = found.groupdict()
    return int(found["full"]) if found["full"] else 2000 + int(found["short"] or parts["bare"])
