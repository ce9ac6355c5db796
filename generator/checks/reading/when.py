"""Dates in statements, with the years that they may mean.

A date without a year means the year of the heading it stands under (`2018년 추진계획`), or else that of the report; a
plan that is bound together with results speaks of the year after. So a date may mean more than one year, and a rule
says nothing where one of them would be right.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.reading.statement import Kind, Statement
from generator.checks.subject import Subject
from generator.notation.date import WEEKDAYS, Date, Period, find_dates, is_possible, month_end
from generator.notation.number import fold_width

_YEAR = re.compile(r"(?:(?P<long>(?:19|20)\d\d)|[’'‘](?P<short>\d\d))\s?(?:년|\.)")
_WITH_WEEKDAY = re.compile(rf"[’'‘]?\d[\d.\s년월일]*\(\s*[{WEEKDAYS}](?:요일)?\s*\)")


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A date or period in a statement; `start` and `end` bound it. `years` are what a missing year may be."""

    statement: Statement
    when: Date | Period
    start: int
    end: int
    years: tuple[int, ...]

    @property
    def ends(self) -> tuple[Date, ...]:
        """The one date, or those ends of the period that are told."""
        if isinstance(self.when, Date):
            return (self.when,)
        return tuple(end for end in (self.when.start, self.when.end) if end is not None)

    @property
    def start_date(self) -> Date | None:
        """The date, or the beginning of the period."""
        return self.when if isinstance(self.when, Date) else self.when.start

    @property
    def end_date(self) -> Date | None:
        """The date, or the end of the period."""
        return self.when if isinstance(self.when, Date) else self.when.end

    def weekday_places(self) -> list[tuple[int, int]]:
        """The places of those dates in it that have a weekday, from left to right."""
        text = fold_width(self.statement.text)
        return [found.span() for found in _WITH_WEEKDAY.finditer(text, self.start, self.end)]


@lru_cache(maxsize=2)
def dated(subject: Subject) -> tuple[Dated, ...]:
    """Find all dates of a report."""
    return tuple(_dated(subject))


def _dated(subject: Subject) -> Iterator[Dated]:
    for statement in subject.statements:
        if statement.kind is Kind.ROW or (statement.row is not None and statement.kind is Kind.ITEM):
            continue
        if not any(character.isdigit() for character in statement.text):
            continue
        found = find_dates(statement.text)
        years = _years(subject, statement) if found else ()
        for start, end, when in found:
            yield Dated(statement, when, start, end, years)


def first_day(date: Date, year: int) -> datetime.date | None:
    """Give the first day that a date may mean; None for an impossible one."""
    return _day(date, year, last=False)


def last_day(date: Date, year: int) -> datetime.date | None:
    """Give the last day that a date may mean: the month's last for a month, the year's last for a year."""
    return _day(date, year, last=True)


def _day(date: Date, year: int, *, last: bool) -> datetime.date | None:
    full = Date(date.year or year, date.month or (12 if last else 1), date.day)
    if not is_possible(full):
        return None
    if full.day is None:
        full = month_end(full) if last else Date(full.year, full.month, 1)
    assert full.year and full.month and full.day
    return datetime.date(full.year, full.month, full.day)


def _years(subject: Subject, statement: Statement) -> tuple[int, ...]:
    above: list[str] = []
    parent = statement.parent
    while parent is not None:
        above.append(parent.text)
        parent = parent.parent
    for text in (*above, statement.heading, *reversed(tuple(subject.titles_above(statement.keys)))):
        told = {int(m["long"]) if m["long"] else 2000 + int(m["short"]) for m in _YEAR.finditer(fold_width(text))}
        if told:
            return tuple(sorted(told))
    years = {subject.year}
    if subject.is_plan_beside_results(statement.keys):
        years.add(subject.year + 1)
    return tuple(sorted(years))
