"""Draws what was read, so that a case shows structure as plainly as the text that it came from.

□ 예산현황 (단위: 천원)      topic with its suffix
○ 사업기간 :: 1. ~ 12.      item, its label apart from its value; what hangs under it is indented
¶ 글    ※ 설명               paragraph, remark
▨ a.jpg "설명" 제목          picture
▦ 제목 (단위; 기준일)        table; then its columns: < | > for where text stands, # for numbers
머리 구인 2x1                head row; columns x rows of a merged cell
본문 계! 1,771=1771          body row; ! a head cell (!! of several rows), = a number, ∅ an empty cell
⟪굵게⟫ ⟨주소⟩글⟨⟩ ⟨1: 각주⟩  emphasis, link, footnote; ⏎ a line break
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.document import (
    Align,
    Block,
    Break,
    Cell,
    Figure,
    Inline,
    Inlines,
    Item,
    Link,
    Note,
    NoteRef,
    Outline,
    Paragraph,
    Row,
    RowRole,
    Strong,
    Table,
    Text,
    plain,
)
from generator.markup import Prose

_ALIGNS = {Align.START: "<", Align.CENTER: "|", Align.END: ">"}
_ROLES = {RowRole.PLAIN: "", RowRole.TOTAL: "(계)", RowRole.SUBTOTAL: "(소계)", RowRole.DIFFERENCE: "(차)"}


def draw(prose: Prose) -> str:
    """Draw a text, one line for each block."""
    lines = [line for block in prose.blocks for line in draw_block(block)]
    for topic in prose.topics:
        lines.append(f"□ {draw_line(topic.title)}" + (f" ({topic.suffix})" if topic.suffix else ""))
        lines += [f"  {line}" for block in topic.blocks for line in draw_block(block)]
    return "".join(f"{line}\n" for line in lines)


def draw_line(inlines: Inlines) -> str:
    """Draw a line with its markup."""
    return "".join(_inline(inline) for inline in inlines)


def draw_block(block: Block) -> Iterator[str]:
    """Draw a block and what is in it."""
    match block:
        case Paragraph(content):
            yield f"¶ {draw_line(content)}"
        case Note(content, mark):
            yield f"{mark} {draw_line(content)}"
        case Figure(source, alternative, caption):
            yield f'▨ {source or "-"} "{alternative}" {draw_line(caption)}'.rstrip()
        case Outline(items):
            for item in items:
                yield from _item(item)
        case Table():
            yield from _table(block)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(children):
            return f"⟪{draw_line(children)}⟫"
        case Link(href, children):
            return f"⟨{href}⟩{draw_line(children)}⟨⟩"
        case NoteRef(_, number, content):
            return f"⟨{number}: {draw_line(content)}⟩"
        case Break():
            return "⏎"


def _item(item: Item) -> Iterator[str]:
    if item.label:
        assert plain(item.content).startswith(item.label)
        yield f"{item.mark} {item.label} :: {draw_line(item.value)}".rstrip()
    else:
        assert item.value == item.content
        yield f"{item.mark} {draw_line(item.content)}"
    for child in item.children:
        yield from (f"  {line}" for line in draw_block(child))


def _table(table: Table) -> Iterator[str]:
    beside = "; ".join(filter(None, (table.unit, table.basis)))
    columns = " ".join(_ALIGNS[column.align] + ("#" if column.numeric else "") for column in table.columns)
    yield f"▦ {table.caption}" + (f" ({beside})" if beside else "") + f"  {columns}"
    for row in table.head:
        assert all(cell.scope == _head_scope(cell) for cell in row.cells)
        yield f"  머리 {_row(row)}"
    for row in table.body:
        yield f"  본문{_ROLES[row.role]} {_row(row)}"
    for note in table.notes:
        yield from (f"  {line}" for line in draw_block(note))


def _head_scope(cell: Cell) -> str:
    return "" if not cell.blocks else "colgroup" if cell.colspan > 1 else "col"


def _row(row: Row) -> str:
    return " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    text = "⏎".join(line for block in cell.blocks for line in _cell_lines(block))
    head = {"row": "!", "rowgroup": "!!"}.get(cell.scope, "")
    spans = f" {cell.colspan}x{cell.rowspan}" if (cell.colspan, cell.rowspan) != (1, 1) else ""
    value = f"={cell.value}" if cell.value is not None and str(cell.value) != text else ""
    return f"{text}{head}{value}{spans}" or "∅"


def _cell_lines(block: Block) -> Iterator[str]:
    return iter([draw_line(block.content)]) if isinstance(block, Paragraph) else draw_block(block)
