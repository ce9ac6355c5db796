"""Reading a composed report: its text, its programmes, its footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from generator.diagnostics import Span
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

# As the nodes declare them. They hold no nodes, and most fields are of these types.
_PLAIN_TYPES = frozenset(
    {"bool", "float", "int", "str", "Align", "Decimal", "Decimal | None", "Role", "RowRole", "Span | None"}
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


def walk_nodes(node: object) -> Iterator[object]:
    """Give every value in a tree of document nodes, parents first, whatever fields hold them."""
    waiting: list[object] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting.extend(reversed(one))
        elif (inner := _inner(one)) is not None:
            yield one
            waiting += inner


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
    """Give the footnote calls in a piece of a report, in printed order. Every field that can hold one is looked into,
    so that no note is lost, wherever a block keeps its text."""
    waiting: list[object] = [node]
    while waiting:
        match waiting.pop():
            case NoteRef() as call:
                yield call
            case tuple() as parts:
                waiting.extend(reversed(parts))
            case Division(title=title, value=value, programme=programme, blocks=blocks, children=children):
                # The budget that a programme has beside its title is printed, and met, as one of its topics.
                waiting += (children, blocks, programme.purpose if programme else (), value, title)
            case other:
                waiting += _inner(other) or ()


def _inner(node: object) -> list[object] | None:
    """Give what stands in a node's fields and can be a node or hold one, last first; None for what is no node."""
    kind: Any = type(node)
    names = _inner_fields(kind)
    return None if names is None else [getattr(node, name) for name in names]


@cache
def _inner_fields(kind: type) -> tuple[str, ...] | None:
    if not is_dataclass(kind) or issubclass(kind, Span):
        return None
    return tuple(field.name for field in reversed(fields(kind)) if field.type not in _PLAIN_TYPES)
