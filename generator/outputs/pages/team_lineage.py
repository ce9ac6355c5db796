"""How the work of teams went from one department to the next: a drawing and the same as a list.

Departments stand in columns: predecessors, the department with those that share a predecessor, successors. The numbers
are those of the drawing's own view, as wide as the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.outputs.web.shelf import Shelf, ShelfDepartment, ShelfTeam

DRAWING = 1160
REMARK = 116
"""Room at the right of the last column for 앞 기록 없음."""
LETTER, PADDING = 17, 36
NARROWEST, WIDEST = 200, 320
BOX, STEP, HEAD, BASELINE, BETWEEN = 40, 50, 42, 24, 12


@dataclass(frozen=True, slots=True)
class TeamBox:
    """A team. `squeezed` is the length to press its name to, 0 where it fits; `is_new` tells that no earlier record is
    known of a team that stands in a later column."""

    name: str
    x: int
    y: int
    width: int
    own: bool
    is_new: bool
    remarked: bool
    squeezed: int = 0

    @property
    def middle(self) -> int:
        """Where flows meet the box."""
        return self.y + BOX // 2

    @property
    def end(self) -> int:
        """The box's right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class DepartmentHead:
    """A department's name above its teams, with the years of its reports."""

    name: str
    years: str
    x: int
    y: int
    own: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """The way of a team's work, as an SVG path; `own` tells that it begins or ends in the department itself."""

    path: str
    own: bool


@dataclass(frozen=True, slots=True)
class LineageGroup:
    """A department of a later column with its teams, for the list."""

    department: ShelfDepartment
    years: str
    teams: tuple[ShelfTeam, ...]


@dataclass(frozen=True, slots=True)
class TeamLineage:
    """The finished drawing, and the list that says the same."""

    width: int
    height: int
    box_height: int
    heads: tuple[DepartmentHead, ...]
    boxes: tuple[TeamBox, ...]
    flows: tuple[Flow, ...]
    groups: tuple[LineageGroup, ...]
    inferred: bool
    has_new: bool


Place = tuple[str, str]
"""A department's slug and a team's name."""


def team_lineage(department: ShelfDepartment, shelf: Shelf, years: Mapping[str, str]) -> TeamLineage | None:
    """Draw the teams around a department; None where no team of theirs is known to follow another. `years` says, by a
    department's slug, which years its reports are of."""
    columns = _columns(department, shelf)
    shown = {(d.slug, team.name) for column in columns for d in column for team in d.teams}
    pairs = [
        ((earlier.slug, earlier.name), (later.slug, team.name))
        for column in columns[1:]
        for later in column
        for team in later.teams
        for earlier in team.predecessors
        if (earlier.slug, earlier.name) in shown
    ]
    if not pairs:
        return None
    heads: list[DepartmentHead] = []
    boxes: dict[Place, TeamBox] = {}
    width = _box_width(columns)
    for index, column in enumerate(columns):
        x = round(index * (DRAWING - REMARK - width) / (len(columns) - 1))
        y = 0
        for shown_department in column:
            own = shown_department.slug == department.slug
            heads.append(
                DepartmentHead(shown_department.name, years.get(shown_department.slug, ""), x, y + BASELINE, own)
            )
            first = TeamBox("", x, y + HEAD, width, own, is_new=index > 0, remarked=index == len(columns) - 1)
            boxes |= _boxes(shown_department, first)
            y += HEAD + STEP * len(shown_department.teams) + BETWEEN
    flows = [
        Flow(_curve(boxes[before], boxes[after]), department.slug in (before[0], after[0])) for before, after in pairs
    ]
    groups = [LineageGroup(d, years.get(d.slug, ""), d.teams) for column in columns[1:] for d in column]
    return TeamLineage(
        DRAWING,
        max(box.y for box in boxes.values()) + BOX + 1,
        BOX,
        tuple(heads),
        tuple(boxes.values()),
        # What belongs to the department is drawn last, above the others.
        tuple(sorted(flows, key=lambda flow: flow.own)),
        tuple(groups),
        any(team.inferred and team.predecessors for group in groups for team in group.teams),
        any(box.is_new for box in boxes.values()),
    )


def _columns(department: ShelfDepartment, shelf: Shelf) -> list[list[ShelfDepartment]]:
    before = [d for d in shelf.departments if d.slug in department.predecessors]
    beside = [
        d
        for d in shelf.departments
        if d.slug != department.slug and set(d.predecessors) & {earlier.slug for earlier in before}
    ]
    after = [d for d in shelf.departments if department.slug in d.predecessors]
    columns = (before, [department, *beside], after)
    return [shown for column in columns if (shown := [d for d in column if d.teams])]


def _box_width(columns: Sequence[Sequence[ShelfDepartment]]) -> int:
    longest = max(len(team.name) for column in columns for department in column for team in department.teams)
    return min(max(longest * LETTER + PADDING, NARROWEST), WIDEST)


def _boxes(department: ShelfDepartment, first: TeamBox) -> dict[Place, TeamBox]:
    """Stack a department's teams below the place of the first; only one without predecessors can be new."""
    stacked = {}
    room = first.width - PADDING
    for index, team in enumerate(department.teams):
        is_new = first.is_new and not team.predecessors
        stacked[department.slug, team.name] = replace(
            first,
            name=team.name,
            y=first.y + index * STEP,
            is_new=is_new,
            remarked=is_new and first.remarked,
            squeezed=room if len(team.name) * LETTER > room else 0,
        )
    return stacked


def _curve(before: TeamBox, after: TeamBox) -> str:
    bend = (before.end + after.x) // 2
    return f"M{before.end} {before.middle}C{bend} {before.middle} {bend} {after.middle} {after.x} {after.middle}"
