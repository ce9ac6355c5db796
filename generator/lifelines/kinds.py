"""What a programme's life-line is made of. Every figure stands in a report and knows its place there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.records.kinds import FundingShare, Source


class Stage(StrEnum):
    """What a report tells of a programme: what is to be done, what may be spent, what was done, or the state of a
    facility. The value is the word that readers see."""

    PLAN = "계획"
    BUDGET = "예산"
    RESULT = "실적"
    STATE = "현황"


class Role(StrEnum):
    """What a figure is to the life-line; `OTHER` is known by its own name only."""

    BUDGET = "budget"
    EXECUTION = "execution"
    RATE = "rate"
    PLANNED_PEOPLE = "planned_people"
    PEOPLE = "people"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one year. `name` is what it is compared by over the years, `label` the report's own word for it.

    Money is in thousand won (`unit` 천원), a rate in percent. `text` is what the report prints, `href` the place from
    the archive's root. `computed` marks what the report's author did not write.
    """

    role: Role
    name: str
    label: str
    value: Decimal
    unit: str
    text: str
    href: str
    shares: tuple[FundingShare, ...] = ()
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """What a report says of a programme under one heading, as lines of plain text."""

    name: str
    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A programme in one report. `title` is what it is called there. `host` is the programme or section that holds it
    where it is only a part of it, and empty where it is a programme itself. `basis` is the report's basis date."""

    year: int
    stage: Stage
    source: Source
    report: str
    title: str
    department: str
    institution: str
    team: str
    basis: str
    host: str
    figures: tuple[Figure, ...]
    passages: tuple[Passage, ...]

    def figure(self, role: Role) -> Figure | None:
        """Give the first figure of a role, None where the report has none."""
        return next((figure for figure in self.figures if figure.role is role), None)


@dataclass(frozen=True, slots=True)
class LineYear:
    """A fiscal year of a life-line: the plan before the result, and nothing in a year without a report."""

    year: int
    points: tuple[LinePoint, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Tell whether no report tells of this year."""
        return not self.points


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One programme over the years. `names` are all names that it has had, the present one first.

    `years` is a true axis from the first to the last year. `reason` says why the reports are taken to tell of one
    programme, and is empty where they all use one id; `inferred` marks a reason that no report states.
    """

    id: str
    name: str
    former: tuple[str, ...]
    names: tuple[str, ...]
    institution: str
    years: tuple[LineYear, ...]
    reason: str = ""
    inferred: bool = False

    @property
    def points(self) -> tuple[LinePoint, ...]:
        """All points, oldest first."""
        return tuple(point for year in self.years for point in year.points)

    @property
    def href(self) -> str:
        """The life-line's page, from the archive's root."""
        return f"programmes/{self.id}/index.html"

    def figures(self, role: Role) -> Iterator[tuple[LinePoint, Figure]]:
        """Give all figures of a role with their points, oldest first."""
        for point in self.points:
            for figure in point.figures:
                if figure.role is role:
                    yield point, figure
