"""The data of the archive: budgets, programmes, personnel and facilities of all reports."""

from __future__ import annotations

from generator.archive import Archive
from generator.organization import house_of
from generator.records.budgets import budget_lines
from generator.records.facilities import facilities_of
from generator.records.kinds import Records
from generator.records.personnel import personnel_of
from generator.records.place import places
from generator.records.programmes import programme_of

__all__ = ["records_of"]


def records_of(archive: Archive) -> Records:
    """Collect the records of all composed reports; none where organization.yml was not read."""
    organization = archive.library.organization
    if organization is None:
        return Records()
    house = house_of(organization)
    loaded = {report.folder: report for report in archive.library.reports}
    found = [place for report in archive.reports for place in places(report, loaded[report.folder], house)]
    return Records(
        programmes=tuple(record for place in found if (record := programme_of(place))),
        budgets=tuple(line for place in found for line in budget_lines(place)),
        personnel=tuple(count for place in found for count in personnel_of(place)),
        facilities=tuple(record for place in found for record in facilities_of(place)),
    )
