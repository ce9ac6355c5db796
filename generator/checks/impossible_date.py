"""Dates that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.when import Dated, dated
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.date import Date, is_possible, parse_basis_date, parse_date

_HINT = "월과 일을 바로 적었는지 확인하세요."


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    yield from _own_dates(subject)
    for found in dated(subject):
        yield from _judge(found)


def _own_dates(subject: Subject) -> Iterator[Agreement | Trouble]:
    """Judge the dates by which the report itself is known: all that is dated is measured by them."""
    report = subject.loaded.report
    for scalar in (report.basis, report.published) if report else ():
        if scalar is None or (date := _date(scalar.text)) is None:
            continue
        if is_possible(date):
            yield Agreement(scalar.at)
        else:
            yield Trouble(f"달력에 없는 날짜입니다: {scalar.text.strip()}", scalar.at, _HINT)


def _date(text: str) -> Date | None:
    basis = parse_basis_date(text)
    return basis.date if basis else parse_date(text)


def _judge(found: Dated) -> Iterator[Agreement | Trouble]:
    at = found.statement.locate(found.start, found.end)
    wrong = next((date for date in found.ends if not _exists(date, found.years)), None)
    if wrong is None:
        if any(date.day is not None for date in found.ends):
            yield Agreement(at)
        return
    shown = f"{wrong.month}월" + (f" {wrong.day}일" if wrong.day else "")
    year = f"{wrong.year}년 " if wrong.year else ""
    yield Trouble(f"달력에 없는 날짜입니다: {year}{shown}", at, _HINT)


def _exists(date: Date, years: tuple[int, ...]) -> bool:
    if date.year is not None:
        return is_possible(date)
    return any(is_possible(Date(year, date.month, date.day)) for year in years)


RULE = Rule(
    code="impossible-date",
    title="달력에 있는 날짜만 적습니다.",
    reason="2월 30일 같은 날짜는 다른 날을 잘못 적은 것입니다.",
    source="달력",
    group=Group.CALENDAR,
    severity=Severity.ERROR,
    report=_look,
    example="○ 접수: 2022. 2. 30.까지",
    corrected="○ 접수: 2022. 2. 28.까지",
)
