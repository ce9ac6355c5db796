"""Budgets by unit programme (단위사업): the rows of a department's budget table, in won."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.reading.matrix import Matrix, is_total
from generator.checks.reading.table_place import PlacedTable
from generator.checks.reading.title import bare_title
from generator.diagnostics import Span
from generator.document import Table
from generator.house import House
from generator.notation.unit import find_unit

_BUDGET, _PREVIOUS, _SPENT = "예산액", "전년도예산액", "집행액"
_NAMES = {
    _BUDGET: re.compile(r"예산액|예산|예산현액|당해연도예산액?|(?:19|20)\d\d년?(?:도)?예산액?|금년도?예산액?"),
    _PREVIOUS: re.compile(r"전년도?예산액?|전년예산액?|작년예산액?"),
    _SPENT: re.compile(r"집행액"),
}


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """A figure of a unit programme: its value in won, the step it was written in, and its place."""

    value: Decimal
    worth: Decimal
    unit: str
    at: Span
    is_written: bool


@dataclass(frozen=True, slots=True, eq=False)
class UnitBudget:
    """One row: the unit programme's name and what is told of it."""

    name: str
    bare: str
    budget: UnitFigure | None
    previous: UnitFigure | None
    spent: UnitFigure | None


def unit_budgets(tables: tuple[PlacedTable, ...], house: House) -> Iterator[UnitBudget]:
    """Give the rows of all budget tables of a report that belong to no programme."""
    for placed in tables:
        if placed.programme is None and _is_budget(placed.matrix):
            yield from _rows(placed.matrix, table_unit(placed.table, house))


def _is_budget(found: Matrix) -> bool:
    heads = "".join("".join(path) for path in found.heads)
    return found.table.style == "budget" or bool(re.search(r"단위\s?사업|사업명|분\s?야", heads) and "예산" in heads)


def _rows(found: Matrix, unit: tuple[str, Decimal]) -> Iterator[UnitBudget]:
    columns = {name: _column(found, shape) for name, shape in _NAMES.items()}
    if columns[_BUDGET] is None:
        return
    for row, name in enumerate(found.names):
        if is_total(name) or not name:
            continue
        figures = {key: _figure(found, row, column, unit) for key, column in columns.items()}
        yield UnitBudget(name, bare_title(name), figures[_BUDGET], figures[_PREVIOUS], figures[_SPENT])


def _column(found: Matrix, shape: re.Pattern[str]) -> int | None:
    for column in found.numeric:
        bare = ["".join(re.sub(r"\([^()]*\)", "", text).split()) for text in found.heads[column]]
        if any(shape.fullmatch(text) for text in bare):
            return column
    return None


def _figure(found: Matrix, row: int, column: int | None, unit: tuple[str, Decimal]) -> UnitFigure | None:
    place = found.cells[row][column] if column is not None else None
    if place is None or place.at is None:
        return None
    return UnitFigure(place.value * unit[1], unit[1], unit[0], place.at, place.is_written)


def table_unit(table: Table, house: House) -> tuple[str, Decimal]:
    """Give the money unit of a table and its worth in won; the office's own where the table names none."""
    for name in re.split(r"[,·]", table.unit.partition(":")[2] or table.unit):
        if known := find_unit(name.strip()):
            return known.name, known.won
    unit = find_unit(house.unit)
    return house.unit, unit.won if unit else Decimal(1000)
