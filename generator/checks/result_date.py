"""Results lie before the date as of which the report speaks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.checks.reading.when import Dated, dated, first_day, last_day
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.date import Period, format_date

_RESULTS = re.compile(r"실적")
_NOT_YET = re.compile(r"예정|계획|까지|목표|준비|추진\s?중|진행\s?중|운영\s?중|향후|시기|앞으로|차기")


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    if not subject.has_basis or subject.basis is None:
        return
    basis = last_day(subject.basis, subject.year)
    for found in dated(subject):
        if basis is not None and _RESULTS.search(found.statement.heading):
            yield from _judge(found, basis)


def _judge(found: Dated, basis: datetime.date) -> Iterator[Agreement | Trouble]:
    date = found.start_date
    if date is None or date.month is None or _NOT_YET.search(found.statement.text):
        return
    if isinstance(found.when, Period) and found.when.start is None:
        return
    year = date.year or (basis.year if basis.year in found.years else max(found.years, default=basis.year))
    day = first_day(date, year)
    if day is None:
        return
    at = found.statement.locate(found.start, found.end)
    if day <= basis:
        yield Agreement(at)
        return
    message = f"실적의 때({format_date(date)})가 기준일({basis.year}. {basis.month}. {basis.day}.)보다 뒤입니다."
    yield Trouble(message, at, "앞으로 할 일이면 향후계획으로 옮기거나 '(예정)'을 붙이고, 아니면 날짜를 확인하세요.")


RULE = Rule(
    code="result-date",
    title="추진실적의 날짜는 기준일보다 앞입니다.",
    reason="기준일 뒤의 일이 실적에 섞이면 실적과 집행액의 기준이 달라집니다.",
    source="주요업무 보고의 관례",
    group=Group.CALENDAR,
    severity=Severity.WARNING,
    report=_look,
    example="기준일이 2022. 8. 31.인 보고서의 추진실적: 2차 발행 완료(9. 1.)",
    corrected="기준일이 2022. 8. 31.인 보고서의 향후계획: 2차 발행(9. 1.)",
)
