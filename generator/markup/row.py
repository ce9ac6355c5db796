"""One row of a pipe table: its cells' places, and the delimiter row with its alignments."""

from __future__ import annotations

import re

from generator.document import Align
from generator.markup.run import Bounds

# A backslash takes the character after it out of the syntax, as the inline rule for escapes does.
_PIPE = re.compile(r"\\[\\|]|(\|)")
# One dash may be a figure of nothing; a delimiter has two or more, or a colon.
_DELIMITER = re.compile(r"-{2,}|:-+:?|-+:")


def pipes(row: str) -> list[int]:
    """Give the places of the pipes that part cells."""
    if "|" not in row:
        return []
    return [found.start() for found in _PIPE.finditer(row) if found[1]]


def split_row(row: str) -> list[Bounds]:
    """Give the places of a row's cells, without the spaces around them; pipes at both ends may be left out."""
    parting = pipes(row)
    starts = [0, *(pipe + 1 for pipe in parting)]
    ends = [*parting, len(row)]
    cells = list(zip(starts, ends, strict=True))
    if len(cells) > 1 and not row[slice(*cells[0])].strip():
        cells = cells[1:]
    if len(cells) > 1 and not row[slice(*cells[-1])].strip():
        cells = cells[:-1]
    return [_stripped(row, start, end) for start, end in cells]


def is_delimiter(row: str) -> bool:
    """Tell whether a row parts head and body: `|---|:---:|---:|`."""
    return set(row) <= set("|-: ") and all(_DELIMITER.fullmatch(row[start:end]) for start, end in split_row(row))


def read_alignments(row: str) -> tuple[Align | None, ...]:
    """Give each column's alignment from a delimiter row; None where it asks for none."""
    return tuple(_alignment(row[start:end]) for start, end in split_row(row))


def _alignment(cell: str) -> Align | None:
    if cell.endswith(":"):
        return Align.CENTER if cell.startswith(":") else Align.END
    return Align.START if cell.startswith(":") else None


def _stripped(row: str, start: int, end: int) -> Bounds:
    text = row[start:end]
    start += len(text) - len(text.lstrip())
    return start, max(start, start + len(text.strip()))
