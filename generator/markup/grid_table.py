"""The default way a grid becomes a table: heads, alignments, numbers and the role of each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.document import Align, Cell, Column, Outline, Paragraph, Row, RowRole, Table
from generator.markup.grid import Grid, GridCell
from generator.notation.number import parse_number

SHORT = 24
"""Characters of a line that still looks well centred in its cell."""

_ROLES = {
    **dict.fromkeys(("계", "합계", "총계", "총합계"), RowRole.TOTAL),
    "소계": RowRole.SUBTOTAL,
    **dict.fromkeys(("과부족", "증감", "증(△)감", "증△감", "증감액", "차액"), RowRole.DIFFERENCE),
}
# `민간위탁 총계`; a single letter before 계 is a word set apart, as in `회 계`.
_TOTAL_AT_END = re.compile(r"(?:.*(?P<sum>총합계|총계|합계|소계)|.*\w{2,}\s+(?P<short>계))")
_YEAR = re.compile(r"(?:19|20)\d\d(?:년도?)?")


def grid_table(
    grid: Grid, *, caption: str, unit: str = "", basis: str = "", style: str = "", heads: int | None = None
) -> Table:
    """Give the table of a grid.

    The first `heads` columns are the heads of their rows. Without it these are leading columns of text, years or
    running numbers: the first one, and the next where rows of the first are merged or only numbered.
    A column of numbers stands right; others follow the delimiter row, or else are centred where all their lines are
    short. `unit` and `basis` come without brackets and replace those that stand beside the grid.
    """
    heads = _head_columns(grid) if heads is None else heads
    columns = tuple(_column(grid, index, is_head=index < heads) for index in range(grid.width))
    return Table(
        caption=caption,
        columns=columns,
        head=tuple(Row(tuple(_head_cell(cell) for cell in row)) for row in grid.head),
        body=tuple(_body_row(row, columns, heads) for row in grid.body),
        unit=unit or grid.unit,
        basis=basis or grid.basis,
        notes=grid.notes,
        style=style,
        at=grid.at,
    )


def read_value(text: str) -> Decimal | None:
    """Read the number that a cell holds and nothing else; a percent sign and the budget books' `(x-)` are allowed."""
    plain = text.strip()
    number = parse_number(plain.removesuffix("%").removesuffix("％"), budget_mark=True)
    return number.value if number else None


def row_role(name: str) -> RowRole:
    """Tell from a row's name what the row is for. Spaces and brackets in the name do not count: `합 계 (A)` is a total,
    and so is a name that ends in one: `민간위탁 총계`."""
    bare = "".join(name.split())
    if bare in _ROLES:
        return _ROLES[bare]
    plain = re.sub(r"\([^()]*\)", "", name).strip()
    ending = _TOTAL_AT_END.fullmatch(plain)
    word = (ending["sum"] or ending["short"]) if ending else "".join(plain.split())
    return _ROLES.get(word, RowRole.PLAIN)


def _head_cell(cell: GridCell) -> Cell:
    scope = "" if not cell.text else "colgroup" if cell.colspan > 1 else "col"
    return Cell(cell.blocks, cell.colspan, cell.rowspan, scope, at=cell.at)


def _body_row(row: tuple[GridCell, ...], columns: tuple[Column, ...], heads: int) -> Row:
    cells = tuple(_body_cell(cell, columns[cell.column], is_head=cell.column < heads) for cell in row)
    named = row[0] if row and row[0].column < max(heads, 1) else None
    role = row_role(named.text) if named else RowRole.PLAIN
    return Row(cells, RowRole.SUBTOTAL if role is RowRole.PLAIN and _heads_group(row, heads) else role)


def _heads_group(row: tuple[GridCell, ...], heads: int) -> bool:
    """Tell whether a row stands for a merged group as a whole: named once, with no name of its own beside that."""
    return heads > 1 and len(row) > 2 and row[0].rowspan > 1 and not row[1].text and row[1].column < heads


def _body_cell(cell: GridCell, column: Column, *, is_head: bool) -> Cell:
    scope = "" if not is_head or not cell.text else "rowgroup" if cell.rowspan > 1 else "row"
    align = Align.START if _has_outline(cell) else Align.CENTER if cell.colspan > 1 else column.align
    value = None if scope else read_value(cell.text)
    return Cell(cell.blocks, cell.colspan, cell.rowspan, scope, align, value, at=cell.at)


def _head_columns(grid: Grid) -> int:
    """Count the leading columns that name rows; the last column never does, since nothing would be named."""
    count = 0
    while count < grid.width - 1 and _names_rows(grid, count):
        count += 1
        last = [cell for cell in _body_cells(grid) if cell.column == count - 1]
        if not (any(cell.rowspan > 1 for cell in last) or _is_numbering(last)):
            break
    return count


def _is_numbering(cells: list[GridCell]) -> bool:
    """Tell whether cells count rows, but for totals: 계, 1, 2, 3."""
    named = [cell.text for cell in cells if cell.text and row_role(cell.text) is RowRole.PLAIN]
    return bool(named) and all(text.isdecimal() for text in named)


def _names_rows(grid: Grid, column: int) -> bool:
    cells = [cell for cell in _body_cells(grid) if cell.column == column and cell.text]
    if column > 0 and any(_has_outline(cell) or _is_long(cell) for cell in cells):
        return False
    texts = [cell.text for cell in cells]
    if column == 0 and texts and (all(map(_YEAR.fullmatch, texts)) or _runs_from_one(texts)):
        return True
    return any(read_value(text) is None for text in texts)


def _runs_from_one(texts: list[str]) -> bool:
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _column(grid: Grid, index: int, *, is_head: bool) -> Column:
    cells = [cell for cell in _body_cells(grid) if cell.column == index and cell.colspan == 1 and cell.text]
    if cells and not is_head and all(read_value(cell.text) is not None for cell in cells):
        return Column(align=Align.END, numeric=True)
    wanted = grid.aligns[index] if index < len(grid.aligns) else None
    if wanted is None:
        wanted = Align.START if any(_has_outline(cell) or _is_long(cell) for cell in cells) else Align.CENTER
    return Column(align=wanted)


def _body_cells(grid: Grid) -> Iterator[GridCell]:
    for row in grid.body:
        yield from row


def _has_outline(cell: GridCell) -> bool:
    return any(isinstance(block, Outline) for block in cell.blocks)


def _is_long(cell: GridCell) -> bool:
    return any(length > SHORT for length in _line_lengths(cell))


def _line_lengths(cell: GridCell) -> Iterable[int]:
    if cell.blocks and all(isinstance(block, Paragraph) for block in cell.blocks):
        lines = (Cell(cell.blocks)).lines
        return (sum(len(getattr(inline, "text", "")) for inline in line) for line in lines)
    return (len(cell.text),)
