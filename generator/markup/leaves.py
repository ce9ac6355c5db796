"""Block tokens that hold no others, as nodes: paragraphs, remarks, pictures, headings, footnote texts."""

from __future__ import annotations

from markdown_it.token import Token

from generator.document import Figure, Inlines, Note, Paragraph, Text, plain
from generator.markup.inline import read_inlines, split_inlines
from generator.markup.passage import Passage
from generator.markup.run import Bounds, join_lines
from generator.markup.unit_line import trailing_unit


def token_bounds(token: Token) -> Bounds:
    """Give the place of a block, its mark included."""
    begin, lines = token.meta["begin"], token.meta["lines"]
    return begin, lines[-1][1] if lines else begin


def read_content(passage: Passage, token: Token) -> Inlines:
    """Read a block's text."""
    return read_inlines(passage, join_lines(passage.text, token.meta["lines"]))


def read_paragraph(passage: Passage, token: Token) -> Paragraph:
    """Read text without a mark."""
    return Paragraph(read_content(passage, token), at=passage.at(token_bounds(token)))


def read_literal(passage: Passage, token: Token) -> Paragraph:
    """Read a line that stays as it was typed, markup included."""
    bounds = token_bounds(token)
    return Paragraph((Text(passage.text[slice(*bounds)]),), at=passage.at(bounds))


def read_note(passage: Passage, token: Token) -> Note:
    """Read a remark; it keeps the mark it was written with."""
    return Note(read_content(passage, token), token.meta["mark"].written, at=passage.at(token_bounds(token)))


def read_picture(passage: Passage, token: Token) -> Figure:
    """Read a picture. A lost one without a caption shows its description."""
    file, alternative = (passage.text[slice(*token.meta[name])] for name in ("file", "alternative"))
    return Figure(file, alternative, read_content(passage, token))


def read_heading(passage: Passage, token: Token) -> tuple[Inlines, str]:
    """Read a topic's title, and the unit or basis date that stands behind it in brackets."""
    title = read_content(passage, token)
    end, suffix = trailing_unit(plain(title))
    return (split_inlines(title, end)[0], suffix) if suffix else (title, "")


def define_footnotes(passage: Passage, tokens: list[Token]) -> None:
    """Define the footnotes whose text stands in the passage, before any call of them is read."""
    for token in tokens:
        if token.type != "definition":
            continue
        at = passage.at(token_bounds(token))
        content = read_inlines(passage, join_lines(passage.text, token.meta["lines"]), in_note=True)
        passage.findings.extend(passage.footnotes.define(token.meta["label"], content, at))
