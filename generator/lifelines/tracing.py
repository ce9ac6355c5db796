"""Which records are one programme over the years: those with one id, and those that programs.yml joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from generator.archive import Archive
from generator.compose import ComposedReport
from generator.fields import words
from generator.house import House
from generator.library import LoadedReport
from generator.lifelines.gathering import part_point, programme_point
from generator.lifelines.kinds import LifeLine, LinePoint, LineYear, Stage
from generator.lineage import FoundPlace, ResolvedLineage
from generator.organization import house_of
from generator.records.kinds import ProgrammeRecord, Records
from generator.records.place import Place, places
from generator.remembering import Memory

_Placed = Mapping[tuple[str, str], Place]
_FEWEST_REPORTS = 2


def lifelines_of(archive: Archive, records: Records, memory: Memory | None = None) -> tuple[LifeLine, ...]:
    """Trace every programme that several reports tell of, or that programs.yml names, sorted by name.

    A programme of one id in one report only has no life-line, unless an entry gives it more. What a `memory` has of an
    earlier time is not read again.
    """
    known = memory or Memory()
    at = _placed(archive, known)
    lines = [line for resolved in archive.lineages if (line := _joined(resolved, records, at)) is not None]
    claimed = {(resolved.institution, name) for resolved in archive.lineages for name in resolved.ids}
    groups: dict[tuple[str, str], list[ProgrammeRecord]] = {}
    for record in records.programmes:
        if (record.institution, record.id) not in claimed:
            groups.setdefault((record.institution, record.id), []).append(record)
    lines += [_by_id(own, at, known) for own in groups.values() if _is_long(own)]
    return tuple(sorted(_with_own_address(lines), key=lambda line: (line.name, line.id)))


def _placed(archive: Archive, memory: Memory) -> dict[tuple[str, str], Place]:
    organization = archive.library.organization
    if organization is None:
        return {}
    house = house_of(organization)
    loaded = {report.folder: report for report in archive.library.reports}
    return {
        (composed.folder, place.division.id): place
        for composed in archive.reports
        for place in memory.recall(
            ("places", composed.folder),
            (composed, loaded[composed.folder], organization),
            partial(_places, composed, loaded[composed.folder], house),
        )
    }


def _places(composed: ComposedReport, loaded: LoadedReport, house: House) -> tuple[Place, ...]:
    return tuple(places(composed, loaded, house))


def _joined(resolved: ResolvedLineage, records: Records, at: _Placed) -> LifeLine | None:
    entry = resolved.entry
    own = [r for r in records.programmes if r.institution == resolved.institution and r.id in resolved.ids]
    homes = {(record.source.folder, record.id) for record in own}
    points = []
    for record in own:
        home = (record.source.folder, record.id)
        found = tuple(f for f in resolved.places if (_folder(f), f.programme) == home and not f.year)
        points.append(programme_point(record, at[record.source.folder, record.source.anchor], found))
    parts: dict[tuple[str, str, int | None], list[FoundPlace]] = {}
    for place in resolved.places:
        folder = _folder(place)
        if (folder, place.programme) not in homes or place.year:
            parts.setdefault((folder, place.division.id, place.year), []).append(place)
    for (folder, division, _), found_places in parts.items():
        points.append(part_point(tuple(found_places), at[folder, division], words(entry.name)))
    if not points:
        return None
    former = tuple(words(name) for name in entry.former)
    name = words(entry.name)
    return LifeLine(
        id=words(entry.id),
        name=name,
        former=former,
        names=_names((name, *former), points),
        institution=resolved.institution,
        years=_years(points),
        reason=words(entry.reason) if len(points) > 1 else "",
        inferred=entry.inferred,
    )


def _by_id(own: list[ProgrammeRecord], at: _Placed, memory: Memory) -> LifeLine:
    points = [_point(record, at[record.source.folder, record.source.anchor], memory) for record in own]
    newest = max(points, key=_order)
    names = _names((newest.title,), points)
    return LifeLine(own[0].id, newest.title, names[1:], names, own[0].institution, _years(points))


def _point(record: ProgrammeRecord, place: Place, memory: Memory) -> LinePoint:
    name = "point", record.source.folder, record.source.anchor
    return memory.recall(name, (record, place), partial(programme_point, record, place, ()))


def _is_long(own: Iterable[ProgrammeRecord]) -> bool:
    return len({record.source.folder for record in own}) >= _FEWEST_REPORTS


def _names(first: tuple[str, ...], points: Iterable[LinePoint]) -> tuple[str, ...]:
    newest = sorted(points, key=_order, reverse=True)
    return tuple(dict.fromkeys((*first, *(point.title for point in newest))))


def _years(points: list[LinePoint]) -> tuple[LineYear, ...]:
    ordered = sorted(points, key=_order)
    return tuple(
        LineYear(year, tuple(point for point in ordered if point.year == year))
        for year in range(ordered[0].year, ordered[-1].year + 1)
    )


def _order(point: LinePoint) -> tuple[int, int, str, str]:
    return point.year, list(Stage).index(point.stage), point.source.folder, point.source.anchor


def _folder(place: FoundPlace) -> str:
    return f"{place.document.year}/{place.document.slug}"


def _with_own_address(lines: list[LifeLine]) -> list[LifeLine]:
    """Two institutions may have chosen one id: the second life-line adds the slug of its newest report's department."""
    taken: set[str] = set()
    addressed = []
    for line in lines:
        name = line.id if line.id not in taken else f"{line.id}-{line.points[-1].source.slug}"
        count = 2
        while name in taken:
            name, count = f"{line.id}-{line.points[-1].source.slug}-{count}", count + 1
        taken.add(name)
        addressed.append(replace(line, id=name))
    return addressed
