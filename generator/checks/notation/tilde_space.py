"""The wave dash joins both sides without a space: `9월 15일~9월 25일`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_B = r"[^\S\n]"
_UNIT = "년월일시분초주회차명인원건개층호세%℃점말㎡㎞"
# What a range begins with is a figure, with its unit and a weekday or the like in brackets. A word before the dash may
# be a label (`기간 ~ 12월`), so it counts only where a word follows too.
_FIGURE_BEFORE = rf"(?:\d[{_UNIT}]{{0,2}}\.?|\.|[상하]반기|분기|년도)(?:\([^()\n]{{1,6}}\))?"
_SHAPES = (
    re.compile(rf"{_FIGURE_BEFORE}(?P<core>{_B}+~{_B}*|~{_B}+)(?=[\d’'‘△가-힣(])"),
    re.compile(rf"(?<!기간)(?<!시기)(?<!일시)(?<!기한)(?<!일정)(?<=[가-힣])(?P<core>{_B}+~{_B}*|~{_B}+)(?=[가-힣])"),
    re.compile(rf"\d[{_UNIT}]{{0,2}}\.?(?P<core>{_B}+~)(?={_B}*(?:[),\]|]|$))", re.MULTILINE),
)
_OPEN = re.compile(rf"[:：(,/]{_B}*(?P<core>~{_B}+)(?=[\d’'])")
_FACT = "물결표 앞이나 뒤가 띄어져 있습니다: '{}'"
_RULE = "물결표(~) 앞뒤의 빈칸을 지우세요. 물결표는 앞뒤 말에 붙여 씁니다."


def _look(subject: Subject) -> Iterator[Trouble]:
    for shape in _SHAPES:
        yield from misspellings(subject, shape, _joined, _FACT, _RULE, shows_words=False)
    yield from misspellings(subject, _OPEN, _joined, _FACT, _RULE, Severity.NOTE, shows_words=False)


def _joined(_: re.Match[str]) -> str:
    return "~"


RULE = Rule(
    code="tilde-space",
    title="물결표(~)는 앞뒤를 붙여 적습니다.",
    reason="기간이 줄 끝에서 갈라지지 않고, 같은 기간을 한 가지로 찾을 수 있습니다.",
    source="한글 맞춤법 부록 문장 부호 물결표(~)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 접수기간: 9월 15일 ~ 9월 25일",
    corrected="○ 접수기간: 9월 15일~9월 25일",
)
