"""Items that end on `~함` have a full stop all or none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import lines, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

# Nouns such as 시스템, 프로그램 and 모임 end on the same sound and never have a full stop.
_ENDING = re.compile(
    r"(?P<word>(?:[가-힣]{0,20}(?:하고자|하여야|해야|할 수 있도록|하도록)\s?)?"
    r"[가-힣]{0,20}(?:함|됨|있음|없음|[았었였겠했]음|같음|받음|높음|낮음|바람|예정임|계획임|것임))(?P<stop>\.?)$"
)


def _look(subject: Subject) -> Iterator[Trouble]:
    found = [(s, e) for s in lines(subject) if (e := _ENDING.search(s.text.rstrip()))]
    stopped = [item for item in found if item[1]["stop"]]
    bare = [item for item in found if not item[1]["stop"]]
    if not stopped or not bare:
        return
    few, is_stopped = (stopped, True) if len(stopped) <= len(bare) else (bare, False)
    for statement, ending in few:
        right = ending["word"] + ("" if is_stopped else ".")
        other, here = ("찍지 않았는데", "찍었습니다") if is_stopped else ("찍었는데", "찍지 않았습니다")
        message = f"'~함'으로 끝나는 다른 항목은 마침표를 {other} 여기는 {here}: '{ending[0]}'"
        hint = f"{with_particle(right, '으로/로', quote=True)} 적어 한 가지로 맞추세요."
        yield trouble(statement, *ending.span(), message, hint, right)


RULE = Rule(
    code="full-stop",
    title="'~함'으로 끝나는 항목의 마침표는 한 보고서에서 모두 찍거나 모두 찍지 않습니다.",
    reason="같은 모양의 항목이 다르게 끝나면 글이 덜 끝난 것처럼 보입니다.",
    source="한글 맞춤법 부록 문장 부호 마침표 (1) [붙임](명사형으로 끝나는 문장에는 마침표를 쓰지 않을 수 있음)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 청년 일자리를 만들고자 함\n○ 자립 기반을 마련하고자 함\n○ 경쟁력을 높이고자 함.",
    corrected="○ 청년 일자리를 만들고자 함\n○ 자립 기반을 마련하고자 함\n○ 경쟁력을 높이고자 함",
)
