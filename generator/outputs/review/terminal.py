"""A review for a terminal: in colour where it is one, with marks that need no colour everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.headlines import headlines
from generator.changes.kinds import Change, ReportChanges, folder_of
from generator.changes.wording import archive_text, change_sentence, figure_difference, figure_text
from generator.changes.words import Run, RunKind
from generator.diagnostics import Diagnostic, LinesOf, render_text
from generator.document import Document
from generator.outputs.review.kinds import (
    FIXED,
    NEW,
    SILENCED,
    Review,
    figure_label,
    finding_lists,
    findings_summary,
    grouped,
    is_figure,
    label_of,
)

_BOLD, _DIM, _RED, _BLUE, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[34m", "\x1b[0m"
_BELOW = " " * 8
_AROUND = 24
"""So many characters of unchanged text stand before and after what changed; more is cut."""


def render_terminal(review: Review, *, colour: bool) -> str:
    """Give the review as text. Without colour what is struck out stands as `[-글-]` and what is put in as `{+글+}`."""
    pen = _Pen(colour)
    lines = [pen.bold(f"{review.base} → {review.head}"), archive_text(review.changes), *_reports(review, pen)]
    if any(found for _, found in finding_lists(review.findings)):
        lines += ["", findings_summary(review)]
        lines += _findings(NEW, review.findings.new, review.new_lines, review.root)
        lines += _findings(SILENCED, review.findings.silenced, review.new_lines, review.root)
        lines += _findings(FIXED, review.findings.fixed, review.old_lines, review.root)
    return "\n".join(lines) + "\n"


class _Pen:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def bold(self, text: str) -> str:
        return self._set(_BOLD, text)

    def dim(self, text: str) -> str:
        return self._set(_DIM, text)

    def struck(self, text: str) -> str:
        return self._set(_RED, f"[-{text}-]")

    def put_in(self, text: str) -> str:
        return self._set(_BLUE, f"{{+{text}+}}")

    def _set(self, code: str, text: str) -> str:
        return f"{code}{text}{_END}" if self._colour else text


def _reports(review: Review, pen: _Pen) -> Iterator[str]:
    found = review.changes
    for word, documents in (("새 보고서", found.added), ("없어진 보고서", found.removed)):
        for document in documents:
            yield ""
            yield pen.bold(f"{word}: {_title(document)}")
    if found.settings:
        yield ""
        yield pen.bold("설정")
        yield from _changes(found.settings, pen)
    for report in found.reports:
        yield ""
        yield pen.bold(_title(report.new))
        if report in found.moved:
            yield f"  폴더가 바뀌었습니다: {folder_of(report.old)} → {folder_of(report.new)}"
        yield from (f"  {sentence}" for sentence in headlines(report))
        yield from _changes(report.changes, pen)


def _changes(changes: ReportChanges | tuple[Change, ...], pen: _Pen) -> Iterator[str]:
    listed = changes.changes if isinstance(changes, ReportChanges) else changes
    for place, found in grouped(listed):
        if place:
            yield f"  {place}"
        for change in found:
            yield from _change(change, pen)


def _change(change: Change, pen: _Pen) -> Iterator[str]:
    if is_figure(change):
        for figure in change.figures:
            old, new = (figure_text(text, figure.unit) for text in (figure.old_text, figure.new_text))
            marked = pen.dim(" 계산한 값") if figure.derived else ""
            head = f"    {change.kind} {figure_label(change, figure)}"
            yield f"{head}: {old} → {new}, {figure_difference(figure)}{marked}"
    elif change.runs:
        text = "".join(_run(run, pen) for run in _near(change.runs)).replace("\n", f"\n{_BELOW}")
        yield f"    {change.kind} {label_of(change)}: {text}"
    else:
        yield f"    {change.kind} {change_sentence(change)}"


def _run(run: Run, pen: _Pen) -> str:
    match run.kind:
        case RunKind.DEL:
            return pen.struck(run.text)
        case RunKind.INS:
            return pen.put_in(run.text)
        case RunKind.SAME:
            return run.text


def _near(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Cut long stretches that stayed; what stands next to a change is kept."""
    for index, run in enumerate(runs):
        text = run.text
        if run.kind is RunKind.SAME and len(text) > 2 * _AROUND + 3:
            head = "" if index == 0 else text[:_AROUND]
            tail = "" if index == len(runs) - 1 else text[-_AROUND:]
            yield Run(run.kind, f"{head}…{tail}")
        else:
            yield run


def _findings(word: str, found: tuple[Diagnostic, ...], lines_of: LinesOf, root: str) -> Iterator[str]:
    for finding in found:
        yield ""
        yield f"{word}: {render_text(finding, lines_of, root)}"


def _title(document: Document) -> str:
    return f"{folder_of(document)} {document.title}"
