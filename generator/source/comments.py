"""Comments: what stands after `#` outside every value. `# 검사 제외: <code>, <이유>` is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Severity, Span
from generator.source.composing import Composition, compose
from generator.source.findings import shorten
from generator.source.text import SUPPRESSION, SourceText, parseable, read_text

_COMMENT = re.compile(r"#[^\n]*")
_BLOCK_HEADER = re.compile(r"[|>][^\n#]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment without its `#`; `at` includes the `#`. `code_before` tells whether something stands before it on its
    line, so that it speaks of that line."""

    text: str
    at: Span = field(compare=False)
    code_before: bool


def comments(path: str, data: bytes) -> tuple[Comment, ...]:
    """Give the comments of a file in its order; of a broken file those before the place where reading ended."""
    source, _ = read_text(path, data)
    parsed = parseable(source.text)
    found = (*find_comments(source, parsed, compose(source, parsed)), *find_suppressions(source))
    return tuple(sorted(found, key=lambda comment: comment.at))


def find_suppressions(source: SourceText) -> Iterator[Comment]:
    """Look for comments that take their line out of a check, in text blocks too."""
    for match in SUPPRESSION.finditer(source.text):
        start = match.start("comment")
        line_start = source.starts[source.line_of(start)]
        before = bool(source.text[line_start:start].strip())
        yield Comment(match["comment"][1:].strip(), source.span(start, start + len(match["comment"].rstrip())), before)


def find_comments(source: SourceText, parsed: str, composition: Composition) -> Iterator[Comment]:
    """Look for `#` between the scalars that the parser found."""
    for start, end in _gaps(parsed, composition):
        for match in _COMMENT.finditer(parsed, start, end):
            line_start = source.starts[source.line_of(match.start())]
            yield Comment(
                match[0][1:].strip(),
                source.span(match.start(), match.start() + len(match[0].rstrip())),
                bool(parsed[line_start : match.start()].strip()),
            )


def find_swallowed_text(source: SourceText, found: Iterable[Comment]) -> Iterator[Diagnostic]:
    """Find `#` that was meant as text, as in `번호: #3` or `대상: 어르신 #1호`: a remark has a blank after its `#`."""
    for comment in found:
        at = comment.at
        after = source.line(at.line - 1)[at.column : at.column + 1]
        if comment.code_before and after not in ("", " ", "#"):
            yield Diagnostic(
                "swallowed-text",
                Severity.WARNING,
                f"'#' 뒤의 글은 보고서에 나오지 않습니다: '{shorten(comment.text)}'",
                at,
                "글이라면 값 전체를 따옴표(\" \")로 감싸고, 메모라면 '# 메모'처럼 '#' 뒤를 한 칸 띄우세요.",
            )


def _gaps(parsed: str, composition: Composition) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end, style in composition.scalars:
        yield position, start
        position = end
        if style in ("|", ">"):
            header = _BLOCK_HEADER.match(parsed, start, end)
            line_end = parsed.find("\n", start, end)
            if header and line_end >= 0:
                yield header.end(), line_end
    if composition.error is None:
        yield position, len(parsed)
    elif mark := getattr(composition.error, "problem_mark", None):
        yield position, max(position, mark.index)
