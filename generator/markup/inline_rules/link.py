"""A link: `[조례 전문](https://www.elis.go.kr/)`. Addresses alone are not linked, HTML is never read."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from generator.diagnostics import Severity
from generator.markup.address import is_address, link_trouble
from generator.markup.line import line_of

_LINK = re.compile(
    r"\[(?P<text>(?:\\.|[^\[\]\\]){1,1000})\]"
    r"\((?P<address>[^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,20})\)"
)


def link(state: StateInline, silent: bool) -> bool:
    """Match text in square brackets with an address behind it; a refused address stays text."""
    if state.src[state.pos] != "[" or state.linkLevel > 0:
        return False
    found = _LINK.match(state.src, state.pos, state.posMax)
    if found is None or not is_address(found["address"]):
        return False
    trouble = link_trouble(found["address"])
    if trouble is not None:
        if not silent:
            hint = "http, https, mailto, tel 주소나 이 누리집 안의 상대 경로를 적으세요."
            message = f"링크를 걸 수 없는 주소입니다: {trouble}"
            line_of(state).report("link-refused", Severity.ERROR, message, *found.span("address"), hint)
            state.pending += found[0]
        state.pos = found.end()
        return True
    if not silent:
        _push_link(state, found)
    state.pos = found.end()
    return True


def _push_link(state: StateInline, found: re.Match[str]) -> None:
    limit = state.posMax
    state.push("link_open", "a", 1).attrs = {"href": found["address"]}
    state.pos, state.posMax = found.span("text")
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = limit
