"""A footnote's text: `[^1]: 실시간 동영상 스트리밍을 통해 …`, with the lines that continue it."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from generator.markup.window import gather_lines, line_bounds, line_text, push, window_of

_DEFINITION = re.compile(r"\[\^([^\]\[\s]{1,30})\][:：]\s*(?=\S)")


def definition(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that begins with a footnote's label and a colon."""
    found = None if window_of(state).in_cell else _DEFINITION.match(line_text(state, line))
    if found is None:
        return False
    if silent:
        return True
    begin = line_bounds(state, line)[0]
    lines, after = gather_lines(state, line, end_line, begin + found.end())
    push(state, "definition", line, after, begin, lines, label=found[1])
    return True
