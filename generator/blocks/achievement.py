"""성과표: performance indicators with target and result, each figure with a unit of its own.

Cells such as `31건` and `100억원` are text in any other table. Here they are figures, so that the data files carry them
and 달성률 can be computed; it stays empty where target and result are counted in different units.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.table import TableBlock, compute, read_table
from generator.document import Align, Block, Cell, Table, cell_text
from generator.document.geometry import bare_name, grid, head_paths
from generator.fields import Prose
from generator.markup import read_value
from generator.notation.number import DIGITS, parse_number
from generator.sheet import Formula

RATE = Formula("달성률", "실적/목표")
_FIGURE = re.compile(rf"(?P<figure>[△▲]?\s?{DIGITS})\s?(?P<unit>[^\d\s,.()]{{1,6}})")
_TARGET, _RESULT = "목표", "실적"
_ANY = "-"
"""The unit of a dash or an empty cell, which goes with any other."""


class Achievement(TableBlock):
    """성과표. 성과지표의 목표와 실적을 적는 표입니다. '31건'처럼 단위를 붙여 적고, 달성률 칸을 비워 두면 계산합니다."""

    rows: Prose = Field(
        alias="표",
        description="지표를 한 줄에 하나씩 적습니다. 머리글에 '목표'와 '실적'이 있어야 합니다.",
        examples=["|\n| 성과지표 | 목표 | 실적 | 달성률(%) |\n|---|---:|---:|---:|\n| 교육 | 20회 | 32회 | |"],
    )


def compose(block: Achievement, context: Context) -> tuple[Block, ...]:
    """Draw the table with its figures read and its rates computed."""
    table = read_table(block, context, "achievement")
    if table is None:
        return ()
    columns = {name: _columns(table, name) for name in (_TARGET, _RESULT)}
    if missing := [name for name, found in columns.items() if not found]:
        message = f"성과표의 머리글에 '{missing[0]}'이(가) 없습니다."
        hint = "머리글에 '목표'와 '실적'을 적으세요. 목표가 없는 표는 '표' 블록에 적습니다."
        context.error("achievement", message, block.rows.at, hint)
    read = _with_values(table, columns[_TARGET], columns[_RESULT])
    return (compute(read, block, context, (RATE,)),)


def _columns(table: Table, word: str) -> tuple[int, ...]:
    """Find the columns whose head ends in a word: `목표`, `2020년 목표`."""
    return tuple(i for i, path in enumerate(head_paths(table)) if path and bare_name(path[-1]).endswith(word))


def _with_values(table: Table, targets: tuple[int, ...], results: tuple[int, ...]) -> Table:
    """Give the cells of targets and results their values; a result counted in another unit than its target has none."""
    made: dict[int, Cell] = {}
    for row in grid(table.body, len(table.columns)):
        for index in (*targets, *results):
            cell = row[index]
            unit, value = _figure(cell_text(cell)) if cell is not None else ("", None)
            if cell is None or value is None:
                continue
            target = _beside(row, targets, index) if index in results else None
            comparable = target is None or {unit, _figure(cell_text(target))[0]} - {_ANY} in ({unit}, set())
            made[id(cell)] = replace(cell, value=value if comparable or unit == _ANY else None, align=Align.END)
    body = (replace(row, cells=tuple(made.get(id(cell), cell) for cell in row.cells)) for row in table.body)
    return replace(table, body=tuple(body))


def _beside(row: list[Cell | None], targets: tuple[int, ...], index: int) -> Cell | None:
    """Give the target that a result belongs to: the nearest one on its left."""
    left = [target for target in targets if target < index]
    return row[left[-1]] if left else None


def _figure(text: str) -> tuple[str, Decimal | None]:
    """Read `101.5억원` as (`억원`, 101.5)."""
    plain = text.strip()
    value = read_value(plain)
    if value is not None:
        return (_ANY if plain == "-" else "%" if plain.endswith(("%", "％")) else ""), value
    found = _FIGURE.fullmatch(plain)
    number = parse_number(found["figure"]) if found else None
    return (found["unit"], number.value) if found and number else (_ANY, None)
