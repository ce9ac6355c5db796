"""A line of text that may come from several lines of the source, and knows where each character stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Bounds = tuple[int, int]
"""Start and end of a stretch of text, in characters; the end is exclusive."""

# Circled numbers count out parts of an item; in a pasted report each stands on a line of its own.
_NUMBERED = re.compile(r"[①-⓿❶-➓㉑-㊿㉠-㉿]")


@dataclass(frozen=True, slots=True)
class Run:
    """Text with, for each piece of it, the place in the text and the place in the source where the piece begins."""

    text: str
    pieces: tuple[tuple[int, int], ...]

    def offset(self, position: int) -> int:
        """Give the place in the source of a place in the text."""
        index = max(0, bisect_right(self.pieces, position, key=lambda piece: piece[0]) - 1)
        start, offset = self.pieces[index]
        return offset + position - start

    def begins_line(self, position: int) -> bool:
        """Tell whether a line of the source begins at a place in the text."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece[0]) - 1
        return index >= 0 and self.pieces[index][0] == position

    def bounds(self, start: int, end: int) -> Bounds:
        """Give the stretch of the source that `text[start:end]` comes from."""
        first = self.offset(start)
        return first, max(first, self.offset(end - 1) + 1) if end > start else first


def join_lines(source: str, lines: Sequence[Bounds]) -> Run:
    """Join lines by one space each, as HWP wraps them; a line that begins with a circled number keeps its break."""
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = depth = 0
    for start, end in lines:
        line = source[start:end]
        if texts:
            texts.append("\n" if depth <= 0 and _NUMBERED.match(line) else " ")
            length += 1
        pieces.append((length, start))
        texts.append(line)
        length += len(line)
        depth += open_brackets(line)
    return Run("".join(texts), tuple(pieces))


def open_brackets(text: str) -> int:
    """Count the brackets that a text opens and leaves open; negative where it closes more than it opens."""
    return sum(text.count(mark) for mark in "(（「『[") - sum(text.count(mark) for mark in ")）」』]")
