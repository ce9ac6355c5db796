"""Finding one's way in a table: the rectangle under merged cells, and rows and columns by their names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.document.nodes import Cell, Row, Table
from generator.document.reading import cell_text

Path = tuple[str, ...]
"""The names of a row or column from the most general to its own."""

_NUMBERING = re.compile(r"\d{1,2}(?:-\d{1,2})*[.)]|[①-⑳➀-➉㉮-㉻ⓐ-ⓩ]|[가-하][.)]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\.?")
# `(A)` names a column; `(C=A-B)` names it and tells how it is computed.
_MARK = re.compile(r"\((?P<mark>[A-Za-z①-⑳ⓐ-ⓩ㉠-㉻])(?:=[^()]*)?\)")


def bare_name(text: str) -> str:
    """Give a head's name without spaces and brackets: `집 행 률(%) (8.31.기준)` is `집행률`."""
    return re.sub(r"\([^()]*\)", "", "".join(text.split()))


def marks_of(text: str) -> tuple[str, ...]:
    """Give the one-letter marks of a head: `2023예산액 (A)` has `A`."""
    return tuple(match["mark"] for match in _MARK.finditer("".join(text.split())))


def column_of(table: Table, name: str, near: int | None = None) -> int | None:
    """Find the column with this name; of several the one under the same head as the column `near`, else the first.

    A name may be a head with or without its brackets, spaces and numbering, all heads of a column from the top down
    (`일반직 6급`), a mark in brackets (`A` of `2023예산액 (A)`), or a merged head (its first column).
    """
    return _nearest(head_paths(table), columns_named(table, name), near)


def row_of(table: Table, name: str, near: int | None = None) -> int | None:
    """Find the row with this name, as columns are found, but never by the name of a group of rows."""
    return _nearest(row_paths(table), rows_named(table, name), near)


def columns_named(table: Table, name: str) -> tuple[int, ...]:
    """Give all columns with this name: those that bear it themselves, or else the first one under a merged head."""
    paths = head_paths(table)
    return _named(paths, name) or _under(paths, name)


def rows_named(table: Table, name: str) -> tuple[int, ...]:
    """Give all rows with this name."""
    return _named(row_paths(table), name)


def head_paths(table: Table) -> list[Path]:
    """Give each column's head texts from the top down, a merged head counting for every column under it."""
    paths: list[list[str]] = [[] for _ in table.columns]
    for row in grid(table.head, len(table.columns)):
        for index, cell in enumerate(row):
            if cell is not None:
                text = cell_text(cell)
                if not paths[index] or paths[index][-1] != text:
                    paths[index].append(text)
    return [tuple(path) for path in paths]


def row_paths(table: Table) -> list[Path]:
    """Give each row's names from left to right, a merged name counting for every row beside it."""
    paths = []
    for row in grid(table.body, len(table.columns)):
        heads = dict.fromkeys(id(cell) for cell in row if cell is not None and cell.scope)
        cells = {id(cell): cell for cell in row if cell is not None}
        paths.append(tuple(cell_text(cells[key]) for key in heads))
    return paths


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


def _named(paths: Sequence[Path], name: str) -> tuple[int, ...]:
    full = "".join(name.split())
    bare = bare_name(name) or full
    tells: tuple[Callable[[Path], bool], ...] = (
        lambda path: "".join(path[-1].split()) == full,
        lambda path: bare_name(path[-1]) == bare,
        lambda path: _NUMBERING.sub("", bare_name(path[-1]), count=1) == bare,
        lambda path: any(full in marks_of(text) for text in path),
        lambda path: full in ("".join("".join(path).split()), bare_name("".join(path))),
        lambda path: bool(_NUMBERING.fullmatch(full)) and "".join(path[-1].split()).startswith(full),
    )
    for tell in tells:
        if found := tuple(index for index, path in enumerate(paths) if path and tell(path)):
            return found
    return ()


def _under(paths: Sequence[Path], name: str) -> tuple[int, ...]:
    bare = bare_name(name)
    for depth in range(2, max(map(len, paths), default=0) + 1):
        for index, path in enumerate(paths):
            if len(path) >= depth and bare_name(path[-depth]) == bare:
                return (index,)
    return ()


def _nearest(paths: Sequence[Path], found: tuple[int, ...], near: int | None) -> int | None:
    if near is not None:
        siblings = (index for index in found if paths[index][:-1] == paths[near][:-1])
        return next(siblings, found[0] if found else None)
    return found[0] if found else None
