"""Where something stands in a report, and what year it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.compose import ComposedReport
from generator.document import Block, Division, Document, Outline, Role, Table, plain
from generator.document.citing import cited_number
from generator.fields import words
from generator.house import House
from generator.library import LoadedReport
from generator.notation.date import parse_basis_date
from generator.records.kinds import Source
from generator.records.year import leading_year, planned_year


@dataclass(frozen=True, slots=True)
class Place:
    """A division with those above it, from the part down. `kind` is the kind of report that the part is, which may
    differ from the report's own: the plan for next year bound with this year's results."""

    document: Document
    house: House
    kind: str
    path: tuple[Division, ...]

    @property
    def division(self) -> Division:
        """The division itself."""
        return self.path[-1]

    @property
    def programme(self) -> Division | None:
        """The programme that it is or stands in."""
        return next((division for division in self.path if division.role is Role.PROGRAMME), None)

    @property
    def source(self) -> Source:
        """The address of the place; a □ topic is cited by what it stands in."""
        numbered = next((d for d in reversed(self.path) if d.role is not Role.TOPIC), self.path[0])
        part = self.path[0]
        cited = cited_number(part, numbered) if numbered is not part else part.number.strip(" .")
        return Source(self.document.year, self.document.slug, self.division.id, cited)

    @property
    def fiscal_year(self) -> int:
        """The year that the place speaks of: the one that the nearest heading above begins with; else, for a plan
        bound with results, the plan's in the report's title or the next one; else the report's own."""
        headings = (plain(d.title) for d in reversed(self.path) if d.role is not Role.PROGRAMME)
        if named := next((year for year in map(leading_year, headings) if year), None):
            return named
        if "계획" in self.kind and "계획" not in self.document.kind:
            return planned_year(self.document.title) or self.document.year + 1
        return self.document.year

    @property
    def planned(self) -> bool:
        """Tell whether the place speaks of what is to be done and not of what was."""
        return "계획" in self.kind or self.fiscal_year > self.document.year


def places(composed: ComposedReport, loaded: LoadedReport, house: House) -> Iterator[Place]:
    """Give every division of a report with its place, in printed order."""
    document = composed.document
    for part, section in zip(document.parts, loaded.sections, strict=True):
        yield from _below(document, house, words(section.section.kind) or document.kind, (part,))


def tables_in(blocks: tuple[Block, ...]) -> Iterator[Table]:
    """Give the tables among blocks, those under marked lines as well."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case Outline(items):
                for item in items:
                    yield from tables_in(item.children)


def basis_of(table: Table, place: Place) -> str:
    """Give the date as of which a table's figures hold, as printed: at the table, in a heading above, or the report's
    own; empty where none is told."""
    if table.basis:
        return table.basis.strip().removesuffix("기준").strip()
    for text in (table.caption, *(plain(division.title) for division in reversed(place.path))):
        if found := parse_basis_date(text):
            return text[found.start : found.end].removesuffix("기준").strip()
    return place.document.basis


def _below(document: Document, house: House, kind: str, path: tuple[Division, ...]) -> Iterator[Place]:
    yield Place(document, house, kind, path)
    for child in path[-1].children:
        yield from _below(document, house, kind, (*path, child))
