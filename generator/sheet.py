"""Computed cells: fills what an author left empty in a table, by formulas that name its rows and columns.

    집행률 = 집행액/예산액      a column, for every row; names that end in 률 or 율 come out in percent
    계 = 합계                  a row, over the plain rows; or a column, over the other numeric columns
    과부족 = 현원-정원          a row, for every numeric column

Only empty cells are filled: what is written stays, and comparing it with the formula is the checker's business. A row
that the table lacks may be added, 계 at the top (the custom of Korean budget tables), others at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from generator.document import Align, Cell, Column, Paragraph, Row, RowRole, Table, Text, cell_text
from generator.document.geometry import bare_name, column_of, grid
from generator.notation.expression import evaluate
from generator.notation.number import format_number
from generator.notation.percent import format_percent, ratio_percent

SUM = "합계"
TOTAL_NAMES = frozenset({"계", "합계", "총계", "총합계"})


@dataclass(frozen=True, slots=True)
class Formula:
    """How the row or column called `target` follows from others. `adds_row` adds it as a row where a table has neither
    a column nor a row of that name."""

    target: str
    expression: str
    adds_row: bool = False

    @property
    def is_rate(self) -> bool:
        """A rate is a quotient in percent."""
        return bare_name(self.target).endswith(("률", "율"))


def fill(table: Table, formulas: tuple[Formula, ...], decimals: int = 1) -> Table:
    """Give the table with its empty cells computed.

    `decimals` is the number of decimals of a rate, rounded half up. A formula whose names the table lacks changes
    nothing; raises ExpressionError for one that cannot be read.
    """
    rows = _with_missing_rows(table, formulas)
    columns = {formula: column_of(table, formula.target) for formula in formulas}
    # A total is no sum of rates: columns with a formula of their own are left to it.
    own = frozenset(column for formula, column in columns.items() if column is not None and formula.is_rate)
    for _ in formulas:  # a formula may need what a later one fills
        before = rows
        for formula, column in columns.items():
            filled = replace(table, body=rows)
            if column is not None:
                rows = _fill_column(formula, filled, column, decimals)
            elif (target := _row_of(filled, formula.target)) is not None:
                rows = _fill_row(formula, filled, target, own, decimals)
        if rows == before:
            break
    targets = {column for column in columns.values() if column is not None}
    return replace(table, body=rows, columns=_numeric(table.columns, targets))


def _fill_column(formula: Formula, table: Table, column: int, decimals: int) -> tuple[Row, ...]:
    laid = grid(table.body, len(table.columns))
    others = [i for i, c in enumerate(table.columns) if c.numeric and i != column]

    def value_of(line: int, name: str) -> Decimal | None:
        if name == SUM:
            return _sum(laid[line][i] for i in others)
        found = column_of(table, name)
        return _value(laid[line][found]) if found is not None else None

    made = []
    for line, row in enumerate(table.body):
        value = evaluate(formula.expression, partial(value_of, line))
        made.append(_with_value(row, laid[line], column, value, formula, decimals))
    return tuple(made)


def _fill_row(formula: Formula, table: Table, target: int, left_out: frozenset[int], decimals: int) -> tuple[Row, ...]:
    laid = grid(table.body, len(table.columns))
    plain = [i for i, row in enumerate(table.body) if row.role is RowRole.PLAIN and i != target]

    def value_of(index: int, name: str) -> Decimal | None:
        if name == SUM:
            return _sum(laid[i][index] for i in plain)
        found = _row_of(table, name)
        return _value(laid[found][index]) if found is not None else None

    row = table.body[target]
    for index, column in enumerate(table.columns):
        if column.numeric and index not in left_out:
            value = evaluate(formula.expression, partial(value_of, index))
            row = _with_value(row, laid[target], index, value, formula, decimals)
    return (*table.body[:target], row, *table.body[target + 1 :])


def _sum(cells: Iterator[Cell | None]) -> Decimal | None:
    values = [value for cell in cells if (value := _value(cell)) is not None]
    return sum(values, Decimal(0)) if values else None


def _value(cell: Cell | None) -> Decimal | None:
    return cell.value if cell is not None else None


def _with_value(
    row: Row, laid: list[Cell | None], column: int, value: Decimal | None, formula: Formula, decimals: int
) -> Row:
    cell = laid[column]
    if value is None or cell is None or cell_text(cell) or cell.scope:
        return row
    if formula.is_rate:
        value = ratio_percent(value, Decimal(1), decimals)
        text = format_percent(value, decimals, sign=False) if value else "0"
    else:
        text = format_number(value) if value else "-"
    made = replace(cell, blocks=(Paragraph((Text(text),)),), value=value, computed=True, align=Align.END)
    return replace(row, cells=tuple(made if c is cell else c for c in row.cells))


def _row_of(table: Table, name: str) -> int | None:
    wanted = bare_name(name)
    laid = grid(table.body, len(table.columns))
    for index, cells in enumerate(laid):
        if any(cell is not None and cell.scope and bare_name(cell_text(cell)) == wanted for cell in cells):
            return index
    return None


def _with_missing_rows(table: Table, formulas: tuple[Formula, ...]) -> tuple[Row, ...]:
    body = table.body
    for formula in formulas:
        known = replace(table, body=body)
        if (
            not formula.adds_row
            or column_of(known, formula.target) is not None
            or _row_of(known, formula.target) is not None
        ):
            continue
        if bare_name(formula.target) in TOTAL_NAMES:
            body = (_empty_row(table, formula.target, RowRole.TOTAL), *body)
        else:
            body = (*body, _empty_row(table, formula.target, RowRole.DIFFERENCE))
    return body


def _empty_row(table: Table, name: str, role: RowRole) -> Row:
    heads = max(1, sum(1 for _ in _leading_heads(table)))
    name_cell = Cell((Paragraph((Text(name),)),), colspan=heads, scope="row", computed=True)
    # Each cell must be a thing of its own, since filling finds a cell again by identity.
    blanks = [Cell((), align=Align.END) for _ in table.columns[heads:]]
    return Row((name_cell, *blanks), role)


def _leading_heads(table: Table) -> Iterator[int]:
    laid = grid(table.body, len(table.columns))
    for index in range(len(table.columns)):
        if not laid or any(row[index] is None or not row[index].scope for row in laid):  # type: ignore[union-attr]
            return
        yield index


def _numeric(columns: tuple[Column, ...], targets: set[int]) -> tuple[Column, ...]:
    return tuple(
        replace(column, numeric=True, align=Align.END) if index in targets else column
        for index, column in enumerate(columns)
    )
