"""시설표: facilities and equipment, with where they are, what they hold and which team looks after them."""

from __future__ import annotations

from pydantic import Field

from generator.blocks.context import Context
from generator.diagnostics import Span
from generator.document import Align, Block, Cell, Column, Inlines, Paragraph, Row, Table, Text
from generator.fields import Line, Named, Node, Prose
from generator.source import Scalar

_SAME = "^"
_HEADS = ("구분", "명칭", "현황", "비고")


class Facility(Node):
    """One place or piece of equipment."""

    name: Line = Field(alias="명칭", description="시설이나 장비의 이름입니다.", examples=["일자리플러스센터"])
    place: Line | None = Field(
        None, alias="위치", description="주소입니다. 이름 아래에 괄호로 적힙니다.", examples=["당산로123, 우리은행 2층"]
    )
    state: Prose = Field(
        alias="현황",
        description="규모와 쓰임새입니다. ○와 -로 나누어 적습니다.",
        examples=["|\n○ 상담실 49㎡(상담창구: 5개)"],
    )
    remark: Prose | None = Field(
        None,
        alias="비고",
        description="맡은 팀 등 비고입니다. 바로 위와 같아서 칸을 합치려면 '^'를 적습니다.",
        examples=["일자리창출팀"],
    )


class Facilities(Node):
    """시설표. 시설과 장비를 나누어 적으면 칸을 합친 표로 보여 줍니다."""

    groups: Named[tuple[Facility, ...]] = Field(
        alias="구분",
        description="구분(시설, 장비 등)의 이름을 적고 그 아래에 목록으로 하나씩 적습니다.",
        examples=["{시설: [], 장비: []}"],
    )


def compose(block: Facilities, context: Context) -> tuple[Block, ...]:
    """Draw the table: groups merged downwards, remarks merged where they read `^`."""
    rows = [row for name, members in block.groups.items() for row in _group(name, members, context)]
    columns = (Column(width=10), Column(width=36), Column(width=70, align=Align.START), Column(width=22))
    heads = Row(tuple(Cell((_line(head),), scope="col") for head in _HEADS))
    return (Table(context.caption, columns, (heads,), tuple(rows), style="facilities", at=block.at),)


def _group(name: Scalar, members: tuple[Facility, ...], context: Context) -> list[Row]:
    rows = []
    for index, member in enumerate(members):
        cells = [_name(member, context), _state(member, context)]
        if not index:
            scope = "rowgroup" if len(members) > 1 else "row"
            cells.insert(0, Cell((_line(name.text),), rowspan=len(members), scope=scope, at=name.at))
        if not (index and _is_same(member)):
            merged = _followers(members[index + 1 :])
            cells.append(Cell(_remark(member, context), rowspan=1 + merged, at=_at(member.remark)))
        rows.append(Row(tuple(cells)))
    return rows


def _name(member: Facility, context: Context) -> Cell:
    lines = [Paragraph(context.line(member.name))]
    if member.place:
        lines.append(Paragraph(_bracketed(context.line(member.place))))
    return Cell(tuple(lines), scope="row", at=member.name.at)


def _state(member: Facility, context: Context) -> Cell:
    return Cell(context.prose(member.state).blocks, align=Align.START, at=member.state.at)


def _remark(member: Facility, context: Context) -> tuple[Block, ...]:
    if member.remark is None or _is_same(member):
        return ()
    lines = (line.strip() for line in member.remark.text.splitlines())
    return tuple(_line(line) for line in lines if line)


def _followers(members: tuple[Facility, ...]) -> int:
    count = 0
    for member in members:
        if not _is_same(member):
            break
        count += 1
    return count


def _is_same(member: Facility) -> bool:
    return member.remark is not None and member.remark.text.strip() == _SAME


def _bracketed(content: Inlines) -> Inlines:
    return (Text("("), *content, Text(")"))


def _line(text: str) -> Paragraph:
    return Paragraph((Text(" ".join(text.split())),))


def _at(scalar: Scalar | None) -> Span | None:
    return scalar.at if scalar else None
