"""Targets and results: counted in the same unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.reading.matrix import Matrix
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.document import Cell, cell_text
from generator.notation.number import fold_width
from generator.notation.particle import with_particle

_TARGET = re.compile(r"(?P<before>.*?)(?:목표|계획)(?:치|값|량)?")
_RESULT = re.compile(r"(?P<before>.*?)(?:실적|달성|결과)(?:치|값|량)?")
_FIGURE = re.compile(r"[△▲]?\s?\d[\d,]*(?:\.\d+)?\s?(?P<unit>[가-힣A-Za-z%㎡]{1,6})(?:\s*\([^()]*\))?")


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    for placed in subject.tables:
        found = placed.matrix
        for target, result in _pairs(found):
            for row in found.laid:
                yield from _judge(row[target], row[result])


def _pairs(found: Matrix) -> Iterator[tuple[int, int]]:
    """Columns of targets and results whose heads agree but for these words."""
    titles = ["".join(" ".join(path).split()) for path in found.heads]
    for target, title in enumerate(titles):
        goal = _TARGET.fullmatch(re.sub(r"\([^()]*\)", "", title))
        for result, other in enumerate(titles):
            reached = _RESULT.fullmatch(re.sub(r"\([^()]*\)", "", other))
            if goal and reached and goal["before"] == reached["before"]:
                yield target, result


def _judge(target: Cell | None, result: Cell | None) -> Iterator[Agreement | Trouble]:
    if target is None or result is None or result.at is None or target.at is None:
        return
    wanted = _FIGURE.fullmatch(fold_width(cell_text(target)).strip())
    reached = _FIGURE.fullmatch(fold_width(cell_text(result)).strip())
    if not wanted or not reached:
        return
    if wanted["unit"] == reached["unit"]:
        yield Agreement(result.at)
        return
    goal, result_unit = (with_particle(found["unit"], "으로/로", quote=True) for found in (wanted, reached))
    message = f"목표는 {goal}, 실적은 {result_unit} 세었습니다: {wanted[0]}, {reached[0]}"
    hint = "실적을 목표와 같은 단위로 적으세요. 다른 칸의 값을 옮겨 적지 않았는지도 확인하세요."
    yield Trouble(message, result.at, hint, related=(Related(target.at, "목표입니다."),))


RULE = Rule(
    code="target-unit",
    title="목표와 실적은 같은 단위로 셉니다.",
    reason="목표 50회에 실적 928명이면 이루었는지 알 수 없습니다.",
    source="「정부업무평가 기본법」에 따른 성과지표 작성의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.ERROR,
    report=_look,
    example="| 지표 | 목표 | 실적 |\n|---|---|---|\n| 교육 | 50회 | 928명 |",
    corrected="| 지표 | 목표 | 실적 |\n|---|---|---|\n| 교육 | 50회 | 62회 |",
)
