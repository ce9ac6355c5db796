"""Weekdays: the one that is written is that of the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.when import Dated, dated
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.date import WEEKDAYS, Date, format_date, weekday_of
from generator.notation.particle import with_particle


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    for found in dated(subject):
        written = [date for date in found.ends if date.weekday is not None]
        for date, place in zip(written, found.weekday_places(), strict=False):
            yield from _judge(subject, found, date, place)


def _judge(subject: Subject, found: Dated, date: Date, place: tuple[int, int]) -> Iterator[Agreement | Trouble]:
    assert date.weekday is not None
    years = (date.year,) if date.year else _with_next(subject, found, date)
    known = [(year, weekday_of(Date(year, date.month, date.day))) for year in years]
    actual = [(year, weekday) for year, weekday in known if weekday is not None]
    at = found.statement.locate(*place)
    if not actual:
        return
    if any(weekday == date.weekday for _, weekday in actual):
        yield Agreement(at)
        return
    year, weekday = actual[0]
    shown = format_date(Date(year, date.month, date.day))
    written = with_particle(WEEKDAYS[date.weekday], "으로/로", quote=True)
    message = f"{shown}은 {WEEKDAYS[weekday]}요일인데 {written} 적혀 있습니다."
    hint = f"날짜가 맞으면 요일을 '({WEEKDAYS[weekday]})'로 고치고, 요일이 맞으면 날짜를 고치세요."
    yield Trouble(message, at, hint)


def _with_next(subject: Subject, found: Dated, date: Date) -> tuple[int, ...]:
    """A plan may reach into the next year with a month that is already past."""
    basis = subject.basis
    if "향후" in found.statement.heading and basis and basis.month and date.month and date.month < basis.month:
        return (*found.years, found.years[-1] + 1)
    return found.years


RULE = Rule(
    code="weekday",
    title="날짜에 붙인 요일은 달력과 같습니다.",
    reason="요일이 틀린 행사 안내를 보고 온 사람은 헛걸음을 합니다.",
    source="달력",
    group=Group.CALENDAR,
    severity=Severity.ERROR,
    report=_look,
    example="○ 행사: 2022. 11. 3.(수)",
    corrected="○ 행사: 2022. 11. 3.(목)",
)
