"""The form that a block takes on paper: shares of the width, where a table may break, which drawing a chart gets.

These are decisions about paper only. They are filters and tests of the paper's Jinja environments, so that templates
stay free of arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
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
    Unit,
    plain,
    walk_divisions,
)
from generator.document.reading import block_text
from generator.outputs.paper.column_widths import MOST_COLUMNS, column_shares, is_dense, reduced_type, text_width
from generator.outputs.paper.display_lines import organization_lines, title_lines
from generator.outputs.paper.sheet import A4, Sheet
from generator.outputs.paper.tightness import CLASSES

MOST_TEAMS_IN_A_ROW = 8
"""More boxes than this beside each other on A4 would be too narrow for their text."""

TALL_TABLE = 150
"""Millimetres. A table that is estimated taller may break across pages; a smaller one moves to the next page whole."""

_CHART_WIDTH = 488
"""Points. The width of a row of teams on A4."""
_BOX_FRAME, _DUTY_FRAME = 13, 19
_NAME_SIZE, _DUTY_SIZE = 11.5, 9.7
"""Points. What a box needs beside its words, and the sizes of its type."""

_FULL_WIDTH_CELLS = 92
_LINE_HEIGHT = 5.0
_ROW_PADDING = 2.6


def is_tall(table: Table, sheet: Sheet = A4) -> bool:
    """Estimate whether a table takes more than about half a page."""
    rows = (*table.head, *table.body)
    shares = tuple(share * sheet.room(_FULL_WIDTH_CELLS) for share in _number_shares(table))
    height = sum(_row_lines(row, shares) * _LINE_HEIGHT + _ROW_PADDING for row in rows)
    return height > sheet.room(TALL_TABLE)


def has_many_columns(table: Table) -> bool:
    """Tell whether a table has more columns than its type fits."""
    return len(table.columns) > MOST_COLUMNS


def chart_form(chart: OrganizationChart, sheet: Sheet = A4) -> str:
    """Give `tree` for one row of teams, with single centres below them, and `boxes` for anything wider or deeper, or
    where words would have to break in the boxes of a tree."""
    teams = chart.root.units
    deep = any(centre.units for team in teams for centre in team.units)
    if deep or len(teams) > sheet.room(MOST_TEAMS_IN_A_ROW):
        return "boxes"
    return "tree" if sheet.scale == 1 or _words_fit(teams, sheet.room(_CHART_WIDTH) / max(len(teams), 1)) else "boxes"


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


def filters_of(sheet: Sheet) -> Mapping[str, Callable[..., object]]:
    """Give the filters of a sheet's templates by their names."""
    return {
        "column_shares": partial(column_shares, sheet=sheet),
        "reduced_type": partial(reduced_type, sheet=sheet),
        "chart_form": partial(chart_form, sheet=sheet),
        "has_centres": has_centres,
        "split_pieces": split_pieces,
        "programmes_below": programmes_below,
        "title_lines": partial(title_lines, sheet=sheet),
        "organization_lines": partial(organization_lines, sheet=sheet),
        "with_asides": with_asides,
        "setting_class": CLASSES.__getitem__,
    }


def tests_of(sheet: Sheet) -> Mapping[str, Callable[..., bool]]:
    """Give the tests of a sheet's templates by their names."""
    return {"tall": partial(is_tall, sheet=sheet), "dense": is_dense, "many_columned": has_many_columns}


def _words_fit(units: tuple[Unit, ...], room: float) -> bool:
    """Tell whether all words of units and those below fit in a box that is so many points wide."""
    return all(
        _longest_word(unit.name) * _NAME_SIZE + _BOX_FRAME <= room
        and all(_longest_word(plain(duty)) * _DUTY_SIZE + _DUTY_FRAME <= room for duty in unit.duties)
        and _words_fit(unit.units, room)
        for unit in units
    )


def _longest_word(text: str) -> float:
    return max((text_width(word) for word in re.split(r"[\s·,/()]+", text)), default=0.0)


def _number_shares(table: Table) -> tuple[float, ...]:
    widths = [column.width for column in table.columns]
    if not all(width > 0 for width in widths):
        widths = [1.0] * len(widths)
    return tuple(width / sum(widths) for width in widths)


def _row_lines(row: Row, shares: tuple[float, ...]) -> int:
    """Give the lines of a row's tallest cell; `shares` are the columns' room in display cells.

    Where cells from above reach into the row its own are counted from the right, because those that reach down stand on
    the left almost always.
    """
    place = len(shares) - sum(cell.colspan for cell in row.cells)
    lines = 1
    for cell in row.cells:
        room = sum(shares[max(place, 0) : place + cell.colspan])
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
