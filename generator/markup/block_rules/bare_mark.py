"""A mark with nothing after it: it stays as text, and its author is told. In a cell it is text: a dash means none."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from generator.diagnostics import Severity
from generator.markup.window import line_bounds, line_text, push, window_of


def bare_mark(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Match a line that is a mark and nothing else."""
    window = window_of(state)
    text = line_text(state, line)
    if window.in_cell or not window.passage.marks.is_bare(text):
        return False
    if silent:
        return True
    start, end = line_bounds(state, line)
    push(state, "paragraph", line, line + 1, start, [(start, end)])
    window.passage.report(
        "mark-empty",
        Severity.WARNING,
        f"글머리 '{text}' 뒤에 내용이 없습니다.",
        (start + window.base, end + window.base),
        "내용을 적거나 이 줄을 지우세요.",
    )
    return True
