"""A topic heading: `□ 예산현황 (단위: 천원)`.

It is one line: what stands directly below a heading is its text. Only a bracket left open shows that HWP wrapped it.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.run import open_brackets
from generator.markup.window import gather_lines, line_bounds, line_text, push, read_mark


def topic(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that begins with the mark of level 0."""
    mark = read_mark(state, line)
    if mark is None or mark.level != 0:
        return False
    if silent:
        return True
    begin = line_bounds(state, line)[0]
    limit = end_line if open_brackets(line_text(state, line)) > 0 else line + 1
    lines, after = gather_lines(state, line, limit, begin + mark.length)
    push(state, "topic", line, after, begin, lines, mark=mark)
    return True
