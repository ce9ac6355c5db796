"""A small archive over the years: two departments that came from one, their reports, and the records of these."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

from generator.document import Document
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelf import Contact, Shelf, ShelfDepartment, ShelfTeam, TeamRef
from generator.records.kinds import BudgetLine, FacilityRecord, Measure, Money, PersonnelCount, Records, Source
from tests.outputs.example import report

INSTITUTION = "가상시 보기구"

OLD = ShelfDepartment(
    "old", "옛과", INSTITUTION, (), ("lights", "trees"), teams=(ShelfTeam("등팀"), ShelfTeam("숲팀"), ShelfTeam("길팀"))
)
LIGHTS = ShelfDepartment(
    "lights",
    "가로등과",
    INSTITUTION,
    ("old",),
    (),
    Contact("02-2670-3401~4", "lights@example.go.kr", "보기로 1, 2층"),
    (
        ShelfTeam("일자리창출팀", (TeamRef("old", "옛과", "등팀"), TeamRef("old", "옛과", "길팀")), True),
        ShelfTeam("밤팀"),
    ),
    "2019. 1. 1.~",
)
TREES = ShelfDepartment(
    "trees", "나무과", INSTITUTION, ("old", "산림국"), (), teams=(ShelfTeam("숲팀", (TeamRef("old", "옛과", "숲팀"),)),)
)


def archive_shelf(**changes: Any) -> Shelf:
    """Give the archive's own texts, with fields replaced."""
    made = Shelf("보기 아카이브", "무엇을 했는지", "소개", INSTITUTION, (OLD, LIGHTS, TREES), licence_of(None))
    return dataclasses.replace(made, **changes)


def report_of(department: ShelfDepartment, year: int, **changes: Any) -> Document:
    """Give the example's report as one of a department and a year."""
    values = {
        "year": year,
        "slug": department.slug,
        "institution": department.institution,
        "department": department.name,
        "department_slug": department.slug,
        "title": f"{year}년 주요업무 보고({department.name})",
        "basis": f"{year}. 8. 31.",
        **changes,
    }
    return report(**values)


def documents() -> list[Document]:
    """Give all reports, the newest first: 2017, then a gap until 2021 and 2022."""
    return [report_of(LIGHTS, 2022), report_of(TREES, 2022), report_of(LIGHTS, 2021), report_of(OLD, 2017)]


def records() -> Records:
    """Give what the report of 2022 says: budgets of two years, staff, and a facility."""
    return Records(
        budgets=(
            _line("전년도", 2021, Decimal(900), total=True),
            _line("안전한 밤길", 2022, Decimal(700), total=False),
            _line("계", 2022, Decimal(123_460), total=True, executed=Decimal(61_730), rate=Decimal("50.0")),
        ),
        personnel=(
            _count("정원", "6급", 4),
            _count("정원", "계", 12),
            _count("현원", "계", 11, computed=True),
            _count("과부족", "계", -1),
        ),
        facilities=(
            FacilityRecord(
                _source(), 2022, "lights", "가로등과", INSTITUTION, "시설", "등대", "보기로 2", "1층\n2층", "밤팀"
            ),
        ),
    )


def closed_up(words: str) -> str:
    """Give a text without white space, which stands between elements or not without a difference to readers."""
    return "".join(words.split())


def _source() -> Source:
    return Source(2022, "lights", "money")


def _line(
    name: str, year: int, budget: Decimal, *, total: bool, executed: Decimal | None = None, rate: Decimal | None = None
) -> BudgetLine:
    amounts = [Money(Measure.BUDGET, budget, f"{budget:,}천원")]
    if executed is not None:
        amounts.append(Money(Measure.EXECUTION, executed, f"{executed:,}천원", computed=True))
    return BudgetLine(
        _source(),
        year,
        "lights",
        "가로등과",
        INSTITUTION,
        "예산현황",
        "2022. 8. 31.",
        name,
        0,
        total,
        tuple(amounts),
        rate,
    )


def _count(row: str, grade: str, value: int, *, computed: bool = False) -> PersonnelCount:
    return PersonnelCount(
        _source(), 2022, "lights", "가로등과", INSTITUTION, "2022. 8. 31.", row, "", grade, Decimal(value), computed
    )
