"""Reads both sides of the comparison: the published text, and the text of our PDF, with what does not count undone.

What does not count as a difference is written out as the rules `ARTEFACTS` (what every extraction from HWP does to a
text) and `SPELLINGS` (what the house notation spells its own way).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MARKS = {mark: mark for mark in "□○※"} | dict.fromkeys("-·․ㆍ‧ž", "-·") | dict.fromkeys("•▪￭", "-·○")
"""The bullets with those that each may be printed as. Small ones are alike, since extraction turns symbol fonts into
any of them; those of other typography (•) stand at any depth."""

LEADING_MARK = re.compile(rf"^\s*([{re.escape(''.join(MARKS))}])")
TAKEN = "\0"
"""Stands in a stream where nothing can be found: at its joints, and where a line has been found."""

_DOTS = str.maketrans(dict.fromkeys("․ㆍ‧•▪￭ž∙⋅", "·"))
_PAGE_NUMBER = re.compile(r"^[ \t]*- \d+ -[ \t]*$", re.MULTILINE)
_CONTENTS_ENTRY = re.compile(r"^(?:\d+|[①-⑳])?[ \t]*(\S.*?)\s*(?:·\s*){4,}", re.MULTILINE)
_BULLETED = re.compile(r"\s*[-•·○※] +\S")
_IN_CELL_MARK = re.compile(rf"(?<=\s)(?={_BULLETED.pattern})")
_DEPARTURE = re.compile(r"(?!=>\s+#)(.*?)\s?=>(.*?)\s# (.+)")


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

MARKDOWN = (
    Rule("tag", re.compile(r"</?(?:ul|li)\b[^>]*>"), " ", "a list in a cell; its bullets stand in the text as well"),
    Rule("checkbox", re.compile(r"<input\b[^>]*\bchecked\b[^>]*>"), "☑", "a ticked box"),
    Rule("exponent", re.compile(r"m\^2"), "㎡", "a square metre"),
    Rule("emphasis", re.compile(r"\*\*"), "", "bold type"),
    Rule("heading", re.compile(r"^#+\s+"), "", "large type"),
    Rule("remark in a list", re.compile(r"^(\s*)-\s+(?=※)"), r"\1", "a bullet that recognition put before a remark"),
)
"""What text recognition writes for the looks of a scanned page."""

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
    """A line of the source; `number` counts from 1, and is 0 for a line that we added."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Departure:
    """A line that we print as `instead`, or not at all where that is empty, with the reason.

    An empty `line` is an addition: a line that we print and the source lacks.
    """

    line: str
    instead: str
    reason: str


def read_source(text: str) -> tuple[list[Line], list[str]]:
    """Give the lines with their artefacts undone, and the bookmarks, which extraction puts at the end, after tabs.

    Text recognition writes a table's row as one line, its cells between tabs. Where cells hold bullets, each cell is
    made a line, and each bullet begins one, as in a source from HWP.
    """
    lines: list[Line] = []
    bookmarks: list[str] = []
    rows = text.splitlines()
    last = max((index for index, row in enumerate(rows) if row.strip() and not row.startswith("\t")), default=-1)
    for index, row in enumerate(rows):
        if index > last and row.strip():
            bookmarks.append(row.strip())
            continue
        for rule in (*MARKDOWN, *ARTEFACTS):
            row = rule.pattern.sub(rule.replacement, row)
        lines.extend(Line(index + 1, " ".join(piece.split())) for piece in _row_lines(row) if piece.strip())
    return lines, bookmarks


def _row_lines(row: str) -> list[str]:
    pieces = [piece for cell in row.split("\t") for piece in _IN_CELL_MARK.split(cell)]
    return pieces if "\t" in row and any(map(_BULLETED.match, pieces[1:])) else [row]


def read_departures(text: str) -> tuple[Departure, ...]:
    """Read `published line => printed line  # reason` entries, one a row; `#` at the start of a row is a comment.

    Either line may be empty, not both. Raises ValueError for an entry that is not of this form.
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


def squeeze(text: str) -> str:
    """Give text without white space and invisible characters, look-alike dots as one, and labels in one spelling."""
    visible = (c for c in unicodedata.normalize("NFC", text) if not c.isspace() and unicodedata.category(c) != "Cf")
    made = "".join(visible).translate(_DOTS)
    for rule in SPELLINGS:
        made = rule.pattern.sub(rule.replacement, made)
    return made


def squeeze_flow(flow: str) -> str:
    """Squeeze a PDF's text, without what the source cannot have.

    That is the cover and the page numbers; and in the contents the dots and the counts of programmes, whose circled
    digits extraction lost. A list's bullets come at the end of a page's content; they are put behind everything, or
    they would stand in the middle of a sentence that runs over to the next page.
    """
    pages, bullets = [], []
    for page in inner_pages(flow):
        rows = page.rstrip().splitlines()
        while rows and rows[-1].strip() in ("", *MARKS):
            bullets.append(rows.pop())
        pages.append(_CONTENTS_ENTRY.sub(r"\1 ", "\n".join(rows)))
    return squeeze("\n".join(pages)) + TAKEN + squeeze("".join(bullets))


def inner_pages(text: str) -> list[str]:
    """Give the pages without their page numbers, from the first one on that has one: the cover has none."""
    pages = text.split("\f")
    first = next((index for index, page in enumerate(pages) if _PAGE_NUMBER.search(page)), 0)
    return [_PAGE_NUMBER.sub("", page, count=1) for page in pages[first:]]
