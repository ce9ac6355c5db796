"""Words before a number stand apart: `총 300대`, `약 30명`, `만 18세`, `연 1회`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_NUMBER = r"\d[\d,.]*(?:~\d[\d,.]*)?"
_SHAPE = re.compile(
    r"(?<![가-힣\w])(?:"
    rf"(?P<word>총|약)(?=△?\d)"
    rf"|(?P<age>만)(?={_NUMBER}\s?세)"
    rf"|(?P<rate>연|월|주|일|분기|반기)(?={_NUMBER}\s?회(?![가-힣]*차))"
    rf"|(?P<yearly>연)(?={_NUMBER}\s?%)"
    r")△?\d[\d,.]*(?:~\d[\d,.]*)?[가-힣%㎡]{0,3}"
)


def _look(subject: Subject) -> Iterator[Trouble]:
    yield from misspellings(
        subject, _SHAPE, _parted, "숫자 앞말을 붙여 썼습니다: '{}'", "숫자 앞의 총, 약, 만, 연은 띄어 씁니다."
    )


def _parted(found: re.Match[str]) -> str:
    word = next(word for word in found.groups() if word)
    return f"{word} {found[0][len(word) :]}"


RULE = Rule(
    code="numeral-determiner",
    title="숫자 앞의 '총', '약', '만', '연'은 띄어 적습니다.",
    reason="앞말과 숫자가 붙으면 숫자를 찾거나 읽기 어렵습니다.",
    source="한글 맞춤법 제2항(단어는 띄어 씀), 국립국어원 「한눈에 알아보는 공문서 바로 쓰기」",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 지원규모: 총300대",
    corrected="○ 지원규모: 총 300대",
)
