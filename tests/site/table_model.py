"""Forms a table as a browser does (HTML Living Standard 4.9.12) and finds cells that overlap, reach out of their group,
or leave holes, and tables whose cells have no head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def table_faults(table: Any) -> list[str]:
    """Give the faults of a `<table>` element."""
    groups = [child for child in table if child.tag in {"thead", "tbody", "tfoot"}]
    rows_of = [[row for row in group if row.tag == "tr"] for group in groups]
    rows_of.append([row for row in table if row.tag == "tr"])
    found: list[str] = []
    widths: list[int] = []
    for rows in rows_of:
        taken: set[tuple[int, int]] = set()
        for at, row in enumerate(rows):
            found += _place(row, at, len(rows), taken)
        for at in range(len(rows)):
            columns = sorted(column for line, column in taken if line == at)
            widths.append(len(columns))
            if columns != list(range(len(columns))):
                found.append(f"row {at + 1} of a group has a hole")
    columns = sum(_span(col, "span") for group in table if group.tag == "colgroup" for col in (_cols(group) or [group]))
    if len(set(widths)) > 1:
        found.append(f"rows of {sorted(set(widths))} columns in one table")
    elif columns and widths and columns != widths[0]:
        found.append(f"{columns} <col> for {widths[0]} columns")
    return found + list(_heads(table))


def _cols(group: Any) -> list[Any]:
    return [col for col in group if col.tag == "col"]


def _span(element: Any, name: str) -> int:
    value = element.get(name) or "1"
    return int(value) if value.isdigit() else 1


def _place(row: Any, at: int, height: int, taken: set[tuple[int, int]]) -> Iterator[str]:
    column = 0
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if not cells and not any(line == at for line, _ in taken):
        yield f"row {at + 1} of a group has no cell"
    for cell in cells:
        while (at, column) in taken:
            column += 1
        down, across = _span(cell, "rowspan"), _span(cell, "colspan")
        if at + down > height:
            yield f"a cell of row {at + 1} reaches {at + down - height} rows out of its group"
        for line in range(at, min(at + down, height)):
            for place in range(column, column + across):
                if (line, place) in taken:
                    yield f"cells overlap in row {line + 1}, column {place + 1}"
                taken.add((line, place))
        column += across


def _heads(table: Any) -> Iterator[str]:
    """A head without a scope is one of the column only where nothing else can be meant: in a single row on top."""
    heads = [e for e in table.iter() if e.tag == "th"]
    if not heads and table.get("role") not in {"presentation", "none"}:
        yield "a table without a head"
    on_top = [row for group in table if group.tag == "thead" for row in group]
    plain = len(on_top) == 1 and all(head in on_top[0] for head in heads)
    if not plain and any(head.get("scope") is None for head in heads):
        yield "a head without a scope (WCAG H63)"
