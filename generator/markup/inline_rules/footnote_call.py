"""A footnote call: `소상공인 라이브커머스[^1] 지원`."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from generator.diagnostics import Severity
from generator.markup.line import line_of

_CALL = re.compile(r"\[\^([^\]\[\s]{1,30})\]")


def footnote_call(state: StateInline, silent: bool) -> bool:
    """Match a footnote's label; one without a note stays text."""
    found = _CALL.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        _push_call(state, found)
    state.pos = found.end()
    return True


def _push_call(state: StateInline, found: re.Match[str]) -> None:
    line = line_of(state)
    if line.in_note:
        state.pending += found[0]
        message = f"각주의 설명 안에 다른 각주 [^{found[1]}]이 있습니다."
        line.report("footnote-nested", Severity.ERROR, message, *found.span(), "설명 안의 각주를 글로 풀어 적으세요.")
        return
    note = line.passage.footnotes.call(found[1], line.passage.at(line.run.bounds(*found.span())))
    if note is None:
        state.pending += found[0]
        message = f"각주 [^{found[1]}]의 설명이 없습니다."
        hint = f"같은 글의 끝에 '[^{found[1]}]: 설명'을 한 줄로 적으세요."
        line.report("footnote-missing", Severity.ERROR, message, *found.span(), hint)
        return
    state.push("footnote_call", "", 0).meta = {"note": note}
