"""What is still to come lies after the date as of which the report speaks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.checks.reading.pieces import without_brackets
from generator.checks.reading.when import Dated, dated, first_day, last_day
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.date import format_date
from generator.notation.number import fold_width

_FUTURE = re.compile(r"향후|앞으로|남은\s?일정|하반기\s?계획")
_RECENT = datetime.timedelta(days=100)
"""A month without a year so shortly before the basis date is one that has passed; a longer one is next year's."""


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    if subject.basis is None or subject.basis.month is None:
        return
    basis = last_day(subject.basis, subject.year)
    if basis is None:
        return
    for found in dated(subject):
        if _FUTURE.search(found.statement.heading) and _is_schedule(found):
            yield from _judge(found, basis)


def _is_schedule(found: Dated) -> bool:
    """Tell whether the date says when: after a colon, in a bracket, or at the end; not `2021년 실적을 바탕으로`."""
    text = fold_width(found.statement.text)
    after = text[found.end :].strip()
    before = without_brackets(text[: found.start])
    return bool(re.search(r"[:：▸]", before)) or after[:1] in ("", ")", ",") or found.start == 0


def _judge(found: Dated, basis: datetime.date) -> Iterator[Agreement | Trouble]:
    date = found.end_date
    if date is None or (date.month is None and date.year is not None):
        return
    year = date.year or basis.year
    day = last_day(date, year)
    if day is None:
        return
    start = found.start_date
    begin = first_day(start, year) if start is not None else None
    told = date.year is not None or basis - day <= _RECENT
    at = found.statement.locate(found.start, found.end)
    if day >= basis or not told or (begin is not None and begin > day):
        yield Agreement(at)
        return
    shown = format_date(date)
    message = f"앞으로 할 일의 때({shown})가 기준일({basis.year}. {basis.month}. {basis.day}.)보다 앞섭니다."
    yield Trouble(message, at, "이미 한 일이면 추진실적으로 옮기고, 아니면 날짜를 확인하세요.")


RULE = Rule(
    code="plan-date",
    title="향후계획의 날짜는 기준일보다 뒤입니다.",
    reason="기준일에 이미 지난 일정은 실적으로 적었거나 날짜를 고쳐야 합니다.",
    source="주요업무 보고의 관례",
    group=Group.CALENDAR,
    severity=Severity.WARNING,
    report=_look,
    example="기준일이 2021. 11. 4.인 보고서의 향후 추진일정: 상담회 개최 : ’21. 10월",
    corrected="기준일이 2021. 11. 4.인 보고서의 향후 추진일정: 상담회 개최 : ’21. 12월",
)
