"""Indentation with something else than spaces, which YAML refuses or takes for text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.source.findings import finding
from generator.source.text import WIDE_BLANK, SourceText

_INDENT = re.compile(rf"^(?P<spaces> *)(?P<other>[\t{WIDE_BLANK}][ \t{WIDE_BLANK}]*)(?=[^\s#])", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"(?:^|[ :-])[|>][-+1-9]{0,2} *(?: #.*)?$")
_ADVICE = "지우고 빈칸(스페이스)으로 들여 쓰세요. 한 단계에 두 칸이며, 같은 단계의 줄은 모두 같은 칸에서 시작합니다."


def find_odd_indents(source: SourceText) -> Iterator[Diagnostic]:
    """Find lines that are indented with tabs or with blanks of another width."""
    for match in _odd_indents(source):
        is_tab = "\t" in match["other"]
        yield finding(
            source,
            "tab-indent" if is_tab else "odd-space",
            match.span("other"),
            "줄 앞을 탭(Tab)으로 들여 썼습니다" if is_tab else "줄 앞을 보통 빈칸이 아닌 특수 빈칸으로 들여 썼습니다",
            f"탭을 {_ADVICE}" if is_tab else f"이 빈칸을 {_ADVICE}",
        )


def widen_indents(source: SourceText) -> SourceText:
    """Replace each such character by two spaces, one step of ours, so that the rest can still be looked at."""
    text, position = "", 0
    widened = {}
    for match in _odd_indents(source):
        wide = "".join(c if c == " " else "  " for c in match["other"])
        widened[source.line_of(match.start())] = len(wide) - len(match["other"])
        text += source.text[position : match.start("other")] + wide
        position = match.end()
    return SourceText(source.path, text + source.text[position:], widened)


def _odd_indents(source: SourceText) -> Iterator[re.Match[str]]:
    matches = _INDENT.finditer(source.text)
    return (match for match in matches if not _is_in_block_text(source, match.start(), len(match["spaces"])))


def _is_in_block_text(source: SourceText, start: int, spaces: int) -> bool:
    """Tell whether a line is text below `|` or `>`: then what follows the required spaces belongs to the text."""
    for number in range(source.line_of(start) - 1, -1, -1):
        line = source.line(number)
        if line.strip() and len(line) - len(line.lstrip(" ")) < spaces:
            return bool(_BLOCK_HEADER.search(line))
    return False
