"""Budget and settlement tables, wherever they stand in a report, as lines of one year each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.checks.reading.budget_table import table_unit
from generator.checks.reading.matrix import is_total
from generator.document import Cell, RowRole, Table, cell_text, plain
from generator.document.geometry import Path, grid, head_paths, row_paths
from generator.notation.date import Date, parse_date
from generator.notation.unit import find_unit
from generator.records.heads import Head, read_head
from generator.records.kinds import BudgetLine, FundingShare, Measure, Money
from generator.records.money import money_of_cell
from generator.records.place import Place, basis_of, tables_in

_STYLES = frozenset({"budget", "settlement"})
_OF_MONEY = re.compile(r"예산|결산|재정|집행")


@dataclass(slots=True)
class _Line:
    """A line as it grows: amounts with the rank of the column that each was taken from."""

    names: Path
    year: int
    level: int
    total: bool
    amounts: dict[Measure, tuple[int, Money]] = field(default_factory=dict)
    shares: dict[Measure, list[FundingShare]] = field(default_factory=dict)
    rate: Cell | None = None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table laid out, with the meaning of its heads."""

    table: Table
    place: Place
    unit: str
    columns: tuple[Head, ...]
    rows: tuple[Head, ...]
    cells: tuple[tuple[Cell | None, ...], ...]

    @property
    def settles(self) -> bool:
        """Tell whether it tells of years that are over and settled."""
        return self.table.style == "settlement" or any(
            head.measure is Measure.SETTLEMENT for head in (*self.columns, *self.rows)
        )


def budget_lines(place: Place) -> Iterator[BudgetLine]:
    """Give the lines of the budget and settlement tables that stand right in a division."""
    for table in tables_in(place.division.blocks):
        sheet = _sheet_of(table, place)
        if sheet and _counts(sheet):
            basis = basis_of(table, place)
            yield from (_finished(line, sheet, basis) for line in _lines(sheet))


def _sheet_of(table: Table, place: Place) -> _Sheet | None:
    unit = _unit(table, place)
    if not unit:
        return None
    sources = place.house.sources
    cells = tuple(tuple(row) for row in grid(table.body, len(table.columns)))
    paths = tuple(_names(path, row) for path, row in zip(row_paths(table), cells, strict=True))
    columns = tuple(read_head(path, sources) for path in head_paths(table))
    rows = tuple(read_head(path, sources) for path in paths)
    if any(head.measure for head in columns):
        # Where columns tell amounts, a row called 예산 or 집행액 can but be a name.
        rows = tuple(
            replace(row, measure=None, rate=False, named=row.named or path) if row.measure or row.rate else row
            for row, path in zip(rows, paths, strict=True)
        )
    return _Sheet(table, place, unit, columns, rows, cells)


def _unit(table: Table, place: Place) -> str:
    """The money unit that the table, its caption or its heading names; only a budget table may leave it out."""
    for text in (table.unit, table.caption, place.division.suffix):
        for word in re.split(r"[,·()\s]+", text.partition("단위")[2].lstrip(" :")):
            if known := find_unit(word):
                return known.name
    return table_unit(table, place.house)[0] if table.style in _STYLES else ""


def _names(path: Path, row: tuple[Cell | None, ...]) -> Path:
    told = tuple(text for text in path if text.strip())
    if told:
        return told
    first = next((cell for cell in row if cell is not None and cell.blocks), None)
    return (cell_text(first),) if first is not None and first.value is None else ()


def _counts(sheet: _Sheet) -> bool:
    """Tell whether a table tells budgets. A plain one does outside of programmes, where its heads name amounts, or
    nothing but years under a heading that speaks of a budget; in a programme it may count anything."""
    if sheet.table.style in _STYLES:
        return True
    if sheet.table.style or sheet.place.programme:
        return False
    heads = (*sheet.columns, *sheet.rows)
    if any(head.measure in {Measure.BUDGET, Measure.SETTLEMENT, Measure.AVAILABLE} for head in heads):
        return True
    headings = (sheet.table.caption, *(plain(division.title) for division in sheet.place.path))
    return any(head.year for head in heads) and any(_OF_MONEY.search(text) for text in headings)


def _lines(sheet: _Sheet) -> Iterator[_Line]:
    made: dict[tuple[int, Path, int], _Line] = {}
    for number, row in enumerate(sheet.rows):
        if row.derived or sheet.table.body[number].role is RowRole.DIFFERENCE:
            continue
        for cell, column in zip(sheet.cells[number], sheet.columns, strict=True):
            if cell is None or cell.scope or column.derived:
                continue
            if column.rate or row.rate:
                _line_at(made, sheet, number, column).rate = cell
            elif measure := _measure(column, row, sheet):
                _enter(_line_at(made, sheet, number, column), cell, (column, row), measure, sheet)
    yield from (line for line in made.values() if line.amounts)


