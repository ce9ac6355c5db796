"""Marks go down one level at a time: □, ○, -, ·."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.notation.reading.prose import lines, trouble
from generator.checks.reading.statement import Kind
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle


def _look(subject: Subject) -> Iterator[Trouble]:
    levels = subject.house.marks.levels
    for statement in lines(subject):
        above = statement.parent
        # What stands right under a heading may begin with any mark: a short list often does without ○.
        if statement.kind is not Kind.ITEM or above is None or statement.level <= above.level + 1:
            continue
        wanted = levels[above.level + 1]
        message = (
            f"{with_particle(levels[above.level], '과/와', quote=True)} '{levels[statement.level]}' 사이의 단계 "
            f"'{wanted}'를 건너뛰었습니다."
        )
        yield trouble(statement, 0, min(len(statement.text), 20), message, f"글머리를 '{wanted}'로 바꾸세요.")


RULE = Rule(
    code="skipped-level",
    title="글머리는 한 단계씩 내려갑니다.",
    reason="단계를 건너뛰면 무엇에 딸린 내용인지 알 수 없고, 화면 낭독기가 목록을 잘못 읽습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정 시행규칙」 제2조제1항(항목의 구분)",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 기업 지원\n· 상담 20건",
    corrected="○ 기업 지원\n- 상담 20건",
)
