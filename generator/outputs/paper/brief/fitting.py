"""How a brief is brought onto one page: steps that tell less or are set smaller, until it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

SMALLEST = 7.5
"""Points. Smaller type is not read on paper."""

FUNDING_SIZE = 0.88
"""The size of a funding split, as a part of that of its amount."""

ALL = 999
"""More lines than any programme has."""


@dataclass(frozen=True, slots=True)
class Step:
    """How a brief is set: the size of its type in points, how many lines each programme has for what it tells, whether
    with purposes, and whether with the funding split."""

    size: float
    lines: int
    purpose: bool = True
    funding: bool = True

    @property
    def funding_size(self) -> float:
        """The size of a funding split in points: smaller than its amount, and never too small."""
        return max(SMALLEST, round(self.size * FUNDING_SIZE, 2))


LADDER = (
    *(Step(size, ALL) for size in (10.5, 10, 9.5, 9, 8.5)),
    *(Step(8.5, lines) for lines in (12, 10, 8, 7)),
    *(Step(8, lines, funding=False) for lines in (8, 7, 6)),
    *(Step(SMALLEST, lines, funding=False) for lines in (7, 6, 5, 4, 3, 2, 1)),
    *(Step(SMALLEST, lines, funding=False, purpose=False) for lines in (5, 4, 3, 2, 1)),
)
"""From the fullest to the least, each taking less room than the one before."""

T = TypeVar("T")


def fullest_fit(lay_out: Callable[[Step], T], fits: Callable[[T], bool], ladder: Sequence[Step] = LADDER) -> T:
    """Give the layout of the fullest step that fits, with funding splits where they fit as well; the last step's where
    none does.

    The steps are searched by halves: laying out takes longer than all else here.
    """
    tried: dict[Step, T] = {}

    def made(step: Step) -> T:
        if step not in tried:
            tried[step] = lay_out(step)
        return tried[step]

    low, high = 0, len(ladder) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(made(ladder[middle])) else (middle + 1, high)
    split = replace(ladder[high], funding=True)
    return made(split) if fits(made(split)) else made(ladder[high])
