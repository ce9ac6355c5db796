"""The cells of tables: what each head is a head of, and which heads each cell has.

WeasyPrint links the cells of a table with merged or two-level heads to the wrong heads (its issue 2508); here they are
found by laying the table out as a grid. Attributes after ISO 32000-1 14.8.5.7, rules after ISO 14289-1 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.outputs.paper.archival.nodes import Node


@dataclass(frozen=True, slots=True)
class _Cell:
    node: Node
    top: int
    left: int
    bottom: int
    right: int
    scope: str


def describe_cells(root: Node) -> None:
    """Give the cells of all tables below a node their spans; heads their names and scopes; all their heads."""
    for number, table in enumerate((node for node in root.nodes() if node.role == "Table"), start=1):
        cells = list(_laid_out(list(_rows(table))))
        for at, cell in enumerate(cells, start=1):
            _describe(cell, f"table-{number}-{at}")
        for cell in cells:
            if heads := [head.node.name for head in cells if _is_head_of(head, cell)]:
                cell.node.attributes["Headers"] = heads


def _rows(table: Node) -> Iterator[list[Node]]:
    for node in table.kids:
        if not isinstance(node, Node):
            continue
        if node.role == "TR":
            yield [kid for kid in node.kids if isinstance(kid, Node) and kid.role in ("TH", "TD")]
        elif node.role in ("THead", "TBody", "TFoot"):
            yield from _rows(node)


def _laid_out(rows: list[list[Node]]) -> Iterator[_Cell]:
    taken: set[tuple[int, int]] = set()
    for top, row in enumerate(rows):
        left = 0
        for node in row:
            while (top, left) in taken:
                left += 1
            # A cell that is said to reach below the last row ends there.
            down, across = min(_span(node.element, "rowspan"), len(rows) - top), _span(node.element, "colspan")
            taken |= {(top + y, left + x) for y in range(down) for x in range(across)}
            yield _Cell(node, top, left, top + down, left + across, _scope(node))


def _describe(cell: _Cell, name: str) -> None:
    cell.node.owner = "Table"
    if cell.bottom - cell.top > 1:
        cell.node.attributes["RowSpan"] = cell.bottom - cell.top
    if cell.right - cell.left > 1:
        cell.node.attributes["ColSpan"] = cell.right - cell.left
    if cell.scope:
        cell.node.name = name
        cell.node.attributes["Scope"] = cell.scope


def _is_head_of(head: _Cell, cell: _Cell) -> bool:
    """A head of columns is one of every cell below it that shares a column; a head of rows of every cell to its right
    that shares a row."""
    if head.scope == "Column":
        return head.bottom <= cell.top and head.left < cell.right and cell.left < head.right
    if head.scope == "Row":
        return head.right <= cell.left and head.top < cell.bottom and cell.top < head.bottom
    return False


def _scope(node: Node) -> str:
    if node.role != "TH":
        return ""
    return "Row" if node.element.get("scope") in ("row", "rowgroup") else "Column"


def _span(element: Any, name: str) -> int:
    written = element.get(name, "1")
    return max(1, int(written)) if written.isdigit() else 1
