"""What rules look at: one report as written and as composed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.reading.programme import PlacedProgramme, programmes_of
from generator.checks.reading.statement import Statement, read_statements
from generator.checks.reading.table_place import PlacedTable, tables_of
from generator.compose import ComposedReport
from generator.document import Document
from generator.fields import Node
from generator.house import House
from generator.library import LoadedReport
from generator.notation.date import Date, parse_basis_date, parse_date
from generator.source import Scalar

_TITLES = ("제목", "사업명")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it was written, with the keys that lead to it: (`사업`, `2`, `본문`, `향후계획`)."""

    scalar: Scalar
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text; `scalar.locate(start, end)` gives the place of a part of it."""
        return self.scalar.text

    @property
    def heading(self) -> str:
        """The heading that the text stands under: the last key that is no position."""
        return next((key for key in reversed(self.keys) if not key.isdigit()), "")


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One report, read once for all rules.

    `basis` is the date as of which the report speaks: its basis date, or else the date on its cover. `passages` are
    the texts that staff wrote, section by section; `statements` the marked lines and cells in them; `tables` the
    composed tables; `titles` the titles by the keys that lead to what they name. `predecessors` are the ids of the
    departments whose work this one took over.
    """

    loaded: LoadedReport
    composed: ComposedReport
    house: House
    basis: Date | None
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    tables: tuple[PlacedTable, ...]
    programmes: tuple[PlacedProgramme, ...]
    titles: Mapping[tuple[str, ...], str]
    by_programme: Mapping[tuple[str, ...], tuple[Statement, ...]]
    predecessors: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The composed report."""
        return self.composed.document

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.loaded.year

    @property
    def has_basis(self) -> bool:
        """Tell whether the report names its basis date itself."""
        return self.loaded.report is not None and self.loaded.report.basis is not None

    def is_plan_beside_results(self, keys: tuple[str, ...]) -> bool:
        """Tell whether a text stands in a part of another kind than the report: the plan bound with last year's
        results."""
        section = next((s.section for s in self.loaded.sections if keys and s.path == keys[0]), None)
        return section is not None and section.kind is not None and "계획" in section.kind.text

    def statements_of(self, programme: PlacedProgramme) -> tuple[Statement, ...]:
        """Give the statements of one programme."""
        return self.by_programme.get(programme.keys, ())

    def titles_above(self, keys: tuple[str, ...]) -> Iterator[str]:
        """Give the titles of the sections and the programme that a text stands in, from the part down."""
        for length in range(1, len(keys)):
            if title := self.titles.get(keys[:length]):
                yield title


def subject_of(
    loaded: LoadedReport, composed: ComposedReport, house: House, predecessors: tuple[str, ...] = ()
) -> Subject:
    """Read a report for the rules."""
    passages = tuple(p for section in loaded.sections for p in passages_of(section.section, (section.path,)))
    statements = read_statements(((passage.scalar, passage.keys) for passage in passages), house.marks)
    tables = tuple(tables_of(composed.document.parts))
    programmes = tuple(programmes_of(loaded, house))
    titles = {p.keys[:-1]: p.text for p in passages if p.keys[-1] in _TITLES}
    return Subject(
        loaded,
        composed,
        house,
        _basis(loaded),
        passages,
        statements,
        tables,
        programmes,
        titles,
        _by_programme(statements),
        predecessors,
    )


def passages_of(value: Any, keys: tuple[str, ...] = ()) -> Iterator[Passage]:
    """Walk a model, or anything in it, and give its texts."""
    if isinstance(value, Scalar):
        yield Passage(value, keys)
    elif isinstance(value, Node):
        for name, field in type(value).model_fields.items():
            if name != "at":
                yield from passages_of(getattr(value, name), (*keys, str(field.alias)))
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, Scalar):
                yield Passage(key, (*keys, "제목"))
            yield from passages_of(item, (*keys, key.text if isinstance(key, Scalar) else str(key)))
    elif isinstance(value, tuple | list):
        for count, item in enumerate(value, start=1):
            yield from passages_of(item, (*keys, str(count)))
    elif hasattr(value, "model"):
        yield from passages_of(value.model, (*keys, value.kind.key))


def _by_programme(statements: tuple[Statement, ...]) -> dict[tuple[str, ...], tuple[Statement, ...]]:
    grouped: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        if "사업" in statement.keys:
            place = statement.keys.index("사업")
            grouped.setdefault(statement.keys[: place + 2], []).append(statement)
    return {keys: tuple(found) for keys, found in grouped.items()}


def _basis(loaded: LoadedReport) -> Date | None:
    report = loaded.report
    if report is None:
        return None
    if report.basis is not None:
        text = report.basis.text
        found = parse_basis_date(text)
        return found.date if found else parse_date(text)
    cover = report.cover
    return parse_date(cover.date.text) if cover and cover.date else None
