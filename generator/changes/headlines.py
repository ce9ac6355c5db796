"""What a reviewer wants to know of a report before anything else: which programmes came, went, were renamed or moved,
and what became of the money of all of them together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.changes.figures import figure_change
from generator.changes.kinds import Change, ChangeKind, ReportChanges, Subject
from generator.changes.pairing import Located, locate_programmes
from generator.changes.wording import figure_difference, figure_text
from generator.document import Document
from generator.notation.number import EXACT

PROGRAMME_WORDS = {
    ChangeKind.ADDED: "새 사업",
    ChangeKind.REMOVED: "빠진 사업",
    ChangeKind.RENAMED: "이름이 바뀐 사업",
    ChangeKind.MOVED: "옮긴 사업",
}
"""What readers call the programmes to which something happened as a whole."""


def headlines(changes: ReportChanges) -> tuple[str, ...]:
    """Give the headlines, one sentence or list each; none where neither programmes nor their sums changed."""
    return (*_programmes(changes), *sums(changes))


def sums(changes: ReportChanges) -> Iterator[str]:
    """Say how the sums of the programmes' amounts changed, of those that both versions have under one name and in one
    unit. Of two years nothing is said: one book may hold last year's results and this year's plans, another only one.
    """
    if changes.old.year != changes.new.year:
        return
    before, after = _totals(changes.old), _totals(changes.new)
    for (label, unit), new in after.items():
        old = before.get((label, unit))
        if old is not None and old != new:
            figure = figure_change(label, old, new, unit, derived=True)
            texts = (figure_text(text, unit) for text in (figure.old_text, figure.new_text))
            yield f"사업 {label} 합계: {' → '.join(texts)}, {figure_difference(figure)} 계산한 값"


def programme_changes(changes: ReportChanges, kind: ChangeKind) -> tuple[tuple[int, Change], ...]:
    """Give the changes of one kind that befell whole programmes, each with its number among all changes, from 1."""
    return tuple(
        (number, change)
        for number, change in enumerate(changes.changes, start=1)
        if change.kind is kind and change.subject is Subject.PROGRAMME and change.name != "id"
    )


def _programmes(changes: ReportChanges) -> Iterator[str]:
    for kind, word in PROGRAMME_WORDS.items():
        names = [_name(change) for _, change in programme_changes(changes, kind)]
        if names:
            yield f"{word}: {', '.join(names)}"


def _name(change: Change) -> str:
    name = f"{change.old} → {change.new}" if change.kind is ChangeKind.RENAMED else change.name
    return f"{change.place.cited} {name}".strip()


def _totals(document: Document) -> dict[tuple[str, str], Decimal]:
    found: dict[tuple[str, str], Decimal] = {}
    for located in locate_programmes(document).values():
        for label, unit, value in _amounts(located):
            found[label, unit] = EXACT.add(found.get((label, unit), Decimal(0)), value)
    return found


def _amounts(located: Located) -> Iterator[tuple[str, str, Decimal]]:
    programme = located.division.programme
    if programme and programme.budget:
        for amount in programme.budget.amounts:
            yield amount.label, programme.budget.unit, amount.value
