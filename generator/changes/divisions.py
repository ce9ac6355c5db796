"""Parts, sections, programmes and headings of two versions of a report, from the top down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.changes.blocks import compare_blocks, compare_notes
from generator.changes.kinds import Change, ChangeKind, Place, Subject
from generator.changes.lines import Line, compare_line, text_of
from generator.changes.pairing import Located, Pairing, align_divisions, division_text
from generator.changes.words import Run, RunKind, compare_words
from generator.document import Block, Division, Paragraph, Role, footnotes
from generator.document.citing import cited_number

SUBJECTS = {
    Role.PART: Subject.PART,
    Role.SECTION: Subject.SECTION,
    Role.PROGRAMME: Subject.PROGRAMME,
    Role.TOPIC: Subject.TOPIC,
}
"""What a change of a division is a change of."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The way down to some divisions: the programmes that go on, the titles above, and the nearest programme."""

    pairing: Pairing
    trail: tuple[str, ...] = ()
    programme: str = ""
    programme_before: str = ""
    depth: int = 0
    cited: str = ""
    old_part: Division | None = None
    new_part: Division | None = None


def compare_parts(old: Sequence[Division], new: Sequence[Division], pairing: Pairing) -> Iterator[Change]:
    """Compare the parts of two reports with all that is below."""
    yield from _compare_siblings(old, new, _Way(pairing))


def _compare_siblings(old: Sequence[Division], new: Sequence[Division], way: _Way) -> Iterator[Change]:
    if tuple(old) == tuple(new):
        return
    alignment = align_divisions(old, new, way.pairing)
    moved = alignment.moved()
    for i, k in alignment.steps():
        if k is None:
            yield from _removed(old[i or 0], way)
        elif i is None:
            yield from _added(new[k], way)
        else:
            if k in moved:
                yield _moved(old[i], new[k], way)
            yield from _compare_pair(old[i], new[k], way)


def _compare_pair(old: Division, new: Division, way: _Way) -> Iterator[Change]:
    if old == new:
        return
    below = _below(old, new, way)
    place = _place(old, new, below)
    yield from _compare_headings(old, new, place)
    if old.programme and new.programme:
        yield from _compare_programme_lines(old, new, place)
    yield from compare_blocks(*_blocks(old, new), place)
    yield from compare_notes(footnotes(_alone(old)), footnotes(_alone(new)), place)
    yield from _compare_siblings(old.children, new.children, below)


def _compare_headings(old: Division, new: Division, place: Place) -> Iterator[Change]:
    before, after = text_of(old.title), text_of(new.title)
    if "".join(before.split()) != "".join(after.split()):
        runs = compare_words(before, after)
        yield Change(ChangeKind.RENAMED, SUBJECTS[new.role], place, before, before, after, runs, at=new.at)
    one, other = (Line(division.suffix, Subject.ITEM, at=division.at) for division in (old, new))
    yield from compare_line(one, other, place, f"{after}의 단위·기준")
    if old.value and new.value:
        one, other = (Line(text_of(division.value), Subject.ITEM, at=division.at) for division in (old, new))
        yield from compare_line(one, other, place, after)


def _compare_programme_lines(old: Division, new: Division, place: Place) -> Iterator[Change]:
    assert old.programme and new.programme
    if old.programme.id != new.programme.id:
        ids = (old.programme.id, new.programme.id)
        runs = (Run(RunKind.DEL, ids[0]), Run(RunKind.INS, ids[1]))
        yield Change(ChangeKind.RENAMED, Subject.PROGRAMME, place, "id", *ids, runs, at=new.at)
    pairs = (
        ("담당팀", old.programme.team, new.programme.team),
        ("목적", text_of(old.programme.purpose), text_of(new.programme.purpose)),
    )
    for name, before, after in pairs:
        one, other = (Line(text, Subject.ITEM, at=new.at) for text in (before, after))
        yield from compare_line(one, other, place, name)


def _added(division: Division, way: _Way) -> Iterator[Change]:
    origin = way.pairing.partner.get(division.id) if division.role is Role.PROGRAMME else None
    if origin is not None:
        yield _moved(origin.division, division, way, origin)
        yield from _compare_pair(origin.division, division, way)
        return
    below = _below(None, division, way)
    yield _lone(ChangeKind.ADDED, division, _place(None, division, below))
    for child in _programmes_below(division):
        yield from _added(child, below)


def _removed(division: Division, way: _Way) -> Iterator[Change]:
    if division.role is Role.PROGRAMME and division.id in way.pairing.kept:
        return
    below = _below(division, None, way)
    yield _lone(ChangeKind.REMOVED, division, _place(division, None, below))
    for child in _programmes_below(division):
        yield from _removed(child, below)


def _lone(kind: ChangeKind, division: Division, place: Place) -> Change:
    # A programme inside is told for itself.
    text = division_text(_without_programmes(division))
    is_new = kind is ChangeKind.ADDED
    old, new = ("", text) if is_new else (text, "")
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),)
    return Change(kind, SUBJECTS[division.role], place, text_of(division.title), old, new, runs, at=division.at)


def _moved(old: Division, new: Division, way: _Way, origin: Located | None = None) -> Change:
    above = (" › ".join(origin.trail), " › ".join(way.trail)) if origin else ("", "")
    place = _place(old, new, _below(old, new, way))
    return Change(ChangeKind.MOVED, SUBJECTS[new.role], place, text_of(new.title), *above, at=new.at)


def _below(old: Division | None, new: Division | None, way: _Way) -> _Way:
    division = new or old
    assert division is not None
    old_part = old if old and old.role is Role.PART else way.old_part
    new_part = new if new and new.role is Role.PART else way.new_part
    way = replace(way, trail=(*way.trail, text_of(division.title)), old_part=old_part, new_part=new_part)
    if division.role is not Role.PROGRAMME or division.programme is None:
        return way
    part = new_part if new else old_part
    cited = cited_number(part, division) if part else ""
    before = old.programme.id if old and old.programme else ""
    return replace(way, programme=division.programme.id, programme_before=before, depth=len(way.trail), cited=cited)


def _place(old: Division | None, new: Division | None, way: _Way) -> Place:
    return Place(
        way.trail,
        old.id if old else "",
        new.id if new else "",
        way.programme,
        way.programme_before,
        way.depth,
        way.cited,
    )


def _blocks(old: Division, new: Division) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Give the blocks of both. A topic on one line has its text beside the title: where only one of the two has, it is
    a paragraph like another."""
    if bool(old.value) == bool(new.value):
        return old.blocks, new.blocks
    made = [(Paragraph(d.value, d.at), *d.blocks) if d.value else d.blocks for d in (old, new)]
    return made[0], made[1]


def _alone(division: Division) -> Division:
    return replace(division, children=())


def _programmes_below(division: Division) -> Iterator[Division]:
    for child in division.children:
        if child.role is Role.PROGRAMME:
            yield child
        else:
            yield from _programmes_below(child)


def _without_programmes(division: Division) -> Division:
    kept = (_without_programmes(child) for child in division.children if child.role is not Role.PROGRAMME)
    return replace(division, children=tuple(kept))
