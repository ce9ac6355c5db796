"""Marks at the start of a line: which level they stand for, and when the character is not a mark at all.

Depth comes from the mark and never from the indentation, because pasted text has lost or invented its spaces. The
levels follow the custom of Korean reports, □ ○ - · (the rules on official documents allow these beside 1. 가. 1) 가));
which characters an office uses is data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

BY_CONTEXT = ""
"""What a look-alike means that offices use at any depth: one deeper than the item above, and the same from then on."""

_CIRCLES = "●◯〇⚪￮◦❍ㅇοоΟOo"  # the last letters are jamo ieung, Greek and Cyrillic o, Latin O
_DASHES = "–—−‑‐―－﹣ㅡ─"
_DOTS = "․ㆍ∙‧⋅・･ž"  # ž is what some converters make of the dot of a symbol font
_SQUARES = "■◻▢"
_ANY_DEPTH = "•▪￭◾"

ALIKE: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(_CIRCLES, "○"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_DOTS, "·"),
        **dict.fromkeys(_SQUARES, "□"),
        **dict.fromkeys(_ANY_DEPTH, BY_CONTEXT),
    }
)
"""Look-alikes that fonts, keyboards and converters put in the place of a mark."""

# A negative number, or the minus of a range: `-5`, `-1.2%`, `-5 증가`, `-84,000천원`; but `-1차 발행` is an item.
_NUMBER_AFTER_DASH = re.compile(r"\d[\d,.]*(?:\s|%|％|℃|~|∼|$|(?:[십백천]?[만억]?원)(?![가-힣]))")
# `- 4 -` is the page number of a pasted page.
_PAGE_NUMBER_REST = re.compile(r"\s*\d+\s*[-–—−]\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found at the start of a line. `level` is None for a note and for a look-alike whose depth the context
    gives; `length` counts the mark and the spaces after it."""

    written: str
    length: int
    level: int | None = None
    is_note: bool = False


@dataclass(frozen=True)
class Marks:
    """The marks of an office.

    `levels[0]` opens a topic, the others are items of level 1, 2 … `note` are marks of remarks. `alike` gives for a
    look-alike the mark that it stands for; one that stands for a mark which the office does not use is text.
    `*` opens a remark only with a blank after it, since `*` is also a times sign.
    """

    levels: tuple[str, ...] = ("□", "○", "-", "·")
    note: tuple[str, ...] = ("※", "*", "**")
    alike: Mapping[str, str] = field(default_factory=lambda: ALIKE)
    _known: Mapping[str, int | None] = field(init=False, repr=False, compare=False)
    _by_sign: Mapping[str, tuple[tuple[str, int | None], ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the marks by what is written, and by its first character, the longest first."""
        known: dict[str, int | None] = {}
        for written, meaning in self.alike.items():
            if meaning == BY_CONTEXT:
                known[written] = None
            elif meaning in self.levels:
                known[written] = self.levels.index(meaning)
        known |= {mark: level for level, mark in enumerate(self.levels) if mark}
        known |= dict.fromkeys(filter(None, self.note))
        longest_first = sorted(known.items(), key=lambda item: -len(item[0]))
        object.__setattr__(self, "_known", MappingProxyType(dict(longest_first)))
        signs = {written[0] for written, _ in longest_first}
        by_sign = {sign: tuple(pair for pair in longest_first if pair[0][0] == sign) for sign in signs}
        object.__setattr__(self, "_by_sign", MappingProxyType(by_sign))

    def read(self, line: str) -> Mark | None:
        """Find the mark that opens a line (without leading spaces); None for a line of plain text."""
        # Every rule asks this of every line, and most lines begin with a letter.
        for written, level in self._by_sign.get(line[:1], ()):
            if not line.startswith(written):
                continue
            rest = line[len(written) :]
            if _opens(written, rest):
                length = len(line) - len(rest.lstrip())
                return Mark(written, length, level, is_note=written in self.note and written not in self.levels)
        return None

    def is_bare(self, line: str) -> bool:
        """Tell whether a line is a mark and nothing else."""
        return line in self._known and not line.isalnum()

    def starts_with_sign(self, text: str) -> bool:
        """Tell whether a text begins with any character that could be read as a mark."""
        return any(text.startswith(written) for written in self._known)


def _opens(written: str, rest: str) -> bool:
    """Tell whether a mark with this text after it opens a line."""
    if not rest.strip():
        return False
    if rest[0] == written[-1]:  # ○○동, ----, □□
        return False
    if rest[0].isspace():
        return not (_is_dash(written) and _PAGE_NUMBER_REST.match(rest))
    # Letters and ASCII signs are text as often as marks: only a blank after them tells.
    if written[-1].isalnum() or (written.isascii() and written != "-"):
        return False
    return not (_is_dash(written) and (_NUMBER_AFTER_DASH.match(rest) or _PAGE_NUMBER_REST.match(rest)))


def _is_dash(written: str) -> bool:
    return len(written) == 1 and (written in "−─ㅡ" or unicodedata.category(written) == "Pd")
