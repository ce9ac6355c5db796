"""Years without their century: `’22`, with the closing quotation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_YEAR = re.compile(
    r"(?<![\w'‘’`])(?P<mark>['‘`´′‛])(?P<year>\d\d)(?=\s?(?:[.~∼〜년]|[상하]반기|[1-4]\s?분기)|[)/,](?!\w))"
)
_SAME_PAIR = {"'": "'", "‘": "’", "`": "`", "´": "´", "′": "′", "‛": "’"}


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        masked = mask(passage.text)
        for found in _YEAR.finditer(masked):
            if not _opens_quotation(masked, found):
                right = f"’{found['year']}"
                message = f"줄인 연도 '{found[0]}'에 쓴 부호가 작은따옴표의 닫는 부호(’)가 아닙니다."
                hint = f"{right}처럼 적으세요. 앞 두 자리를 줄였다는 표시는 닫는 작은따옴표 ’(U+2019)입니다."
                yield trouble(passage, *found.span(), message, hint, right)


def _opens_quotation(masked: str, found: re.Match[str]) -> bool:
    """`‘22년 우수사업’` is a name that begins with a year: a mark later on the line closes it."""
    rest = masked[found.end() :].split("\n", 1)[0]
    closing = _SAME_PAIR[found["mark"]]
    for position in (at for at, character in enumerate(rest) if character in {closing, found["mark"]}):
        if not re.match(r"\d\d", rest[position + 1 :]):
            return rest[position] == closing
    return False


RULE = Rule(
    code="omitted-century",
    title="줄인 연도는 '’22'처럼 닫는 작은따옴표로 적습니다.",
    reason="여는 따옴표나 키보드의 곧은 따옴표로 적으면 인용과 헷갈리고, 찾기에서 빠집니다.",
    source="국립국어원 「한눈에 알아보는 공문서 바로 쓰기」, 문장 부호 작은따옴표",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 사업기간: ‘22. 1.~12.",
    corrected="○ 사업기간: ’22. 1.~12.",
)
