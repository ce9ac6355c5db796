"""Cutting a text at its commas: the pieces of an enumeration, brackets kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

AND_SO_ON = r"(?<![초중고균평차동로안호상일이삼특\d])등"
"""A regular expression for 등, `and so on`, but not the end of a word such as 초등, 가로등 or 1등."""

_GROUP = re.compile(r",\d{3}(?!\d)")
_OPEN, _CLOSE = "([{「『（", ")]}」』）"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text with its place in it."""

    text: str
    start: int
    end: int


def cut(text: str, start: int = 0, end: int | None = None, separators: str = ",，、") -> tuple[Piece, ...]:
    """Cut `text[start:end]` at separators that stand in no bracket and group no digits; empty pieces are left out."""
    return tuple(_cut(text, start, len(text) if end is None else end, separators))


def closing(text: str, opening: int) -> int | None:
    """Find the bracket that closes the one at `opening`."""
    depth = 0
    for position in range(opening, len(text)):
        depth += (text[position] in _OPEN) - (text[position] in _CLOSE)
        if depth == 0:
            return position
    return None


def without_brackets(text: str) -> str:
    """Give a text without what stands in brackets, spaces tidied."""
    kept, depth = [], 0
    for character in text:
        depth += character in _OPEN
        if depth == 0:
            kept.append(character)
        depth -= character in _CLOSE and depth > 0
    return " ".join("".join(kept).split())


def _cut(text: str, start: int, end: int, separators: str) -> Iterator[Piece]:
    depth, begin = 0, start
    for position in range(start, end):
        character = text[position]
        depth += (character in _OPEN) - (character in _CLOSE)
        grouped = character == "," and text[position - 1 : position].isdigit() and _GROUP.match(text, position)
        if character in separators and depth <= 0 and not grouped:
            yield from _piece(text, begin, position)
            begin = position + 1
    yield from _piece(text, begin, end)


def _piece(text: str, start: int, end: int) -> Iterator[Piece]:
    inner = text[start:end]
    if stripped := inner.strip():
        first = start + len(inner) - len(inner.lstrip())
        yield Piece(stripped, first, first + len(stripped))
