"""Brackets and corner brackets come in pairs, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.notation.reading.nesting import Lone, lone_marks
from generator.checks.notation.reading.prose import trouble, whole_texts
from generator.checks.reading.statement import Statement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_PAIRS = {"(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "《": "》", "〈": "〉", "（": "）", "【": "】"}
_CLOSING = {close: opening for opening, close in _PAIRS.items()}


def _look(subject: Subject) -> Iterator[Trouble]:
    for statement in whole_texts(subject):
        for lone in lone_marks(statement.text, _PAIRS):
            yield _trouble(statement, lone)


def _trouble(statement: Statement, lone: Lone) -> Trouble:
    if lone.reversed_end is not None:
        inner = statement.text[lone.position + 1 : lone.reversed_end]
        right = f"{_CLOSING[lone.mark]}{inner}{lone.mark}"
        message = f"여는 괄호와 닫는 괄호가 뒤바뀌었습니다: '{statement.text[lone.position : lone.reversed_end + 1]}'"
        hint = f"{with_particle(right, '으로/로', quote=True)} 적으세요."
        return trouble(statement, lone.position, lone.reversed_end + 1, message, hint, right)
    partner = _PAIRS[lone.mark] if lone.opens else _CLOSING[lone.mark]
    state = "닫는" if lone.opens else "여는"
    message = f"{with_particle(lone.mark, '과/와', quote=True)} 짝이 되는 {state} 괄호 '{partner}'가 없습니다."
    hint = f"빠진 자리에 '{partner}'를 적거나, 남는 '{lone.mark}'를 지우세요."
    return trouble(statement, lone.position, lone.position + 1, message, hint)


RULE = Rule(
    code="bracket-pair",
    title="괄호와 낫표는 짝을 맞추어 적습니다.",
    reason="괄호가 열린 채로 끝나면 어디까지가 덧붙인 말인지 알 수 없습니다.",
    source="한글 맞춤법 부록 문장 부호 소괄호, 대괄호, 낫표",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 근거: 「사회적기업 육성법 제5조",
    corrected="○ 근거: 「사회적기업 육성법」 제5조",
)
