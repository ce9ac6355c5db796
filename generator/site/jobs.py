"""What is printed: each report with what its PDF says of its origin, in the editions that it asks for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from generator.archive import Archive
from generator.compose import ComposedReport
from generator.editions import BRIEF, FURTHER, Edition, find_edition
from generator.house import House
from generator.library import LoadedReport
from generator.organization import house_of
from generator.outputs.discovery.dates import first_date, iso_date
from generator.outputs.paper.brief.telling import brief_of
from generator.outputs.paper.provenance import provenance_of
from generator.outputs.web.address import absolute
from generator.outputs.web.paths import report_path
from generator.outputs.web.shelving import publication_of, shelf_of
from generator.press import Job, job_of
from generator.remembering import Memory
from generator.site.gathered import picture_of


def jobs_of(archive: Archive, memory: Memory | None = None) -> list[Job]:
    """Give the jobs of all reports: the standard editions in the order of the archive, the further ones after them,
    which readers need less. What a `memory` has of an earlier time is not told again."""
    known = memory or Memory()
    library = archive.library
    shelf = shelf_of(library.organization)
    loaded = {report.folder: report for report in library.reports}
    publications = {folder: publication_of(one.report) for folder, one in loaded.items()}
    jobs = []
    for report in archive.reports:
        document = report.document
        publication = publications[report.folder]
        origin = provenance_of(
            library.tree,
            report.folder,
            dated=iso_date(first_date(publication.published, document.basis, document.cover.date)),
            address=absolute(shelf.address, report_path(document)),
            licence=publication.licence or shelf.licence,
        )
        job = job_of(report.folder, document, picture_of(archive, report.folder))
        jobs.append(replace(job, provenance=origin))
    further = (
        _in_edition(job, edition, archive, composed, loaded[composed.folder], known)
        for job, composed in zip(jobs, archive.reports, strict=True)
        for edition in editions_of(loaded[composed.folder])
    )
    return [*jobs, *further]


def editions_of(loaded: LoadedReport) -> tuple[Edition, ...]:
    """Give the further editions that a report asks for, in the order in which all reports offer them."""
    asked = {find_edition(name.text) for name in loaded.report.editions} if loaded.report else set()
    return tuple(edition for edition in FURTHER if edition in asked)


def _in_edition(
    job: Job, edition: Edition, archive: Archive, composed: ComposedReport, loaded: LoadedReport, memory: Memory
) -> Job:
    if edition != BRIEF:
        return replace(job, edition=edition)
    organization = archive.library.organization
    house = house_of(organization) if organization else House()
    given = composed, loaded, organization
    brief = memory.recall(("brief", job.folder), given, partial(brief_of, composed, loaded, house))
    # A brief shows no pictures.
    return replace(job, edition=edition, brief=brief, pictures={})