def _line_at(made: dict[tuple[int, Path, int], _Line], sheet: _Sheet, number: int, column: Head) -> _Line:
    """Find or open the line that a cell belongs to: that of its row's name, or of its column's where the row names an
    amount or a year; and of the year that either tells."""
    row = sheet.rows[number]
    by_source = any(head.source for head in sheet.rows)
    names = row.named or (() if column.whole else column.named)
    if by_source:
        names = tuple(name for name in names if not is_total(name))
    year = column.year or row.year or sheet.place.fiscal_year
    key = (number if row.named and not by_source else -1, names, year)
    if key not in made:
        printed = sheet.table.body[number]
        summed = printed.role in {RowRole.TOTAL, RowRole.SUBTOTAL} or _heads_a_group(sheet, number)
        total = bool(names) and (is_total(names[-1]) or (summed and not by_source))
        made[key] = _Line(names, year, printed.level or max(0, len(names) - 1), total)
    return made[key]


def _heads_a_group(sheet: _Sheet, number: int) -> bool:
    """Tell whether a row's names begin those of the next row: `1. 전략 개발` above `1. 전략 개발 | ① 연구`."""
    own, following = sheet.rows[number].named, sheet.rows[number + 1 : number + 2]
    return bool(own) and any(head.named[: len(own)] == own and len(head.named) > len(own) for head in following)


def _measure(column: Head, row: Head, sheet: _Sheet) -> Measure | None:
    """What a cell tells: the amount that its column or row names, or the table's own where these name nothing but a
    year, a source or the sum of sources."""
    measure = column.measure or row.measure
    if measure is None:
        told = column.year or column.source or column.whole or (row.year and not column.named)
        return (Measure.SETTLEMENT if sheet.settles else Measure.BUDGET) if told else None
    if measure is Measure.EXECUTION:
        if sheet.settles:
            return Measure.SETTLEMENT
        return Measure.EXPECTED if _is_later(column.date or row.date, sheet) else measure
    return measure


def _is_later(date: Date | None, sheet: _Sheet) -> bool:
    """Tell whether a day lies after the one as of which the table speaks: that of the report, or else the first of the
    days that its heads name."""
    days = (head.date for head in (*sheet.columns, *sheet.rows) if head.date)
    basis = parse_date(sheet.place.document.basis) or next(days, None)
    if date is None or basis is None:
        return False
    year = basis.year or sheet.place.document.year
    return (date.year or year, date.month or 0, date.day or 0) > (year, basis.month or 0, basis.day or 0)


def _enter(line: _Line, cell: Cell, heads: tuple[Head, Head], measure: Measure, sheet: _Sheet) -> None:
    unit = next((head.unit for head in heads if head.unit), sheet.unit)
    money = money_of_cell(cell, unit, measure, sheet.place.house)
    if money is None:
        return
    if source := next((head.source for head in heads if head.source), None):
        line.shares.setdefault(measure, []).append(FundingShare(source.name, source.short, money.value))
        return
    rank = min(head.rank for head in heads if head.measure) if any(head.measure for head in heads) else 1
    if measure not in line.amounts or rank < line.amounts[measure][0]:
        line.amounts[measure] = (rank, money)


def _finished(line: _Line, sheet: _Sheet, basis: str) -> BudgetLine:
    place, document = sheet.place, sheet.place.document
    amounts = {measure: money for measure, (_, money) in line.amounts.items()}
    if not sheet.settles and Measure.BUDGET not in amounts and (available := amounts.pop(Measure.AVAILABLE, None)):
        # Where it stands alone, 예산현액 is what there is to spend; a budget table of the year has no other figure.
        amounts[Measure.BUDGET] = replace(available, measure=Measure.BUDGET)
    shared = {m: replace(money, shares=money.shares or tuple(line.shares.get(m, ()))) for m, money in amounts.items()}
    programme = place.programme.programme if place.programme else None
    return BudgetLine(
        source=place.source,
        fiscal_year=line.year,
        department=document.department_slug,
        department_name=document.department,
        institution=document.institution,
        table=sheet.table.caption,
        basis=basis,
        name=line.names[-1] if line.names else _subject(place),
        level=line.level,
        total=line.total,
        amounts=tuple(shared[measure] for measure in Measure if measure in shared),
        rate=line.rate.value if line.rate else None,
        rate_computed=line.rate is not None and line.rate.value is not None and line.rate.computed,
        programme=programme.id if programme else "",
    )


def _subject(place: Place) -> str:
    return plain(place.programme.title) if place.programme else place.document.title
