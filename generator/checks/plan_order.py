"""Plans: what closes a programme comes after what begins it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.reading.pieces import without_brackets
from generator.checks.reading.when import Dated, dated, first_day, last_day
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.notation.date import format_date

_SCHEDULE = re.compile(r"계획|일정|절차")
_CLOSING = re.compile(
    r"정산|결산|결과\s?(?:\(.*?\))?\s?보고|성과\s?보고|사업\s?결과|성과공유|사업\s?종료|사후\s?평가|최종\s?보고"
)
_BEGINNING = re.compile(r"사업\s?(?:실시|추진|시행|수행|개시|시작|운영)|본\s?사업|착수|착공")
# Last year's accounts are settled in the year of the new plan.
_EARLIER = re.compile(r"전년|작년|지난해|\d{2,4}년도?\s?(?:사업|분)")


@dataclass(frozen=True, slots=True)
class _Stage:
    dated: Dated
    first: datetime.date
    last: datetime.date


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    lists: dict[tuple[int, int], list[Dated]] = {}
    for found in dated(subject):
        statement = found.statement
        if statement.row is None and _SCHEDULE.search(statement.heading):
            lists.setdefault((id(statement.scalar), id(statement.parent)), []).append(found)
    for schedule in lists.values():
        yield from _judge(schedule)


def _judge(schedule: list[Dated]) -> Iterator[Agreement | Trouble]:
    beginnings = [
        s for found in schedule if (s := _stage(found)) and _is(_BEGINNING, found) and not _is(_CLOSING, found)
    ]
    closings = [s for found in schedule if (s := _stage(found)) and _is(_CLOSING, found)]
    if not beginnings:
        return
    begin = min(beginnings, key=lambda stage: stage.first)
    for closing in closings:
        found = closing.dated
        at = found.statement.locate(found.start, found.end)
        if closing.last >= begin.first:
            yield Agreement(at)
            continue
        start, end = begin.dated.start_date, found.end_date
        assert start and end
        message = f"마무리({format_date(end)})가 사업의 시작({format_date(start)})보다 앞섭니다."
        place = begin.dated.statement.locate(begin.dated.start, begin.dated.end)
        hint = "연도를 잘못 적지 않았는지 확인하세요. 지난해 사업의 정산이면 '전년도'라고 밝히세요."
        yield Trouble(message, at, hint, related=(Related(place, "사업이 시작하는 때입니다."),))


def _is(shape: re.Pattern[str], found: Dated) -> bool:
    text = without_brackets(found.statement.text)
    return bool(shape.search(text)) and not _EARLIER.search(found.statement.text[: found.start])


def _stage(found: Dated) -> _Stage | None:
    start, end = found.start_date or found.end_date, found.end_date or found.start_date
    if start is None or end is None or start.month is None or end.month is None:
        return None
    year = found.years[-1]
    first, last = first_day(start, year), last_day(end, year)
    return _Stage(found, first, last) if first and last else None


RULE = Rule(
    code="plan-order",
    title="정산과 결과 보고는 사업을 시작한 뒤입니다.",
    reason="시작하기 전에 끝나는 일정은 연도를 잘못 적은 것이기 쉽습니다.",
    source="주요업무 보고의 관례",
    group=Group.CALENDAR,
    severity=Severity.WARNING,
    report=_look,
    example="○ 사업 실시: ’18년 3월\n○ 사업결과보고서 제출 및 정산: ’18년 2월",
    corrected="○ 사업 실시: ’18년 3월\n○ 사업결과보고서 제출 및 정산: ’19년 2월",
)
