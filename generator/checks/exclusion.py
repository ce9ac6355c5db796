"""`# 검사 제외: <code>, <이유>`: a figure that is known to be wrong and stays as published.

The comment stands at the end of the line that it speaks of, in a text block and in a table as well. It silences findings
of that code on that line; its reason is shown to readers and collected in the 정오표. A comment without a reason, with an
unknown code, or one that silences nothing any more is reported itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from generator.checks.rule import Finding
from generator.diagnostics import Diagnostic, Severity, Span
from generator.fields import nearest

_MARK = "검사 제외"
_SHAPE = re.compile(rf"{_MARK}\s*[:：]\s*(?P<code>[^,，]*)(?:[,，]\s*(?P<reason>.*))?")
_HINT = f"'# {_MARK}: table-sum, 원문에 이렇게 실림'처럼 검사 이름과 이유를 적으세요."


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One comment: the code that it silences, the reason, and its place."""

    code: str
    reason: str
    at: Span


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings after exclusions: those that remain, those that were silenced with the comment that did it, and what is
    wrong with the comments themselves."""

    remaining: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, Exclusion], ...]
    troubles: tuple[Diagnostic, ...]


def read_exclusion(text: str, at: Span) -> Exclusion | None:
    """Read a comment's text without its `#`; None for a comment that is no exclusion."""
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None:
        return None
    return Exclusion(shape["code"].strip(), (shape["reason"] or "").strip(), at)


def sift(findings: Iterable[Finding], exclusions: Sequence[Exclusion], known: Collection[str]) -> Sifted:
    """Part findings into those that remain and those that a comment on their line silences."""
    by_place: dict[tuple[str, int, str], Exclusion] = {(e.at.path, e.at.line, e.code): e for e in exclusions}
    remaining: list[Finding] = []
    silenced: list[tuple[Finding, Exclusion]] = []
    for finding in findings:
        diagnostic = finding.diagnostic
        exclusion = by_place.get((diagnostic.at.path, diagnostic.at.line, diagnostic.code))
        if exclusion is None:
            remaining.append(finding)
        else:
            silenced.append((finding, exclusion))
    used = {exclusion.at for _, exclusion in silenced}
    troubles = tuple(t for e in exclusions for t in _troubles(e, e.at in used, known))
    return Sifted(tuple(remaining), tuple(silenced), troubles)


def _troubles(exclusion: Exclusion, used: bool, known: Collection[str]) -> Iterable[Diagnostic]:
    if exclusion.code not in known:
        near = nearest(exclusion.code, known)
        hint = f"'{near}'을 쓰려던 것입니까? {_HINT}" if near else _HINT
        message = f"'{exclusion.code}'라는 검사는 없습니다."
        yield Diagnostic("exclusion-unknown", Severity.ERROR, message, exclusion.at, hint)
    elif not used:
        message = f"이 줄에는 '{exclusion.code}'에 걸리는 것이 없습니다."
        hint = f"고쳐진 것이면 '# {_MARK}'부터 줄 끝까지 지우세요."
        yield Diagnostic("exclusion-unused", Severity.WARNING, message, exclusion.at, hint)
    if not exclusion.reason:
        message = f"'{_MARK}'에 이유가 없습니다."
        yield Diagnostic("exclusion-reason", Severity.ERROR, message, exclusion.at, _HINT)
