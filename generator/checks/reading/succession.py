"""Reports that follow each other: the same department, or one that took over its work, a year later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checks.reading.programme import PlacedProgramme
from generator.checks.reading.title import bare_title
from generator.checks.subject import Subject


@dataclass(frozen=True, slots=True, eq=False)
class Succession:
    """A report with those of the year before that it goes on from, and all of its own year.

    A department that was parted leaves its programmes to several; so what one report lacks, another of the same year
    may have.
    """

    subject: Subject
    earlier: tuple[Subject, ...]
    beside: tuple[Subject, ...]


def successions(subjects: Sequence[Subject]) -> Iterator[Succession]:
    """Give each report that has an earlier one, a year before."""
    by_year: dict[int, list[Subject]] = {}
    for subject in subjects:
        by_year.setdefault(subject.year, []).append(subject)
    for subject in subjects:
        own = (department(subject), *subject.predecessors)
        earlier = tuple(s for s in by_year.get(subject.year - 1, ()) if department(s) in own)
        if earlier:
            yield Succession(subject, earlier, tuple(by_year[subject.year]))


def department(subject: Subject) -> str:
    """Give the department's id."""
    return subject.document.department_slug


def kind_of(subject: Subject, programme: PlacedProgramme) -> str:
    """Give the kind of report that a programme stands in: that of its part, or else of the report."""
    section = next((s.section for s in subject.loaded.sections if s.path == programme.keys[0]), None)
    if section is not None and section.kind is not None:
        return section.kind.text.strip()
    return subject.document.kind


def index_of(subjects: Sequence[Subject]) -> tuple[Mapping[str, PlacedProgramme], Mapping[str, PlacedProgramme]]:
    """Index the programmes of some reports by id and by bare title."""
    by_id: dict[str, PlacedProgramme] = {}
    by_title: dict[str, PlacedProgramme] = {}
    for subject in subjects:
        for programme in subject.programmes:
            by_id.setdefault(programme.model.id.text.strip(), programme)
            by_title.setdefault(bare_title(programme.title), programme)
    return by_id, by_title
