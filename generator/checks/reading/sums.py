"""Which rows and columns of a table make up which: totals, subtotals on every level, groups with a row of their own.

A total's parts are found by its place and its rank (총계 over 합계 over 소계 over a group's first row over plain rows):
the nearest rows of the next rank after it, or before it where tables put totals last. Which of the two it is, the
figures tell: the reading under which more columns agree is taken to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.reading.matrix import Matrix, column_is_plain, is_total, row_is_plain
from generator.document.geometry import bare_name

_RANKS = ((re.compile(r".*(?:총계|총합계|총합)"), 0), (re.compile(r".*합계|계|총"), 1), (re.compile(r".*소계"), 2))
_GROUP, _PLAIN = 3, 4


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts: rows (or columns) by number."""

    target: int
    parts: tuple[int, ...]


def row_sums(matrix: Matrix) -> Iterator[Sum]:
    """Give each total row with the rows that make it."""
    ranks = [_rank(matrix, row) for row in range(len(matrix.names))]
    trailing_style = bool(ranks) and ranks[0] == _PLAIN
    for row, rank in enumerate(ranks):
        if rank >= _PLAIN:
            continue
        readings = [_direct(ranks, range(row + 1, len(ranks)), rank)]
        if rank < _GROUP:
            readings.append(_direct(ranks, range(row - 1, -1, -1), rank))
        else:
            readings[0] = _in_group(matrix, row, readings[0])
        if trailing_style:
            readings.reverse()
        readings = [[p for p in parts if row_is_plain(matrix, p)] for parts in readings]
        readings = [parts for parts in readings if len(parts) > 1 or (rank >= 2 and parts)]
        if readings:
            candidates = _with_prefixes([tuple(sorted(parts)) for parts in readings])
            yield Sum(row, max(candidates, key=lambda parts: _agreeing_columns(matrix, row, parts)))


def column_sums(matrix: Matrix) -> Iterator[Sum]:
    """Give each total column with the columns that make it."""
    for column in matrix.numeric:
        if not is_total(matrix.name_of(column)) or not matrix.heads[column]:
            continue
        readings = list(_with_prefixes([parts for parts in _column_readings(matrix, column) if len(parts) > 1]))
        if readings:
            scored = [(_agreeing_rows(matrix, column, parts), -index) for index, parts in enumerate(readings)]
            yield Sum(column, readings[-max(scored)[1]])


def _with_prefixes(readings: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The readings, and after them their beginnings: `계 | 남 | 여 | 청년` ends in a line that counts again."""
    beginnings = (parts[:length] for parts in readings for length in range(len(parts) - 1, 1, -1))
    return list(dict.fromkeys((*readings, *beginnings)))


def add(values: Sequence[Decimal | None]) -> Decimal | None:
    """Add up figures; None where there is none."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def row_total(matrix: Matrix, parts: Sequence[int], column: int) -> Decimal | None:
    """Add up the parts of a total row in one column."""
    return add([place.value if (place := matrix.cells[p][column]) else None for p in parts])


def column_total(matrix: Matrix, parts: Sequence[int], row: int) -> Decimal | None:
    """Add up the parts of a total column in one row."""
    return add([place.value if (place := matrix.cells[row][p]) else None for p in parts])


def _rank(matrix: Matrix, row: int) -> int:
    name = bare_name(matrix.names[row])
    if is_total(matrix.names[row]):
        return next((rank for shape, rank in _RANKS if shape.fullmatch(name)), 1)
    return _GROUP if _opens_group(matrix, row) else _PLAIN


def _opens_group(matrix: Matrix, row: int) -> bool:
    """A row whose first cell is merged with rows below and whose next cell is empty stands for those rows."""
    cells = matrix.laid[row]
    first, second = cells[0], cells[1] if len(cells) > 1 else None
    if first is None or first.rowspan < 2 or not matrix.is_leading(row, 0) or second is None or second is first:
        return False
    return not second.blocks and any(matrix.cells[row][column] for column in matrix.numeric)


def _direct(ranks: Sequence[int], candidates: range, rank: int) -> list[int]:
    """Among the rows up to the next of this rank or a higher one, those of the highest rank."""
    reach: list[int] = []
    for row in candidates:
        if ranks[row] <= rank:
            break
        reach.append(row)
    top = min((ranks[row] for row in reach), default=_PLAIN)
    return [row for row in reach if ranks[row] == top]


def _in_group(matrix: Matrix, row: int, parts: list[int]) -> list[int]:
    cell = matrix.laid[row][0]
    return [part for part in parts if matrix.laid[part][0] is cell]


def _agreeing_columns(matrix: Matrix, row: int, parts: Sequence[int]) -> int:
    return sum(
        1
        for column in matrix.numeric
        if (place := matrix.cells[row][column]) and row_total(matrix, parts, column) == place.value
    )


def _agreeing_rows(matrix: Matrix, column: int, parts: Sequence[int]) -> int:
    return sum(
        1
        for row in range(len(matrix.names))
        if (place := matrix.cells[row][column]) and column_total(matrix, parts, row) == place.value
    )


def _column_readings(matrix: Matrix, column: int) -> Iterator[tuple[int, ...]]:
    """The columns under the same head; all others; those that follow up to the next total."""
    path = matrix.heads[column]
    others = [c for c in matrix.numeric if c != column and column_is_plain(matrix, c)]
    if len(path) > 1:
        yield tuple(c for c in others if matrix.heads[c][:-1] == path[:-1] and not is_total(matrix.name_of(c)))
    plain = [c for c in others if not is_total(matrix.name_of(c))]
    subtotals = [c for c in others if is_total(matrix.name_of(c)) and len(matrix.heads[c]) > len(path)]
    under = {matrix.heads[c][0] for c in subtotals}
    if len(path) == 1:
        if subtotals:
            yield tuple(subtotals + [c for c in plain if matrix.heads[c][0] not in under])
        yield tuple(plain)
    following = []
    for c in matrix.numeric:
        if c > column:
            if is_total(matrix.name_of(c)):
                break
            if c in others:
                following.append(c)
    yield tuple(following)
