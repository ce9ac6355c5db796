"""Which programme, part, section or heading of an old report is which of a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.changes.aligning import Alignment, Matching
from generator.changes.lines import lines_of, text_of
from generator.checks.reading.title import bare_title
from generator.document import Block, Division, Document, Role, block_text, plain
from generator.document.citing import cited_number

PLAN = "-plan"
"""What the id of a programme ends with in a plan that is bound with last year's results."""

_LEAST_LIKE = 0.5
_LEAST_LIKE_PROGRAMME = 0.6


@dataclass(frozen=True, slots=True)
class Located:
    """A programme in its report: the titles above it, and the number that people cite it by."""

    document: Document
    division: Division
    trail: tuple[str, ...]
    cited: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """The programmes that go on. `partner` gives the old one for the anchor of the new one, `kept` are the anchors of
    all old ones that go on."""

    old: Mapping[str, Located]
    new: Mapping[str, Located]
    partner: Mapping[str, Located]
    kept: frozenset[str]


def locate_programmes(document: Document) -> dict[str, Located]:
    """Give all programmes of a report by their anchors, in printed order."""
    found: dict[str, Located] = {}

    def walk(division: Division, part: Division, trail: tuple[str, ...]) -> None:
        if division.role is Role.PROGRAMME:
            found[division.id] = Located(document, division, trail, cited_number(part, division))
        for below in division.children:
            walk(below, part, (*trail, text_of(division.title)))

    for part in document.parts:
        walk(part, part, ())
    return found


def pair_programmes(old: Document, new: Document, same: Mapping[str, str]) -> Pairing:
    """Pair the programmes of two reports: by id, by the id without the mark of a plan, by lineage (`same` gives the
    name of the lineage for a programme's id), by title, and at last by what they say."""
    before, after = locate_programmes(old), locate_programmes(new)
    ones, others = tuple(before.values()), tuple(after.values())
    matching = Matching(len(ones), len(others))
    old_ids, new_ids = [_id(one) for one in ones], [_id(other) for other in others]
    matching.by_key(old_ids, new_ids)
    matching.by_key([name.removesuffix(PLAN) for name in old_ids], [name.removesuffix(PLAN) for name in new_ids])
    matching.by_key([same.get(name) for name in old_ids], [same.get(name) for name in new_ids])
    matching.by_key(*([bare_title(plain(p.division.title)) for p in found] for found in (ones, others)))
    texts = [
        [division_text(p.division) if k in left else "" for k, p in enumerate(found)]
        for found, left in ((ones, set(matching.old_left)), (others, set(matching.new_left)))
    ]
    matching.by_likeness(texts[0], texts[1], _LEAST_LIKE_PROGRAMME)
    pairs = matching.result().pairs
    partner = {others[k].division.id: ones[i] for i, k in pairs}
    return Pairing(before, after, partner, frozenset(ones[i].division.id for i, _ in pairs))


def align_divisions(old: Sequence[Division], new: Sequence[Division], pairing: Pairing) -> Alignment:
    """Pair the divisions of one parent. Programmes are paired already; the rest is known by its title, a part by its
    file too; a new title is known by what stands below it."""
    matching = Matching(len(old), len(new))
    partners = [p.division.id if (p := pairing.partner.get(d.id)) else None for d in new]
    matching.by_key([d.id if d.role is Role.PROGRAMME else None for d in old], partners)
    matching.by_key([_title(d) for d in old], [_title(d) for d in new])
    matching.by_key([_file(d) for d in old], [_file(d) for d in new])
    matching.by_key([_content(d) for d in old], [_content(d) for d in new])
    matching.by_likeness([_comparable(d) for d in old], [_comparable(d) for d in new], _LEAST_LIKE)
    return matching.result()


def division_text(division: Division) -> str:
    """Give all text of a division and those below it."""
    return "\n".join(division_lines(division))


def division_lines(division: Division) -> tuple[str, ...]:
    """Give a division line by line: title, purpose, text, then what stands below it."""
    programme = division.programme
    value = text_of(division.value)
    title = text_of(division.title)
    lines = [f"{title}: {value}" if value else title, text_of(programme.purpose) if programme else ""]
    lines += [text for block in division.blocks for text in _block_lines(block)]
    lines += [line for below in division.children for line in division_lines(below)]
    return tuple(line for line in lines if line)


def _block_lines(block: Block) -> list[str]:
    found = []
    for line in lines_of((block,)):
        found.append(line.text)
        found += [" ".join(block_text(inner).split()) for inner in line.blocks]
    return found


def _id(located: Located) -> str:
    return located.division.programme.id if located.division.programme else located.division.id


def _title(division: Division) -> object:
    # Two programmes of one title may be two programmes: those are paired by more than that.
    return None if division.role is Role.PROGRAMME else (division.role, bare_title(plain(division.title)))


def _file(division: Division) -> object:
    is_part = division.role is Role.PART and division.at is not None
    return division.at.path.rpartition("/")[2] if is_part and division.at else None


def _content(division: Division) -> object:
    own = (division.blocks, division.value, division.children)
    return None if division.role is Role.PROGRAMME or not any(own) else (division.role, *own)


def _comparable(division: Division) -> str:
    return "" if division.role is Role.PROGRAMME else division_text(division)
