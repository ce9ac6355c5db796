"""What a block needs while it is composed: the house style, the footnotes, and a place for findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic, Severity, Span
from generator.document import Block, Inlines, Note
from generator.house import House
from generator.markup import FootnoteScope, Located, Prose, read_line, read_prose
from generator.markup.outline import read_cell
from generator.markup.passage import Passage
from generator.source import Scalar


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text that knows its place, for texts that hold several pieces."""

    source: Located
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the stretch."""
        return self.source.text[self.start : self.end]

    @property
    def at(self) -> Span:
        """The place of the whole stretch."""
        return self.locate(0, self.end - self.start)

    def locate(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]`."""
        return self.source.locate(self.start + start, min(self.start + end, self.end))


def split_parts(source: Located, separator: str) -> tuple[Part, ...]:
    """Cut a text at a separator; the spaces around the pieces are left out."""
    parts, start = [], 0
    for piece in source.text.split(separator):
        begin = start + len(piece) - len(piece.lstrip())
        parts.append(Part(source, begin, max(begin, start + len(piece.rstrip()))))
        start += len(piece) + len(separator)
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Context:
    """One place in a report. `caption` is the heading that the block stands under, `findings` grows as blocks are
    composed: all trouble of a report is collected, none is raised."""

    house: House
    footnotes: FootnoteScope
    caption: str = ""
    findings: list[Diagnostic] = field(default_factory=list)

    def under(self, caption: str) -> Context:
        """Give the same place under another heading."""
        return replace(self, caption=caption)

    def scoped(self, footnotes: FootnoteScope) -> Context:
        """Give the same place with footnote labels of its own."""
        return replace(self, footnotes=footnotes)

    def prose(self, scalar: Scalar) -> Prose:
        """Read marked text."""
        prose, found = read_prose(scalar, self.house.marks, self.footnotes, caption=self.caption)
        self.findings.extend(found)
        return prose

    def cell(self, located: Located) -> tuple[Block, ...]:
        """Read what stands in a table's cell: a paragraph for each line, or an outline where lines begin with marks."""
        passage = Passage(located, self.house.marks, self.footnotes)
        blocks = read_cell(passage, (0, len(passage.text)))
        passage.report_alike()
        self.findings.extend(passage.sorted_findings())
        return blocks

    def line(self, scalar: Located | None) -> Inlines:
        """Read one line of text; nothing for a field that was left out."""
        if scalar is None:
            return ()
        inlines, found = read_line(scalar, self.footnotes)
        self.findings.extend(found)
        return inlines

    def notes(self, scalars: tuple[Scalar, ...]) -> tuple[Note, ...]:
        """Read remarks, each printed after ※; a mark that the author wrote is not doubled."""
        return tuple(note for scalar in scalars for note in self._notes(scalar))

    def error(self, code: str, message: str, at: Span, hint: str) -> None:
        """Report something that must be put right before the report can be published."""
        self.findings.append(Diagnostic(code, Severity.ERROR, message, at, hint))

    def _notes(self, scalar: Scalar) -> tuple[Note, ...]:
        blocks = self.prose(scalar).blocks
        return tuple(
            block if isinstance(block, Note) else Note(getattr(block, "content", ()), at=scalar.at) for block in blocks
        )
