"""A table as rows and columns with names: what a comparison pairs, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.changes.aligning import Alignment, Matching
from generator.changes.figures import PERCENT, money_unit
from generator.document import Cell, Table, cell_text
from generator.document.geometry import Path, bare_name, grid, head_paths, row_paths
from generator.notation.quantity import COUNTERS
from generator.notation.unit import find_unit

# A row whose name changed is still that row where so much of it stayed as it was.
_LEAST_SAME = 0.5
# What a table of this kind counts where it does not say so.
_STYLE_UNITS = {"personnel": "명"}
_NOTHING = " -"
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out: its cells by row and column, the texts of these, and the names of rows and columns.

    A row without a name has an empty path. `heads` are the columns that hold the rows' names.
    """

    table: Table
    cells: tuple[tuple[Cell | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    rows: tuple[Path, ...]
    columns: tuple[Path, ...]
    heads: frozenset[int]


def grid_of(table: Table) -> Grid:
    """Lay a table out."""
    cells = tuple(tuple(row) for row in grid(table.body, len(table.columns)))
    heads = frozenset(x for row in cells for x, cell in enumerate(row) if cell is not None and cell.scope)
    texts = tuple(tuple(_text(cell) for cell in row) for row in cells)
    rows = tuple(tuple(_one_line(name) for name in path) for path in row_paths(table))
    columns = tuple(tuple(_one_line(name) for name in path) for path in head_paths(table))
    return Grid(table, cells, texts, rows, columns, heads)


def align_columns(old: Grid, new: Grid) -> Alignment:
    """Pair the columns by their heads, then those whose data is the same, then by heads that are alike, and at last
    those in the same place that have no head or kept half of their data."""
    matching = Matching(len(old.columns), len(new.columns))
    matching.by_key(_keys(old.columns), _keys(new.columns))
    matching.by_key(*([_column(sheet, x) for x in range(len(sheet.columns))] for sheet in (old, new)))
    matching.by_key(_keys([_bare(p) for p in old.columns]), _keys([_bare(p) for p in new.columns]))
    matching.by_likeness([name_of(p) for p in old.columns], [name_of(p) for p in new.columns], _LEAST_SAME)
    for i in matching.old_left:
        for k in matching.new_left:
            if matching.follows(i, k) and (_is_nameless(old, i, new, k) or _kept(old, i, new, k) >= _LEAST_SAME):
                matching.pair(i, k)
    return matching.result()


def align_rows(old: Grid, new: Grid, columns: Alignment) -> Alignment:
    """Pair the rows: whole rows first, then by name, then rows whose other cells stayed, then by likeness."""
    ones, others = _data(old, [i for i, _ in columns.pairs]), _data(new, [k for _, k in columns.pairs])
    matching = Matching(len(old.rows), len(new.rows))
    old_names, new_names = _keys(old.rows), _keys(new.rows)
    matching.by_key(
        [(n, *r) for n, r in zip(old_names, ones, strict=True)],
        [(n, *r) for n, r in zip(new_names, others, strict=True)],
    )
    matching.by_key(old_names, new_names)
    _by_rest(matching, ones, others)
    matching.by_likeness(
        [" ".join((*p, *r)) for p, r in zip(old.rows, ones, strict=True)],
        [" ".join((*p, *r)) for p, r in zip(new.rows, others, strict=True)],
        0.6,
    )
    if not old.heads and not new.heads:
        matching.in_gaps(["x"] * len(ones), ["x"] * len(others), 0)
    return matching.result()


def unit_of(sheet: Grid, row: int, column: int) -> str:
    """Give the unit that a cell counts in: that of its head or its row's name (`집행률(%)`), or the table's."""
    for name in (*reversed(sheet.columns[column]), *reversed(sheet.rows[row])):
        for inner in reversed(_IN_BRACKETS.findall(name)):
            word = "".join(inner.split()).removeprefix("단위:")
            if word == PERCENT or word in COUNTERS or find_unit(word):
                return word
        if "".join(name.split()).endswith(("률", "율")):
            return PERCENT
    return money_unit(sheet.table.unit) or _STYLE_UNITS.get(sheet.table.style, "")


def name_of(path: Path) -> str:
    """Give the name of a row or column as one text."""
    return " › ".join(part for part in path if part)


def _by_rest(matching: Matching, ones: Sequence[Path], others: Sequence[Path]) -> None:
    """Pair rows of another name by the cells beside it: at least half of them the same, and not all of them empty."""
    where: dict[tuple[int, str], list[int]] = {}
    for k in matching.new_left:
        for x, text in enumerate(others[k]):
            if text.strip(_NOTHING):
                where.setdefault((x, text), []).append(k)
    best: list[tuple[float, int, int, int]] = []
    for i in matching.old_left:
        counts: dict[int, int] = {}
        for x, text in enumerate(ones[i]):
            holders = where.get((x, text), [])
            for k in holders if len(holders) <= 30 else ():
                counts[k] = counts.get(k, 0) + 1
        for k, count in counts.items():
            filled = max(_filled(ones[i]), _filled(others[k]))
            # One figure alone may be the same by chance: then the row has to stand where the old one stood.
            if count >= _LEAST_SAME * filled and (count > 1 or matching.follows(i, k)):
                best.append((-count / filled, abs(i - k), i, k))
    for _, _, i, k in sorted(best):
        matching.pair(i, k)


def _filled(texts: Path) -> int:
    return sum(1 for text in texts if text.strip(_NOTHING))


def _data(sheet: Grid, columns: Sequence[int]) -> list[Path]:
    # The names are left out: they are what may have changed.
    return [
        tuple("" if _is_head(sheet.cells[y][x]) else sheet.texts[y][x] for x in columns) for y in range(len(sheet.rows))
    ]


def _column(sheet: Grid, x: int) -> Path | None:
    texts = tuple(row[x] for row in sheet.texts)
    return texts if any(text.strip(_NOTHING) for text in texts) else None


def _is_nameless(old: Grid, i: int, new: Grid, k: int) -> bool:
    return not name_of(old.columns[i]) and not name_of(new.columns[k])


def _kept(old: Grid, i: int, new: Grid, k: int) -> float:
    """Give the share of a column's cells that stand unchanged in another, row by name."""
    before = {path: row[i] for path, row in zip(old.rows, old.texts, strict=True) if row[i].strip(_NOTHING)}
    after = {path: row[k] for path, row in zip(new.rows, new.texts, strict=True) if row[k].strip(_NOTHING)}
    same = sum(after.get(path) == text for path, text in before.items())
    return same / max(len(before), len(after), 1)


def _bare(path: Path) -> Path:
    return tuple(bare_name(name) for name in path)


def _is_head(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.scope)


def _keys(paths: Sequence[Path]) -> list[str | None]:
    joined = ["›".join("".join(part.split()) for part in path) for path in paths]
    return [key if key.strip("›") else None for key in joined]


def _text(cell: Cell | None) -> str:
    return _one_line(cell_text(cell)) if cell is not None else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
