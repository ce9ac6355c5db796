"""Lines that went at one place of a report and came at another: they were moved, not written anew.

Only a line that is the same to the letter is taken for the old one, and only where it says enough to be known again.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import replace

from generator.changes.kinds import Change, ChangeKind, Place, Subject

_LINES = frozenset({Subject.ITEM, Subject.PARAGRAPH, Subject.NOTE, Subject.TOPIC})
# `없음` or `연중` under another heading is another line that happens to say the same.
_SHORTEST = 8


def with_relocations(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Give the changes with each such pair as one that stands where the line came: `old` and `new` name the places."""
    gone: dict[object, deque[int]] = defaultdict(deque)
    for index, change in enumerate(changes):
        if change.kind is ChangeKind.REMOVED and _is_known_again(change.old, change):
            gone[change.subject, change.old].append(index)
    told: set[int] = set()
    made: dict[int, Change] = {}
    for index, change in enumerate(changes):
        origins = gone.get((change.subject, change.new))
        if change.kind is ChangeKind.ADDED and origins:
            origin = origins.popleft()
            told.add(origin)
            made[index] = _relocated(changes[origin], change)
    return tuple(made.get(index, change) for index, change in enumerate(changes) if index not in told)


def _is_known_again(text: str, change: Change) -> bool:
    return change.subject in _LINES and len(text) >= _SHORTEST


def _relocated(old: Change, new: Change) -> Change:
    before, after = _apart(old.place, new.place)
    name = new.new.split("\n")[0]
    return replace(new, kind=ChangeKind.MOVED, name=name, old=before, new=after, runs=(), figures=())


def _apart(old: Place, new: Place) -> tuple[str, str]:
    """Name two places by what their trails do not share."""
    trails = (old.trail, new.trail)
    if trails[0] == trails[1]:
        return "", ""
    shared = next((i for i, (a, b) in enumerate(zip(*trails, strict=False)) if a != b), min(map(len, trails)))
    shared = min(shared, len(trails[0]) - 1, len(trails[1]) - 1)
    before, after = (" › ".join(trail[max(shared, 0) :]) for trail in trails)
    return before, after
