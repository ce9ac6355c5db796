"""Merged cells that go on over pages say again, on the next page, what they are about.

A printer leaves the rest of a merged cell empty on the next page, so its rows stand there without their group's name.
Once it is known which rows begin a page, the cell is cut there and its text repeated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

Breaks = Mapping[int, tuple[int, ...]]
"""For each table that goes on over pages, by its place in the report: the rows that begin a page, heads counted too."""

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_BODY = re.compile(r"(?<=<tbody>).*?(?=</tbody>)", re.DOTALL)
_ROW = re.compile(r"(<tr\b[^>]*>)(.*?)(</tr>)", re.DOTALL)
_CELL = re.compile(r"<(th|td)\b[^>]*>.*?</\1>", re.DOTALL)
_ROWSPAN = re.compile(r' rowspan="(\d+)"')
_COLSPAN = re.compile(r'^<t[hd]\b[^>]* colspan="(\d+)"')
# A copy of these would be a second footnote, or a second place of one name.
_NEVER_TWICE = re.compile(r'class="footnote"|\sid="')


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    column: int
    rows: int
    columns: int
    html: str


def repeat_heads(html: str, breaks: Breaks) -> str:
    """Give the HTML with merged cells cut at these rows; without breaks, as it is.

    Tables inside tables cannot be told apart here; a report that has one stays as it is.
    """
    if not breaks or len(_TABLE.findall(html)) != html.count("<table"):
        return html
    tables = iter(range(html.count("<table")))

    def with_cuts(found: re.Match[str]) -> str:
        rows = breaks.get(next(tables), ())
        heads = found[0].partition("<tbody>")[0].count("<tr")
        return _BODY.sub(lambda body: _cut_body(body[0], [row - heads for row in rows]), found[0]) if rows else found[0]

    return _TABLE.sub(with_cuts, html)


def _cut_body(body: str, breaks: list[int]) -> str:
    rows = list(_ROW.finditer(body))
    cells = _placed([row[2] for row in rows])
    for at in breaks:
        cells = [piece for cell in cells for piece in _cut(cell, at)]
    lines = []
    for index, row in enumerate(rows):
        own = sorted((cell for cell in cells if cell.row == index), key=lambda cell: cell.column)
        lines.append(row[1] + "\n".join(cell.html for cell in own) + row[3])
    return "\n".join(lines)


def _placed(rows: list[str]) -> list[_Cell]:
    """Find the place of each cell: the first column that no cell from above reaches into."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, inner in enumerate(rows):
        column = 0
        for found in _CELL.finditer(inner):
            while (row, column) in taken:
                column += 1
            cell = _Cell(row, column, _span(_ROWSPAN, found[0]), _span(_COLSPAN, found[0]), found[0])
            taken |= {(row + y, column + x) for y in range(cell.rows) for x in range(cell.columns)}
            cells.append(cell)
    return cells


def _cut(cell: _Cell, at: int) -> tuple[_Cell, ...]:
    if not cell.row < at < cell.row + cell.rows or _NEVER_TWICE.search(cell.html):
        return (cell,)
    above, below = at - cell.row, cell.row + cell.rows - at
    return (
        replace(cell, rows=above, html=_spanning(cell.html, above)),
        replace(cell, row=at, rows=below, html=_spanning(cell.html, below)),
    )


def _spanning(html: str, rows: int) -> str:
    return _ROWSPAN.sub(f' rowspan="{rows}"' if rows > 1 else "", html, count=1)


def _span(attribute: re.Pattern[str], html: str) -> int:
    found = attribute.search(html[: html.index(">")])
    return int(found[1]) if found else 1
