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
    text = line_text(state, line)
    if not pipes(text):
        return None
    window = window_of(state)
    if not _is_enclosed(text) and line < window.searched:
        return None
    after, delimiters, enclosed = line, 0, 0
    while after < end_line and pipes(text := line_text(state, after)):
        delimiters += is_delimiter(text)
        enclosed += enclosed == after - line and _is_enclosed(text)
        after += 1
    if 0 < delimiters < after - line:
        return after
    if enclosed and not delimiters:
        return line + enclosed
    window.searched = max(window.searched, after)
    return None


def _is_enclosed(text: str) -> bool:
    return text.startswith("|") and len(pipes(text)) > 1
