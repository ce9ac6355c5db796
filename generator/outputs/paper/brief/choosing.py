"""What a programme tells in the lines that it has: items in the report's order, each whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.outputs.paper.brief.brief import BriefItem, BriefTopic
from generator.outputs.paper.column_widths import text_width

_FILLED = 0.9
"""The part of a line that is filled on average, because words are not broken."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a topic tells: items with the lines below those for which there is room, and how many items are left out."""

    title: str
    items: tuple[tuple[str, str], ...]
    left_out: int


def lines_of(text: str, room: float) -> int:
    """Estimate the lines that a text takes where a line holds so many em."""
    return max(1, ceil(text_width(text) / (room * _FILLED))) if text else 0


def told_of(topics: Sequence[BriefTopic], lines: int, room: float) -> tuple[Told, ...]:
    """Choose what is told of topics in so many lines of so many em. The first item of each is always told."""
    left = lines
    chosen = []
    for topic in topics:
        taken = tuple(_taken(topic.items, left, room))
        left -= sum(lines_of(" ".join(item), room) for item in taken) + (len(topics) > 1)
        chosen.append(Told(topic.title, taken, len(topic.items) - len(taken)))
    return tuple(chosen)


def _taken(items: Sequence[BriefItem], lines: int, room: float) -> Iterator[tuple[str, str]]:
    for number, item in enumerate(items):
        below = " / ".join(item.below)
        own, whole = lines_of(item.text, room), lines_of(f"{item.text} {below}", room)
        if whole <= lines:
            yield item.text, below
            lines -= whole
        elif own <= lines or number == 0:
            yield item.text, ""
            lines -= own
        else:
            return
