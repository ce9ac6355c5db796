"""표: a table as it is drawn, with merged heads, and with formulas for the cells that are left empty.

Rows are written with pipes; `<` merges a cell with the one on its left, `^` with the one above. Tables with a meaning
of their own (인력표, 예산표, 결산표, 성과표) are this block with formulas that need not be written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.options import Count, Decimals
from generator.document import Block, Table
from generator.document.geometry import bare_name
from generator.fields import Line, Named, Node, Prose, Several, words
from generator.markup import grid_table, read_grid
from generator.notation.number import parse_number
from generator.sheet import TOTAL_NAMES, Formula, examine, fill, head_formulas
from generator.source import Scalar


class TableBlock(Node):
    """표. 머리글을 합치거나 빈칸을 계산해서 채워야 하는 표에 씁니다."""

    rows: Prose = Field(
        alias="표",
        description="표의 내용입니다. 칸은 '|'로 나누고, 왼쪽 칸과 합칠 때는 '<', 위 칸과 합칠 때는 '^'를 적습니다.",
        examples=["|\n| 구분 | 예산액 | 집행액 | 집행률(%) |\n|---|---:|---:|---:|\n| 교육 | 1,000 | 800 | |"],
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
        description="비워 둔 칸을 채울 계산식입니다. 왼쪽에 행이나 열의 이름을, 오른쪽에 식을 적습니다. "
        "이름이 '률', '율', '%'로 끝나거나 식에 '*100'이 있으면 백분율로 계산합니다. "
        "'합계'는 그 행이나 열에 딸린 칸의 합이고, '합계(위)', '합계(아래)', '합계(왼쪽)', '합계(오른쪽)'로 "
        "어느 쪽을 더할지 정할 수 있습니다. 머리글에 '(A)', '(B-A)'처럼 적은 식은 다시 적지 않아도 됩니다.",
        examples=["\n  계: 합계\n  집행률: 집행액/예산액"],
    )
    row_heads: Count | None = Field(
        None,
        alias="행 머리",
        description="행의 이름이 되는 왼쪽 칸의 수입니다. 적지 않으면 내용을 보고 정합니다.",
        examples=["1"],
    )
    widths: Line | None = Field(
        None,
        alias="너비",
        description="열 너비의 비율을 쉼표로 나누어 적습니다. 열마다 하나씩 적습니다.",
        examples=["40, 20, 20, 20"],
    )
    decimals: Decimals | None = Field(
        None, alias="소수", description="계산한 비율의 소수 자릿수입니다. 적지 않으면 한 자리입니다.", examples=["0"]
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
    table = read_table(block, context, style)
    return compute(table, block, context, defaults) if table else None


def read_table(block: TableBlock, context: Context, style: str = "") -> Table | None:
    """Give the block's table as written."""
    grid, found = read_grid(block.rows, context.house.marks, context.footnotes)
    context.findings.extend(found)
    if not grid.body:
        return None
    table = grid_table(
        grid,
        caption=words(block.title) or context.caption,
        unit=f"단위: {words(block.unit)}" if block.unit else "",
        basis=words(block.basis),
        style=style,
        heads=None if block.row_heads is None else min(block.row_heads, grid.width),
    )
    context.line(block.title)
    notes = (*table.notes, *context.notes(block.notes))
    table = replace(table, notes=notes, printed_caption=block.title is not None, at=block.at)
    return with_widths(table, block.widths, context)


def compute(table: Table, block: TableBlock, context: Context, defaults: tuple[Formula, ...]) -> Table:
    """Fill the empty cells by the block's formulas, by those that heads give with marks, and by `defaults`."""
    decimals = context.house.rate_decimals if block.decimals is None else block.decimals
    return fill(table, _formulas(table, block, context, defaults), decimals)


def with_widths(table: Table, widths: Line | None, context: Context) -> Table:
    """Set the relative widths of the columns, `30, 40, 30`."""
    if widths is None:
        return table
    parts = [part for part in re.split(r"[,\s]+", widths.text.strip().strip("[]")) if part]
    values = [number.value for part in parts if (number := parse_number(part)) and number.value > 0]
    if len(values) != len(parts):
        hint = "열마다 0보다 큰 숫자를 하나씩 쉼표로 나누어 적으세요. 보기: 30, 40, 30"
        context.error("table-widths", f"너비 '{widths.text.strip()}'을(를) 읽을 수 없습니다.", widths.at, hint)
        return table
    if len(values) != len(table.columns):
        message = f"너비가 {len(values)}개인데 표의 열은 {len(table.columns)}개입니다."
        context.error("table-widths", message, widths.at, "열마다 하나씩, 표의 열 수만큼 적으세요.")
        return table
    columns = zip(table.columns, values, strict=True)
    return replace(table, columns=tuple(replace(column, width=_share(value)) for column, value in columns))


def _share(value: Decimal) -> float:
    return float(min(value, Decimal(10_000)))


def _formulas(table: Table, block: TableBlock, context: Context, defaults: tuple[Formula, ...]) -> tuple[Formula, ...]:
    made: dict[str, Formula] = {}
    for name, text in block.formulas.items():
        formula = Formula(name.text.strip(), text.text.strip(), adds_row=bare_name(name.text) in TOTAL_NAMES)
        if _is_sound(table, formula, name, text, context):
            made["".join(name.text.split())] = formula
    written = {bare_name(name.text) for name in block.formulas}
    for formula in (*head_formulas(table), *defaults):
        if bare_name(formula.target) not in written and not examine(table, formula):
            written.add(bare_name(formula.target) or formula.target)
            made.setdefault(formula.target, formula)
    return tuple(made.values())


def _is_sound(table: Table, formula: Formula, name: Scalar, text: Scalar, context: Context) -> bool:
    trouble = examine(table, formula)
    if trouble is None:
        return True
    source = name if trouble.in_target else text
    indent = len(source.text) - len(source.text.lstrip())
    at = source.locate(indent + trouble.start, indent + trouble.end)
    context.error("formula", trouble.message, at, trouble.hint)
    return False
