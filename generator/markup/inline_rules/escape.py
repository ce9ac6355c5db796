"""A backslash before a character of our own syntax makes that character text. Any other backslash is text itself."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from generator.markup.line import Line, line_of

_SIGNS = frozenset("\\*[]()|<^!")


def escape(state: StateInline, silent: bool) -> bool:
    """Match a backslash and a sign of the syntax; a mark counts as one at the start of a line."""
    following = state.pos + 1
    if state.src[state.pos] != "\\" or following >= state.posMax:
        return False
    if state.src[following] not in _SIGNS and not _is_mark(line_of(state), state.pos):
        return False
    if not silent:
        state.pending += state.src[following]
    state.pos += 2
    return True


def _is_mark(line: Line, position: int) -> bool:
    text = line.run.text[position + 1 : position + 10]
    return line.run.begins_line(position) and line.passage.marks.starts_with_sign(text)
