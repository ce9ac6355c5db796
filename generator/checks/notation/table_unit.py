"""A table of money says in which unit it counts: `(단위: 천원)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.notation.reading.tables import WrittenCell, tables
from generator.checks.reading.matrix import Matrix
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_MONEY = re.compile(
    r".*(?:예산액?|예산현액|사업비|집행액|지출액|결산액|보조금|지원금|교부액|불용액|집행잔액|금액|인건비|운영비)(?:계|합계)?"
)
_UNIT = re.compile(r"단\s?위|[십백천만억]*원|%|백만|억")
_FIGURE = re.compile(r"[△▲−-]?\s?\d[\d,]*(?:\.\d+)?")


def _look(subject: Subject) -> Iterator[Trouble]:
    for found, cells in tables(subject):
        if _UNIT.search(found.notes + found.table.basis) or _unit_nearby(subject, cells):
            continue
        for column in range(len(found.heads)):
            if trouble := _column(found, column, [cell for cell in cells if cell.column == column]):
                yield trouble
                break


def _column(found: Matrix, column: int, cells: Sequence[WrittenCell]) -> Trouble | None:
    title = " ".join(found.heads[column])
    figures = [cell for cell in cells if _FIGURE.fullmatch(cell.text)]
    has_unit = bool(_UNIT.search(title)) or any("원" in cell.text for cell in cells)
    if not figures or has_unit or not _MONEY.fullmatch(found.name_of(column)):
        return None
    name = with_particle(found.title_of(column), "이/가", quote=True)
    message = f"금액이 있는 표에 단위가 없습니다: {name} 천원인지 백만원인지 알 수 없습니다."
    hint = "표 바로 위에 '(단위: 천원)'처럼 한 줄을 적으세요. '표' 블록이면 '단위: 천원'을 적으세요."
    return Trouble(message, figures[0].at, hint)


def _unit_nearby(subject: Subject, cells: Sequence[WrittenCell]) -> bool:
    """Tell whether the text that the table stands in names a unit, as a heading does for several tables."""
    if not cells:
        return False
    at = cells[0].at
    for passage in subject.passages:
        place = passage.scalar.at
        if place.path == at.path and place.line <= at.line <= place.end_line:
            return bool(re.search(r"단\s?위\s*[:：]", passage.text + " ".join(passage.keys)))
    return False


RULE = Rule(
    code="table-unit",
    title="금액이 있는 표에는 단위를 적습니다.",
    reason="단위가 없으면 천 배나 백만 배를 잘못 읽습니다.",
    source="예산서 서식의 관례(표 오른쪽 위 '단위: 천원')",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="| 구분 | 예산액 |\n|---|---:|\n| 상담 | 2,893 |",
    corrected="(단위: 천원)\n| 구분 | 예산액 |\n|---|---:|\n| 상담 | 2,893 |",
)
