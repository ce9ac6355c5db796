"""A remark on a line of its own: `※ 주·월차수당, 간식비 포함`."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.window import gather_lines, line_bounds, push, read_mark


def note(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that begins with the mark of a remark."""
    mark = read_mark(state, line)
    if mark is None or not mark.is_note:
        return False
    if silent:
        return True
    begin = line_bounds(state, line)[0]
    lines, after = gather_lines(state, line, end_line, begin + mark.length)
    push(state, "note", line, after, begin, lines, mark=mark)
    return True
