"""A block as lines of plain text for the search: what belongs together on a line, table cells divided by tabs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document import (
    Block,
    Budget,
    Cell,
    Figure,
    Note,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Row,
    Table,
    Unit,
    plain,
)
from generator.outputs.web.forms import unit_name


def block_lines(block: Block) -> Iterator[str]:
    """Give the lines of a block in printed order, captions first, none of them empty."""
    return (line for line in _lines(block) if line.strip())


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content) | Note(content):
            yield _flat(plain(content))
        case Outline(items):
            for item in items:
                yield _flat(plain(item.content))
                for child in item.children:
                    yield from _lines(child)
        case Table():
            yield block.caption
            yield from (_row(row) for row in (*block.head, *block.body))
            yield from (_flat(plain(note.content)) for note in block.notes)
        case OrganizationChart(caption=caption, root=root):
            yield caption
            yield from _units(root)
        case Operation(caption=caption, centre=centre, base=base):
            yield caption
            yield from _units(centre)
            yield from _units(base) if base else ()
        case Process(caption=caption, steps=steps):
            yield caption
            yield from ("\t".join(_flat(text) for text in (plain(s.content), s.time, s.actor) if text) for s in steps)
        case Budget():
            yield from _budget(block)
        case Figure(alternative=alternative, caption=caption):
            yield _flat(plain(caption))
            yield "" if alternative == plain(caption) else alternative


def _row(row: Row) -> str:
    return "\t".join(text for cell in row.cells if (text := _cell(cell)))


def _cell(cell: Cell) -> str:
    # Paragraphs of a cell are lines of one text; anything else in it is kept apart.
    if cell.lines:
        return " ".join(_flat(plain(line)) for line in cell.lines)
    return "\t".join(line for block in cell.blocks for line in block_lines(block))


def _budget(budget: Budget) -> Iterator[str]:
    if budget.line:
        yield f"{budget.caption}: {budget.line}" if budget.caption else budget.line
    else:
        unit = unit_name(budget.unit)
        yield from (f"{amount.label}\t{amount.text}{unit}\t{amount.funding}".rstrip() for amount in budget.amounts)
        if budget.rate:
            yield f"{budget.rate.label}\t{budget.rate.text}"
    yield from (_flat(plain(note.content)) for note in budget.notes)


def _units(unit: Unit) -> Iterator[str]:
    yield f"{unit.name} {unit.note}".strip()
    yield from (_flat(plain(duty)) for duty in unit.duties)
    for below in unit.units:
        yield from _units(below)


def _flat(text: str) -> str:
    """Give a text without the characters that divide lines and cells."""
    return " ".join(text.split())
