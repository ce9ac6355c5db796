"""Emphasis: `**굵게**`.

Reports use the star as a times sign and as the mark of a remark, so one star is always text, and two are text next to
blanks and between digits. CommonMark's own rule is not used: it fails where a particle follows, as in `**굵게(가)**는`.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from generator.markup.line import line_of

_STARS = "**"


def strong(state: StateInline, silent: bool) -> bool:
    """Match two stars, text, and two stars."""
    start = state.pos
    if not _opens(state.src, start, state.posMax):
        return False
    end = _closing(state, start + 2)
    if end is None:
        return False
    if not silent:
        limit = state.posMax
        state.push("strong_open", "strong", 1)
        state.pos, state.posMax = start + 2, end
        state.md.inline.tokenize(state)
        state.push("strong_close", "strong", -1)
        state.posMax = limit
    state.pos = end + 2
    return True


def _opens(text: str, start: int, limit: int) -> bool:
    if not text.startswith(_STARS, start) or start + 2 >= limit:
        return False
    return not text[start + 2].isspace() and text[start + 2] != "*" and not _between_digits(text, start)


def _closing(state: StateInline, start: int) -> int | None:
    """The first place after `start` where two stars can close, whatever opened them."""
    line = line_of(state)
    if line.closing is None or not line.closing[0] <= start <= line.closing[1]:
        end = state.src.find(_STARS, start + 1)
        while end >= 0 and not _closes(state.src, end):
            end = state.src.find(_STARS, end + 1)
        line.closing = (start, end if end >= 0 else len(state.src))
    end = line.closing[1]
    return end if start < end and end + 2 <= state.posMax else None


def _closes(text: str, end: int) -> bool:
    return not (text[end - 1].isspace() or text[end - 1] == "\\" or _between_digits(text, end))


def _between_digits(text: str, start: int) -> bool:
    return text[start - 1 : start].isdigit() and text[start + 2 : start + 3].isdigit()
