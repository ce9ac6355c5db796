"""A picture inside a line stays text: pictures stand on lines of their own. Its author is told."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from generator.diagnostics import Severity
from generator.markup.line import line_of

_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\n]{0,500}\)")


def picture(state: StateInline, silent: bool) -> bool:
    """Match what would be a picture on a line of its own."""
    if state.src[state.pos] != "!":
        return False
    found = _PICTURE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.pending += found[0]
        message = "그림은 글 가운데에 넣을 수 없어 적힌 그대로 인쇄됩니다."
        hint = "그림을 한 줄에 따로 적으세요."
        line_of(state).report("picture-inline", Severity.WARNING, message, *found.span(), hint)
    state.pos = found.end()
    return True
