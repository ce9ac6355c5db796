"""The colon stands at the word before it, with a space behind: `일시: 2014. 10. 9.`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_B = r"[^\S\n]"
_DETACHED = re.compile(rf"(?<![:：=])[가-힣)\]」』’”](?P<core>{_B}+[:：]{_B}*)(?=[^\s:：=|])")
# A colon between two words of one syllable is a ratio (남:여), one after Latin letters or digits a time or a name.
_TIGHT = re.compile(r"(?<![:：=])(?:[가-힣]{2}|[가-힣\d]\))(?P<core>[:：])(?=[가-힣\d’'‘“「『(△~])")
_RATIO = re.compile(
    r"\d\s?%?\s*[:：]\s*[가-힣]{0,4}\s?\d"  # 3:1, 시70:구30
    r"|(?:[:：]\s*[가-힣]{1,4}\s*)+=\s*\d"  # 국 : 시 : 구 = 5 : 3 : 2
)
_RULE = "쌍점(:)은 앞말에 붙이고 뒤는 한 칸 띄웁니다."


def _look(subject: Subject) -> Iterator[Trouble]:
    for shape in (_DETACHED, _TIGHT):
        yield from misspellings(subject, shape, _attached, "쌍점의 띄어쓰기가 다릅니다: '{}'", _RULE)


def _attached(found: re.Match[str]) -> str | None:
    """Times and ratios are joined on both sides instead."""
    before = re.split(r"[\n|]", found.string[: found.start()])[-1]
    after = re.split(r"[\n|]", found.string[found.start() :])[0]
    ratio = _RATIO.search(before[-12:] + after)
    if ratio and ratio.start() <= len(before[-12:]) + 3:
        return None
    return ": "


RULE = Rule(
    code="colon-space",
    title="쌍점(:)은 앞말에 붙이고 뒤는 띄어 적습니다.",
    reason="이름과 내용이 어디에서 나뉘는지 한눈에 보이고, 같은 항목을 한 가지로 찾을 수 있습니다.",
    source="한글 맞춤법 부록 문장 부호 쌍점(:) [붙임]",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 사업대상 :관내 기업",
    corrected="○ 사업대상: 관내 기업",
)
