"""An item fits on two printed lines."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.notation.reading.prose import lines, trouble
from generator.checks.reading.statement import Kind
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity, display_width

_LINE = 84
"""Cells of a printed line at the first level: 42 syllables of 15 pt on A4 with 20 mm at the sides."""
_INDENT = 4
_MOST_LINES = 2
# The estimate knows no proportional digits and no word breaks; half a line is its doubt.
_DOUBT = 42


def _look(subject: Subject) -> Iterator[Trouble]:
    for statement in lines(subject):
        if statement.kind is not Kind.ITEM:
            continue
        width = display_width(statement.text)
        line = _LINE - _INDENT * (statement.level - 1)
        if width > _MOST_LINES * line + _DOUBT:
            shown = -(-width // line)
            message = f"항목 하나가 인쇄본에서 {shown}줄쯤 됩니다."
            hint = f"{_MOST_LINES}줄이 넘지 않게 줄이거나, 아래 단계 항목으로 나누세요."
            yield trouble(statement, 0, min(len(statement.text), 30), message, hint)


RULE = Rule(
    code="long-item",
    title="항목 하나는 두 줄을 넘기지 않습니다.",
    reason="개조식은 한눈에 읽히는 것이 좋은 점인데, 긴 항목은 문장을 읽는 것보다 어렵습니다.",
    source="개조식 보고서의 관례",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ " + "지역 내 기업과 주민이 함께 참여하는 일자리 사업을 발굴하고 " * 4 + "지원",
    corrected="○ 지역 내 기업과 주민이 함께 참여하는 일자리 사업 발굴·지원",
)
