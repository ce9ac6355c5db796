"""Where a composed table stands: the headings above it and the programme that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.reading.matrix import Matrix, matrix
from generator.document import Block, Division, Outline, Role, Table, plain


@dataclass(frozen=True, slots=True, eq=False)
class PlacedTable:
    """A table, laid out once for all rules, with the titles of the divisions above it, from the part down, and the
    division of its programme."""

    table: Table
    matrix: Matrix
    headings: tuple[str, ...]
    programme: Division | None


def tables_of(divisions: tuple[Division, ...]) -> Iterator[PlacedTable]:
    """Give all tables under some divisions, in printed order."""
    for division in divisions:
        yield from _in_division(division, (), None)


def _in_division(division: Division, above: tuple[str, ...], programme: Division | None) -> Iterator[PlacedTable]:
    headings = (*above, plain(division.title))
    own = division if division.role is Role.PROGRAMME else programme
    for table in _in_blocks(division.blocks):
        yield PlacedTable(table, matrix(table), headings, own)
    for child in division.children:
        yield from _in_division(child, headings, own)


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Outline(items):
                for item in items:
                    yield from _in_blocks(item.children)
