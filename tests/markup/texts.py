"""A located text for tests: a whole file that is one text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from generator.diagnostics import Span


@dataclass(frozen=True)
class FileText:
    """A text that is the whole content of a file."""

    text: str
    path: str = "사례.yml"

    def locate(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]`."""
        return Span(self.path, *self._place(start), *self._place(end))

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(place + 1 for place, character in enumerate(self.text) if character == "\n")]

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1
