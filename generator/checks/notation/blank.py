"""One plain space between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_WIDE = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
# Spaces beside a pipe line up the columns of a table in the file and are not printed; neither are those after a mark.
_BLANK = re.compile(rf"(?<=[^\s|\ue000\ue001])(?:[ \t]{{2,}}|[ \t]*[{_WIDE}][ \t{_WIDE}]*)(?=[^\s|])")


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        for found in _BLANK.finditer(mask(passage.text)):
            is_wide = bool(found[0].strip(" \t"))
            what = "보통 빈칸이 아닌 빈칸이 있습니다." if is_wide else f"빈칸이 {len(found[0])}개 이어집니다."
            hint = "빈칸 하나로 적으세요. 줄을 맞추는 빈칸은 인쇄본과 누리집에 나오지 않습니다."
            yield trouble(passage, *found.span(), what, hint, " ")


RULE = Rule(
    code="blank",
    title="낱말 사이는 보통 빈칸 하나로 띄웁니다.",
    reason="넓은 빈칸과 여러 빈칸은 보이지 않지만 찾기와 비교에서 다른 글이 됩니다.",
    source="자료 작성의 관례",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 사업대상: 관내  기업",
    corrected="○ 사업대상: 관내 기업",
)
