"""A backslash before a character of our own syntax makes that character text. Any other backslash is text itself."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from generator.markup.line import line_of

_SIGNS = frozenset("\\*[]()|<^!")


def escape(state: StateInline, silent: bool) -> bool:
    """Match a backslash and a sign of the syntax; a mark counts as one at the start of the line."""
    following = state.pos + 1
    if state.src[state.pos] != "\\" or following >= state.posMax:
        return False
    marks = line_of(state).passage.marks
    if state.src[following] not in _SIGNS and not (state.pos == 0 and marks.starts_with_sign(state.src[following:])):
        return False
    if not silent:
        state.pending += state.src[following]
    state.pos += 2
    return True
