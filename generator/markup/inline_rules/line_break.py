"""A line break that joining lines has kept."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline


def line_break(state: StateInline, silent: bool) -> bool:
    """Match a line feed."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += 1
    return True
