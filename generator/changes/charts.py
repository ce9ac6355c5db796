"""Organisation charts in two versions: teams by name, wherever they hang, with their notes and duties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.changes.aligning import Matching
from generator.changes.kinds import Change, ChangeKind, Place, Subject
from generator.changes.lines import Line, compare_line, compare_lines, line_of, text_of
from generator.changes.words import Run, RunKind, compare_words
from generator.document import Operation, Unit


@dataclass(frozen=True, slots=True)
class _Hung:
    """A unit with the name of the one that it hangs under."""

    unit: Unit
    above: str


def compare_charts(old: Unit, new: Unit, place: Place) -> Iterator[Change]:
    """Compare two charts by their roots."""
    yield from _compare_units(list(_hung(old, "")), list(_hung(new, "")), place)


def compare_operations(old: Operation, new: Operation, place: Place) -> Iterator[Change]:
    """Compare two drawings of how something is run."""
    yield from _compare_units(_all_hung(old), _all_hung(new), place)


def _compare_units(old: Sequence[_Hung], new: Sequence[_Hung], place: Place) -> Iterator[Change]:
    matching = Matching(len(old), len(new))
    matching.by_key([_name(h) for h in old], [_name(h) for h in new])
    # A renamed team keeps its duties or, where it has none, its place.
    matching.by_likeness([_about(h) for h in old], [_about(h) for h in new], 0.6)
    matching.in_gaps([_about(h) or "unit" for h in old], [_about(h) or "unit" for h in new], 0.01)
    alignment = matching.result()
    partner = {k: i for i, k in alignment.pairs}
    renamed = {_name(old[i]): _name(new[k]) for i, k in alignment.pairs}
    moved = alignment.moved()
    for k, hung in enumerate(new):
        if k not in partner:
            yield _lone(ChangeKind.ADDED, hung, place)
            continue
        before = old[partner[k]]
        if _name(before) != _name(hung):
            names = (before.unit.name, hung.unit.name)
            yield Change(ChangeKind.RENAMED, Subject.TEAM, place, names[0], *names, compare_words(*names))
        if renamed.get("".join(before.above.split()), "") != "".join(hung.above.split()):
            yield Change(ChangeKind.MOVED, Subject.TEAM, place, hung.unit.name, before.above, hung.above)
        elif k in moved:
            yield Change(ChangeKind.MOVED, Subject.TEAM, place, hung.unit.name)
        yield from _compare_unit(before.unit, hung.unit, place)
    for i in alignment.removed:
        yield _lone(ChangeKind.REMOVED, old[i], place)


def _compare_unit(old: Unit, new: Unit, place: Place) -> Iterator[Change]:
    yield from compare_line(Line(old.note, Subject.ITEM), Line(new.note, Subject.ITEM), place, new.name)
    ones, others = ([line_of(duty, Subject.ITEM) for duty in unit.duties] for unit in (old, new))
    for change in compare_lines(ones, others, place):
        yield replace(change, name=f"{new.name} › {change.name}" if change.name else new.name)


def _all_hung(drawn: Operation) -> list[_Hung]:
    return [hung for unit in (drawn.centre, drawn.base) if unit for hung in _hung(unit, "")]


def _hung(unit: Unit, above: str) -> Iterator[_Hung]:
    yield _Hung(unit, above)
    for below in unit.units:
        yield from _hung(below, unit.name)


def _name(hung: _Hung) -> str:
    return "".join(hung.unit.name.split())


def _about(hung: _Hung) -> str:
    return " ".join(text_of(duty) for duty in hung.unit.duties)


def _lone(kind: ChangeKind, hung: _Hung, place: Place) -> Change:
    text = f"{hung.unit.name} {hung.unit.note}".strip()
    is_new = kind is ChangeKind.ADDED
    old, new = ("", text) if is_new else (text, "")
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),)
    return Change(kind, Subject.TEAM, place, hung.unit.name, old, new, runs)
