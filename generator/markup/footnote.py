"""Footnotes: labels belong to one programme or section, numbers run through the whole report.

    소상공인 라이브커머스[^1] 지원
    [^1]: 실시간 동영상 스트리밍을 통해 상품을 판매하는 온라인 채널

A scope's definitions must be known before a call is read, because a call carries its note: read the texts that define
before those that call them, or `define` ahead. Numbers follow the order in which calls are read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Related, Severity, Span
from generator.document import Inlines, NoteRef


@dataclass(slots=True)
class Footnotes:
    """The footnotes of one report: how many have been numbered."""

    count: int = 0

    def scope(self) -> FootnoteScope:
        """Open a stretch of the report that has labels of its own."""
        return FootnoteScope(self)


@dataclass(slots=True)
class _Definition:
    content: Inlines
    at: Span
    call: NoteRef | None = None


@dataclass(slots=True)
class FootnoteScope:
    """The footnote labels of one programme or section."""

    shared: Footnotes
    _definitions: dict[str, _Definition] = field(default_factory=dict)

    def define(self, label: str, content: Inlines, at: Span) -> tuple[Diagnostic, ...]:
        """Give a label its note. The same definition may be given again; another one for the label is a finding."""
        known = self._definitions.setdefault(label, _Definition(content, at))
        if known.at == at:
            return ()
        finding = Diagnostic(
            "footnote-duplicate",
            Severity.ERROR,
            f"각주 [^{label}]의 설명이 두 번 적혀 있습니다.",
            at,
            "한쪽의 이름을 바꾸고, 글 속의 각주 표시도 같은 이름으로 고치세요.",
            (Related(known.at, "먼저 적힌 설명입니다."),),
        )
        return (finding,)

    def is_defined(self, label: str) -> bool:
        """Tell whether the label has a note."""
        return label in self._definitions

    def call(self, label: str, at: Span) -> NoteRef | None:
        """Call a note: the first call takes the next number, further calls of the label repeat it.

        None where the label has no note; the caller reports it at `at`.
        """
        definition = self._definitions.get(label)
        if definition is None:
            return None
        if definition.call is None:
            self.shared.count += 1
            number = self.shared.count
            definition.call = NoteRef(f"note-{number}", number, definition.content)
        return definition.call

    def findings(self) -> tuple[Diagnostic, ...]:
        """Report the notes that no text calls; ask when all texts of the scope have been read."""
        return tuple(
            Diagnostic(
                "footnote-unused",
                Severity.WARNING,
                f"각주 [^{label}]의 설명을 부르는 곳이 없어 인쇄되지 않습니다.",
                definition.at,
                f"각주를 달 낱말 뒤에 [^{label}]을 적거나, 쓰지 않는 설명이면 지우세요.",
            )
            for label, definition in self._definitions.items()
            if definition.call is None
        )
