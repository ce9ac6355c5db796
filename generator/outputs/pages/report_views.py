"""What a report's page shows beside the text itself: contents, programme numbers and neighbours, money rail, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.document import (
    Budget,
    Cell,
    Division,
    Document,
    NoteRef,
    Rate,
    Role,
    plain,
    programmes,
    walk_divisions,
    walk_nodes,
)
from generator.document.citing import cited_number


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    id: str
    number: str
    title: str
    children: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The programme before or after another."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Rail:
    """What stands beside a programme's text: its budget under the title of the topic that it was taken from. `id` is
    that topic's anchor, empty where the topic stays in the text because it says more than the budget."""

    title: str
    id: str
    budget: Budget
    dated: bool


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme as its page shows it. `number` is cited (`Ⅱ-5`); `page` is its page in print, None if unknown."""

    number: str
    title: str
    page: int | None
    rail: Rail | None
    topics: tuple[Division, ...]
    before: Neighbour | None
    after: Neighbour | None


def short_title(document: Document) -> str:
    """Give the report's title without the department in brackets, which stands above it already."""
    return document.title.removesuffix(f"({document.department})").rstrip() or document.title


def issuer(document: Document) -> str:
    """Name who reports: institution and department, once where the department's name begins with the institution's."""
    if document.department.startswith(document.institution.replace(" ", "")):
        return document.department
    return f"{document.institution} {document.department}"


def contents_of(document: Document) -> tuple[Entry, ...]:
    """Give the contents: parts with the sections and programmes in them; topics are left out."""
    return tuple(_entry(part) for part in document.parts)


def programme_views(document: Document, pages: Mapping[str, int]) -> dict[str, ProgrammeView]:
    """Give each programme's view by its division's id. `pages` gives pages in print by programme id."""
    found = programmes(document)
    numbers = {id(d): cited_number(part, d) for part in document.parts for d in walk_divisions((part,))}
    near = [Neighbour(d.id, numbers[id(d)], plain(d.title)) for d in found]
    views = {}
    for index, division in enumerate(found):
        rail = _rail(division)
        views[division.id] = ProgrammeView(
            number=near[index].number,
            title=near[index].title,
            page=pages.get(division.programme.id if division.programme else division.id),
            rail=rail,
            topics=_topics(division, rail),
            before=near[index - 1] if index else None,
            after=near[index + 1] if index + 1 < len(near) else None,
        )
    return views


def own_notes(document: Document) -> dict[str, tuple[NoteRef, ...]]:
    """Give the footnotes to print at the end of each part's opening, section and programme, by division id. A note
    that is called in several places is printed at the first."""
    seen: set[str] = set()
    printed: dict[str, tuple[NoteRef, ...]] = {}
    for division, text in _note_holders(document):
        fresh = {note.id: note for piece in text for note in _calls(piece) if note.id not in seen}
        seen.update(fresh)
        if fresh:
            printed[division.id] = tuple(fresh.values())
    return printed


def has_computed(document: Document) -> bool:
    """Tell whether any figure was computed and not written by the author."""
    return any(isinstance(node, Cell | Rate) and node.computed for node in walk_nodes(document.parts))


def _entry(division: Division) -> Entry:
    below = tuple(_entry(child) for child in division.children if child.role is not Role.TOPIC)
    return Entry(division.id, division.number.strip(" ."), plain(division.title), below)


def _rail(division: Division) -> Rail | None:
    budget = division.programme.budget if division.programme else None
    if budget is None:
        return None
    dated = budget.rate is not None
    for topic in division.children:
        if budget in topic.blocks or (budget.line and plain(topic.value) == budget.line):
            alone = not topic.children and all(block == budget for block in topic.blocks)
            return Rail(plain(topic.title), topic.id if alone else "", budget, dated)
    return Rail(budget.caption, "", budget, dated)


def _topics(division: Division, rail: Rail | None) -> tuple[Division, ...]:
    if rail is None:
        return division.children
    kept = (child for child in division.children if not rail.id or child.id != rail.id)
    return tuple(replace(child, blocks=tuple(b for b in child.blocks if b != rail.budget)) for child in kept)


def _note_holders(document: Document) -> Iterator[tuple[Division, list[object]]]:
    for part in document.parts:
        yield part, [part.title, part.value, part.blocks]
        for child in part.children:
            yield from _holders_below(child)


def _holders_below(division: Division) -> Iterator[tuple[Division, list[object]]]:
    inner = [d for d in walk_divisions(division.children) if d.role is Role.PROGRAMME]
    if division.role is Role.PROGRAMME or not inner:
        yield division, [division]
        return
    yield division, [division.title, division.value, division.blocks]
    for child in division.children:
        yield from _holders_below(child)


def _calls(node: object) -> Iterator[NoteRef]:
    return (found for found in walk_nodes(node) if isinstance(found, NoteRef))
