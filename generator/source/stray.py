"""Lines of a text that slipped out of it: `○ 선발인원` further left than the text that it belongs to.

YAML takes such a line for an entry, and everything below it for misplaced. The mark leaves no doubt, since no key of a
report begins with one; so the line is put back to be read, and only the slip is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.source.findings import finding
from generator.source.text import SourceText

_MARKED = re.compile(r" *(?P<mark>[○◯❍□◦●■▪※])")
_BLOCK_HEADER = re.compile(r"(?:^|[ :-])\|[-+1-9]{0,2} *(?: #.*)?$")


def find_stray_lines(source: SourceText) -> Iterator[Diagnostic]:
    """Find marked lines that stand further left than the text above them; none where tabs make columns uncertain."""
    if source.widened:
        return
    for number, column, wanted in _stray(source):
        start = source.starts[number]
        mark = source.line(number)[column]
        yield finding(
            source,
            "bad-indent",
            (start + column, start + len(source.line(number).rstrip())),
            f"'{mark}'로 시작하는 이 줄이 글 밖에 있습니다: 이 줄은 {column}칸, 위의 글은 {wanted}칸 들여 썼습니다",
            "위의 글과 같은 칸에서 시작하게 들여 쓰세요.",
        )


def with_stray_lines(source: SourceText) -> SourceText:
    """Put such lines back into their texts, so that the rest can be looked at."""
    wider = {number: wanted - column for number, column, wanted in _stray(source)}
    lines = (" " * wider.get(n, 0) + line for n, line in enumerate(source.text.split("\n")))
    widened = {n: source.widened.get(n, 0) + wider.get(n, 0) for n in {*source.widened, *wider}}
    return SourceText(source.path, "\n".join(lines), widened)


def _stray(source: SourceText) -> Iterator[tuple[int, int, int]]:
    """Give the number (from 0) and the column of each such line, and the column of its text."""
    header = wanted = -1  # the column of the line with the `|`, and of the first line below it
    for number, line in enumerate(source.text.split("\n")):
        column = len(line) - len(line.lstrip(" "))
        if column == len(line):
            continue
        if header >= 0 and wanted < 0 and column > header:
            wanted = column
        if wanted >= 0 and column < wanted and _MARKED.match(line):
            yield number, column, wanted
        elif header < 0 or column < max(wanted, header + 1):
            header, wanted = (column if _BLOCK_HEADER.search(line) else -1), -1
