"""`# 검사 제외: <code>, <이유>`: a figure that is known to be wrong and stays as published.

The comment stands at the end of the line that it speaks of, in a text block and in a table as well; one line may have
several. It silences findings of that code on that line; its reason is shown to readers and collected in the 정오표. A
comment without a reason, with an unknown code, or one that silences nothing any more is reported itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.checks.rule import Finding
from generator.diagnostics import Diagnostic, Severity, Span
from generator.fields import nearest
from generator.notation.particle import with_particle
from generator.source import Comment

_MARK = "검사 제외"
_STARTS = re.compile(rf"(?:^|#)\s*(?={_MARK}\s*[:：])")
_SHAPE = re.compile(rf"{_MARK}\s*[:：]\s*(?P<code>[^,，]*)(?:[,，]\s*(?P<reason>.*))?")
_HINT = f"'# {_MARK}: table-sum, 원문에 이렇게 실림'처럼 검사 이름과 이유를 적으세요."


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One comment: the code that it silences, the reason, and its place."""

    code: str
    reason: str
    at: Span


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that a comment has silenced."""

    finding: Finding
    exclusion: Exclusion


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings after exclusions: those that remain, those that were silenced, and what is wrong with the comments."""

    remaining: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    troubles: tuple[Diagnostic, ...]


def read_exclusions(comment: Comment) -> Iterator[Exclusion]:
    """Read the exclusions in a comment; none where it says something else."""
    starts = [found.end() for found in _STARTS.finditer(comment.text)]
    ends = [*starts[1:], len(comment.text)]
    # The comment's text lacks its `#` and the blanks after it, its place does not.
    offset = comment.at.end_column - len(comment.text)
    for start, end in zip(starts, ends, strict=False):
        piece = comment.text[start:end].rstrip(" #")
        if shape := _SHAPE.fullmatch(piece):
            column = offset + start if start else comment.at.column
            at = replace(comment.at, column=column, end_column=offset + start + len(piece))
            yield Exclusion(shape["code"].strip(), (shape["reason"] or "").strip(), at)


def sift(
    findings: Iterable[Finding],
    exclusions: Sequence[Exclusion],
    known: Collection[str],
    read: Callable[[str], bool] = lambda path: True,
) -> Sifted:
    """Part findings into those that remain and those that a comment on their line silences.

    `known` are the codes that may be silenced; what cannot be read or printed cannot be. `read` tells whether a file
    could be read: in one that could not no rule has looked, so no comment in it is called unused.
    """
    by_place = {(e.at.path, e.at.line, e.code): e for e in exclusions if e.code in known}
    remaining: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in findings:
        diagnostic = finding.diagnostic
        exclusion = by_place.get((diagnostic.at.path, diagnostic.at.line, diagnostic.code))
        if exclusion is None:
            remaining.append(finding)
        else:
            silenced.append(Silenced(finding, exclusion))
    used = {item.exclusion.at for item in silenced}
    troubles = tuple(t for e in exclusions for t in _troubles(e, e.at in used or not read(e.at.path), known))
    return Sifted(tuple(remaining), tuple(silenced), troubles)


def _troubles(exclusion: Exclusion, used: bool, known: Collection[str]) -> Iterator[Diagnostic]:
    if exclusion.code not in known:
        near = nearest(exclusion.code, known)
        hint = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? {_HINT}" if near else _HINT
        message = f"{with_particle(exclusion.code, '은/는', quote=True)} 뺄 수 있는 검사의 이름이 아닙니다."
        yield Diagnostic("exclusion-unknown", Severity.ERROR, message, exclusion.at, hint)
    elif not used:
        message = f"이 줄에는 '{exclusion.code}' 검사에 걸리는 것이 없습니다."
        hint = f"고쳐진 것이면 '# {_MARK}'부터 줄 끝까지 지우세요."
        yield Diagnostic("exclusion-unused", Severity.WARNING, message, exclusion.at, hint)
    if not exclusion.reason:
        message = f"'{_MARK}'에 이유가 없습니다."
        yield Diagnostic("exclusion-reason", Severity.ERROR, message, exclusion.at, _HINT)
