"""What inline rules share: the line that is being read and the passage it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

from generator.diagnostics import Severity
from generator.markup.passage import Passage
from generator.markup.run import Run

KEY = "line"
"""Where a parser's environment keeps the line."""


@dataclass(slots=True)
class Line:
    """A line on its way through the inline rules. `in_note` forbids footnotes inside a footnote's text.

    `closing` remembers the last search for closing stars, from where and where they are, so that no place is searched
    twice.
    """

    passage: Passage
    run: Run
    in_note: bool = False
    closing: tuple[int, int] | None = None

    def report(self, code: str, severity: Severity, message: str, start: int, end: int, hint: str) -> None:
        """Note a finding about `text[start:end]` of the line."""
        self.passage.report(code, severity, message, self.run.bounds(start, end), hint)


def line_of(state: StateInline) -> Line:
    """Give the line that is being read."""
    line = state.env[KEY]
    assert isinstance(line, Line)
    return line
