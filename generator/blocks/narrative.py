"""서술표: a table whose cells hold text: duties by team, results by programme or year, tasks under their goals.

Each row is written as `이름: 글`, so nobody has to squeeze a page of text between pipes. Names may have names below
them, and a row may have several cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from generator.blocks.context import Context, Part, split_parts
from generator.blocks.table import with_widths
from generator.document import Align, Block, Cell, Column, Outline, Paragraph, Row, Table, block_text
from generator.fields import Line, Named, Node, Prose, Several, words
from generator.markup import SHORT
from generator.source import Scalar


def _shape_tag(value: Any) -> str:
    if isinstance(value, dict):
        return "@names"
    return "@cells" if isinstance(value, list | tuple) else "@text"


if TYPE_CHECKING:
    Cells: TypeAlias = Scalar | tuple[Scalar, ...]
    Lines: TypeAlias = Cells | dict[Scalar, Cells | dict[Scalar, Cells]]
else:
    _Text = Annotated[Prose, Tag("@text")]
    _Several = Annotated[tuple[Prose, ...], Tag("@cells")]
    _Third = Annotated[_Text | _Several, Discriminator(_shape_tag)]
    _Second = Annotated[_Text | _Several | Annotated[Named[_Third], Tag("@names")], Discriminator(_shape_tag)]
    Lines = Annotated[_Text | _Several | Annotated[Named[_Second], Tag("@names")], Discriminator(_shape_tag)]
"""What a name stands for: a text, several texts for several columns, or further names (three deep at most)."""


class Narrative(Node):
    """서술표. 칸에 긴 글을 적는 표입니다. 행마다 '이름: 글'로 적어 칸을 '|'로 나누지 않아도 됩니다."""

    heads: Several[Line] = Field(
        (),
        alias="머리글",
        description="표의 머리글을 쉼표로 나누어 적습니다. 적지 않으면 머리글 없이 그립니다. "
        "이름이 두 칸인데 머리글을 하나만 적으면 합쳐집니다.",
        examples=["소속, 팀, 주요업무"],
    )
    content: Named[Lines] = Field(
        alias="내용",
        description="행의 이름을 적고 그 아래에 글을 적습니다. 이름 아래에 다시 이름을 적으면 칸을 합쳐 그립니다. "
        "글이 들어갈 칸이 여럿이면 '-'로 나누어 적습니다.",
        examples=["\n  기획실:\n    기획팀: 업무 총괄\n    예산팀: |\n      - 예산 편성\n      - 결산"],
    )
    title: Line | None = Field(None, alias="제목", description="표 위에 적을 제목입니다.", examples=["팀별 업무"])
    widths: Line | None = Field(
        None, alias="너비", description="열 너비의 비율을 쉼표로 나누어 적습니다.", examples=["15, 20, 65"]
    )
    notes: Several[Prose] = Field(
        (), alias="주", description="표 아래에 '※'로 적을 설명입니다.", examples=["잠정 집계"]
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One row: its names from left to right, of which some stand merged in a row above, and its texts."""

    names: tuple[Scalar, ...]
    texts: tuple[Scalar, ...]


def compose(block: Narrative, context: Context) -> tuple[Block, ...]:
    """Draw the table: equal names merged downwards, a short row of names stretched over the columns it leaves."""
    lines = tuple(_lines(block.content, ()))
    if not lines:
        hint = "'이름: 글'을 한 줄에 하나씩 적으세요."
        context.error("empty-value", "'내용'에 적힌 행이 없습니다.", block.at, hint)
        return ()
    names = max(len(line.names) for line in lines)
    texts = max(len(line.texts) for line in lines)
    rows = tuple(_row(lines, index, names, texts, context) for index in range(len(lines)))
    context.line(block.title)
    table = Table(
        caption=words(block.title) or context.caption,
        columns=_columns(rows, names, texts),
        head=_head(block, names, texts, context),
        body=rows,
        style="narrative",
        notes=context.notes(block.notes),
        printed_caption=block.title is not None,
        at=block.at,
    )
    return (with_widths(table, block.widths, context),)


def _lines(lines: dict[Scalar, Any], above: tuple[Scalar, ...]) -> Iterator[_Line]:
    for name, value in lines.items():
        names = (*above, name)
        if isinstance(value, dict):
            yield from _lines(value, names)
        else:
            yield _Line(names, value if isinstance(value, tuple) else (value,))


def _row(lines: tuple[_Line, ...], index: int, names: int, texts: int, context: Context) -> Row:
    line = lines[index]
    cells = []
    for depth, name in enumerate(line.names):
        if index and _shared(lines[index - 1], line) > depth:
            continue
        reach = _reach(lines, index, depth)
        last = depth == len(line.names) - 1
        colspan = names - depth if last else 1
        content = context.cell(name)
        cells.append(Cell(content, colspan, reach, "rowgroup" if reach > 1 else "row", at=name.at))
    for place, text in enumerate(line.texts):
        blocks = context.cell(text)
        colspan = texts - place if place == len(line.texts) - 1 else 1
        cells.append(Cell(blocks, colspan, align=_align(blocks, texts), at=text.at))
    return Row(tuple(cells))


def _shared(first: _Line, second: _Line) -> int:
    """Count the names that two rows have in common from the left; a name is itself only where it was written."""
    count = 0
    for one, other in zip(first.names, second.names, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _reach(lines: tuple[_Line, ...], index: int, depth: int) -> int:
    below = index + 1
    while below < len(lines) and _shared(lines[index], lines[below]) > depth:
        below += 1
    return below - index


def _align(blocks: tuple[Block, ...], texts: int) -> Align:
    """A short line beside other texts, such as a state or a date, stands in the middle of its cell."""
    plain = all(isinstance(block, Paragraph) for block in blocks)
    short = all(len(block_text(block)) <= SHORT for block in blocks)
    return Align.CENTER if texts > 1 and plain and short else Align.START


def _columns(rows: tuple[Row, ...], names: int, texts: int) -> tuple[Column, ...]:
    outlined = any(isinstance(block, Outline) for row in rows for cell in row.cells for block in cell.blocks)
    align = Align.START if outlined or texts == 1 else Align.CENTER
    return (*[Column()] * names, *[Column(align=align)] * texts)


def _head(block: Narrative, names: int, texts: int, context: Context) -> tuple[Row, ...]:
    parts = head_parts(block.heads)
    if not parts:
        return ()
    width = names + texts
    if not 1 < len(parts) <= width or not all(part.text for part in parts):
        message = f"머리글이 {len(parts)}개인데 표의 열은 {width}개입니다."
        hint = f"머리글을 {width}개 적으세요. 모자라면 첫 머리글이 이름 칸들을 합쳐 차지합니다."
        context.error("table-heads", message, parts[-1].at, hint)
        return ()
    spans = [1 + width - len(parts), *[1] * (len(parts) - 1)]
    cells = (
        Cell(context.cell(part), span, scope="colgroup" if span > 1 else "col", at=part.at)
        for part, span in zip(parts, spans, strict=True)
    )
    return (Row(tuple(cells)),)


def head_parts(heads: tuple[Scalar, ...]) -> tuple[Part, ...]:
    """Give the heads of a table that were written as a list, or on one line with commas."""
    if len(heads) == 1:
        return split_parts(heads[0], ",")
    return tuple(part for head in heads for part in split_parts(head, "\n"))
