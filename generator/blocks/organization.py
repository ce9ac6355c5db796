"""조직도: a department with its teams, their duties, and centres that hang under a team."""

from __future__ import annotations

import re

from pydantic import Field

from generator.blocks.context import Context
from generator.document import Block, Inlines, Item, Note, OrganizationChart, Outline, Paragraph, Unit, plain
from generator.fields import Line, Node, Prose
from generator.source import Scalar


class OrganizationUnit(Node):
    """One box of the chart."""

    name: Line = Field(alias="이름", description="조직의 이름입니다.", examples=["일자리창출팀"])
    note: Line | None = Field(
        None,
        alias="설명",
        description="이름 옆에 함께 적을 말입니다. 적지 않으면 아래 팀의 수를 셉니다.",
        examples=["(4)개팀"],
    )
    duties: Prose | None = Field(
        None,
        alias="업무",
        description="맡은 일입니다. 한 줄에 하나씩 적습니다. 앞의 '-'는 적어도 되고 적지 않아도 됩니다.",
        examples=["|\n- 일자리플러스센터 운영\n- 일자리공시제 추진"],
    )
    units: tuple[OrganizationUnit, ...] = Field(
        (), alias="하위", description="이 조직 아래에 있는 팀이나 센터입니다. 적은 순서대로 그립니다."
    )


class Organization(OrganizationUnit):
    """조직도. 부서 아래 팀과 팀별 업무를 상자 그림으로 보여 줍니다."""


def compose(block: Organization, context: Context) -> tuple[Block, ...]:
    """Draw the chart; a note that is not written counts the units below when they are all teams."""
    return (OrganizationChart(context.caption or "조직도", _unit(block, context)),)


def _unit(model: OrganizationUnit, context: Context) -> Unit:
    return Unit(
        name=plain(context.line(model.name)),
        note=plain(context.line(model.note)) or _count(model),
        duties=duty_lines(model.duties, context),
        units=tuple(_unit(below, context) for below in model.units),
    )


def _count(model: OrganizationUnit) -> str:
    """`(4)개팀` for four units whose names end alike; nothing where they differ."""
    kinds = {
        match[0] for below in model.units if (match := re.search(r"(팀|과|실|국|본부|처)$", below.name.text.strip()))
    }
    if len(kinds) != 1 or len(model.units) < 2:
        return ""
    return f"({len(model.units)})개{kinds.pop()}"


def duty_lines(duties: Scalar | None, context: Context) -> tuple[Inlines, ...]:
    """Give duties as lines without marks."""
    if duties is None:
        return ()
    return tuple(line for block in context.prose(duties).blocks for line in _lines(block))


def _lines(block: Block) -> tuple[Inlines, ...]:
    match block:
        case Outline(items):
            return tuple(line for item in items for line in _item_lines(item))
        case Paragraph(content) | Note(content):
            return (content,)
        case _:
            return ()


def _item_lines(item: Item) -> tuple[Inlines, ...]:
    return (item.content, *(line for child in item.children for line in _lines(child)))
