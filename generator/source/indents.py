"""Indentation with something else than spaces, which YAML refuses or takes for text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.diagnostics import Diagnostic
from generator.source.findings import finding
from generator.source.text import MOST_OF_A_KIND, WIDE_BLANK, SourceText

_INDENT = re.compile(rf"^(?P<spaces> *)(?P<other>[\t{WIDE_BLANK}][ \t{WIDE_BLANK}]*)(?=[^\s#])", re.MULTILINE)
_BLOCK_HEADER = re.compile(r"(?:^|[ :-])[|>][-+1-9]{0,2} *(?: #.*)?$")
_ADVICE = "지우고 빈칸(스페이스)으로 들여 쓰세요. 한 단계에 두 칸이며, 같은 단계의 줄은 모두 같은 칸에서 시작합니다."


def find_odd_indents(source: SourceText) -> Iterator[Diagnostic]:
    """Find lines that are indented with tabs or with blanks of another width; the first ones, if there are many."""
    for match in islice(_odd_indents(source), MOST_OF_A_KIND):
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
    pieces, position = [], 0
    widened = {}
    for match in _odd_indents(source):
        wide = "".join(c if c == " " else "  " for c in match["other"])
        widened[source.line_of(match.start())] = len(wide) - len(match["other"])
        pieces += [source.text[position : match.start("other")], wide]
        position = match.end()
    return SourceText(source.path, "".join([*pieces, source.text[position:]]), widened)


def _odd_indents(source: SourceText) -> Iterator[re.Match[str]]:
    if not _INDENT.search(source.text):
        return
    above: list[tuple[int, bool]] = []  # the lines that the current one lies below: column, and whether text follows
    is_first_of_text = False
    for number, line in enumerate(source.text.split("\n")):
        column = len(line) - len(line.lstrip(" "))
        if column == len(line):
            continue
        while above and above[-1][0] >= column:
            above.pop()
            is_first_of_text = False
        # Below `|` or `>`, what follows the spaces of the first line belongs to the text.
        is_text = bool(above) and above[-1][1]
        match = _INDENT.match(source.text, source.starts[number])
        if match and (not is_text or is_first_of_text):
            yield match
        is_first_of_text = not is_text and bool(_BLOCK_HEADER.search(line))
        above.append((column, is_text or is_first_of_text))
