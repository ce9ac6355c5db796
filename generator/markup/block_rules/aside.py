"""A line in brackets alone beside a table: its unit or its basis date, `(단위: 천원)`, `(2022. 8. 31.기준)`.

Such a line belongs to the table after it, as on the printed page, unless it stands directly below one and not directly
above another. Away from tables it is text.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.block_rules.table import table
from generator.markup.unit_line import read_unit_line
from generator.markup.window import line_bounds, line_text, push

MOST_ASIDES = 4
"""Lines in brackets that may stand one above the other at a table."""


def aside(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line in brackets that names a unit or a basis date, and stands beside a table."""
    if read_unit_line(line_text(state, line)) is None:
        return False
    below = _table_below(state, line, end_line)
    if silent:
        # The block before this line is not known yet, only what follows.
        return below is not None
    above = _table_above(state)
    touches_above = above is not None and above == line
    if below is None and above is None:
        return False
    belongs_below = below is not None and (below == line + 1 or not touches_above)
    begin, end = line_bounds(state, line)
    push(state, "aside", line, line + 1, begin, [(begin, end)], below=belongs_below)
    return True


def _table_below(state: StateBlock, line: int, end_line: int) -> int | None:
    """The line where the next table begins, if nothing but such lines and blank ones stands before it."""
    for _ in range(MOST_ASIDES):
        line = state.skipEmptyLines(line + 1)
        if line >= end_line:
            return None
        if table(state, line, end_line, True):
            return line
        if read_unit_line(line_text(state, line)) is None:
            return None
    return None


def _table_above(state: StateBlock) -> int | None:
    """The line after the table before, or after the lines in brackets that belong to it."""
    last = state.tokens[-1] if state.tokens else None
    if last is None or last.map is None:
        return None
    is_above = last.type == "table" or (last.type == "aside" and not last.meta["below"])
    return last.map[1] if is_above else None
