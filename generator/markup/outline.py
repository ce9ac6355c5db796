"""Block tokens as a tree: items under items, and tables, pictures, remarks and text under the item that they follow.

    ○ A            level 1
      - a          level 2, under A
      | … |        a table, under a
    ○ B

A level may be skipped: the item hangs under the nearest item above it of a higher level. What follows an item without a
mark of its own belongs to it until the next mark, as on the printed page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from markdown_it.token import Token

from generator.diagnostics import Severity, Span
from generator.document import Block, Inlines, Item, Outline, Table, plain
from generator.markup.grid import read_table
from generator.markup.grid_table import grid_table
from generator.markup.label import split_label
from generator.markup.leaves import read_content, read_literal, read_note, read_paragraph, read_picture, token_bounds
from generator.markup.parser import parse_blocks
from generator.markup.passage import Passage
from generator.markup.run import Bounds, open_brackets
from generator.markup.unit_line import UnitLine, read_unit_line
from generator.markup.window import Window

_CELL_BREAK = re.compile(r"<br ?/?>|⏎", re.IGNORECASE)


def hang_blocks(passage: Passage, tokens: Iterable[Token], heading: str = "") -> tuple[Block, ...]:
    """Build the blocks that stand under one heading."""
    tree = _Tree(passage, heading)
    for token in tokens:
        tree.add(token)
    return tree.root.freeze()


def read_cell(passage: Passage, bounds: Bounds) -> tuple[Block, ...]:
    """Read a table's cell: a paragraph for each line, or an outline where lines begin with marks."""
    start, end = bounds
    if start == end:
        return ()
    shape = _CELL_BREAK.sub(lambda found: "\n".ljust(len(found[0])), passage.shape[start:end])
    return hang_blocks(passage, parse_blocks(shape, Window(passage, start, in_cell=True)))


def read_aside(passage: Passage, token: Token) -> UnitLine:
    """Read a line in brackets that names a table's unit or basis date."""
    return read_unit_line(passage.text[slice(*token.meta["lines"][0])]) or UnitLine("", "")


def join_asides(asides: Iterable[UnitLine]) -> tuple[str, str]:
    """Give unit and basis of several lines in brackets at one table."""
    known = tuple(asides)
    return ", ".join(a.unit for a in known if a.unit), ", ".join(a.basis for a in known if a.basis)


@dataclass(slots=True)
class _Branch:
    """An item that is still growing; the root has level 0."""

    level: int = 0
    mark: str = ""
    content: Inlines = ()
    label: str = ""
    value: Inlines = ()
    at: Span | None = None
    children: list[Block | _Branch] = field(default_factory=list)

    def freeze(self) -> tuple[Block, ...]:
        """Give the blocks under this item; neighbouring items of one level form an outline."""
        frozen: list[Block] = []
        for level, group in groupby(self.children, key=lambda c: c.level if isinstance(c, _Branch) else None):
            if level is None:
                frozen += [child for child in group if not isinstance(child, _Branch)]
            else:
                frozen.append(Outline(tuple(child.item() for child in group if isinstance(child, _Branch))))
        return tuple(frozen)

    def item(self) -> Item:
        return Item(self.level, self.mark, self.content, self.freeze(), self.label, self.value, at=self.at)


class _Tree:
    """The growing tree. `open` is the way from the root to the last item."""

    def __init__(self, passage: Passage, heading: str) -> None:
        self.passage = passage
        self.heading = heading
        self.root = _Branch()
        self.open = [self.root]
        self.asides: list[UnitLine] = []
        self.found_levels: dict[str, int] = {}

    def add(self, token: Token) -> None:
        here = self.open[-1].children
        match token.type:
            case "item":
                self.add_item(token)
            case "paragraph":
                self.report_wrap(token)
                here.append(read_paragraph(self.passage, token))
            case "literal":
                here.append(read_literal(self.passage, token))
            case "picture":
                here.append(read_picture(self.passage, token))
            case "note":
                self.add_note(token)
            case "table":
                here.append(self.table(token))
            case "aside":
                self.add_aside(token)

    def add_item(self, token: Token) -> None:
        level = self.level(token)
        while self.open[-1].level >= level:
            self.open.pop()
        sign = self.passage.marks.levels[level]
        self.passage.note_alike(token.meta["mark"], sign, token.meta["begin"])
        content = read_content(self.passage, token)
        label, value = split_label(content)
        branch = _Branch(level, sign, content, label, value, self.passage.at(token_bounds(token)))
        self.open[-1].children.append(branch)
        self.open.append(branch)

    def level(self, token: Token) -> int:
        """The level of an item's mark; a mark used at any depth keeps the depth of its first use."""
        mark = token.meta["mark"]
        if mark.level is not None:
            return int(mark.level)
        deepest = len(self.passage.marks.levels) - 1
        return self.found_levels.setdefault(mark.written, min(self.open[-1].level + 1, deepest))

    def report_wrap(self, token: Token) -> None:
        """Tell the author of a paragraph that looks like the rest of the item above: pasted pages have blank lines."""
        item = self.open[-1]
        text = plain(item.content)
        if item.children or not (text.endswith((",", "·", "․")) or open_brackets(text) > 0):
            return
        message = "위 항목에서 이어지는 글로 보이지만 빈 줄이 있어 따로 된 글로 읽었습니다."
        hint = "이어지는 글이면 사이의 빈 줄을 지우세요."
        self.passage.report("line-wrapped", Severity.NOTE, message, token_bounds(token), hint)

    def add_note(self, token: Token) -> None:
        here = self.open[-1].children
        note = read_note(self.passage, token)
        if here and isinstance(table := here[-1], Table):
            here[-1] = replace(table, notes=(*table.notes, note))
        else:
            here.append(note)

    def add_aside(self, token: Token) -> None:
        here = self.open[-1].children
        aside = read_aside(self.passage, token)
        if not token.meta["below"] and here and isinstance(table := here[-1], Table):
            unit, basis = join_asides((UnitLine(table.unit, table.basis), aside))
            here[-1] = replace(table, unit=unit, basis=basis)
        else:
            self.asides.append(aside)

    def table(self, token: Token) -> Table:
        unit, basis = join_asides(self.asides)
        self.asides.clear()
        grid = read_table(self.passage, token, read_cell)
        item = self.open[-1]
        caption = item.label or plain(item.content) if item.level else self.heading
        return grid_table(grid, caption=caption, unit=unit, basis=basis)
