"""The lines and table cells of a division, each with the anchor that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document import (
    Block,
    Cell,
    Division,
    Item,
    Note,
    OrganizationChart,
    Outline,
    Table,
    Unit,
    block_text,
    plain,
    walk_divisions,
)


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One line of an outline or a duty of an organisation chart. `label` and `value` are the two sides of `이름: 값`;
    without a label `value` is the whole text. `below` is what hangs under it, one text for each line, with its mark;
    `inner` are those of them that are lines themselves."""

    anchor: str
    text: str
    label: str
    value: str
    below: tuple[str, ...] = ()
    inner: tuple[WrittenLine, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table and the anchor of the division that holds it."""

    anchor: str
    table: Table


def written_lines(division: Division) -> tuple[WrittenLine, ...]:
    """Give all lines of a division and of those below it, in printed order."""
    return tuple(
        line for inner in walk_divisions((division,)) for block in inner.blocks for line in _lines(block, inner.id)
    )


def written_tables(division: Division) -> tuple[WrittenTable, ...]:
    """Give all tables of a division and of those below it, in printed order."""
    return tuple(
        WrittenTable(inner.id, table)
        for inner in walk_divisions((division,))
        for block in inner.blocks
        for table in _tables(block)
    )


def own_lines(division: Division) -> tuple[WrittenLine, ...]:
    """Give the lines of the first level that stand in a division itself."""
    outlines = (block for block in division.blocks if isinstance(block, Outline))
    return tuple(_line(item, division.id) for outline in outlines for item in outline.items if item.level == 1)


def block_lines(block: Block) -> tuple[str, ...]:
    """Give a block's text line by line: items and notes with their marks, a table's rows, else the whole."""
    match block:
        case Outline(items):
            return tuple(line for item in items for line in (_marked(item), *_below(item)))
        case Table():
            rows = (*block.head, *block.body)
            return tuple(" | ".join(" ".join(cell_lines(cell)) for cell in row.cells) for row in rows)
        case Note(content, mark):
            return (f"{mark} {plain(content)}",)
        case _:
            text = block_text(block)
            return (text,) if text else ()


def cell_lines(cell: Cell) -> tuple[str, ...]:
    """Give a cell's text line by line."""
    return tuple(" ".join(line.split()) for block in cell.blocks for line in block_lines(block))


def _lines(block: Block, anchor: str) -> Iterator[WrittenLine]:
    match block:
        case Outline(items):
            for item in items:
                line = _line(item, anchor)
                yield line
                yield from line.inner
        case Table():
            for row in block.body:
                for cell in row.cells:
                    for inner in cell.blocks:
                        yield from _lines(inner, anchor)
        case OrganizationChart(root=root):
            yield from _duties(root, anchor)
        case _:
            return


def _line(item: Item, anchor: str) -> WrittenLine:
    value = item.value if item.label else item.content
    inner = tuple(line for child in item.children for line in _lines(child, anchor))
    return WrittenLine(anchor, plain(item.content), item.label, plain(value), _below(item), inner)


def _duties(unit: Unit, anchor: str) -> Iterator[WrittenLine]:
    for duty in unit.duties:
        text = plain(duty)
        yield WrittenLine(anchor, text, "", text)
    for below in unit.units:
        yield from _duties(below, anchor)


def _tables(block: Block) -> Iterator[Table]:
    match block:
        case Table():
            yield block
        case Outline(items):
            for item in items:
                for child in item.children:
                    yield from _tables(child)
        case _:
            return


def _below(item: Item) -> tuple[str, ...]:
    return tuple(line for child in item.children for line in block_lines(child))


def _marked(item: Item) -> str:
    return f"{item.mark} {plain(item.content)}".strip()
