"""Titles to compare: without numbering, brackets, spaces and signs."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from generator.checks.reading.pieces import without_brackets
from generator.document import Cell, cell_text, plain

_NUMBERING = re.compile(r"^\s*(?:[①-⑳]|\d{1,2}(?:-\d{1,2})?[.)]|\(\d{1,2}\)|[가-하]\.)\s*")
_SIGNS = re.compile(r"[\s·․ㆍ・,‘’“”'\"「」『』\[\]-]")
_NEAR = 0.9


@lru_cache(maxsize=1 << 16)
def bare_title(text: str) -> str:
    """Give what two spellings of one title have in common."""
    return _SIGNS.sub("", without_brackets(_NUMBERING.sub("", text)))


def title_of_cell(cell: Cell) -> str:
    """Give the first line of a cell: the name, without what explains it below."""
    return plain(cell.lines[0]) if cell.lines else cell_text(cell)


def is_near(one: str, other: str) -> bool:
    """Tell whether two bare titles differ so little that one was meant; short ones never do."""
    if min(len(one), len(other)) < 6 or one == other:
        return False
    # A number or a season that differs makes another thing of it: 1단계, 2단계; 상반기, 하반기.
    if re.findall(r"\d+|[상하]반기", one) != re.findall(r"\d+|[상하]반기", other):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _NEAR


def is_repeated(ones: list[str], others: list[str]) -> bool:
    """Tell whether two lists of bare titles are the same list: equally long, and alike for the most part."""
    same = sum(one == other for one, other in zip(ones, others, strict=False))
    return len(ones) == len(others) > 2 and same * 2 >= len(ones) and same >= 2
