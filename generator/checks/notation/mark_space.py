"""A space between an item's mark and its text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        start = 0
        for line in passage.text.split("\n"):
            text = line.lstrip()
            mark = subject.house.marks.read(text)
            if mark is not None and mark.length == len(mark.written) and not mark.written.isascii():
                begin = start + len(line) - len(text)
                end = begin + mark.length + 1
                right = f"{mark.written} {text[mark.length]}"
                message = f"글머리 {with_particle(mark.written, '과/와', quote=True)} 글이 붙어 있습니다."
                hint = "글머리 뒤를 한 칸 띄우세요."
                yield trouble(passage, begin, end, message, hint, right)
            start += len(line) + 1


RULE = Rule(
    code="mark-space",
    title="글머리와 글 사이는 한 칸 띄웁니다.",
    reason="글머리가 글의 일부로 읽히지 않습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정 시행규칙」 제2조제1항, 행정업무운영 편람(항목의 표시)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○추진근거: 구 방침",
    corrected="○ 추진근거: 구 방침",
)
