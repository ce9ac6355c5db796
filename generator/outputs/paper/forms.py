"""The form that a block takes on paper: shares of the width, where a table may break, which drawing a chart gets.

These are decisions about paper only. They are filters and tests of the paper's Jinja environments, so that templates
stay free of arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import ceil

from generator.diagnostics import display_width
from generator.document import (
    Block,
    Division,
    Inlines,
    OrganizationChart,
    Outline,
    Paragraph,
    Role,
    Row,
    Table,
    plain,
    walk_divisions,
)
from generator.document.reading import block_text
from generator.outputs.paper.column_widths import column_shares, is_dense
from generator.outputs.paper.display_lines import organization_lines, title_lines
from generator.outputs.paper.tightness import CLASSES

MOST_TEAMS_IN_A_ROW = 8
"""More boxes than this beside each other on A4 would be too narrow for their text."""

TALL_TABLE = 150
"""Millimetres. A table that is estimated taller may break across pages; a smaller one moves to the next page whole."""

_FULL_WIDTH_CELLS = 92
_LINE_HEIGHT = 5.0
_ROW_PADDING = 2.6


def is_tall(table: Table) -> bool:
    """Estimate whether a table takes more than about half a page."""
    rows = (*table.head, *table.body)
    shares = _number_shares(table)
    height = sum(_row_lines(row, shares) * _LINE_HEIGHT + _ROW_PADDING for row in rows)
    return height > TALL_TABLE


def chart_form(chart: OrganizationChart) -> str:
    """Give `tree` for one row of teams, with single centres below them, and `boxes` for anything wider or deeper."""
    teams = chart.root.units
    deep = any(centre.units for team in teams for centre in team.units)
    return "boxes" if deep or len(teams) > MOST_TEAMS_IN_A_ROW else "tree"


def has_centres(chart: OrganizationChart) -> bool:
    """Tell whether anything hangs below a team."""
    return any(team.units for team in chart.root.units)


def split_pieces(funding: str) -> tuple[str, ...]:
    """Cut a funding split after its commas: `국 116,985` must not break between the source and the amount."""
    return tuple(re.split(r"(?<=,) ", funding))


def with_asides(lines: tuple[Inlines, ...]) -> tuple[tuple[Inlines, bool], ...]:
    """Tell of each line of a row's name whether it only adds to it: an address or an explanation in brackets."""
    found = [index for index, line in enumerate(lines) if index and plain(line).startswith("(")]
    first = min(found, default=len(lines))
    return tuple((line, index >= first) for index, line in enumerate(lines))


def programmes_below(division: Division) -> tuple[Division, ...]:
    """Give what a contents table lists: the programmes below a division, or its sections where it has none."""
    below = tuple(walk_divisions(division.children))
    found = tuple(it for it in below if it.role is Role.PROGRAMME)
    return found or tuple(it for it in below if it.role is Role.SECTION)


FILTERS: Mapping[str, Callable[..., object]] = {
    "column_shares": column_shares,
    "chart_form": chart_form,
    "has_centres": has_centres,
    "split_pieces": split_pieces,
    "programmes_below": programmes_below,
    "title_lines": title_lines,
    "organization_lines": organization_lines,
    "with_asides": with_asides,
    "setting_class": CLASSES.__getitem__,
}
TESTS: Mapping[str, Callable[..., bool]] = {"tall": is_tall, "dense": is_dense}


def _number_shares(table: Table) -> tuple[float, ...]:
    widths = [column.width for column in table.columns]
    if not all(width > 0 for width in widths):
        widths = [1.0] * len(widths)
    return tuple(width / sum(widths) for width in widths)


def _row_lines(row: Row, shares: tuple[float, ...]) -> int:
    """Give the lines of a row's tallest cell. Where cells from above reach into the row its own are counted from the
    right, because those that reach down stand on the left almost always."""
    place = len(shares) - sum(cell.colspan for cell in row.cells)
    lines = 1
    for cell in row.cells:
        room = _FULL_WIDTH_CELLS * sum(shares[max(place, 0) : place + cell.colspan])
        place += cell.colspan
        # A cell that reaches over several rows is as tall as they are, so it says nothing about one of them.
        if cell.rowspan == 1:
            lines = max(lines, sum(_block_lines(block, max(room, 4.0)) for block in cell.blocks))
    return lines


def _block_lines(block: Block, room: float) -> int:
    match block:
        case Outline(items):
            return sum(
                ceil(display_width(plain(item.content)) / room)
                + sum(_block_lines(child, room) for child in item.children)
                for item in items
            )
        case Paragraph(content):
            return max(1, ceil(display_width(plain(content)) / room))
        case _:
            return max(1, ceil(display_width(block_text(block)) / room))
