"""Cells of composed tables for notation rules: their text as printed, and findings at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.notation.reading.prose import is_wanted
from generator.checks.reading.matrix import Matrix, matrix
from generator.checks.subject import Subject
from generator.diagnostics import Span
from generator.document import cell_text


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """A data cell that an author wrote, with the number of its column."""

    text: str
    column: int
    at: Span


def tables(subject: Subject) -> Iterator[tuple[Matrix, tuple[WrittenCell, ...]]]:
    """Give each table of a report with its data cells, merged cells once."""
    for placed in subject.tables if is_wanted(subject) else ():
        found = matrix(placed.table)
        yield found, tuple(_cells(found))


def _cells(found: Matrix) -> Iterator[WrittenCell]:
    for row in range(len(found.names)):
        for column in range(len(found.heads)):
            cell = found.laid[row][column]
            if cell is None or cell.scope or cell.computed or cell.at is None or not found.is_leading(row, column):
                continue
            if text := cell_text(cell).strip():
                yield WrittenCell(text, column, cell.at)
