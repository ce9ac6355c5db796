"""One sign for negative figures in a report: the triangle of the budget forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.tables import WrittenCell, tables
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import parse_number
from generator.notation.particle import with_particle

_SIGNED = re.compile(r"(?P<sign>[△▲−-])\s?(?P<digits>\d[\d,.]*%?)")
_HYPHENS = frozenset("-−")


def _look(subject: Subject) -> Iterator[Trouble]:
    signed = [
        (found["sign"], found, cell)
        for _, cells in tables(subject)
        for cell in cells
        if (found := _SIGNED.fullmatch(cell.text)) and parse_number(cell.text.rstrip("%"))
    ]
    signs = [sign for sign, _, _ in signed]
    kinds = dict.fromkeys(signs)
    # Where ▲ and ▼ stand side by side they mean up and down.
    if len(kinds) < 2 or "▼" in str(subject.document):
        return
    usual = max(kinds, key=lambda sign: (signs.count(sign), sign == "△"))
    for sign, found, cell in signed:
        if sign != usual:
            yield _trouble(sign, usual, found, cell)


def _trouble(sign: str, usual: str, found: re.Match[str], cell: WrittenCell) -> Trouble:
    right = f"{usual}{found['digits']}"
    message = f"음수를 '{sign}'로 적었는데 이 보고서의 다른 표에서는 '{usual}'로 적었습니다."
    hint = f"{with_particle(right, '으로/로', quote=True)} 적어 한 가지 부호로 맞추세요."
    is_sure = sign in _HYPHENS and usual == "△" and cell.at.end_column - cell.at.column == len(cell.text)
    return Trouble(message, cell.at, hint, right if is_sure else None)


RULE = Rule(
    code="negative-sign",
    title="음수는 한 보고서에서 한 가지 부호로 적습니다.",
    reason="△와 ▲, -가 섞이면 줄어든 것인지 늘어난 것인지 헷갈립니다.",
    source="예산서 서식의 관례(음수 △)",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="| 구분 | 증감 |\n|---|---:|\n| 상담 | △10 |\n| 교육 | △20 |\n| 홍보 | -30 |",
    corrected="| 구분 | 증감 |\n|---|---:|\n| 상담 | △10 |\n| 교육 | △20 |\n| 홍보 | △30 |",
)
