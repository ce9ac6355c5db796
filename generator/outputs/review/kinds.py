"""What a review holds: the changes between two states of the archive, and the findings that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.changes.kinds import ArchiveChanges, Change, ChangeKind, FigureChange
from generator.changes.wording import place_text
from generator.diagnostics import Diagnostic, LinesOf
from generator.revisions import Findings

NEW, SILENCED, FIXED, REMAINING = "새로 생긴 것", "사유를 적고 뺀 것", "고쳐진 것", "남은 것"
"""What became of a finding, as readers see it."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review. `base` and `head` name the two states as readers know them; `old_lines` and `new_lines` give
    the source of the findings; `root` is the content folder, ending in `/`."""

    base: str
    head: str
    changes: ArchiveChanges
    findings: Findings
    old_lines: LinesOf
    new_lines: LinesOf
    root: str = ""


def findings_summary(review: Review) -> str:
    """Say in one line what the checker found: `검사: 새로 생긴 것 1건, 고쳐진 것 0건, 남은 것 3건.`"""
    listed = finding_lists(review.findings)
    counts = (f"{name} {len(own)}건" for name, own in listed if own or name != SILENCED)
    return f"검사: {', '.join(counts)}."


def finding_lists(findings: Findings) -> tuple[tuple[str, tuple[Diagnostic, ...]], ...]:
    """Give the findings by what became of them, each list under the name that readers see; lists may be empty."""
    return (
        (NEW, findings.new),
        (SILENCED, findings.silenced),
        (FIXED, findings.fixed),
        (REMAINING, findings.remaining),
    )


def grouped(changes: Sequence[Change]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Give changes by the place that they stand at, named as people cite it: `Ⅱ-5 중소기업 지원 › 예산현황`."""
    for name, found in groupby(changes, key=place_text):
        yield name, tuple(found)


def label_of(change: Change) -> str:
    """Name what changed within its place; the subject's own word where it has no name, or where its name stands in the
    wording beside it."""
    if change.kind is ChangeKind.RENAMED:
        return f"{change.subject} id" if change.name == "id" else change.subject.value
    is_told = change.kind is ChangeKind.MARK or (change.new or change.old).startswith(change.name)
    if is_told and change.kind is not ChangeKind.FIGURE:
        return change.subject.value
    return change.name or change.subject.value


def figure_label(change: Change, figure: FigureChange) -> str:
    """Name one figure of a change: by its line, and by its own name where the line has several: `교육(강사)`."""
    if not figure.label or figure.label == change.name:
        return label_of(change)
    if not change.name or figure.label.startswith(change.name):
        return figure.label
    return f"{change.name}({figure.label})"


def is_figure(change: Change) -> bool:
    """Tell whether a change is one of figures, with nothing else in it."""
    return change.kind is ChangeKind.FIGURE and bool(change.figures)
