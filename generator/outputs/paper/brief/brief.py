"""What a brief holds, as finished text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.kinds import Measure


@dataclass(frozen=True, slots=True)
class BriefItem:
    """An item of a report's text: its own line, and the lines right below it."""

    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefTopic:
    """A topic of a report with its items."""

    title: str
    items: tuple[BriefItem, ...]


@dataclass(frozen=True, slots=True)
class BriefFigure:
    """An amount as the report prints it, without the unit that its group names; `funding` has the parts of its
    split."""

    text: str
    funding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefProgramme:
    """A programme. `number` is the one that people cite, `rate` the execution rate in percent without a sign; whatever
    the report does not tell is empty."""

    number: str
    title: str
    team: str
    purpose: str
    figures: tuple[tuple[Measure, BriefFigure], ...]
    rate: str
    topics: tuple[BriefTopic, ...]

    def figure(self, measure: Measure) -> BriefFigure | None:
        """Give the amount of a measure, None where there is none."""
        return dict(self.figures).get(measure)


@dataclass(frozen=True, slots=True)
class BriefGroup:
    """The programmes of one part. `kind` says what the part is (`2018년 추진계획`) where the report has parts of
    several kinds; `told` is the name of what its programmes tell; `unit` that of all amounts, empty where each names
    its own."""

    title: str
    kind: str
    told: str
    unit: str
    programmes: tuple[BriefProgramme, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The amounts that at least one programme has, in their order."""
        had = {measure for programme in self.programmes for measure, _ in programme.figures}
        return tuple(measure for measure in Measure if measure in had)


@dataclass(frozen=True, slots=True)
class BriefYear:
    """The amounts of one year, where a report tells its budget by years."""

    year: int
    figures: tuple[tuple[Measure, BriefFigure], ...]

    def figure(self, measure: Measure) -> BriefFigure | None:
        """Give the amount of a measure, None where there is none."""
        return dict(self.figures).get(measure)


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: its head and its groups; `years` in `years_unit` beside them, empty where the report has programmes."""

    title: str
    issuer: str
    basis: str
    groups: tuple[BriefGroup, ...]
    years: tuple[BriefYear, ...] = ()
    years_unit: str = ""

    @property
    def programme_count(self) -> int:
        """How many programmes there are."""
        return sum(len(group.programmes) for group in self.groups)
