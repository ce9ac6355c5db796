"""Reading a composed report: its text, its programmes, its footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.document.divisions import Division, Document, Role
from generator.document.nodes import (
    Block,
    Break,
    Budget,
    Cell,
    Figure,
    Inline,
    Inlines,
    Link,
    Note,
    NoteRef,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Strong,
    Table,
    Text,
    Unit,
)


def plain(inlines: Inlines) -> str:
    """Give a line's text without markup; a break becomes a space, a footnote call is left out."""
    return "".join(_inline_text(inline) for inline in inlines)


def block_text(block: Block) -> str:
    """Give all text of a block, pieces joined by one space."""
    return " ".join(piece for piece in _block_pieces(block) if piece)


def cell_text(cell: Cell) -> str:
    """Give a cell's text, lines joined by one space."""
    return " ".join(part for block in cell.blocks if (part := block_text(block)))


def walk_divisions(divisions: tuple[Division, ...]) -> Iterator[Division]:
    """Give every division, parents before children, in printed order."""
    for division in divisions:
        yield division
        yield from walk_divisions(division.children)


def programmes(document: Document) -> tuple[Division, ...]:
    """Give the divisions that are programmes, in printed order."""
    return tuple(d for d in walk_divisions(document.parts) if d.role is Role.PROGRAMME)


def figures(document: Document) -> tuple[Figure, ...]:
    """Give the pictures of a document, in printed order."""
    blocks = (block for division in walk_divisions(document.parts) for block in division.blocks)
    return tuple(inner for block in blocks for inner in _walk_block(block) if isinstance(inner, Figure))


def footnotes(division: Division) -> tuple[NoteRef, ...]:
    """Give the footnotes called in a division and in those below it, in printed order."""
    found: dict[str, NoteRef] = {}
    for note in _calls(division):
        found.setdefault(note.id, note)
    return tuple(found.values())


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Strong(children) | Link(children=children):
            return plain(children)
        case Break():
            return " "
        case NoteRef():
            return ""


def _block_pieces(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content) | Note(content) | Figure(caption=content):
            yield plain(content)
        case Outline(items):
            for item in items:
                yield plain(item.content)
                yield from (block_text(child) for child in item.children)
        case Table():
            yield from (cell_text(cell) for row in (*block.head, *block.body) for cell in row.cells)
            yield from (plain(note.content) for note in block.notes)
        case OrganizationChart(root=root):
            yield from _unit_pieces(root)
        case Process(steps=steps):
            for step in steps:
                yield from (plain(step.content), step.time, step.actor)
        case Operation(centre=centre, base=base):
            yield from _unit_pieces(centre)
            yield from _unit_pieces(base) if base else ()
        case Budget():
            yield block.line or " ".join(f"{a.label} {a.text} {a.funding}".strip() for a in block.amounts)
            yield from (plain(note.content) for note in block.notes)


def _walk_block(block: Block) -> Iterator[Block]:
    yield block
    match block:
        case Outline(items):
            below = (child for item in items for child in item.children)
        case Table():
            below = (inner for row in (*block.head, *block.body) for cell in row.cells for inner in cell.blocks)
        case _:
            return
    for inner in below:
        yield from _walk_block(inner)


def _unit_pieces(unit: Unit) -> Iterator[str]:
    yield f"{unit.name} {unit.note}".strip()
    yield from (plain(duty) for duty in unit.duties)
    for below in unit.units:
        yield from _unit_pieces(below)


def _calls(node: object) -> Iterator[NoteRef]:
    """Give the footnote calls in a piece of a report, in printed order. Every field is looked into, so that no note is
    lost, wherever a block keeps its text."""
    match node:
        case NoteRef():
            yield node
        case tuple():
            for part in node:
                yield from _calls(part)
        case Division(title=title, value=value, programme=programme, blocks=blocks, children=children):
            # The budget that a programme has beside its title is printed, and met, as one of its topics.
            yield from _calls((title, value, programme.purpose if programme else (), blocks, children))
        case _ if is_dataclass(node):
            for field in fields(node):
                yield from _calls(getattr(node, field.name))
