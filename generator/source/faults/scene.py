"""A fault, and the scene in which one is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.source.composing import Composition
from generator.source.findings import finding
from generator.source.text import SourceText


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding, the offset it starts at, and a mend: an offset and the characters to put there instead."""

    diagnostic: Diagnostic
    start: int
    mend: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the parser gave up (`problem`) while reading something that began at `context`, both offsets."""

    source: SourceText
    parsed: str
    problem: int
    context: int
    composition: Composition

    @property
    def number(self) -> int:
        """The line of the problem, from 0."""
        return self.source.line_of(self.problem)

    @property
    def last_scalar(self) -> tuple[int, int, str] | None:
        """The offsets and style of the scalar that ends last before the problem."""
        scalars = (scalar for scalar in self.composition.scalars if scalar[1] <= self.problem)
        return max(scalars, key=lambda scalar: scalar[1], default=None)

    def line(self, number: int) -> str:
        """Give a line of the parsed text, which may be mended already."""
        start = self.source.starts[number]
        return self.parsed[start : start + len(self.source.line(number))]

    def line_end(self, offset: int) -> int:
        """Give the offset at which the text of the line ends, without blanks."""
        number = self.source.line_of(offset)
        return self.source.starts[number] + len(self.line(number).rstrip())

    def text_start(self, number: int) -> int:
        """Give the offset of the first character of a line that is no blank."""
        return self.source.starts[number] + indentation(self.line(number))

    def previous(self, number: int) -> int | None:
        """Give the next line above that has text and is no comment."""
        numbers = range(number - 1, -1, -1)
        return next((n for n in numbers if self.line(n).strip() and not self.line(n).lstrip().startswith("#")), None)

    def following(self, number: int) -> int | None:
        """Give the next line below that has text and is no comment."""
        numbers = range(number + 1, len(self.source.starts))
        return next((n for n in numbers if self.line(n).strip() and not self.line(n).lstrip().startswith("#")), None)

    def has_children(self, number: int) -> bool:
        """Tell whether the next line is indented more."""
        below = self.following(number)
        return below is not None and indentation(self.line(below)) > indentation(self.line(number))

    def fault(
        self,
        code: str,
        place: tuple[int, int],
        message: str,
        hint: str,
        *related: tuple[int, str],
        mend: tuple[int, str] | None = None,
    ) -> Fault:
        """Make a fault whose place has at least one character, unless its line ends there."""
        start = min(place[0], len(self.parsed))
        return Fault(finding(self.source, code, (start, place[1]), message, hint, *related), start, mend)


def indentation(line: str) -> int:
    """Count the spaces before the text of a line."""
    return len(line) - len(line.lstrip(" "))
