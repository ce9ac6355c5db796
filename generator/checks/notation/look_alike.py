"""Characters that look like the right one: `․ ㆍ ⋅ ・ ž` for the middle dot, `∼` for the wave dash, `｢ ｣` for 「 」."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_DOTS = "․ㆍ⋅∙‧・･•"
_ALIKE = {**dict.fromkeys(_DOTS, "·"), **dict.fromkeys("∼〜˜", "~"), "｢": "「", "｣": "」", "ž": "·"}
_B = r"[^\S\n]"
_SHAPE = re.compile(
    rf"(?P<core>(?<=[\w)」』’”%㎡]){_B}*[{_DOTS}]{_B}*(?=[\w(「『‘“])"
    # A letter of other languages between two syllables is what a converter made of a dot.
    r"|(?<=[가-힣])ž(?=[가-힣])"
    r"|[∼〜˜｢｣])"
)


def _look(subject: Subject) -> Iterator[Trouble]:
    fact = "모양이 비슷한 다른 글자가 들어 있습니다: '{}'"
    yield from misspellings(subject, _SHAPE, _right, fact, "눈으로는 같아 보여도 찾기에서 빠집니다.")


def _right(found: re.Match[str]) -> str:
    return _ALIKE[found[0].strip()]


RULE = Rule(
    code="look-alike",
    title="가운뎃점(·), 물결표(~), 낫표(「」)는 제 글자로 적습니다.",
    reason="모양만 같은 다른 글자는 찾기와 비교에서 빠지고, 글꼴에 따라 깨지거나 화면 낭독기가 잘못 읽습니다.",
    source="한글 맞춤법 부록 문장 부호 가운뎃점, 물결표, 낫표",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 일자리 발굴․육성",
    corrected="○ 일자리 발굴·육성",
)
