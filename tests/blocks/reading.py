"""Blocks composed from YAML, for tests, and drawn as text."""

from __future__ import annotations

from generator.blocks.context import Context
from generator.content import compose_content
from generator.diagnostics import Diagnostic
from generator.document import Block, Cell, Table, cell_text
from generator.fields import read_model
from generator.house import House
from generator.markup import Footnotes
from generator.model import Section
from generator.source import read_yaml


def compose_yaml(text: str, name: str = "사례.yml") -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """Compose what stands under 내용 of a section, with all findings."""
    tree, trouble = read_yaml(name, text.encode())
    assert tree is not None, trouble
    section, findings = read_model(Section, tree)
    if section is None or section.content is None:
        return (), [*trouble, *findings]
    context = Context(House(), Footnotes().scope(), caption="현황")
    composed = compose_content(section.content, context)
    assert not composed.topics
    return composed.blocks, [*trouble, *findings, *context.findings]


def draw_table(table: Table) -> str:
    """Draw a table line by line: `*` after what was computed, the spans of merged cells, `!` before a row's role."""
    drawn = ["head: " + _row(row.cells) for row in table.head]
    drawn += [f"{row.role.value}: {_row(row.cells)}" for row in table.body]
    return "".join(f"{line}\n" for line in drawn)


def _row(cells: tuple[Cell, ...]) -> str:
    return " | ".join(_cell(cell) for cell in cells)


def _cell(cell: Cell) -> str:
    spans = f" ({cell.rowspan}x{cell.colspan})" if cell.rowspan > 1 or cell.colspan > 1 else ""
    return f"{cell_text(cell)}{'*' if cell.computed else ''}{spans}"
