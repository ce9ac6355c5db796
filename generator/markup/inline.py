"""A line of text as inline nodes."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from generator.document import Break, Inline, Inlines, Link, Strong, Text
from generator.markup.line import Line
from generator.markup.parser import parse_inline
from generator.markup.passage import Passage
from generator.markup.run import Run


def read_inlines(passage: Passage, run: Run, *, in_note: bool = False) -> Inlines:
    """Read the inline markup of a line. `in_note` is for a footnote's own text, which calls no footnotes."""
    if not run.text:
        return ()
    return tuple(_nodes(iter(parse_inline(Line(passage, run, in_note)))))


def split_inlines(inlines: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """Part a line at a place in its plain text; a node that the place lies in is parted too."""
    before: list[Inline] = []
    for index, inline in enumerate(inlines):
        length = _length(inline)
        if length > at:
            head, tail = _split(inline, at)
            return (*before, *head), (*tail, *inlines[index + 1 :])
        before.append(inline)
        at -= length
    return tuple(before), ()


def _nodes(tokens: Iterator[Token]) -> Iterator[Inline]:
    """Read nodes up to the token that closes the one they stand in."""
    for token in tokens:
        match token.type:
            case "text":
                if token.content:
                    yield Text(token.content)
            case "hardbreak":
                yield Break()
            case "footnote_call":
                yield token.meta["note"]
            case "strong_open":
                yield Strong(tuple(_nodes(tokens)))
            case "link_open":
                yield Link(str(token.attrs["href"]), tuple(_nodes(tokens)))
            case _:
                return


def _length(inline: Inline) -> int:
    match inline:
        case Text(text):
            return len(text)
        case Strong(children) | Link(children=children):
            return sum(map(_length, children))
        case Break():
            return 1
        case _:
            return 0


def _split(inline: Inline, at: int) -> tuple[Inlines, Inlines]:
    match inline:
        case Text(text):
            return _text(text[:at]), _text(text[at:])
        case Strong(children):
            before, after = split_inlines(children, at)
            return (Strong(before),) if before else (), (Strong(after),) if after else ()
        case Link(href, children):
            before, after = split_inlines(children, at)
            return (Link(href, before),) if before else (), (Link(href, after),) if after else ()
        case _:
            return (), (inline,)


def _text(text: str) -> Inlines:
    return (Text(text),) if text else ()
