"""Tables for spreadsheets and programs: columns that are described once, and their rows as CSV and as plain data.

CSV follows RFC 4180, opens with a byte order mark, without which Excel takes UTF-8 for another encoding, and is safe to
open: a text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises (CSV Injection).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

Value: TypeAlias = str | int | Decimal | bool | None
Row = TypeVar("Row", contravariant=True)
Record = TypeVar("Record")

BOM = "\ufeff"
TRUE, FALSE = "예", "아니오"
# Full-width signs count too: some spreadsheets fold them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


class Datatype(StrEnum):
    """What a column holds, by the names of XML Schema that CSV on the Web uses."""

    TEXT = "string"
    YEAR = "gYear"
    INTEGER = "integer"
    DECIMAL = "decimal"
    TRUTH = "boolean"
    ADDRESS = "anyURI"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `name` heads it in CSV, `key` in JSON; `unit` is empty for what is not counted; `required` tells that
    it is never empty."""

    name: str
    key: str
    datatype: Datatype
    description: str
    unit: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """A column with how to read its value from a row's record."""

    column: Column
    read: Callable[[Row], Value]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: `name` is its file's name without extension, `title` and `description` are for people."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def example(self, index: int) -> str:
        """Give the first value that a column has, as CSV writes it; empty where it has none."""
        return next((text for row in self.rows if (text := cell_text(row[index]))), "")


def table_of(
    name: str, title: str, description: str, fields: Sequence[Field[Record]], rows: Sequence[Record]
) -> DataTable:
    """Read a table from records."""
    read = tuple(tuple(field.read(row) for field in fields) for row in rows)
    return DataTable(name, title, description, tuple(field.column for field in fields), read)


def render_csv(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> bytes:
    """Give a table as a CSV file: UTF-8 with byte order mark, CRLF, a head line, quotes only where needed."""
    lines = [
        [_quoted(column.name) for column in columns],
        *([_quoted(_defused(value)) for value in row] for row in rows),
    ]
    return "".join([BOM, *(",".join(line) + "\r\n" for line in lines)]).encode()


def plain_rows(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> list[dict[str, object]]:
    """Give rows as plain data by the columns' keys, for JSON. Whole numbers are integers; others are decimals of so few
    digits that a double keeps them (IEEE 754 keeps 15)."""
    return [{c.key: _plain(value) for c, value in zip(columns, row, strict=True)} for row in rows]


def plain_columns(columns: Sequence[Column]) -> list[dict[str, object]]:
    """Give the description of columns as plain data."""
    return [
        {"key": c.key, "name": c.name, "datatype": c.datatype.value, "unit": c.unit, "description": c.description}
        for c in columns
    ]


def cell_text(value: Value) -> str:
    """Write a value: plain digits without separators, 예 or 아니오, and nothing for what is not known."""
    match value:
        case None:
            return ""
        case bool():
            return TRUE if value else FALSE
        case Decimal():
            return format(value, "f")
        case _:
            return str(value)


def _defused(value: Value) -> str:
    text = cell_text(value)
    # Some spreadsheets drop spaces in front before they look.
    if isinstance(value, str) and text.lstrip(" \u3000").startswith(_FORMULA) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if re.search(r'[",\r\n]|^\s|\s$', text) else text


def _plain(value: Value) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
