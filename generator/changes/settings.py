"""Two versions of a file of settings (organization.yml, programs.yml, the head of a report), entry by entry.

Settings are not part of any printed page, and yet they decide what is checked, how money is read and how programmes
are joined; so a reviewer sees each entry that changed under the keys that lead to it. Comments, quotes and the order of
keys are no change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.changes.aligning import Matching
from generator.changes.kinds import Change, ChangeKind, Place, Subject
from generator.changes.lines import Line, compare_line
from generator.changes.words import Run, RunKind
from generator.source import Mapping, Node, Scalar
from generator.source import Sequence as Listed

# What an entry of a list is known by, the surest first.
_IDENTITIES = (("id",), ("이름",), ("보고서", "자리"))
_NAMES = ("이름", "id", "보고서")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value with the name that it is told by."""

    name: str
    value: Node


def compare_settings(
    old: Node | None, new: Node | None, title: str = "", leaving: Collection[str] = ()
) -> Iterator[Change]:
    """Compare two files of settings, None where there is none. `title` is what readers call the file; the keys named
    in `leaving` are told elsewhere."""
    place = Place((title,)) if title else Place()
    before, after = ([e for e in _entries(node) if e.name not in leaving] for node in (old, new))
    yield from _compare(before, after, [e.name for e in before], [e.name for e in after], "", place)


def _compare(
    old: Sequence[_Entry],
    new: Sequence[_Entry],
    old_keys: Sequence[object],
    new_keys: Sequence[object],
    above: str,
    place: Place,
    renamable: bool = False,
) -> Iterator[Change]:
    matching = Matching(len(old), len(new))
    matching.by_key(old_keys, new_keys)
    if renamable:
        # An entry of another name between the same neighbours is that entry, renamed.
        matching.in_gaps(["x"] * len(old), ["x"] * len(new), 0)
    for i, k in matching.result().steps():
        if k is None:
            yield _lone(ChangeKind.REMOVED, old[i or 0], above, place)
        elif i is None:
            yield _lone(ChangeKind.ADDED, new[k], above, place)
        else:
            yield from _compare_values(old[i].value, new[k].value, _joined(above, new[k].name), place)


def _compare_values(old: Node, new: Node, name: str, place: Place) -> Iterator[Change]:
    if old == new:
        return
    match old, new:
        case Mapping(), Mapping():
            ones, others = _entries(old), _entries(new)
            yield from _compare(ones, others, [e.name for e in ones], [e.name for e in others], name, place)
        case Listed(), Listed():
            ones, others = _entries(old), _entries(new)
            keys = [[_identity(e) for e in entries] for entries in (ones, others)]
            if sorted(map(str, keys[0])) == sorted(map(str, keys[1])) and keys[0] != keys[1]:
                order = [", ".join(e.name or _text(e.value) for e in entries) for entries in (ones, others)]
                yield Change(ChangeKind.MOVED, Subject.SETTING, place, f"{name}의 순서", order[0], order[1], at=new.at)
            yield from _compare(ones, others, keys[0], keys[1], name, place, renamable=True)
        case _:
            one, other = (Line(_text(node), Subject.SETTING, at=node.at) for node in (old, new))
            yield from compare_line(one, other, place, name)


def _entries(node: Node | None) -> list[_Entry]:
    if isinstance(node, Mapping):
        return [_Entry(entry.key.text, entry.value) for entry in node.entries]
    if isinstance(node, Listed):
        return [_Entry(_name(item), item) for item in node.items]
    return []


def _identity(entry: _Entry) -> object:
    value = entry.value
    if isinstance(value, Mapping):
        for keys in _IDENTITIES:
            found = tuple(_text(inner) if (inner := value.get(key)) else "" for key in keys)
            if found[0]:
                return found
    return _text(value)


def _name(item: Node) -> str:
    if not isinstance(item, Mapping):
        return "" if isinstance(item, Scalar) else _text(item)
    named = (item.get(key) for key in _NAMES)
    return next((" ".join(value.text.split()) for value in named if isinstance(value, Scalar)), "")


def _text(node: Node) -> str:
    match node:
        case Scalar(text=text):
            return " ".join(text.split())
        case Mapping(entries=entries):
            return ", ".join(f"{entry.key.text}: {_text(entry.value)}" for entry in entries)
        case Listed(items=items):
            return ", ".join(map(_text, items))


def _lone(kind: ChangeKind, entry: _Entry, above: str, place: Place) -> Change:
    text, is_new = _text(entry.value) or entry.name, kind is ChangeKind.ADDED
    old, new = ("", text) if is_new else (text, "")
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),)
    name = _joined(above, entry.name)
    return Change(kind, Subject.SETTING, place, name, old, new, runs, at=entry.value.at)


def _joined(above: str, name: str) -> str:
    return " › ".join(part for part in (above, name) if part)
