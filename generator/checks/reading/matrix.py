"""A composed table as a rectangle of figures, with the name of each row and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.diagnostics import Span
from generator.document import Cell, RowRole, Table, cell_text, plain
from generator.document.geometry import bare_name, grid, head_paths
from generator.notation.number import budget_mark_length, fold_width, parse_number
from generator.notation.quantity import COUNTERS
from generator.notation.unit import MONEY_UNITS

_UNITS = "|".join(
    re.escape(unit) for unit in sorted((*COUNTERS, *(u.name for u in MONEY_UNITS)), key=len, reverse=True)
)
_FIGURE = re.compile(rf"(?:총\s*|계\s*)?(?P<digits>[△▲+−-]?\s?\d[\d,]*(?:\.\d+)?|[-–—])\s?(?:{_UNITS}|%)?\s*(?=\(|$)")
_NOT_ADDITIVE = re.compile(r"누계|누적|평균|최고|최저|최대|최소|단가|시급|연번|번호|순위|연도|가격|비중|[률율%]")
_NO_NAME = frozenset({"", "-", "–", "—"})

TOTAL = re.compile(r"(?:.*\S)?(?:총계|총합계|합계|소계)|계|총합|총")
RATE = re.compile(r".*(?:률|율|비율|비중|구성비|%)(?:\(.*\))?")
DIFFERENCE = re.compile(r".*(?:증감|과부족|차액|잔액|증\(?△?\)?감|대비|불용액|증가)(?:액|분)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in a table: its value, where it is written, and whether the author wrote it."""

    value: Decimal
    at: Span | None
    is_written: bool


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """A table's body. `names` are the rows' names (text of their head cells), `heads` the columns' head texts from the
    top down, `cells[row][column]` a figure or None, `laid` the cells themselves."""

    table: Table
    names: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Place | None, ...], ...]
    laid: tuple[tuple[Cell | None, ...], ...]
    numeric: tuple[int, ...]

    def name_of(self, column: int) -> str:
        """Give a column's own name, its lowest head, without brackets and spaces."""
        return bare_name(self.heads[column][-1]) if self.heads[column] else ""

    def title_of(self, column: int) -> str:
        """Give a column's name for people."""
        return " ".join(self.heads[column][-1].split()) if self.heads[column] else f"{column + 1}번째 칸"

    def is_leading(self, row: int, column: int) -> bool:
        """Tell whether a cell is the first place of what may be a merged cell."""
        cell = self.laid[row][column]
        above = row > 0 and self.laid[row - 1][column] is cell
        left = column > 0 and self.laid[row][column - 1] is cell
        return cell is not None and not above and not left

    @property
    def notes(self) -> str:
        """The text beside the table: caption, unit and remarks."""
        return " ".join([self.table.caption, self.table.unit, *(plain(note.content) for note in self.table.notes)])


def matrix(table: Table) -> Matrix:
    """Lay a table out."""
    width = len(table.columns)
    laid = tuple(tuple(row) for row in grid(table.body, width))
    heads = tuple(tuple(text for text in path if text not in _NO_NAME) for path in head_paths(table))
    cells = tuple(tuple(_place(row, column) for column in range(width)) for row in laid)
    numeric = tuple(column for column in range(width) if _is_numeric(laid, cells, column))
    names = tuple(_name(row) for row in laid)
    return Matrix(table, names, heads, cells, laid, numeric)


def figure_of(text: str) -> Decimal | None:
    """Read the figure that a cell's text begins with, when nothing but a unit or a bracket follows: `131명`,
    `220,000 (국 176,000, 구 44,000)`, `(x-) 651,000`."""
    folded = fold_width(text).strip()
    rest = folded[budget_mark_length(folded) :]
    found = _FIGURE.match(rest)
    number = parse_number(found["digits"]) if found else None
    return number.value if number else None


def is_total(name: str) -> bool:
    """Tell whether a row or column of this name holds a sum: `계`, `사업비 합계`."""
    return bool(TOTAL.fullmatch(re.sub(r"\(.*?\)", "", name).strip())) or bool(TOTAL.fullmatch(bare_name(name)))


def is_additive(name: str) -> bool:
    """Tell whether what bears this name may be added up with others: not an average, a running total or a price."""
    return not _NOT_ADDITIVE.search("".join(name.split()))


def row_is_plain(matrix_: Matrix, row: int) -> bool:
    """Tell whether a row may be a part of a sum."""
    role = matrix_.table.body[row].role
    name = bare_name(matrix_.names[row])
    if not is_additive(name):
        return False
    return role is not RowRole.DIFFERENCE and not DIFFERENCE.fullmatch(name) and not RATE.fullmatch(name)


def column_is_plain(matrix_: Matrix, column: int) -> bool:
    """Tell whether a column may be a part of a sum."""
    name = "".join("".join(matrix_.heads[column][-1:]).split())
    return (
        is_additive(name)
        and not DIFFERENCE.fullmatch(bare_name(name))
        and not RATE.fullmatch(name)
        and "B-A" not in name
    )


def _name(row: tuple[Cell | None, ...]) -> str:
    heads: list[Cell] = []
    for cell in row:
        if cell is None or not (cell.scope or not cell.blocks):
            break
        if cell.blocks and not any(cell is known for known in heads):
            heads.append(cell)
    text = " ".join(cell_text(cell) for cell in heads)
    return text or (cell_text(row[0]) if row and row[0] is not None else "")


def _place(row: tuple[Cell | None, ...], column: int) -> Place | None:
    cell = row[column]
    if cell is None or cell.scope:
        return None
    value = cell.value if cell.value is not None else figure_of(cell_text(cell))
    return None if value is None else Place(value, cell.at, not cell.computed)


def _is_numeric(
    laid: tuple[tuple[Cell | None, ...], ...], cells: tuple[tuple[Place | None, ...], ...], column: int
) -> bool:
    found = 0
    for row, places in zip(laid, cells, strict=True):
        cell = row[column]
        if cell is None or cell.scope or not cell.blocks:
            continue
        if places[column] is None:
            return False
        found += 1
    return found > 0
