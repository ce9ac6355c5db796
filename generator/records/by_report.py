"""The records of each report apart, and of several together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from generator.records.kinds import BudgetLine, FacilityRecord, PersonnelCount, ProgrammeRecord, Records

Placed = TypeVar("Placed", ProgrammeRecord, BudgetLine, PersonnelCount, FacilityRecord)


def records_by_report(records: Records) -> dict[str, Records]:
    """Give the records of every report that has some, by its folder (`2022/jobs-economy`), each in its order."""
    programmes, budgets = _grouped(records.programmes), _grouped(records.budgets)
    personnel, facilities = _grouped(records.personnel), _grouped(records.facilities)
    return {
        folder: Records(
            tuple(programmes.get(folder, ())),
            tuple(budgets.get(folder, ())),
            tuple(personnel.get(folder, ())),
            tuple(facilities.get(folder, ())),
        )
        for folder in sorted({*programmes, *budgets, *personnel, *facilities})
    }


def joined(parts: Iterable[Records]) -> Records:
    """Give the records of several reports as one, in the order of the reports."""
    known = tuple(parts)
    return Records(
        tuple(record for one in known for record in one.programmes),
        tuple(record for one in known for record in one.budgets),
        tuple(record for one in known for record in one.personnel),
        tuple(record for one in known for record in one.facilities),
    )


def _grouped(rows: Sequence[Placed]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for row in rows:
        found.setdefault(row.source.folder, []).append(row)
    return found
