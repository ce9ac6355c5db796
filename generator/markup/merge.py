"""Merged cells: `<` takes the cell on its left, `^` the cell above; together they must form a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

LEFT, ABOVE = "<", "^"
"""What stands in a cell that is merged with another."""

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


@dataclass(slots=True)
class Merges:
    """How far each cell reaches, as (rows, columns); a cell that another one covers has no extent. `troubles` are
    cells whose merge cannot be read, with the reason; they stand alone and empty."""

    extents: dict[Place, tuple[int, int]] = field(default_factory=dict)
    troubles: list[tuple[Place, str]] = field(default_factory=list)


def read_merges(texts: Sequence[Sequence[str]], head: int) -> Merges:
    """Work out the merges of a rectangle of cell texts; the first `head` rows are the head."""
    merges = Merges()
    owners: dict[Place, Place] = {}
    covered: dict[Place, list[Place]] = {}
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            place = (row, column)
            target, trouble = _target(place, text, head)
            if trouble:
                merges.troubles.append((place, trouble))
            owner = owners[target] if target else place
            owners[place] = owner
            covered.setdefault(owner, []).append(place)
    for owner, places in covered.items():
        rows = max(row for row, _ in places) - owner[0] + 1
        columns = max(column for _, column in places) - owner[1] + 1
        # No place lies left of its owner or above it, so that a full count means a full rectangle.
        if rows * columns == len(places):
            merges.extents[owner] = (rows, columns)
            continue
        merges.troubles.append((places[-1], f"'{texts[owner[0]][owner[1]]}' 칸과 합친 모양이 직사각형이 아닙니다."))
        merges.extents |= dict.fromkeys(places, (1, 1))
    merges.troubles.sort()
    return merges


def _target(place: Place, text: str, head: int) -> tuple[Place | None, str]:
    row, column = place
    if text == LEFT:
        return ((row, column - 1), "") if column > 0 else (None, "왼쪽에 합칠 칸이 없습니다.")
    if text != ABOVE:
        return None, ""
    if row == 0:
        return None, "위에 합칠 칸이 없습니다."
    if row == head:
        return None, "본문의 첫 행은 머리글과 합칠 수 없습니다."
    return (row - 1, column), ""
