"""Statements: the marked lines of a text, each joined with its continuation lines, and the cells of its tables.

The text is cut by the same block rules that print it, so that a rule and a reader see the same lines. Each statement
can tell the place in the file of every character of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.diagnostics import Span
from generator.markup import Footnotes, Marks
from generator.markup.parser import parse_blocks
from generator.markup.passage import Passage
from generator.markup.row import is_delimiter, split_row
from generator.markup.run import Bounds, Run, join_lines
from generator.markup.window import Window
from generator.source import Scalar

_BREAK = re.compile(r"<br ?/?>|⏎", re.IGNORECASE)
_MERGES = {"<", "^"}


class Kind(StrEnum):
    """What a statement is on the page."""

    TOPIC = "topic"
    ITEM = "item"
    NOTE = "note"
    TEXT = "text"
    CELL = "cell"
    """A whole cell, its lines joined; what is marked in it comes again as items."""
    ROW = "row"
    """A whole row of a table, its cells joined."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One statement. `level` counts from 1 (○); `parent` is the item that it hangs under.

    `keys` lead to its text in the file, `heading` is the □ line or the key that it stands under. `row` and `column`
    tell where in which table a cell is; `row` is (place of the table in the text, row from 0).
    """

    text: str
    run: Run
    scalar: Scalar
    keys: tuple[str, ...]
    heading: str
    kind: Kind
    level: int = 0
    parent: Statement | None = None
    row: tuple[int, int] | None = None
    column: int = 0

    def locate(self, start: int, end: int) -> Span:
        """Give the place in the file of `text[start:end]`."""
        return self.scalar.locate(*self.run.bounds(start, end))

    @property
    def is_line(self) -> bool:
        """Tell whether it is a line of its own, not the whole of a cell or row that comes in pieces again."""
        return self.kind not in (Kind.ROW, Kind.TOPIC)


@dataclass(slots=True)
class _Reader:
    """Reading one text: the items that are open, and the heading."""

    scalar: Scalar
    keys: tuple[str, ...]
    passage: Passage
    heading: str
    made: list[Statement] = field(default_factory=list)

    def add(self, run: Run, kind: Kind, **more: object) -> Statement:
        statement = Statement(run.text, run, self.scalar, self.keys, self.heading, kind, **more)  # type: ignore[arg-type]
        self.made.append(statement)
        return statement

    def read(self, tokens: Iterable[Any], cell: tuple[tuple[int, int], int] | None = None) -> None:
        """Read the tokens of a text or of one cell."""
        opened: list[Statement] = []
        for token in tokens:
            if token.type == "table":
                self.table(token)
                continue
            if token.type == "aside" or "lines" not in token.meta:
                continue
            run = join_lines(self.passage.text, token.meta["lines"])
            row, column = cell or (None, 0)
            if token.type == "topic":
                self.heading = run.text
                opened.clear()
                self.add(run, Kind.TOPIC)
            elif token.type == "item":
                level = token.meta["mark"].level
                level = level if level is not None else (opened[-1].level + 1 if opened else 1)
                while opened and opened[-1].level >= level:
                    opened.pop()
                parent = opened[-1] if opened else None
                opened.append(self.add(run, Kind.ITEM, level=level, parent=parent, row=row, column=column))
            else:
                kind = Kind.NOTE if token.type == "note" else Kind.TEXT
                self.add(run, kind, parent=opened[-1] if opened else None, row=row, column=column)

    def table(self, token: Any) -> None:
        """Read a table: each row, each cell, and the marked lines in cells."""
        lines: list[Bounds] = token.meta["lines"]
        rows = [line for line in lines if not is_delimiter(self.passage.shape[slice(*line)])]
        for number, (start, end) in enumerate(rows):
            cells = [(start + a, start + b) for a, b in split_row(self.passage.shape[start:end])]
            written = [
                (i, c) for i, c in enumerate(cells) if c[0] < c[1] and self.passage.text[slice(*c)] not in _MERGES
            ]
            place = (lines[0][0], number)
            pieces = {index: self.pieces(bounds) for index, bounds in written}
            if written:
                joined = join_lines(self.passage.text, [piece for found in pieces.values() for piece in found])
                self.add(joined, Kind.ROW, row=place)
            for index, bounds in written:
                self.cell(bounds, pieces[index], (place, index))

    def cell(self, bounds: Bounds, pieces: list[Bounds], cell: tuple[tuple[int, int], int]) -> None:
        """Read a cell; one without marked lines is one statement."""
        start, end = bounds
        shape = _BREAK.sub(lambda found: "\n".ljust(len(found[0])), self.passage.shape[start:end])
        tokens = parse_blocks(shape, Window(self.passage, start, in_cell=True))
        self.add(join_lines(self.passage.text, pieces), Kind.CELL, row=cell[0], column=cell[1])
        if any(token.type == "item" for token in tokens):
            self.read(tokens, cell)

    def pieces(self, bounds: Bounds) -> list[Bounds]:
        """Give the places of a cell's lines."""
        start, end = bounds
        made, begin = [], start
        for found in [*_BREAK.finditer(self.passage.text, start, end), None]:
            stop = found.start() if found else end
            text = self.passage.text[begin:stop]
            if inner := text.strip():
                first = begin + len(text) - len(text.lstrip())
                made.append((first, first + len(inner)))
            begin = found.end() if found else end
        return made


def read_statements(texts: Iterable[tuple[Scalar, tuple[str, ...]]], marks: Marks) -> tuple[Statement, ...]:
    """Read the statements of texts that come with the keys that lead to them."""
    return tuple(statement for scalar, keys in texts for statement in _read(scalar, keys, marks))


def families(statements: Iterable[Statement]) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Give each item that has items under it, with those directly under it."""
    children: dict[int, tuple[Statement, list[Statement]]] = {}
    for statement in statements:
        if statement.parent is not None and statement.kind is Kind.ITEM:
            children.setdefault(id(statement.parent), (statement.parent, []))[1].append(statement)
    for parent, found in children.values():
        yield parent, tuple(found)


def _read(scalar: Scalar, keys: tuple[str, ...], marks: Marks) -> list[Statement]:
    if not scalar.text.strip():
        return []
    passage = Passage(scalar, marks, Footnotes().scope())
    heading = next((key for key in reversed(keys) if not key.isdigit()), "")
    reader = _Reader(scalar, keys, passage, heading)
    reader.read(parse_blocks(passage.shape, Window(passage)))
    return reader.made
