"""Periods: they end after they begin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.when import Dated, dated, first_day, last_day
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.date import Date, Period, format_date


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    for found in dated(subject):
        when = found.when
        if isinstance(when, Period) and when.start and when.end:
            yield from _judge(found, when.start, when.end)


def _judge(found: Dated, start: Date, end: Date) -> Iterator[Agreement | Trouble]:
    year = found.years[-1] if found.years else 2000
    first, last = first_day(start, year), last_day(end, year)
    if first is None or last is None:
        return
    at = found.statement.locate(found.start, found.end)
    # Without years an earlier month is one of the next year: 11월~2월.
    wraps = start.year is None and end.year is None and (end.month or 0) < (start.month or 0)
    if last >= first or wraps:
        yield Agreement(at)
        return
    message = f"기간의 끝({format_date(end)})이 시작({format_date(start)})보다 앞섭니다."
    yield Trouble(message, at, "시작과 끝을 바꾸어 적었거나 연도를 잘못 적지 않았는지 확인하세요.")


RULE = Rule(
    code="period-order",
    title="기간은 시작보다 나중에 끝납니다.",
    reason="끝이 앞서는 기간은 연도나 월을 잘못 적은 것입니다.",
    source="달력",
    group=Group.CALENDAR,
    severity=Severity.ERROR,
    report=_look,
    example="○ 사업기간: 2022. 9.~2022. 3.",
    corrected="○ 사업기간: 2022. 3.~2022. 9.",
)
