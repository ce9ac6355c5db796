"""A located text for tests: a whole file that is one text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Span


@dataclass(frozen=True)
class FileText:
    """A text that is the whole content of a file."""

    text: str
    path: str = "사례.yml"

    def locate(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]`."""
        return Span(self.path, *self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")
