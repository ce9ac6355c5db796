"""Numbered names in a table that repeat the titles of the report, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.reading.matrix import Matrix
from generator.checks.reading.title import bare_title, is_repeated, title_of_cell
from generator.diagnostics import Span

_NUMBERED = re.compile(r"\s*(?:[①-⑳]|\d{1,2}\.(?=\s))")


@dataclass(frozen=True, slots=True)
class Aligned:
    """A name in a row that stands for the title of a number."""

    row: int
    name: str
    at: Span
    title: int


def aligned(found: Matrix, titles: Sequence[str]) -> Iterator[Aligned]:
    """Give the names of a column that, for the most part, are these titles; none where no column repeats them."""
    bare = [bare_title(title) for title in titles]
    for column in range(len(found.heads)):
        rows = [row for row in range(len(found.laid)) if found.is_leading(row, column)]
        named = []
        for row in rows:
            cell = found.laid[row][column]
            name = title_of_cell(cell) if cell is not None else ""
            if cell is not None and cell.at is not None and _NUMBERED.match(name):
                named.append((row, name, cell.at))
        if is_repeated([bare_title(name) for _, name, _ in named], bare):
            for title, (row, name, at) in enumerate(named):
                yield Aligned(row, name, at, title)
