"""A table that was pasted from a spreadsheet or a word processor: its cells are parted by tabs, not by `|`.

Nothing is wrong with such lines for YAML; they would be printed as running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.diagnostics import Diagnostic, Severity
from generator.source.text import SourceText

_BETWEEN = re.compile(r"(?<=[^\s:])[ ]*\t[ \t]*(?=[^\s#])")


def find_pasted_tables(source: SourceText) -> Iterator[Diagnostic]:
    """Find two or more lines in a row that have the same number of tabs between their words."""
    if "\t" not in source.text:
        return
    lines = [(number, _tabs(line)) for number, line in enumerate(source.text.split("\n"))]
    for tabs, found in groupby(lines, key=lambda pair: pair[1]):
        numbers = [number for number, _ in found]
        if tabs and len(numbers) > 1:
            first = source.line(numbers[0])
            start = source.starts[numbers[0]]
            yield Diagnostic(
                "pasted-table",
                Severity.ERROR,
                f"탭으로 나눈 표가 {len(numbers)}줄 있습니다. 이대로는 표가 아니라 이어진 글로 실립니다",
                source.span(start + len(first) - len(first.lstrip()), start + len(first.rstrip())),
                "줄마다 칸을 '|'로 나누고 첫 줄 아래에 구분 줄을 넣으세요. "
                f"보기: {' '.join(('|', *_cells(first)))}, 그 아래에 |{'---|' * (tabs + 1)}",
            )


def _tabs(line: str) -> int:
    return 0 if line.lstrip().startswith("#") else len(_BETWEEN.findall(line))


def _cells(line: str) -> Iterator[str]:
    for cell in _BETWEEN.split(line.strip()):
        yield cell
        yield "|"
