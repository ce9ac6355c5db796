"""The named cells of a table's row or column, and the lines of a text: where a figure may be looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.document import Cell, RowRole, Table, cell_text
from generator.document.geometry import bare_name, columns_named, grid, head_paths, row_paths, rows_named
from generator.lineage.model import name_and_unit
from generator.lineage.written import WrittenTable, cell_lines


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell or line: its own name and its full one, its text, and the anchor that leads to it. `table_unit` is what
    its table counts in, `value` the number that the cell holds, `written` its lines."""

    names: tuple[str, ...]
    text: str
    anchor: str
    table_unit: str = ""
    value: Decimal | None = None
    computed: bool = False
    written: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The cell under its name, on one line where it has only one."""
        name = self.names[0]
        return (f"{name}: {self.text}",) if name and len(self.written) == 1 else (name, *self.written)


def column_slots(written: WrittenTable, name: str) -> tuple[Slot, ...] | None:
    """Give the cells of a column, named by their rows; None where the table has no such column."""
    found = columns_named(written.table, name)
    if not found:
        return None
    cells = [row[found[0]] for row in _laid(written.table)]
    return _slots(row_paths(written.table), cells, written)


def row_slots(written: WrittenTable, name: str) -> tuple[Slot, ...] | None:
    """Give the cells of a row, named by their columns; None where the table has no such row."""
    found = rows_named(written.table, name)
    return _slots(head_paths(written.table), _laid(written.table)[found[0]], written) if found else None


def total_slots(written: WrittenTable) -> tuple[Slot, ...]:
    """Give the cells of a table's only row or of its row of totals, named by their columns; empty where it has none."""
    body = written.table.body
    totals = [index for index, row in enumerate(body) if row.role is RowRole.TOTAL]
    chosen = totals if len(totals) == 1 else [0] if len(body) == 1 else []
    return tuple(s for y in chosen for s in _slots(head_paths(written.table), _laid(written.table)[y], written))


def slot_named(slots: Sequence[Slot], wanted: str) -> Slot | None:
    """Find a slot by its name, as written or without its brackets."""
    for tell in (closed_up, bare_name):
        named = [slot for slot in slots if tell(wanted) in map(tell, slot.names)]
        if named:
            return named[0]
    return None


def closed_up(text: str) -> str:
    """Give a text without its spaces."""
    return "".join(text.split())


def _laid(table: Table) -> list[list[Cell | None]]:
    return grid(table.body, len(table.columns))


def _slots(paths: Sequence[tuple[str, ...]], cells: Sequence[Cell | None], written: WrittenTable) -> tuple[Slot, ...]:
    pairs = zip(paths, cells, strict=True)
    return tuple(_slot(path, cell, written) for path, cell in pairs if cell is not None and not cell.scope)


def _slot(path: tuple[str, ...], cell: Cell, written: WrittenTable) -> Slot:
    own = path[-1] if path else ""
    unit = name_and_unit(own)[1] or written.table.unit.rpartition(":")[2].strip()
    names, lines = (own, " ".join(path)), cell_lines(cell)
    return Slot(names, cell_text(cell), written.anchor, unit, cell.value, cell.computed, lines)
