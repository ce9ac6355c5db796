"""The middle dot joins both sides: `단계별·유형별`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import DOT_MARK
from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_B = r"[^\S\n]"
_DOT = re.compile(rf"(?<=[\w)」』’”%㎡.])(?P<core>{_B}+·{_B}*|·{_B}+)(?=[\w(「『‘“△])")


def _look(subject: Subject) -> Iterator[Trouble]:
    rule = "가운뎃점(·)은 앞뒤 말에 붙여 씁니다."
    yield from misspellings(subject, _DOT, _joined, "가운뎃점 앞이나 뒤가 띄어져 있습니다: '{}'", rule)


def _joined(found: re.Match[str]) -> str | None:
    """Give the joined spelling; in a line that begins with a dot, more dots part items and join nothing."""
    line = re.split(r"[\n|]", found.string[: found.start()])[-1]
    return None if line.lstrip().startswith(DOT_MARK) else "·"


RULE = Rule(
    code="middle-dot-space",
    title="가운뎃점(·)은 앞뒤를 붙여 적습니다.",
    reason="함께 묶인 말이 줄 끝에서 갈라지지 않고 한 덩어리로 읽힙니다.",
    source="한글 맞춤법 부록 문장 부호 가운뎃점(·)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 단계별 · 유형별 지원",
    corrected="○ 단계별·유형별 지원",
)
