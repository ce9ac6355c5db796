"""An item: `○ 사업기간: 2022. 1.~ 12.`, with the lines that continue it.

A line that begins with a colon continues the item even after a blank line: some reports set the value of a label there.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.window import gather_lines, line_bounds, push, read_mark


def item(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that begins with the mark of level 1 or deeper."""
    mark = read_mark(state, line)
    if mark is None or mark.is_note or mark.level == 0:
        return False
    if silent:
        return True
    begin = line_bounds(state, line)[0]
    lines, after = gather_lines(state, line, end_line, begin + mark.length, beyond_blank=":：")
    push(state, "item", line, after, begin, lines, mark=mark)
    return True
