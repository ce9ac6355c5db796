"""How many people a programme was for, or had: read by its labels (목표인원, 참여인원) from lines and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.document import Division, RowRole, Table, cell_text, plain
from generator.document.geometry import bare_name, grid, head_paths, row_paths
from generator.lifelines.kinds import Role
from generator.lineage.model import name_and_unit
from generator.lineage.written import own_lines, written_tables
from generator.notation.quantity import find_quantities

PEOPLE_UNITS = ("명", "인")

_PLANNED = frozenset(("목표인원", "계획인원", "모집인원", "모집정원", "선발예정인원", "지원목표인원"))
_ACTUAL = frozenset(
    ("인원", "참여인원", "참가인원", "선발인원", "추진인원", "사업인원", "근무인원", "지원인원", "수혜인원")
)
# What comes after the year reported on is no figure of this year.
_AHEAD = "향후"


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """A count of people: `label` is the report's word, `text` what it prints, `anchor` leads there."""

    role: Role
    label: str
    text: str
    value: Decimal
    anchor: str
    computed: bool = False


def people_of(division: Division) -> tuple[PeopleCount, ...]:
    """Give a programme's counts of people, at most one for each role.

    A line of the first level comes before a table's total; where two lines of a role disagree, neither is taken,
    because nobody can tell which speaks of the whole programme.
    """
    topics = [division, *(child for child in division.children if _AHEAD not in plain(child.title))]
    in_lines = [count for topic in topics for count in _in_lines(topic)]
    in_tables = [count for topic in topics for count in _in_tables(topic)]
    found = (_only(in_lines, role) or _only(in_tables, role) for role in (Role.PLANNED_PEOPLE, Role.PEOPLE))
    return tuple(count for count in found if count is not None)


def role_of(name: str, unit: str) -> Role:
    """Tell whose number a measure of this name and unit is; a measure in 명 that is no target counts who took part."""
    bare = bare_name(name)
    if bare in _PLANNED:
        return Role.PLANNED_PEOPLE
    if bare in _ACTUAL or unit in PEOPLE_UNITS:
        return Role.PEOPLE
    return Role.OTHER


def _only(counts: list[PeopleCount], role: Role) -> PeopleCount | None:
    own = [count for count in counts if count.role is role]
    return own[0] if len({count.value for count in own}) == 1 else None


def _in_lines(topic: Division) -> Iterator[PeopleCount]:
    for line in own_lines(topic):
        if (role := _labelled(line.label)) is None:
            continue
        counted = next(iter(find_quantities(line.value)), None)
        if counted is not None and counted.unit in PEOPLE_UNITS and not line.value[: counted.start].strip(" 총약연"):
            text = line.value[counted.start : counted.end]
            yield PeopleCount(role, line.label, text, counted.value, line.anchor)


def _in_tables(topic: Division) -> Iterator[PeopleCount]:
    for written in written_tables(topic):
        for label, text, value, computed in _totals(written.table):
            if (role := _labelled(label)) is not None:
                yield PeopleCount(role, name_and_unit(label)[0], text, value, written.anchor, computed)


def _labelled(label: str) -> Role | None:
    bare = bare_name(label)
    return Role.PLANNED_PEOPLE if bare in _PLANNED else Role.PEOPLE if bare in _ACTUAL else None


def _totals(table: Table) -> Iterator[tuple[str, str, Decimal, bool]]:
    """Give the heads of columns with what stands in the row of totals (or the only row), and the names of rows with
    what stands in the only column of data."""
    rows = grid(table.body, len(table.columns))
    heads = [path[-1] if path else "" for path in head_paths(table)]
    totals = [index for index, row in enumerate(table.body) if row.role is RowRole.TOTAL]
    chosen = totals if len(totals) == 1 else [0] if len(rows) == 1 else []
    pairs = [(heads[x], rows[y][x]) for y in chosen for x in range(len(heads))]
    names = row_paths(table)
    data = [x for x in range(len(heads)) if any(cell is not None and not cell.scope for cell in (r[x] for r in rows))]
    if len(data) == 1:
        pairs += [(names[y][-1] if names[y] else "", row[data[0]]) for y, row in enumerate(rows)]
    for label, cell in pairs:
        if cell is None or cell.scope:
            continue
        text = cell_text(cell)
        counted = next(iter(find_quantities(text)), None)
        if counted is not None and counted.unit in PEOPLE_UNITS:
            yield label, text[counted.start : counted.end], counted.value, cell.computed
        elif cell.value is not None and cell.value == int(cell.value):
            unit = name_and_unit(label)[1]
            yield label, f"{text}{unit or PEOPLE_UNITS[0]}", cell.value, cell.computed
