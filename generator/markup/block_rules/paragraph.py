"""Text without a mark. In a cell each line is one, since the author broke the lines there."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.markup.window import gather_lines, line_bounds, push, window_of


def paragraph(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match any line that no other rule takes."""
    begin = line_bounds(state, line)[0]
    limit = line + 1 if window_of(state).in_cell else end_line
    lines, after = gather_lines(state, line, limit, begin)
    push(state, "paragraph", line, after, begin, lines)
    return True
