"""Computing the cells of a table: the empty ones are filled, the written ones are set beside what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.diagnostics import Span
from generator.document import Align, Cell, Column, Formula, Paragraph, Row, RowRole, Table, Text, cell_text
from generator.document.geometry import Path, bare_name, column_of, grid, head_paths, row_of, row_paths
from generator.notation.expression import Name, evaluate, show
from generator.notation.number import EXACT, format_number
from generator.sheet.coverage import covered_columns, covered_rows, is_summed
from generator.sheet.plan import TOTAL_NAMES, FormulaTrouble, Plan, is_missing, make_plan, role_of_added, side_of
from generator.sheet.printing import look_of, places_of, print_figure, rounded, shortened

_MOST_OPERANDS = 8
_TOTALS = (RowRole.TOTAL, RowRole.SUBTOTAL)


@dataclass(frozen=True, slots=True)
class Relation:
    """A written figure and what it should be by the other figures of its table.

    `label` names the cell (`'사무관리비'의 증감`), `formula` the rule as it was given (`증감 = B-A`), `operands` the
    same with figures (`2024예산액 3,600 - 2023예산액 4,000`). `computed` is rounded half up to the places of `written`
    where the rule divides. Both are in the table's unit, percent for a rate.
    """

    label: str
    written: Decimal
    computed: Decimal
    at: Span | None
    formula: str
    operands: str


@dataclass(slots=True)
class _Sheet:
    """A table laid out, while it is computed."""

    table: Table
    laid: list[list[Cell | None]]
    heads: list[Path]
    names: list[Path]
    covered: dict[tuple[bool, int, str], tuple[int, ...]] = field(default_factory=dict)
    meant: dict[tuple[Name, int], tuple[tuple[int, ...], bool]] = field(default_factory=dict)

    def lines(self, plan: Plan, name: Name, line: int) -> tuple[tuple[int, ...], bool]:
        """Give the rows or columns that a name stands for, and whether they are to be added up."""
        if (name, line) not in self.meant:
            of_columns = bool(plan.columns)
            side = side_of(self.table, name, plan.expression, of_columns=of_columns)
            if side is not None:
                self.meant[name, line] = self.cover(line, side, of_columns), True
            else:
                found = (column_of if of_columns else row_of)(self.table, name.text, line)
                self.meant[name, line] = (() if found is None else (found,)), False
        return self.meant[name, line]

    def cover(self, line: int, side: str, of_columns: bool) -> tuple[int, ...]:
        key = (of_columns, line, side)
        if key not in self.covered:
            self.covered[key] = (covered_columns if of_columns else covered_rows)(self.table, line, side)
        return self.covered[key]

    def value(self, line: int, across: int, of_columns: bool) -> Decimal | None:
        cell = self.laid[across][line] if of_columns else self.laid[line][across]
        return cell.value if cell is not None else None

    def total(self, lines: tuple[int, ...], across: int, of_columns: bool) -> Decimal | None:
        """Add up; a subtotal that is still empty counts by what it covers itself."""
        values = []
        for line in lines:
            value = self.value(line, across, of_columns)
            if value is None and not of_columns and self.table.body[line].role in _TOTALS:
                value = self.total(self.cover(line, "", False), across, False)
            if value is not None:
                values.append(value)
        return sum(values, Decimal(0)) if values else None


@dataclass(frozen=True, slots=True)
class _Place:
    """One cell that a formula is for: the line that it fills, and the line that it crosses."""

    sheet: _Sheet
    plan: Plan
    line: int
    across: int

    @property
    def cell(self) -> Cell | None:
        """The cell itself."""
        row, column = (self.across, self.line) if self.plan.columns else (self.line, self.across)
        return self.sheet.laid[row][column]

    @property
    def column(self) -> int:
        """The cell's column."""
        return self.line if self.plan.columns else self.across

    def value_of(self, name: Name) -> Decimal | None:
        """Give the figure that a name stands for here."""
        lines, added = self.sheet.lines(self.plan, name, self.line)
        if added:
            return self.sheet.total(lines, self.across, bool(self.plan.columns))
        return self.sheet.value(lines[0], self.across, bool(self.plan.columns)) if lines else None

    def compute(self) -> Decimal | None:
        """Give the result, not rounded; None where a figure is missing."""
        value = evaluate(self.plan.expression, self.value_of)
        return None if value is None else EXACT.multiply(value, self.plan.factor)

    def operands(self, name: Name) -> str:
        """Write out what a name stands for here: `2024예산액 566,600`."""
        of_columns = bool(self.plan.columns)
        paths = self.sheet.heads if of_columns else self.sheet.names
        lines, _ = self.sheet.lines(self.plan, name, self.line)
        shown = []
        for line in lines:
            value = self.sheet.value(line, self.across, of_columns)
            if value is not None:
                shown.append(f"{_own_name(paths, line)} {format_number(value)}".strip())
        more = f" + … 모두 {len(shown)}개" if len(shown) > _MOST_OPERANDS else ""
        text = " + ".join(shown[:_MOST_OPERANDS]) + more
        return f"({text})" if len(shown) > 1 and self.plan.expression != name else text


