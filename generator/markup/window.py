"""What block rules share: the stretch of a passage that is parsed, its lines, and how a line is continued.

Tokens of our rules stand alone (nesting 0). `meta` holds places in the passage: `begin`, where the block begins, and
`lines`, the stretches of text that belong to it, without marks and outer spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from generator.markup.marks import Mark
from generator.markup.passage import Passage
from generator.markup.run import Bounds, open_brackets

KEY = "window"
"""Where a parser's environment keeps the window."""


@dataclass(slots=True)
class Window:
    """A stretch of a passage: the whole text or one cell of a table. `base` is the place where it begins.

    `searched` is how far a table's delimiter row was looked for in vain, so that no line is searched twice.
    """

    passage: Passage
    base: int = 0
    in_cell: bool = False
    searched: int = 0


def window_of(state: StateBlock) -> Window:
    """Give the window that is being parsed."""
    window = state.env[KEY]
    assert isinstance(window, Window)
    return window


def line_bounds(state: StateBlock, line: int) -> Bounds:
    """Give a line's place in the parsed text, without the spaces around it."""
    start = state.bMarks[line] + state.tShift[line]
    return start, start + len(state.src[start : state.eMarks[line]].rstrip())


def line_text(state: StateBlock, line: int) -> str:
    """Give a line without the spaces around it."""
    start, end = line_bounds(state, line)
    return state.src[start:end]


def read_mark(state: StateBlock, line: int) -> Mark | None:
    """Find the mark that opens a line. The sign of a topic is text in a cell, where □ is a box to tick."""
    window = window_of(state)
    mark = window.passage.marks.read(line_text(state, line))
    return None if mark and mark.level == 0 and window.in_cell else mark


def gather_lines(
    state: StateBlock, line: int, end_line: int, begin: int, *, beyond_blank: str = ""
) -> tuple[list[Bounds], int]:
    """Gather a block's text from `begin` in its first line on, and the lines that continue it.

    A line continues a block when nothing else begins there. A mark without a space after it continues it too while a
    bracket is open: the text was wrapped at a separator. A line after blank ones continues it only when it begins with
    one of the characters `beyond_blank`. Gives the lines' places, and the line after the block.
    """
    lines = [(begin, line_bounds(state, line)[1])]
    depth = open_brackets(state.src[slice(*lines[0])])
    following = line + 1
    while following < end_line:
        if state.isEmpty(following):
            beyond = state.skipEmptyLines(following)
            if not beyond_blank or beyond >= end_line or line_text(state, beyond)[0] not in beyond_blank:
                break
            following = beyond
        elif not (depth > 0 and _is_wrapped_separator(state, following)) and _begins_block(state, following, end_line):
            break
        lines.append(line_bounds(state, following))
        depth += open_brackets(state.src[slice(*lines[-1])])
        following += 1
    return lines, following


def push(state: StateBlock, kind: str, first: int, after: int, begin: int, lines: list[Bounds], **meta: Any) -> Token:
    """Add a block that stands in the lines from `first` to before `after`."""
    base = window_of(state).base
    token = state.push(kind, "", 0)
    token.map = [first, after]
    token.meta = {"begin": begin + base, "lines": [(start + base, end + base) for start, end in lines], **meta}
    state.line = after
    return token


def _begins_block(state: StateBlock, line: int, end_line: int) -> bool:
    return any(rule(state, line, end_line, True) for rule in state.md.block.ruler.getRules("paragraph"))


def _is_wrapped_separator(state: StateBlock, line: int) -> bool:
    mark = read_mark(state, line)
    return mark is not None and mark.length == len(mark.written) and mark.level not in (0, 1) and not mark.is_note
