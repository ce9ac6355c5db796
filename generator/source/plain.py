"""Structure that a text swallowed without any error.

YAML folds the lines of an unquoted text, and of one after `>`, into one line. A list written below a value, `-항목`
without a blank, or `이름:값` on a line of its own so become running text, which the author notices in print at best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Diagnostic
from generator.source.alignment import Raw
from generator.source.findings import finding, shorten
from generator.source.text import SourceText

_LIST_MARK = re.compile(r"(?:[-○□◦·ㆍ∙•▪■●※]|\d{1,2}[.)]) |[○□◦※■●▪]|\|")
_TIGHT_DASH = re.compile(r"-(?=[^\s\d\-])")
_TIGHT_COLON = re.compile(r"(?P<name>[^\W\d][\w·() ]{0,19}?)[:：](?=[^\s/:])")


def find_lost_structure(source: SourceText, raw: Raw) -> Iterator[Diagnostic]:
    """Find the first line of a text that was written as a list item or an entry, but is read as running text."""
    found = _in_plain(source, raw) if raw.style == "" else _in_folded(source, raw) if raw.style == ">" else None
    if found:
        yield found


def _in_plain(source: SourceText, raw: Raw) -> Diagnostic | None:
    found = None
    start = raw.start
    for line in raw.parsed[raw.start : raw.end].split("\n"):
        text = line.lstrip()
        at = start + len(line) - len(text)
        if start > raw.start:
            found = _tight(source, at, text) or _joined(source, at, text)
        elif _starts_line(raw):
            found = _tight(source, at, text)
        if found:
            break
        start += len(line) + 1
    return found


def _in_folded(source: SourceText, raw: Raw) -> Diagnostic | None:
    """Look at the lines that YAML folds to the line before: both have text and no further indentation."""
    start = raw.start
    lines = raw.parsed[raw.start : raw.end].split("\n")
    base = min((_indentation(line) for line in lines[1:] if line.strip()), default=0)
    for before, line in pairwise(lines):
        start += len(before) + 1
        is_folded = before is not lines[0] and before.strip() and _indentation(before) == base == _indentation(line)
        found = _joined(source, start + base, line[base:]) if is_folded else None
        if found:
            return found
    return None


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _starts_line(raw: Raw) -> bool:
    line_start = raw.parsed.rfind("\n", 0, raw.start) + 1
    return not raw.parsed[line_start : raw.start].strip()


def _tight(source: SourceText, start: int, line: str) -> Diagnostic | None:
    if _TIGHT_DASH.match(line):
        return tight_dash(source, start, line)
    found = _TIGHT_COLON.match(line)
    return tight_colon(source, start, found["name"], line[found.end() - 1]) if found else None


def tight_dash(source: SourceText, start: int, line: str) -> Diagnostic:
    """Say that a list mark lacks its blank."""
    return finding(
        source,
        "missing-space",
        (start, start + 1),
        "목록을 나타내는 '-' 뒤를 띄우지 않았습니다",
        f"'- {shorten(line[1:])}'처럼 '-' 뒤를 한 칸 띄우세요.",
    )


def tight_colon(source: SourceText, start: int, name: str, colon: str) -> Diagnostic:
    """Say that a colon lacks its blank, or is the full-width one."""
    at = start + len(name)
    if colon == "：":
        message = "전각 쌍점(：)을 써서 항목으로 읽을 수 없습니다"
        hint = f"'{shorten(name)}: 값'처럼 영문 자판의 쌍점(:)으로 바꾸고 뒤를 한 칸 띄우세요."
    else:
        message = f"'{shorten(name)}' 뒤의 쌍점(:) 다음을 띄우지 않았습니다"
        hint = f"'{shorten(name)}: 값'처럼 쌍점 뒤를 한 칸 띄우세요."
    return finding(source, "missing-space", (at, at + 1), message, hint)


def _joined(source: SourceText, start: int, line: str) -> Diagnostic | None:
    found = _LIST_MARK.match(line)
    if not found:
        return None
    mark = found[0].strip()
    return finding(
        source,
        "joined-lines",
        (start, start + len(mark)),
        f"'{mark}'로 시작하는 이 줄이 앞줄에 한 줄로 이어 붙습니다",
        "줄을 나누어 쓰려면 이름 뒤에 '|'만 쓰고, 글은 다음 줄부터 두 칸 들여 쓰세요.",
    )
