"""From organization.yml and 보고서.yml to what pages say beside the reports' own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.fields import words
from generator.model import Licence as WrittenLicence
from generator.model import Report
from generator.organization import ContactPoint, Department, Organization, Team
from generator.outputs.web.address import read_address
from generator.outputs.web.licence import Licence, licence_of
from generator.outputs.web.shelf import Contact, Shelf, ShelfDepartment, ShelfTeam, TeamRef


@dataclass(frozen=True, slots=True)
class Publication:
    """How a report was published: the day as written, empty where it is not known, and its own terms of use, None where
    those of the archive hold."""

    published: str = ""
    licence: Licence | None = None


def shelf_of(organization: Organization | None) -> Shelf:
    """Give the archive's own texts; where organization.yml could not be read, those that every archive has."""
    if organization is None:
        return Shelf(name="주요업무 아카이브", heading="주요업무 보고", lead="", institution="")
    site = organization.site
    return Shelf(
        name=words(site.name),
        heading=site.heading.text.strip(),
        lead=words(site.lead),
        institution=words(organization.institution),
        departments=_departments(organization),
        licence=_licence(organization.licence) or licence_of(None),
        address=read_address(words(site.address)),
        searches=tuple(words(search) for search in site.searches),
    )


def publication_of(report: Report | None) -> Publication:
    """Give what 보고서.yml says of the publication; nothing where it could not be read."""
    return Publication(words(report.published), _licence(report.licence)) if report else Publication()


def _licence(written: WrittenLicence | None) -> Licence | None:
    return licence_of(int(words(written.type)), training=written.training) if written else None


def _departments(organization: Organization) -> tuple[ShelfDepartment, ...]:
    before = {words(d.id): tuple(words(p) for p in d.predecessors) for d in organization.departments}
    known = {words(department.id): department for department in organization.departments}
    return tuple(
        ShelfDepartment(
            slug=slug,
            name=words(department.name),
            institution=words(department.institution or organization.institution),
            predecessors=before[slug],
            successors=tuple(other for other, earlier in before.items() if slug in earlier),
            contact=_contact(department.contact),
            teams=tuple(_team(team, before[slug], known) for team in department.teams),
            period=_period(department),
        )
        for slug, department in known.items()
    )


def _contact(written: ContactPoint | None) -> Contact | None:
    return Contact(words(written.phone), words(written.email), words(written.address)) if written else None


def _period(department: Department) -> str:
    start, end = words(department.start), words(department.end)
    return f"{start}~{end}" if start or end else ""


def _team(team: Team, before: tuple[str, ...], known: Mapping[str, Department]) -> ShelfTeam:
    predecessors = tuple(_earlier(words(name), before, known) for name in team.predecessors)
    return ShelfTeam(words(team.name), predecessors, team.inferred)


def _earlier(name: str, before: tuple[str, ...], known: Mapping[str, Department]) -> TeamRef:
    """Find the team that a predecessor's name means; the department's own name may stand before it."""
    for slug in before:
        department = known.get(slug)
        for team in department.teams if department else ():
            if department and name in (words(team.name), f"{words(department.name)} {words(team.name)}"):
                return TeamRef(slug, words(department.name), words(team.name))
    return TeamRef("", "", name)
