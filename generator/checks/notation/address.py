"""Road addresses: the road's name in one piece, a space before the building's number (`도림로63길 32`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_SPLIT_ROAD = re.compile(
    r"(?P<road>[가-힣]{1,8}(?:대로|로))[^\S\n]+(?P<lane>\d{1,3}[가-힣]?길)[^\S\n]?(?P<number>\d+(?:-\d+)?)(?![\d층호])"
)
_JOINED_NUMBER = re.compile(
    r"(?P<before>[가-힣]{1,4}(?:구|시|군|읍|면)[^\S\n]+)(?P<road>[가-힣]{1,8}(?:대로|로)(?:\d{1,3}[가-힣]?길)?|[가-힣]{1,8}길)"
    r"(?P<number>\d{1,4}(?:-\d+)?)(?=[\s,)|]|$)",
    re.MULTILINE,
)
_RULE = "도로명은 붙여 쓰고 건물번호는 띄어 씁니다."


def _look(subject: Subject) -> Iterator[Trouble]:
    fact = "도로명주소의 띄어쓰기가 다릅니다: '{}'"
    yield from misspellings(subject, _SPLIT_ROAD, lambda f: f"{f['road']}{f['lane']} {f['number']}", fact, _RULE)
    yield from misspellings(subject, _JOINED_NUMBER, lambda f: f"{f['before']}{f['road']} {f['number']}", fact, _RULE)


RULE = Rule(
    code="address",
    title="도로명은 붙이고 건물번호는 띄어 '도림로63길 32'처럼 적습니다.",
    reason="띄어쓰기가 다르면 지도에서 주소를 찾지 못합니다.",
    source="「도로명주소법 시행령」(도로명주소의 표기 방법)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 위치: 도림로 63길 32",
    corrected="○ 위치: 도림로63길 32",
)
