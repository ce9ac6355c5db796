"""How a cover's lines are broken: at words, evenly, and in the largest type in which they fit."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from generator.outputs.paper.column_widths import text_width
from generator.outputs.paper.sheet import A4, Sheet

_BOUND = frozenset({"및", "또는", "등", "위한", "위하여", "통한"})
"""Words that stay on the line of the word before them."""
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Size:
    """A type size of the style sheet: its class, how many em a line holds, and how many lines look well in it."""

    name: str
    em: float
    lines: int


TITLE_SIZES = (Size("", 11.9, 1), Size("long", 15.6, 2), Size("longer", 19.7, _MOST_LINES))
ORGANIZATION_SIZES = (Size("", 16.6, 2), Size("long", 21.0, _MOST_LINES))
_SPACING = 0.08


@dataclass(frozen=True, slots=True)
class DisplayLines:
    """Lines and the class of their size; every line but the last ends where a space was."""

    size: str
    lines: tuple[str, ...]


def title_lines(text: str, sheet: Sheet = A4) -> DisplayLines:
    """Break a cover's title."""
    return _on_sheet(text, TITLE_SIZES, sheet)


def organization_lines(text: str, sheet: Sheet = A4) -> DisplayLines:
    """Break the name of who reports."""
    return _on_sheet(text, ORGANIZATION_SIZES, sheet)


def _on_sheet(text: str, sizes: tuple[Size, ...], sheet: Sheet) -> DisplayLines:
    """Break a text as on A4; where there is less room the size stays, and there are more lines."""
    lines = _broken(text, sizes)
    if sheet.scale == 1:
        return lines
    names = [size.name for size in sizes]
    left = sizes[names.index(lines.size) :]
    return _broken(text, tuple(Size(size.name, sheet.room(size.em), _MOST_LINES) for size in left))


def _broken(text: str, sizes: tuple[Size, ...]) -> DisplayLines:
    words = _words(text)
    for size in sizes:
        for count in range(1, min(size.lines, len(words)) + 1):
            lines = _evenest(words, count)
            if max(map(_width, lines)) <= size.em:
                return DisplayLines(size.name, lines)
    return DisplayLines(sizes[-1].name, _evenest(words, min(_MOST_LINES, len(words))))


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        if words and word in _BOUND:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words or [""]


def _evenest(words: list[str], count: int) -> tuple[str, ...]:
    """Give the lines whose longest one is shortest; a title's words are few enough to try every way."""
    ways = (
        tuple(" ".join(words[start:end]) for start, end in zip((0, *ends), (*ends, len(words)), strict=True))
        for ends in combinations(range(1, len(words)), count - 1)
    )
    return min(ways, key=lambda lines: max(map(_width, lines)))


def _width(line: str) -> float:
    return text_width(line) + _SPACING * len(line)
