"""The percent sign stands in the head of a column or in all of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.notation.reading.tables import WrittenCell, tables
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_RATE = re.compile(r".*(?:률|율|비율|비중|구성비)")
_WITH = re.compile(r"[△▲−-]?\s?\d[\d,.]*\s?%")
_WITHOUT = re.compile(r"[△▲−-]?\s?\d[\d,.]*")


def _look(subject: Subject) -> Iterator[Trouble]:
    for found, cells in tables(subject):
        for column in range(len(found.heads)):
            if _RATE.fullmatch(found.name_of(column)):
                own = [cell for cell in cells if cell.column == column]
                yield from _column(own, "%" in " ".join((*found.heads[column], found.table.unit)))


def _column(cells: Sequence[WrittenCell], in_head: bool) -> Iterator[Trouble]:
    with_sign = [cell for cell in cells if _WITH.fullmatch(cell.text)]
    without = [cell for cell in cells if _WITHOUT.fullmatch(cell.text)]
    if not with_sign or not without:
        return
    if in_head or len(with_sign) < len(without):
        hint = "%는 머리글에 '(%)'로 한 번만 적고 칸에서는 빼세요."
        for cell in with_sign:
            yield Trouble(f"같은 열의 다른 칸과 달리 '{cell.text}'에 %가 있습니다.", cell.at, hint)
    else:
        for cell in without:
            message = f"같은 열의 다른 칸과 달리 '{cell.text}'에 %가 없습니다."
            yield Trouble(message, cell.at, f"'{cell.text}%'로 적거나, 머리글에 '(%)'를 적고 칸의 %를 모두 빼세요.")


RULE = Rule(
    code="percent-sign",
    title="%는 머리글이나 모든 칸 가운데 한쪽에만 적습니다.",
    reason="한 열에 82%와 67이 섞이면 67이 비율인지 인원인지 헷갈립니다.",
    source="통계표의 관례",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="| 구분 | 참여율 |\n|---|---:|\n| 상담 | 82% |\n| 교육 | 67 |\n| 홍보 | 71% |",
    corrected="| 구분 | 참여율 |\n|---|---:|\n| 상담 | 82% |\n| 교육 | 67% |\n| 홍보 | 71% |",
)
