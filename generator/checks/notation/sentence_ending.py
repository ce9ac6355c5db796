"""Items end on a noun (`지원`, `추진함`), not on a sentence's `~다.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import lines, trouble
from generator.checks.reading.statement import Kind
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_ENDING = re.compile(r"[가-힣]{0,20}(?:니다|[한된있없였었겠했됐왔갔났인이는]다)\.?\s*$")


def _look(subject: Subject) -> Iterator[Trouble]:
    for statement in lines(subject):
        found = _ENDING.search(mask(statement.text)) if statement.kind is Kind.ITEM else None
        if found:
            message = f"개조식 항목이 '{found[0].strip()}'처럼 문장으로 끝납니다."
            yield trouble(statement, *found.span(), message, "'지원', '추진함'처럼 명사나 '~함', '~음'으로 끝내세요.")


RULE = Rule(
    code="sentence-ending",
    title="글머리가 있는 항목은 명사나 '~함', '~음'으로 끝냅니다.",
    reason="한 보고서에서 문장과 개조식이 섞이면 읽는 흐름이 끊깁니다.",
    source="개조식 보고서의 관례",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 청년 창업을 지원합니다.",
    corrected="○ 청년 창업 지원",
)