def fill(table: Table, formulas: tuple[Formula, ...], decimals: int = 1) -> Table:
    """Give the table with its empty cells computed, and with those formulas that it can be computed by.

    `decimals` is the number of decimals of a rate or quotient, rounded half up. A total row that the table lacks is
    added, 계 at the top (the custom of Korean budget tables), others at the end. A formula that cannot be computed in
    this table changes nothing; `examine` says why.
    """
    table = _with_missing_rows(table, formulas)
    plans = [plan for formula in formulas if isinstance(plan := make_plan(table, formula), Plan)]
    targets = {column for plan in plans for column in plan.columns}
    table = replace(table, columns=_numeric(table.columns, targets), formulas=tuple(plan.formula for plan in plans))
    for _ in plans:  # a formula may need what a later one fills
        before = table.body
        for plan in plans:
            table = _filled(table, plan, plans, decimals)
        if table.body == before:
            break
    return table


def relations(table: Table, formulas: tuple[Formula, ...]) -> tuple[Relation, ...]:
    """Compare every written figure with what the formulas make of the others, those that agree as well.

    A composed table carries its formulas: `relations(table, table.formulas)`. Cells that were filled by computing are
    used as figures but are not compared.
    """
    plans = [plan for formula in formulas if isinstance(plan := make_plan(table, formula), Plan)]
    return tuple(found for plan in plans for place in _places(table, plan, plans) if (found := _relation(place)))


def _relation(place: _Place) -> Relation | None:
    cell, computed = place.cell, place.compute()
    if cell is None or cell.computed or cell.scope or cell.value is None or computed is None:
        return None
    if place.plan.has_places:
        computed = rounded(computed, places_of(cell.value))
    rule = f"{place.plan.formula.target} = {place.plan.formula.expression}"
    return Relation(_label(place), cell.value, computed, cell.at, rule, show(place.plan.expression, place.operands))


def _own_name(paths: list[Path], line: int) -> str:
    """A line's own name; where another bears it too, with the names above it."""
    path = paths[line]
    shared = path and sum(1 for other in paths if other[-1:] == path[-1:]) > 1
    return " ".join(path) if shared else "".join(path[-1:])


def _label(place: _Place) -> str:
    row, column = (place.across, place.line) if place.plan.columns else (place.line, place.across)
    row_name, column_name = _own_name(place.sheet.names, row), _own_name(place.sheet.heads, column)
    return "의 ".join(filter(None, (f"'{row_name}'" if row_name else "", bare_name(column_name) or column_name)))


def _places(table: Table, plan: Plan, plans: list[Plan]) -> Iterator[_Place]:
    sheet = _Sheet(table, grid(table.body, len(table.columns)), head_paths(table), row_paths(table))
    if plan.columns:
        for line in plan.columns:
            yield from (_Place(sheet, plan, line, across) for across in range(len(table.body)))
        return
    # A total is no sum of rates: columns with such a formula of their own are left to it.
    own = {column for other in plans if other.has_places for column in other.columns}
    crossed = [i for i, c in enumerate(table.columns) if c.numeric and i not in own and is_summed(table, i)]
    for line in plan.rows:
        yield from (_Place(sheet, plan, line, across) for across in crossed)


def _filled(table: Table, plan: Plan, plans: list[Plan], decimals: int) -> Table:
    made: dict[int, Cell] = {}
    for place in _places(table, plan, plans):
        cell = place.cell
        if cell is None or cell_text(cell) or cell.scope or cell.colspan > 1 or cell.rowspan > 1:
            continue
        if (value := place.compute()) is not None:
            value = shortened(value) if not plan.has_places else rounded(value, decimals)
            value = shortened(value) if not plan.is_rate else value
            text = print_figure(value, look_of(table, place.column), is_rate=plan.is_rate)
            content = (Paragraph((Text(text),)),)
            made[id(cell)] = replace(cell, blocks=content, value=value, computed=True, align=Align.END)
    if not made:
        return table
    rows = tuple(replace(row, cells=tuple(made.get(id(cell), cell) for cell in row.cells)) for row in table.body)
    return replace(table, body=rows)


def _with_missing_rows(table: Table, formulas: tuple[Formula, ...]) -> Table:
    for formula in formulas:
        if not is_missing(table, formula) or isinstance(make_plan(table, formula), FormulaTrouble):
            continue
        added = _empty_row(table, formula)
        at_top = bare_name(formula.target) in TOTAL_NAMES
        table = replace(table, body=(added, *table.body) if at_top else (*table.body, added))
    return table


def _empty_row(table: Table, formula: Formula) -> Row:
    laid = grid(table.body, len(table.columns))
    heads = 0
    while heads < len(table.columns) and all((cell := row[heads]) is not None and cell.scope for row in laid):
        heads += 1
    name = Cell((Paragraph((Text(formula.target),)),), colspan=max(1, heads), scope="row", computed=True)
    # Each cell must be a thing of its own, since filling finds a cell again by identity.
    blanks = [Cell((), align=Align.END) for _ in table.columns[max(1, heads) :]]
    return Row((name, *blanks), role_of_added(formula))


def _numeric(columns: tuple[Column, ...], targets: set[int]) -> tuple[Column, ...]:
    return tuple(
        replace(column, numeric=True, align=Align.END) if index in targets else column
        for index, column in enumerate(columns)
    )
