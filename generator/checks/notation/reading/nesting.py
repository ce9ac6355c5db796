"""Marks that come in pairs: which open, which close, and which of them have no partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# `1) 가) (1` count out items or call footnotes (`커머스1)`); their bracket has no partner.
_ENUMERATOR = re.compile(r"(?:\d{1,2}|(?<![가-힣])[가나다라마바사아자차카타파하]|(?<![A-Za-z])[A-Za-z]|[*※]+)\)")


@dataclass(frozen=True, slots=True)
class Lone:
    """A mark without a partner. `reversed_end` is the place of the mark that is its partner with both turned round."""

    position: int
    mark: str
    opens: bool
    reversed_end: int | None = None


def lone_marks(text: str, pairs: Mapping[str, str]) -> tuple[Lone, ...]:
    """Find the marks of `pairs` (opening to closing) that nothing closes or opens, in their order."""
    closing = {close: opening for opening, close in pairs.items()}
    counted = {found.end() - 1 for found in _ENUMERATOR.finditer(text)}
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    lone: list[Lone] = []
    for position, character in enumerate(text):
        if character in pairs:
            opened.append((position, character))
            waiting[character] += 1
        elif character in closing and waiting[closing[character]]:
            while opened[-1][1] != closing[character]:
                place, mark = opened.pop()
                waiting[mark] -= 1
                lone.append(Lone(place, mark, opens=True))
            opened.pop()
            waiting[closing[character]] -= 1
        elif character in closing and position not in counted:
            lone.append(Lone(position, character, opens=False))
    lone += [Lone(place, mark, opens=True) for place, mark in opened]
    return tuple(_turned(sorted(lone, key=lambda item: item.position), pairs))


def _turned(lone: list[Lone], pairs: Mapping[str, str]) -> Iterator[Lone]:
    """Join a closing mark with the opening one that follows it: `」…「`."""
    position = 0
    while position < len(lone):
        item = lone[position]
        following = lone[position + 1] if position + 1 < len(lone) else None
        if not item.opens and following and following.opens and pairs[following.mark] == item.mark:
            yield Lone(item.position, item.mark, opens=False, reversed_end=following.position)
            position += 2
        else:
            yield item
            position += 1
