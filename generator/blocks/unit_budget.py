"""예산표: budgets of a department by unit programme (단위사업), with totals, changes and execution rates computed."""

from __future__ import annotations

from dataclasses import replace

from generator.blocks.context import Context
from generator.blocks.table import TableBlock, draw
from generator.document import Block
from generator.sheet import Formula

FORMULAS = (
    Formula("계", "합계", adds_row=True),
    Formula("증감", "예산액-전년도예산액"),
    Formula("집행률", "집행액/예산액"),
)
"""A formula for a column that the table lacks does nothing; `증(△)감` is a spelling of 증감."""


class UnitBudget(TableBlock):
    """예산표. 단위사업별 예산액과 집행액을 적으면 계, 증감, 집행률을 계산합니다."""


def compose(block: UnitBudget, context: Context) -> tuple[Block, ...]:
    """Draw the table; the unit is the office's own where none is written."""
    table = draw(block, context, FORMULAS, style="budget")
    if table is None:
        return ()
    return (replace(table, unit=table.unit or f"단위: {context.house.unit}"),)
