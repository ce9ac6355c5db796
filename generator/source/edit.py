"""Changing a source file in place: pieces are replaced by their place, everything else stays as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of what stands at `at`."""

    at: Span
    text: str


def apply_edits(lines: Sequence[str], edits: Iterable[Edit]) -> str:
    """Give the text of a file after all edits; `lines` are those of `source_lines`.

    Edits must not overlap; of two that do, the one that comes first in the file is made.
    """
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    text = "\n".join(lines)
    pieces: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.at):
        start = starts[edit.at.line - 1] + edit.at.column - 1
        end = starts[edit.at.end_line - 1] + edit.at.end_column - 1
        if start >= position:
            pieces += [text[position:start], edit.text]
            position = end
    return "".join([*pieces, text[position:]])


def moved_line(edits: Iterable[Edit], line: int) -> int:
    """Give the line that a line has after the edits that stand before it."""
    return line + sum(
        edit.text.count("\n") - (edit.at.end_line - edit.at.line) for edit in edits if edit.at.end_line < line
    )


def whole_lines(at: Span) -> Span:
    """Widen a place to the lines that it touches, with the last one's end."""
    return Span(at.path, at.line, 1, at.end_line + 1, 1)
