"""One money unit in a column of figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.checks.notation.reading.tables import WrittenCell, tables
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle
from generator.notation.unit import Amount, find_unit, parse_amount

_UNIT_NAME = re.compile(r"(?:단위\s*[:：]\s*|\()(?P<unit>[십백천만억]*원)")


def _look(subject: Subject) -> Iterator[Trouble]:
    for found, cells in tables(subject):
        declared = _UNIT_NAME.search(found.table.unit)
        for column in range(len(found.heads)):
            named = _UNIT_NAME.search(" ".join(found.heads[column])) or declared
            unit = named["unit"] if named else ""
            own = [(name, cell) for cell in cells if cell.column == column and (name := _unit_of(cell.text))]
            yield from _mixed(own, unit)


def _mixed(own: Sequence[tuple[str, WrittenCell]], declared: str) -> Iterator[Trouble]:
    names = Counter(name for name, _ in own)
    usual = declared or (names.most_common(1)[0][0] if len(names) > 1 else "")
    for name, cell in own:
        if usual and name != usual:
            where = "표에 적은 단위는" if declared else "같은 열의 다른 칸은"
            message = f"'{cell.text}'의 단위가 다릅니다. {where} {usual}입니다."
            hint = f"금액을 {with_particle(usual, '으로/로')} 고쳐 적고 단위는 표 위에 한 번만 적으세요."
            yield Trouble(message, cell.at, hint)


def _unit_of(text: str) -> str:
    """Give the unit of a cell that is one amount with its unit and nothing else; won are too many things to judge."""
    amount = parse_amount(text)
    if not isinstance(amount, Amount) or amount.per:
        return ""
    unit = find_unit(re.sub(r"^[△▲−+-]?\s?[\d,.]+", "", text))
    return unit.name if unit and unit.name != "원" else ""


RULE = Rule(
    code="table-money-unit",
    title="한 표의 같은 열에는 금액의 단위를 한 가지만 씁니다.",
    reason="천원과 백만원이 섞이면 금액을 천 배로 잘못 읽습니다.",
    source="예산서 서식의 관례",
    group=Group.NOTATION,
    severity=Severity.NOTE,
    report=_look,
    example="| 구분 | 사업비 |\n|---|---:|\n| 상담 | 2,893백만원 |\n| 교육 | 4,254백만원 |\n| 홍보 | 3,100천원 |",
    corrected="| 구분 | 사업비(천원) |\n|---|---:|\n| 상담 | 2,893,000 |\n| 교육 | 4,254,000 |\n| 홍보 | 3,100 |",
)
