"""Figures that were broken down: the parts make the whole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.figure import shown_unit
from generator.checks.reading.subcounts import SubCount, subcounts
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.funding import find_source
from generator.notation.number import format_number


def _look(subject: Subject) -> Iterator[Relation]:
    for found in subcounts(subject.statements):
        # Who pays what is looked at by funding-sum.
        if not all(find_source(label, subject.house.sources) for label, _ in found.parts):
            yield _relation(found)


def _relation(found: SubCount) -> Relation:
    whole = found.whole
    unit, worth = shown_unit(whole)
    formula = " + ".join(f"{label} {format_number(value / worth)}" for label, value in found.parts)
    return Relation(
        label=f"'{found.label}'",
        written=whole.value / worth,
        computed=found.total / worth,
        at=found.statement.locate(whole.start, whole.end),
        formula=formula,
        unit=unit,
        tolerance=found.tolerance / worth,
        comparison=Comparison.EQUAL,
        severity=None if found.is_certain else Severity.WARNING,
        remark=""
        if found.is_certain
        else "나눈 것이 전체보다 많습니다. 겹치는 것이 있으면 '중복 포함'이라고 적으세요.",
    )


RULE = Rule(
    code="count-sum",
    title="나누어 적은 수를 더하면 전체와 같습니다.",
    reason="괄호나 아랫줄에 나누어 적은 수가 전체와 다르면 어느 쪽이 맞는지 알 수 없습니다.",
    source="통계의 관례",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="○ 참여인원: 396명 (상반기 190명, 하반기 207명)",
    corrected="○ 참여인원: 396명 (상반기 190명, 하반기 206명)",
)
