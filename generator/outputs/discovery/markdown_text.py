"""Text inside a line as Markdown (CommonMark 0.31 with GitHub's tables), so that a reader of Markdown gets back exactly
what a report says: no character of a report is taken for markup."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.document import Break, Inline, Inlines, Link, NoteRef, Strong, Text

# A tilde strikes out only beside a letter; `1. ~ 12.` stays readable.
_ALWAYS = re.compile(r"[\\`*_\[\]<>]|&(?=#?\w+;)|(?<!\s)~|~(?!\s)")
_AT_START = re.compile(r"(?:#{1,6}(?=\s|$)|[+\-=](?=[+\-=\s]|$)|\|)")
_NUMBER_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_HASH_AT_END = re.compile(r"(#+)$")
_KEPT = "/:?#@!$&'+,;=%~"


def escaped(text: str) -> str:
    """Give a text whose characters all stand for themselves inside a line; white space is closed up, since Markdown
    does so anyway and would take some of it for markup."""
    flat = re.sub(r"\s+", " ", text)
    return _ALWAYS.sub(lambda found: f"\\{found[0]}", flat)


def opened(line: str) -> str:
    """Give a finished line so that it begins no list, heading or rule, and ends no heading."""
    line = _HASH_AT_END.sub(lambda found: f"\\{found[1]}", line.strip())
    line = _NUMBER_AT_START.sub(r"\1\\\2", line, count=1) if _NUMBER_AT_START.match(line) else line
    return f"\\{line}" if _AT_START.match(line) else line


def in_cell(line: str) -> str:
    """Give a finished line for a table cell (GFM 4.10): a bar would end the cell, so it is escaped once more."""
    return line.replace("|", "\\|")


def line_of(inlines: Inlines) -> str:
    """Give a line's runs as Markdown. A break is `<br>`, because a cell or a heading cannot hold another line; a
    footnote is called by its id."""
    return "".join(_run(inline) for inline in inlines)


def strong(text: str) -> str:
    """Emphasise a finished text. Asterisks inside of punctuation are no markup where a letter follows (CommonMark 6.2),
    as a Korean particle often does, so such a text gets the element itself."""
    if text and text[0].isalnum() and text[-1].isalnum():
        return f"**{text}**"
    return f"<strong>{text}</strong>"


def place(address: str) -> str:
    """Give an address as the target of a link."""
    return quote(address, safe=_KEPT)


def _run(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Strong(children):
            return strong(line_of(children))
        case Link(href, children):
            return f"[{line_of(children)}]({place(href)})"
        case NoteRef(id):
            return f"[^{id}]"
        case Break():
            return "<br>"
