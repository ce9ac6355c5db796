"""Which character of a scalar stands where in the file.

A parser says where a scalar starts and ends, and what its text is; between the two lie quotes, escapes, folded lines
and indentation. But whatever can be seen in the text stands in the source in the same order, so one walk over both
serves every style: the style only decides which source characters are offered to the walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.source.text import PLACEHOLDER, SourceText

# YAML 1.1 section 5.7
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_BLANK = " \t\n"

_Unit = tuple[str, int, int]
"""A character and the offsets at which it starts and ends in the source."""


@dataclass(frozen=True, slots=True, eq=False)
class Raw:
    """Where a scalar stands: offsets into what the parser read, and its style as PyYAML names it."""

    source: SourceText
    parsed: str
    start: int
    end: int
    style: str


@lru_cache(maxsize=64)
def align(raw: Raw, text: str) -> tuple[tuple[int, int], ...]:
    """Give for each character of `text` the offsets at which it starts and ends in the source."""
    units = [unit for unit in _offered(raw, text) if unit[0] != PLACEHOLDER]
    places: list[tuple[int, int]] = []
    position = 0
    after = raw.start
    for character in text:
        found = _next(units, position, character)
        if found is None:
            places.append((after, after))
            continue
        _, start, after = units[found]
        places.append((start, after))
        position = found + 1
    return tuple(places)


def _next(units: list[_Unit], position: int, character: str) -> int | None:
    """Find the unit that became `character`; a blank must be the very next, since folding may have put it there."""
    if character in _BLANK:
        return _next_blank(units, position, character)
    while position < len(units) and units[position][0] != character:
        position += 1
    return position if position < len(units) else None


def _next_blank(units: list[_Unit], position: int, character: str) -> int | None:
    if position >= len(units) or units[position][0] not in _BLANK:
        return None
    ahead = position
    while ahead < len(units) and units[ahead][0] in _BLANK:
        if units[ahead][0] == character:
            return ahead
        ahead += 1
    return position


def _offered(raw: Raw, text: str) -> Iterator[_Unit]:
    if raw.style in ("|", ">"):
        return _block_units(raw, text)
    if raw.style == '"':
        return _double_quoted_units(raw)
    if raw.style == "'":
        return _single_quoted_units(raw)
    return _folded((c, raw.start + i, raw.start + i + 1) for i, c in enumerate(raw.parsed[raw.start : raw.end]))


def _single_quoted_units(raw: Raw) -> Iterator[_Unit]:
    inner = raw.parsed[raw.start + 1 : raw.end - 1]
    matches = re.finditer(r"''|.", inner, re.DOTALL)
    base = raw.start + 1
    return _folded((match[0][0], base + match.start(), base + match.end()) for match in matches)


def _double_quoted_units(raw: Raw) -> Iterator[_Unit]:
    return _folded(_unescaped(raw.parsed, raw.start + 1, raw.end - 1))


def _unescaped(parsed: str, position: int, end: int) -> Iterator[_Unit]:
    while position < end:
        if parsed[position] != "\\":
            yield parsed[position], position, position + 1
            position += 1
            continue
        mark = parsed[position + 1]
        if mark == "\n":  # an escaped line end joins the lines without a blank
            position += 2
            while position < end and parsed[position] in " \t":
                position += 1
            continue
        length = 2 + _HEX_DIGITS.get(mark, 0)
        digits = parsed[position + 2 : position + length]
        yield chr(int(digits, 16)) if digits else _ESCAPES.get(mark, mark), position, position + length
        position += length


def _folded(units: Iterator[_Unit]) -> Iterator[_Unit]:
    """Fold line ends as flow scalars do: one becomes a space, of several the first is dropped (YAML 1.1 section 9)."""
    blanks: list[_Unit] = []
    for unit in units:
        if unit[0] in _BLANK and unit[2] - unit[1] == 1:
            blanks.append(unit)
            continue
        yield from _fold(blanks)
        blanks = []
        yield unit
    yield from _fold(blanks)


def _fold(blanks: list[_Unit]) -> list[_Unit]:
    breaks = [unit for unit in blanks if unit[0] == "\n"]
    if not breaks:
        return blanks
    return breaks[1:] or [(" ", blanks[0][1], blanks[0][2])]


def _block_units(raw: Raw, text: str) -> Iterator[_Unit]:
    """Offer a block scalar's lines without their indentation."""
    header_end = raw.parsed.find("\n", raw.start, raw.end)
    if header_end < 0:
        return
    indent = _indentation(raw.parsed[header_end + 1 : raw.end]) - _indentation(text)
    start = header_end + 1
    while start < raw.end:
        end = raw.parsed.find("\n", start, raw.end)
        end = raw.end if end < 0 else end + 1
        line = raw.parsed[start:end]
        skipped = min(indent, len(line) - len(line.lstrip(" ")))
        for i, character in enumerate(line[skipped:], start + skipped):
            yield character, i, i + 1
        start = end


def _indentation(text: str) -> int:
    """Count the spaces before the first line with text; an indicator like `|2` leaves some of them to the text."""
    first = next((line for line in text.split("\n") if line.strip(" ")), "")
    return len(first) - len(first.lstrip(" "))
