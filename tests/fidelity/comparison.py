"""Compares a published report, as text extracted from its HWP file, with the text of the PDF that we print of it.

    source lines  ->  found in the PDF's text, each in a place of its own
    numbers       ->  at least as often as in the source
    bullets       ->  before the same words
    bookmarks     ->  in the PDF's outline

Each line has to have a place of its own in the text: a stretch that one line was found in is taken, and no other line
may claim it. So a word that was dropped is missed even where the same word stands elsewhere. A line that no stretch
holds as a whole (a row of team names above an organisation chart, a caption that floats to the right) is looked for as
runs of its words, and every word of it has to be in one.

What does not count as a difference is written out as the rules `ARTEFACTS` (what every extraction from HWP does to a
text) and `SPELLINGS` (what the house notation spells its own way).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace

MARKS = {"□": "□", "○": "○", "※": "※", **dict.fromkeys("-·․ㆍ‧•▪￭ž", "-·")}
"""The bullets with the family of each: small ones are alike, since extraction turns symbol fonts into any of them."""

_DOTS = str.maketrans(dict.fromkeys("․ㆍ‧•▪￭ž∙⋅", "·"))
_MARK = re.compile(rf"^\s*([{re.escape(''.join(MARKS))}])")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_PAGE_NUMBER = re.compile(r"^[ \t]*- \d+ -[ \t]*$", re.MULTILINE)
_CONTENTS_ENTRY = re.compile(r"^(?:\d+|[①-⑳])?[ \t]*(\S.*?)\s*(?:·\s*){4,}", re.MULTILINE)
_DEPARTURE = re.compile(r"(.+?) =>(.*?)\s# (.+)")
_TAKEN = "\0"
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Rule:
    """A rewriting of a line, with the reason why the two texts may differ in it."""

    name: str
    pattern: re.Pattern[str]
    replacement: str
    reason: str


ARTEFACTS = (
    Rule("ornament", re.compile(r"^\s*ㅇㅇ\s*$"), "", "the two ornaments of a programme's title bar"),
    Rule(
        "shadow",
        re.compile(r"^\s*([Ⅰ-Ⅻ])\1\1([.]?)\2\2\s*(.+?)\s*\3\s*\3\s*$"),
        r"\1\2 \3",
        "a part heading with a shadow is drawn three times, and extracted three times",
    ),
    Rule("lost glyph", re.compile("[\ufffd\ue000-\uf8ff]"), "", "symbol fonts have no Unicode: circled numbers, dots"),
    Rule("leader", re.compile(r"(?:[·․.…]\s*){4,}"), " ", "dots between a title and its page; their number is no fact"),
)
"""What extraction from HWP does to every document, so that it needs no exception of its own."""

SPELLINGS = (
    Rule(
        "source label",
        re.compile(r"(?<![가-힣])([국시구])비(?![가-힣])"),
        r"\1",
        "국 and 국비, 시 and 시비, 구 and 구비 are one",
    ),
    Rule(
        "split separator",
        re.compile(r"(?<=\d),?([국시구]|기금)(?=\d|$)"),
        r",\1",
        "`국572,467 시250,461` and `국 572,467, 시 250,461` are one: the house notation has a comma",
    ),
)
"""Spellings of one thing. They apply after white space is gone."""


@dataclass(frozen=True, slots=True)
class PdfText:
    """A PDF's text: `flow` in the order of its content stream, where a table comes cell by cell (`pdftotext -raw`), and
    `layout` as it stands on the page, where a bullet is in front of its line (`pdftotext -layout`)."""

    flow: str
    layout: str
    outline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source; `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Departure:
    """A line that we print as `instead`, or not at all where that is empty, with the reason."""

    line: str
    instead: str
    reason: str


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A line of which `words` are not in the PDF."""

    line: Line
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"line {self.line.number} '{self.line.text}': not found: {', '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Shortage:
    """Something that the source has more often than the PDF."""

    what: str
    source_count: int
    pdf_count: int

    def __str__(self) -> str:
        return f"'{self.what}': {self.source_count} in the source, {self.pdf_count} in the PDF"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the PDF lacks. `unused` are departures that excuse nothing: the line is found as it is, or is not there."""

    lines: tuple[MissingLine, ...] = ()
    numbers: tuple[Shortage, ...] = ()
    marks: tuple[Shortage, ...] = ()
    bookmarks: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def compare(source: str, pdf: PdfText, departures: tuple[Departure, ...] = ()) -> Comparison:
    """Find what the source has and the PDF lacks, with the lines that we print otherwise replaced."""
    published, bookmarks = read_source(source)
    lines, unused = _depart(published, departures, find_missing(published, pdf.flow))
    return Comparison(
        lines=find_missing(lines, pdf.flow),
        numbers=find_scarce_numbers(lines, pdf),
        marks=find_lost_marks(lines, pdf.layout),
        bookmarks=tuple(title for title in bookmarks if squeeze(title) not in map(squeeze, pdf.outline)),
        unused=unused,
    )


def read_departures(text: str) -> tuple[Departure, ...]:
    """Read `published line => printed line  # reason` entries, one a row; `#` at the start of a row is a comment.

    Raises ValueError for an entry that is not of this form.
    """
    found = []
    for row in text.splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        entry = _DEPARTURE.fullmatch(row.strip())
        if entry is None:
            raise ValueError(f"not of the form 'published => printed  # reason': {row}")
        found.append(Departure(*(" ".join(part.split()) for part in entry.groups())))
    return tuple(found)


def read_source(text: str) -> tuple[list[Line], list[str]]:
    """Give the lines with their artefacts undone, and the bookmarks, which extraction puts at the end, after tabs."""
    lines, bookmarks = [], []
    for number, row in enumerate(text.splitlines(), start=1):
        if row.startswith("\t"):
            bookmarks.append(row.strip())
            continue
        for rule in ARTEFACTS:
            row = rule.pattern.sub(rule.replacement, row)
        if row.strip():
            lines.append(Line(number, " ".join(row.split())))
    return lines, bookmarks


def squeeze(text: str) -> str:
    """Give text without white space and invisible characters, look-alike dots as one, and labels in one spelling."""
    visible = (c for c in unicodedata.normalize("NFC", text) if not c.isspace() and unicodedata.category(c) != "Cf")
    made = "".join(visible).translate(_DOTS)
    for rule in SPELLINGS:
        made = rule.pattern.sub(rule.replacement, made)
    return made


def find_missing(lines: list[Line], flow: str) -> tuple[MissingLine, ...]:
    """Give the lines that have no place of their own in the PDF, in the order of the source.

    Whole lines choose first and long ones before short ones; then lines in runs; last the shortest (`계`, `시`), which
    would otherwise sit down inside any word.
    """
    texts = {line.number: _MARK.sub("", line.text) for line in lines}
    in_turn = sorted(lines, key=lambda line: -len(squeeze(texts[line.number])))
    stream = squeeze_flow(flow)
    broken = []
    for line in in_turn:
        whole = squeeze(texts[line.number])
        if len(whole) >= _SHORT and whole in stream:
            stream = _take(stream, whole)
        else:
            broken.append(line)
    missing = []
    for line in broken:
        stream, words = _take_runs(stream, texts[line.number].split())
        if words:
            missing.append(MissingLine(line, words))
    return tuple(sorted(missing, key=lambda item: item.line.number))


def squeeze_flow(flow: str) -> str:
    """Squeeze a PDF's text, without what the source cannot have: the cover, which comes before the first page number, page
    numbers, and in the contents the dots and the counts of programmes, whose circled digits extraction lost.

    A list's bullets come at the end of a page's content; they are put behind everything, or they would stand in the
    middle of a sentence that runs over to the next page.
    """
    pages, bullets = [], []
    for page in numbered_pages(flow):
        rows = _PAGE_NUMBER.sub("", page, count=1).rstrip().splitlines()
        while rows and rows[-1].strip() in ("", *MARKS):
            bullets.append(rows.pop())
        pages.append(_CONTENTS_ENTRY.sub(r"\1 ", "\n".join(rows)))
    return squeeze("\n".join(pages)) + _TAKEN + squeeze("".join(bullets))


def numbered_pages(text: str) -> list[str]:
    """Give the pages from the first one on that has a page number; all of them where none has."""
    pages = text.split("\f")
    first = next((index for index, page in enumerate(pages) if _PAGE_NUMBER.search(page)), 0)
    return pages[first:]


def find_scarce_numbers(lines: list[Line], pdf: PdfText) -> tuple[Shortage, ...]:
    """Give the numbers that the source has more often than the PDF, whichever of its two texts has more of them."""
    wanted = Counter(number for line in lines for number in _NUMBER.findall(line.text))
    flow, layout = (Counter(_NUMBER.findall(_own_text(text))) for text in (pdf.flow, pdf.layout))
    printed = flow | layout
    return tuple(Shortage(n, count, printed[n]) for n, count in wanted.items() if printed[n] < count)


def find_lost_marks(lines: list[Line], layout: str) -> tuple[Shortage, ...]:
    """Give the bullets that stand before fewer lines than in the source. Two letters tell which line is meant: a line
    may break anywhere after them."""
    wanted: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if found := _MARK.match(line.text):
            wanted[MARKS[found[1]], squeeze(line.text[found.end() :])[:2]] += 1
    text = squeeze(layout)
    return tuple(
        Shortage(f"{family[0]} {start}", count, printed)
        for (family, start), count in wanted.items()
        if (printed := sum(text.count(mark + start) for mark in family)) < count
    )


def _own_text(text: str) -> str:
    return "\n".join(_PAGE_NUMBER.sub("", page) for page in numbered_pages(text))


def _depart(
    lines: list[Line], departures: tuple[Departure, ...], missing: tuple[MissingLine, ...]
) -> tuple[list[Line], tuple[str, ...]]:
    lines, lacking = list(lines), [item.line for item in missing]
    unused = []
    for departure in departures:
        line = next((line for line in lacking if line.text == departure.line), None)
        if line is None:
            unused.append(departure.line)
            continue
        lacking.remove(line)
        place = lines.index(line)
        lines[place : place + 1] = [replace(line, text=departure.instead)] if departure.instead else []
    return lines, tuple(unused)


def _take_runs(stream: str, words: list[str]) -> tuple[str, tuple[str, ...]]:
    """Take the longest runs of words out of the stream; give what is left of it, and the words that have no place."""
    missing = []
    start = 0
    while start < len(words):
        end = next((e for e in range(len(words), start, -1) if squeeze("".join(words[start:e])) in stream), None)
        if end is None:
            missing.append(words[start])
            start += 1
            continue
        stream = _take(stream, squeeze("".join(words[start:end])))
        start = end
    return stream, tuple(missing)


def _take(stream: str, run: str) -> str:
    if run in MARKS:  # a bullet in a cell: those of a page come behind its text
        before, found, after = stream.rpartition(run)
        return before + _TAKEN + after if found else stream
    return stream.replace(run, _TAKEN, 1) if run else stream
