"""표: a table as it is drawn, with merged heads, and with formulas for the cells that are left empty.

Rows are written with pipes; `<` merges a cell with the one on its left, `^` with the one above. Tables with a meaning
of their own (인력표, 예산표) are this block with formulas that need not be written.
"""

from __future__ import annotations

from dataclasses import replace

from pydantic import Field

from generator.blocks.context import Context
from generator.document import Block, Table
from generator.document.geometry import bare_name
from generator.fields import Line, Named, Node, Prose, Several, words
from generator.markup import grid_table, read_grid
from generator.notation.expression import ExpressionError, evaluate
from generator.sheet import TOTAL_NAMES, Formula, fill
from generator.source import Scalar


class TableBlock(Node):
    """표. 머리글을 합치거나 빈칸을 계산해서 채워야 하는 표에 씁니다."""

    rows: Prose = Field(
        alias="표",
        description="표의 내용입니다. 칸은 '|'로 나누고, 왼쪽 칸과 합칠 때는 '<', 위 칸과 합칠 때는 '^'를 적습니다.",
        examples=["|\n| 구분 | 계획 | 실적 |\n|---|---:|---:|\n| 상담 | 120 | 98 |"],
    )
    title: Line | None = Field(
        None, alias="제목", description="표 위에 적을 제목입니다.", examples=["사업별 추진 현황"]
    )
    unit: Line | None = Field(None, alias="단위", description="표 오른쪽 위에 적을 단위입니다.", examples=["천원"])
    basis: Line | None = Field(
        None, alias="기준", description="표 오른쪽 위에 적을 기준일입니다.", examples=["2022. 8. 31.기준"]
    )
    formulas: Named[Line] = Field(
        default_factory=dict,
        alias="계산",
        description="비워 둔 칸을 채울 계산식입니다. 왼쪽에 행이나 열의 이름을, 오른쪽에 식을 적습니다.",
        examples=["{계: 합계, 집행률: 집행액/예산액}"],
    )
    notes: Several[Prose] = Field(
        (), alias="주", description="표 아래에 '※'로 적을 설명입니다.", examples=["잠정 집계"]
    )


def compose(block: TableBlock, context: Context) -> tuple[Block, ...]:
    """Draw the table with its empty cells computed."""
    table = draw(block, context, ())
    return (table,) if table else ()


def draw(block: TableBlock, context: Context, defaults: tuple[Formula, ...], style: str = "") -> Table | None:
    """Give the block's table, or None where its rows cannot be read (the finding says why).

    `defaults` are formulas that hold unless the block writes its own for the same name.
    """
    grid, found = read_grid(block.rows, context.house.marks, context.footnotes)
    context.findings.extend(found)
    if not grid.body:
        return None
    title = context.line(block.title)
    table = grid_table(
        grid,
        caption=words(block.title) or context.caption,
        unit=f"단위: {words(block.unit)}" if block.unit else "",
        basis=words(block.basis),
        style=style,
    )
    table = replace(table, notes=context.notes(block.notes), printed_caption=bool(title), at=block.at)
    return fill(table, _formulas(block, context, defaults), context.house.rate_decimals)


def _formulas(block: TableBlock, context: Context, defaults: tuple[Formula, ...]) -> tuple[Formula, ...]:
    written = {bare_name(name.text): (name, text) for name, text in block.formulas.items()}
    kept = tuple(formula for formula in defaults if bare_name(formula.target) not in written)
    own = (
        Formula(name.text.strip(), text.text.strip(), adds_row=bare_name(name.text) in TOTAL_NAMES)
        for name, text in written.values()
        if _is_sound(text, context)
    )
    return (*own, *kept)


def _is_sound(text: Scalar, context: Context) -> bool:
    try:
        evaluate(text.text, lambda name: None)
    except ExpressionError as trouble:
        context.error("formula", str(trouble), text.at, "'집행액/예산액'처럼 열 이름과 + - * / ( )만 써서 적으세요.")
        return False
    return True
