"""산출근거: how a budget was worked out, line by line, with the results that were not written computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from generator.blocks.context import Context
from generator.blocks.estimate_line import EstimateLine, read_lines
from generator.blocks.narrative import head_parts
from generator.document import Align, Block, Cell, Column, Paragraph, Row, Table, Text
from generator.fields import Line, Named, Node, Prose, Several, words
from generator.house import House
from generator.markup import Marks
from generator.notation.number import EXACT, format_number
from generator.notation.particle import with_particle
from generator.notation.unit import MONEY_UNITS, MoneyUnit, find_unit
from generator.sheet import Relation

_HEADS = ("과목", "산출내역")


class Estimate(Node):
    """산출근거. 과목마다 '○ 내용 단가*수량 = 금액'을 한 줄에 하나씩 적습니다. 금액은 적지 않으면 계산합니다."""

    heads: Several[Line] = Field(
        (),
        alias="머리글",
        description="과목과 내역의 머리글을 쉼표로 나누어 적습니다. 적지 않으면 '과목, 산출내역'입니다.",
        examples=["과목구분, 2024년 예산내역"],
    )
    unit: Line | None = Field(None, alias="단위", description="계산한 금액을 적을 단위입니다.", examples=["천원"])
    content: Named[Prose] = Field(
        alias="내용",
        description="과목의 이름을 적고 그 아래에 산출내역을 한 줄에 하나씩 적습니다. 아랫줄이 있는 줄의 금액은 "
        "아랫줄의 합입니다.",
        examples=["\n  사무관리비: |\n    ○ 위원회 운영\n      - 참석 수당 100천원*7명*4회"],
    )
    notes: Several[Prose] = Field(
        (), alias="주", description="표 아래에 '※'로 적을 설명입니다.", examples=["부가세 포함"]
    )


def compose(block: Estimate, context: Context) -> tuple[Block, ...]:
    """Draw the lines as a table: account, text, `= amount`."""
    unit = _unit(block, context)
    rows = []
    for account, text in block.content.items():
        lines = tuple(_flat(read_lines(text, context.house.marks)))
        _report(lines, context)
        for index, line in enumerate(lines):
            cells = _cells(line, unit, context)
            if not index:
                name = context.cell(account)
                scope = "rowgroup" if len(lines) > 1 else "row"
                cells = (Cell(name, rowspan=len(lines), scope=scope, at=account.at), *cells)
            rows.append(Row(cells))
    heads = head_parts(block.heads)
    if heads and len(heads) != len(_HEADS):
        hint = "과목과 내역의 머리글을 쉼표로 나누어 적으세요. 보기: 과목구분, 2024년 예산내역"
        context.error("table-heads", f"머리글이 {len(heads)}개인데 두 개여야 합니다.", heads[-1].at, hint)
    named = [context.cell(part) for part in heads] if len(heads) == len(_HEADS) else [_text(head) for head in _HEADS]
    head = Row((Cell(named[0], scope="col"), Cell(named[1], colspan=2, scope="colgroup")))
    columns = (Column(width=24), Column(width=54, align=Align.START), Column(width=22, align=Align.END, numeric=True))
    notes = context.notes(block.notes)
    caption = context.caption or "산출근거"
    return (Table(caption, columns, (head,), tuple(rows), style="estimate", notes=notes, at=block.at),)


def estimate_relations(block: Estimate, house: House) -> tuple[Relation, ...]:
    """Compare every written amount with its calculation, or with the sum of the lines below it, in won.

    A calculation is rounded half up to the unit of the written amount.
    """
    found = []
    for account, text in block.content.items():
        for line in _flat(read_lines(text, house.marks)):
            if line.written is not None and line.computed is not None and line.result is not None:
                label = f"'{account.text.strip()}'의 '{_bare(line, house.marks)}'"
                rule = line.calculation.text if line.calculation else "아랫줄의 합"
                computed = _rounded(line.computed, _unit_of(line))
                found.append(Relation(label, line.written, computed, line.result.at, rule, _operands(line)))
    return tuple(found)


def _flat(lines: tuple[EstimateLine, ...]) -> Iterator[EstimateLine]:
    for line in lines:
        yield line
        yield from _flat(line.children)


def _cells(line: EstimateLine, unit: MoneyUnit, context: Context) -> tuple[Cell, ...]:
    label = Cell(context.cell(line.label), align=Align.START, at=line.label.at)
    if line.written is not None and line.result is not None:
        value = _in_unit(line.written, unit)
        result = (Paragraph((Text("= "), *context.line(line.result))),)
        return label, Cell(result, align=Align.END, value=value, at=line.result.at)
    if (won := line.computed) is not None:
        value = _in_unit(_rounded(won, unit), unit)
        return label, Cell(_text(f"= {format_number(value)}{unit.name}"), align=Align.END, value=value, computed=True)
    return (replace(label, colspan=2),)


def _report(lines: tuple[EstimateLine, ...], context: Context) -> None:
    for line in lines:
        if line.result is not None and line.written is None:
            shown = with_particle(line.result.text or "=", "을/를", quote=True)
            hint = "'=' 뒤에는 '119,000천원'처럼 단위를 붙인 금액만 적으세요. 계산에 맡기려면 '='부터 지우세요."
            context.error("estimate", f"산출 결과 {shown} 금액으로 읽을 수 없습니다.", line.result.at, hint)
        elif line.amount is None and line.is_attempt:
            hint = "'59,500,000원*2개소'처럼 단가와 수량을 적거나, 줄 끝에 '= 119,000천원'처럼 결과를 적으세요."
            context.error("estimate", "산출식을 계산할 수 없습니다.", line.label.at, hint)


def _unit(block: Estimate, context: Context) -> MoneyUnit:
    wanted = words(block.unit) or context.house.unit
    unit = find_unit(wanted)
    if unit is None and block.unit is not None:
        listed = ", ".join(unit.name for unit in MONEY_UNITS)
        message = f"{with_particle(wanted, '은/는', quote=True)} 금액의 단위가 아닙니다."
        context.error("estimate", message, block.unit.at, f"쓸 수 있는 단위: {listed}")
    return unit or MONEY_UNITS[0]


def _unit_of(line: EstimateLine) -> MoneyUnit:
    """The unit that a written amount ends in."""
    text = "".join(line.result.text.split()) if line.result else ""
    fitting = [unit for unit in MONEY_UNITS if text.endswith(unit.name)]
    return max(fitting, key=lambda unit: len(unit.name), default=MONEY_UNITS[0])


def _in_unit(won: Decimal, unit: MoneyUnit) -> Decimal:
    value = EXACT.divide(won, unit.won)
    whole = value.to_integral_value()
    return whole if whole == value else value


def _rounded(won: Decimal, unit: MoneyUnit) -> Decimal:
    whole = EXACT.divide(won, unit.won).quantize(Decimal(1), context=EXACT)
    return EXACT.multiply(whole, unit.won)


def _operands(line: EstimateLine) -> str:
    if line.calculation:
        return line.calculation.text
    return " + ".join(f"{format_number(child.amount)}원" for child in line.children if child.amount is not None)


def _bare(line: EstimateLine, marks: Marks) -> str:
    mark = marks.read(line.label.text)
    return " ".join(line.label.text[mark.length if mark else 0 :].replace("<br>", " ").split())


def _text(text: str) -> tuple[Block, ...]:
    return (Paragraph((Text(text),)),)
