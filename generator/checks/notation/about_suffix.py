"""여 (somewhat more than) is attached to the number, and the unit noun stands apart: `1,390여 명`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

# Units that cannot go on as another word: 여성, 여단 and 여권 begin with the same syllable.
_UNITS = (
    "명|개소|개사|개국|개교|개월|개년|개|건|회|곳|종|대|호|가구|세대|업체|기업|단체|기관|팀|편|점|부|쪽|차례|"
    "가지|톤|평|㎡|㎞|km|년|일|시간|분|석|동|필지|그루|만|천|억|원"
)
_SHAPE = re.compile(
    rf"(?P<number>(?<![\d,.])\d[\d,.]{{0,30}}(?:[^\S\n]?[십백천만억]{{1,2}})?)"
    rf"(?:여(?P<space>[^\S\n]?)|[^\S\n]여[^\S\n])(?P<unit>{_UNITS})(?![단권인성])"
)


def _look(subject: Subject) -> Iterator[Trouble]:
    rule = "'여'는 숫자에 붙이고, 뒤의 단위는 띄어 씁니다."
    yield from misspellings(subject, _SHAPE, _spelled, "'여'의 띄어쓰기가 다릅니다: '{}'", rule)


def _spelled(found: re.Match[str]) -> str | None:
    return None if found["space"] else f"{found['number']}여 {found['unit']}"


RULE = Rule(
    code="about-suffix",
    title="'여'는 숫자에 붙이고 단위는 띄어 '1,390여 명'처럼 적습니다.",
    reason="띄어쓰기가 같아야 같은 말로 찾아집니다.",
    source="한글 맞춤법 제43항, 표준국어대사전 '-여'(접미사)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 참여인원: 1,390여명",
    corrected="○ 참여인원: 1,390여 명",
)
