"""Full-width letters, digits and signs are written with the plain ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.prose import misspellings
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import fold_width

# A full-width bracket or stop has its blank built in, so a space may be missing once it is folded: those that only
# part words (：，．) are left to the author.
_SHAPE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％＋＝／～（）]+(?:[，．][０-９]+)*")


def _look(subject: Subject) -> Iterator[Trouble]:
    yield from misspellings(
        subject, _SHAPE, _folded, "폭이 넓은 글자(전각) '{}'가 들어 있습니다.", "숫자와 기호는 반각으로 적습니다."
    )


def _folded(found: re.Match[str]) -> str:
    return fold_width(found[0])


RULE = Rule(
    code="full-width",
    title="숫자와 로마자, 기호는 반각으로 적습니다.",
    reason="전각 숫자는 찾기에서 빠지고 계산에 쓰기 어렵습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정」 제7조제4항(아라비아 숫자), 자료 작성의 관례",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 참여인원: １２０명",
    corrected="○ 참여인원: 120명",
)
