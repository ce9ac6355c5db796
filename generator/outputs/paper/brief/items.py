"""The items of a topic, whether they are marked lines or rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.document import Block, Cell, Outline, Paragraph, Process, RowRole, Table, cell_text, plain
from generator.document.geometry import grid, head_paths, row_paths
from generator.outputs.paper.brief.brief import BriefItem

_NOTHING = frozenset({"", "-", "–"})


def items_of(blocks: Sequence[Block]) -> tuple[BriefItem, ...]:
    """Give the items of a topic: its lines of the first level; where it has none, the rows of its tables."""
    lines = tuple(_lines(blocks))
    return lines or tuple(item for block in blocks if isinstance(block, Table) for item in _rows(block))


def _lines(blocks: Sequence[Block]) -> Iterator[BriefItem]:
    for block in blocks:
        match block:
            case Outline(items):
                for item in items:
                    yield BriefItem(plain(item.content), tuple(_below(item.children)))
            case Paragraph(content):
                yield BriefItem(plain(content))
            case Process():
                yield from (BriefItem(plain(step.content)) for step in block.steps)


def _below(children: Sequence[Block]) -> Iterator[str]:
    """Give what stands right below an item: its lines, without those that only lead to what is below themselves, and
    what a table tells in its only row or its total."""
    for child in children:
        match child:
            case Outline(items):
                yield from (plain(item.content) for item in items if item.label or not item.children)
            case Table():
                yield from (row.text for row in _rows(child, summed=True))


def _rows(table: Table, *, summed: bool = False) -> Iterator[BriefItem]:
    """Give the rows of a table: the names of each, and its cells under the names of their columns. `summed` asks for
    its total alone; a table of several rows without one gives nothing."""
    laid = grid(table.body, len(table.columns))
    named = row_paths(table)
    columns = head_paths(table)
    totals = [index for index, row in enumerate(table.body) if row.role is RowRole.TOTAL]
    wanted = totals if totals else range(len(table.body)) if not summed or len(table.body) == 1 else ()
    for index in wanted:
        names = " ".join(text for text in named[index] if text.strip())
        told = ", ".join(_cells(laid[index], columns))
        # A row's name says nothing without its cells, so that they are told together or not at all.
        yield BriefItem(f"{names}: {told}" if names and told else names or told)


def _cells(row: Sequence[Cell | None], columns: Sequence[tuple[str, ...]]) -> Iterator[str]:
    told: set[int] = set()
    for cell, names in zip(row, columns, strict=True):
        if cell is None or cell.scope or id(cell) in told or cell_text(cell).strip() in _NOTHING:
            continue
        told.add(id(cell))
        head = _head(names)
        outlines = [block for block in cell.blocks if isinstance(block, Outline)]
        if outlines and not head:
            yield from (plain(item.content) for outline in outlines for item in outline.items)
        else:
            yield f"{head} {cell_text(cell)}".strip()


def _head(names: Sequence[str]) -> str:
    """Join the names of a column, without those that the name below says again: `구인`, `구인업체`."""
    kept = [name for name, below in pairwise((*names, "")) if not (below and below.startswith(name))]
    return " ".join(kept)
