"""What is printed: each report with what its PDF says of its origin."""

from __future__ import annotations

from dataclasses import replace

from generator.archive import Archive
from generator.outputs.discovery.dates import first_date, iso_date
from generator.outputs.paper.provenance import provenance_of
from generator.outputs.web.address import absolute
from generator.outputs.web.paths import report_path
from generator.outputs.web.shelving import publication_of, shelf_of
from generator.press import Job, job_of
from generator.site.gathered import picture_of


def jobs_of(archive: Archive) -> list[Job]:
    """Give a job for each report, in the order of the archive."""
    library = archive.library
    shelf = shelf_of(library.organization)
    publications = {loaded.folder: publication_of(loaded.report) for loaded in library.reports}
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
    return jobs
