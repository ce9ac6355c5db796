"""A pipe table: any number of head rows, a delimiter row, body rows.

    | 구인     | <        | 구직자 |
    | 구인업체 | 구인인원 | ^      |
    |---:|---:|---:|
    | 1,771 | 2,491 | 1,494 |

The outer pipes may be left out where a delimiter row shows that it is a table; without a delimiter row, lines that
begin with a pipe and hold another are one.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.row import is_delimiter, pipes
from generator.markup.window import line_bounds, line_text, push, window_of


def table(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match lines with pipes that form a table."""
    after = _end_of_table(state, line, end_line)
    if after is None:
        return False
    if silent:
        return True
    rows = [line_bounds(state, row) for row in range(line, after)]
    push(state, "table", line, after, rows[0][0], rows)
    return True


def _end_of_table(state: StateBlock, line: int, end_line: int) -> int | None:
    if not pipes(line_text(state, line)):
        return None
    window = window_of(state)
    if line >= window.searched:
        after, delimiters = line, 0
        while after < end_line and pipes(text := line_text(state, after)):
            delimiters += is_delimiter(text)
            after += 1
        if 0 < delimiters < after - line:
            return after
        window.searched = after
    # No delimiter row parts these lines; those that begin with a pipe are a table all the same.
    after = line
    while after < end_line and _is_enclosed(text := line_text(state, after)) and not is_delimiter(text):
        after += 1
    return after if after > line else None


def _is_enclosed(text: str) -> bool:
    return text.startswith("|") and len(pipes(text)) > 1
