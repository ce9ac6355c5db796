"""One text that is being read: where it comes from, what it is read with, and what is wrong in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from generator.diagnostics import Diagnostic, Severity, Span
from generator.markup.footnote import FootnoteScope
from generator.markup.marks import Mark, Marks
from generator.markup.run import Bounds

MAX_TEXT = 100_000
"""Characters of one text; a report's longest section has some thousand."""

# Every kind of white space becomes one plain space and every line end one line feed, character for character, so that
# offsets into the shape are offsets into the text.
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SPACES = "\t\x1f\xa0\u1680\u202f\u205f\u3000\u200b\u2060\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_SHAPE = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_LINE_ENDS, "\n")})


class Located(Protocol):
    """A text that knows the place in a file of each of its characters."""

    @property
    def text(self) -> str:
        """The whole text."""
        ...

    def locate(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]`."""
        ...


@dataclass(slots=True)
class Passage:
    """A text on its way through the reader. `findings` grows; everything else stays."""

    source: Located
    marks: Marks
    footnotes: FootnoteScope
    findings: list[Diagnostic] = field(default_factory=list)
    text: str = ""
    shape: str = ""
    _alike: Counter[str] = field(default_factory=Counter)
    _first_alike: dict[str, tuple[Bounds, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Bound the text; a longer one is a finding."""
        self.text = self.source.text
        if len(self.text) > MAX_TEXT:
            self.report(
                "text-too-long",
                Severity.ERROR,
                f"글이 너무 깁니다: {len(self.text):,}자. 한 항목에 {MAX_TEXT:,}자까지 적을 수 있습니다.",
                (MAX_TEXT, MAX_TEXT + 1),
                "이 자리부터 읽지 않았습니다. 글을 여러 항목으로 나누세요.",
            )
            self.text = self.text[:MAX_TEXT]
        self.shape = self.text.replace("\r\n", " \n").translate(_SHAPE)

    def at(self, bounds: Bounds) -> Span:
        """Give the place in the file of a stretch of the text."""
        return self.source.locate(*bounds)

    def report(self, code: str, severity: Severity, message: str, bounds: Bounds, hint: str = "") -> None:
        """Note a finding about a stretch of the text."""
        self.findings.append(Diagnostic(code, severity, message, self.at(bounds), hint))

    def sorted_findings(self) -> tuple[Diagnostic, ...]:
        """Give all findings in the order of their places."""
        return tuple(sorted(self.findings, key=lambda finding: finding.at))

    def note_alike(self, mark: Mark, meaning: str, start: int) -> None:
        """Remember that a look-alike was read as a mark of the office."""
        if mark.written != meaning:
            self._alike[mark.written] += 1
            self._first_alike.setdefault(mark.written, ((start, start + len(mark.written)), meaning))

    def report_alike(self) -> None:
        """Report each look-alike once, at its first place."""
        for written, (bounds, meaning) in self._first_alike.items():
            count = self._alike[written]
            often = f" 이 글에 {count}곳 있습니다." if count > 1 else ""
            code_point = f"U+{ord(written[0]):04X}"
            self.report(
                "mark-alike",
                Severity.NOTE,
                f"모양이 비슷한 다른 글자 '{written}'({code_point})를 글머리 '{meaning}'로 읽었습니다.{often}",
                bounds,
                f"'{meaning}'로 바꾸어 적으면 찾기와 비교가 정확해집니다.",
            )
