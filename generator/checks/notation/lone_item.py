"""One item alone needs no mark: what is not divided is not counted out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.notation.reading.prose import lines, trouble
from generator.checks.reading.statement import families
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_NAMED_FROM = 3


def _look(subject: Subject) -> Iterator[Trouble]:
    levels = subject.house.marks.levels
    found = tuple(families(lines(subject)))
    # Where the item's neighbours are divided in two or more, it is drawn like them.
    divided = {(id(above.scalar), above.heading, items[0].level) for above, items in found if len(items) > 1}
    for above, items in found:
        # A heading's only ○ and an item's only remark (-) are how reports are drawn; from · on it is a slip.
        like = (id(above.scalar), above.heading, items[0].level)
        if len(items) == 1 and items[0].level >= _NAMED_FROM and like not in divided:
            item = items[0]
            mark = with_particle(levels[item.level], "이/가", quote=True)
            message = f"'{above.text[:20]}' 아래에 {mark} 하나뿐입니다."
            hint = "위 항목에 이어 적거나, 나눌 것이 더 있으면 함께 적으세요."
            yield trouble(item, 0, min(len(item.text), 20), message, hint)


RULE = Rule(
    code="lone-item",
    title="나눌 것이 하나뿐이면 아래 글머리를 쓰지 않습니다.",
    reason="하나뿐인 아래 항목은 더 있어야 할 것이 빠진 것처럼 읽힙니다.",
    source="행정업무운영 편람(하나의 항목만 있을 때에는 항목 기호를 붙이지 않음)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="○ 기업 지원\n- 상담\n· 20건",
    corrected="○ 기업 지원\n- 상담 20건",
)
