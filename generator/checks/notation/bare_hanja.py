"""Chinese characters stand in brackets behind the Hangul, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_HANJA = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_IN_BRACKETS = re.compile(r"(?<=[가-힣])\s?[(\[][\u3400-\u9fff\uf900-\ufaff\s·,]+[)\]]")
_READINGS = dict(
    zip(
        "現市區國道郡社人名件年月日前後新舊對內外中全無有各同約總第者等及美韓",
        "현시구국도군사인명건년월일전후신구대내외중전무유각동약총제자등급미한",
        strict=True,
    )
)


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        masked = mask(passage.text)
        explained = [found.span() for found in _IN_BRACKETS.finditer(masked)]
        for found in _HANJA.finditer(masked):
            if not any(start < found.start() and found.end() < end for start, end in explained):
                reading = "".join(_READINGS.get(character, "") for character in found[0])
                shown = f"'{reading}'처럼 " if len(reading) == len(found[0]) else ""
                hint = f"{shown}한글로 적고, 뜻이 헷갈리면 괄호 안에 한자를 함께 적으세요."
                yield trouble(passage, *found.span(), f"한자 '{found[0]}'를 한글 없이 적었습니다.", hint)


RULE = Rule(
    code="bare-hanja",
    title="한자는 한글 뒤 괄호 안에 적습니다.",
    reason="한자를 모르는 사람은 읽을 수 없고, 한글로 찾을 때 빠집니다.",
    source="「국어기본법」 제14조제1항, 「행정업무의 운영 및 혁신에 관한 규정」 제7조제1항",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 市공모 사업 선정",
    corrected="○ 시 공모 사업 선정",
)
