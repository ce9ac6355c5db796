"""Finding one's way in a table: the rectangle under merged cells, the heads above a column, a column by its name."""

from __future__ import annotations

import re

from generator.document.nodes import Cell, Row, Table
from generator.document.reading import cell_text


def bare_name(text: str) -> str:
    """Give a head's name without spaces and brackets: `집 행 률(%) (8.31.기준)` is `집행률`."""
    return re.sub(r"\([^()]*\)", "", "".join(text.split()))


def column_of(table: Table, name: str) -> int | None:
    """Find the column with this name in any of its head cells, the lowest first; a one-letter mark in brackets, as in
    `2023예산액 (A)`, is a name too."""
    wanted = bare_name(name) or "".join(name.split())
    paths = head_paths(table)
    for depth in range(1, len(table.head) + 1):
        for index, path in enumerate(paths):
            if len(path) >= depth and bare_name(path[-depth]) == wanted:
                return index
    for index, path in enumerate(paths):
        if bare_name("".join(path)) == wanted or any(f"({wanted})" in "".join(text.split()) for text in path):
            return index
    return None


def head_paths(table: Table) -> list[tuple[str, ...]]:
    """Give each column's head texts from the top down, a merged head counting for every column under it."""
    paths: list[list[str]] = [[] for _ in table.columns]
    for row in grid(table.head, len(table.columns)):
        for index, cell in enumerate(row):
            if cell is not None:
                text = cell_text(cell)
                if not paths[index] or paths[index][-1] != text:
                    paths[index].append(text)
    return [tuple(path) for path in paths]


def grid(rows: tuple[Row, ...], width: int) -> list[list[Cell | None]]:
    """Lay rows out as a rectangle in which a merged cell stands at every place that it covers."""
    laid: list[list[Cell | None]] = [[None] * width for _ in rows]
    for top, row in enumerate(rows):
        left = 0
        for cell in row.cells:
            while left < width and laid[top][left] is not None:
                left += 1
            for y in range(top, min(top + cell.rowspan, len(rows))):
                for x in range(left, min(left + cell.colspan, width)):
                    laid[y][x] = cell
    return laid
