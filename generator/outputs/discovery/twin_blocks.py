"""A report's blocks as Markdown: each gives its lines, the empty ones between them included.

Outlines keep their marks inside nested lists. A table's head is one row of names from the top down (`일반직 6급`), and
a merged cell stands at every place that it covers, so that every row can be read by itself. A figure that the author
did not write is in italics.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.document import (
    Block,
    Budget,
    Cell,
    Figure,
    Inlines,
    Item,
    Note,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Table,
    Unit,
    block_text,
    cell_text,
    plain,
)
from generator.document.geometry import grid, head_paths
from generator.outputs.discovery.markdown_text import escaped, in_cell, line_of, opened, place, strong
from generator.outputs.web.forms import figure_columns, funding_rows

_LOST = "(원문에 그림이 있으나 파일이 남아 있지 않습니다.)"


def block_lines(block: Block, heading: str = "") -> list[str]:
    """Give a block's lines; a table whose caption is the `heading` above it does not repeat it."""
    match block:
        case Paragraph(content):
            return [opened(line_of(content))]
        case Note(content, mark):
            return [opened(f"{escaped(mark)} {line_of(content)}")]
        case Outline(items):
            return [line for item in items for line in _item(item)]
        case Table():
            return _table(block, heading)
        case OrganizationChart(caption, root):
            return [*_caption(caption, heading), *_unit(root)]
        case Process(caption, steps):
            listed = (_with_remark(line_of(s.content), " · ".join(t for t in (s.time, s.actor) if t)) for s in steps)
            return [*_caption(caption, heading), *(f"{n}. {opened(line)}" for n, line in enumerate(listed, start=1))]
        case Operation(caption, centre, base):
            return [*_caption(caption, heading), *_unit(centre), *(_unit(base) if base else ())]
        case Budget():
            return _budget(block, heading)
        case Figure(source, alternative, caption):
            return _figure(source, alternative, caption)


def joined(pieces: Iterator[list[str]] | Sequence[list[str]]) -> list[str]:
    """Set blocks one below the other, an empty line between them."""
    lines: list[str] = []
    for piece in pieces:
        if piece:
            lines += ["", *piece] if lines else piece
    # A block that ends a list item is followed by an empty line of its own.
    return [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]


def _item(item: Item) -> list[str]:
    lines = [f"- {opened(f'{escaped(item.mark)} {line_of(item.content)}')}"]
    for child in item.children:
        inner = block_lines(child)
        # Only a list may follow a line of text without an empty line.
        lines += inner_lines(inner) if isinstance(child, Outline) else ["", *inner_lines(inner), ""]
    return lines


def inner_lines(lines: list[str]) -> list[str]:
    """Give lines as they stand under a list item."""
    return [f"  {line}" if line else "" for line in lines]


def _table(table: Table, heading: str) -> list[str]:
    above = _caption(table.caption, heading, ", ".join(text for text in (table.unit, table.basis) if text))
    width = len(table.columns)
    figures = figure_columns(table)
    heads = [" ".join(dict.fromkeys(part for part in path if part)) for path in head_paths(table)]
    rows = [[_cell(cell) for cell in row] for row in grid(table.body, width)]
    ruled = ["---:" if column in figures else "---" for column in range(width)]
    lines = [_row([in_cell(escaped(head)) for head in heads]), _row(ruled), *(_row(row) for row in rows)]
    notes = [line for note in table.notes for line in ("", *block_lines(note))]
    return [*above, *lines, *notes]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    text = "<br>".join(in_cell(line) for block in cell.blocks for line in _cell_lines(block) if line)
    return f"*{text}*" if cell.computed and text else text


def _cell_lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content):
            yield line_of(content)
        case Note(content, mark):
            yield f"{escaped(mark)} {line_of(content)}"
        case Outline(items):
            for item in items:
                yield f"{escaped(item.mark)} {line_of(item.content)}"
                for child in item.children:
                    yield from _cell_lines(child)
        case Table():
            yield from (escaped(" ".join(map(cell_text, row.cells))) for row in (*block.head, *block.body))
        case _:
            yield escaped(block_text(block))


def _unit(unit: Unit) -> list[str]:
    lines = [f"- {opened(escaped(f'{unit.name} {unit.note}'.strip()))}"]
    lines += [f"  - {opened(line_of(duty))}" for duty in unit.duties]
    for below in unit.units:
        lines += inner_lines(_unit(below))
    return lines


def _budget(budget: Budget, heading: str) -> list[str]:
    notes = [line for note in budget.notes for line in ("", *block_lines(note))]
    if budget.line:
        return [opened(escaped(budget.line)), *notes]
    rows = funding_rows(budget)
    names = ["구분", *(in_cell(escaped(amount.label)) for amount in budget.amounts)]
    figures = [["계", *(amount.text for amount in budget.amounts)], *([row.source, *row.texts] for row in rows)]
    lines = [_row(names), _row(["---", *("---:" for _ in budget.amounts)])]
    lines += [_row([in_cell(escaped(text)) for text in row]) for row in figures]
    if rate := budget.rate:
        shown = f"*{escaped(rate.text)}*" if rate.computed else escaped(rate.text)
        lines += ["", f"{opened(escaped(rate.label))}: {shown}"]
    return [*_caption(budget.caption, heading, budget.unit), *lines, *notes]


def _figure(source: str, alternative: str, caption: Inlines) -> list[str]:
    if not source:
        return [" ".join(text for text in (escaped(_LOST), line_of(caption)) if text)]
    picture = f"![{escaped(alternative)}]({place(source)})"
    return [picture, "", opened(line_of(caption))] if plain(caption) else [picture]


def _caption(caption: str, heading: str, remark: str = "") -> list[str]:
    """Give the line above a block with an empty one below it, nothing where the heading says it all."""
    name = "" if caption == heading else caption
    if not name and not remark:
        return []
    return [opened(_with_remark(strong(escaped(name)) if name else "", remark)), ""]


def _with_remark(text: str, remark: str) -> str:
    return f"{text} ({escaped(remark)})".strip() if remark else text
