"""What the archive's data takes from reports: programmes, budgets, personnel, facilities."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.archive import check_library
from generator.diagnostics import Severity
from generator.document import walk_divisions
from generator.file_tree import FileTree
from generator.library import read_library
from generator.records import records_of
from generator.records.kinds import BudgetLine, FacilityRecord, Money, PersonnelCount, ProgrammeRecord, Records
from tests.cases import Case, cases
from tests.trees import MemoryTree, archive_of


def read(tree: FileTree) -> Records:
    archive = check_library(read_library(tree))
    assert not [finding for finding in archive.findings if finding.severity is Severity.ERROR]
    return records_of(archive)


def of_case(case: Case) -> Records:
    return read(archive_of({block.name: block.text for block in case.blocks if block.language == "yaml"}))


def expected(case: Case) -> list[str]:
    return case.blocks[-1].text.splitlines()


def money(found: Money, *, printed: bool = False) -> str:
    text = f"{found.measure.value} {found.value:f}" + ("?" if found.computed else "")
    if printed:
        text += f' "{found.text}"'
    shares = ", ".join(f"{share.source} {share.value:f}" for share in found.shares)
    return f"{text} ({shares})" if shares else text


def joined(*parts: str) -> str:
    return " | ".join(part for part in parts if part)


def rate(record: BudgetLine | ProgrammeRecord) -> str:
    return f"rate {record.rate:f}" + ("?" if record.rate_computed else "") if record.rate is not None else ""


def budget_line(line: BudgetLine) -> str:
    amounts = ", ".join(money(amount) for amount in line.amounts)
    level = f"level {line.level}" if line.level else ""
    where = f"in {line.programme}" if line.programme else ""
    return joined(f"{line.fiscal_year} {line.name}: {amounts}", rate(line), level, "total" if line.total else "", where)


def programme(record: ProgrammeRecord) -> str:
    stage = "계획" if record.planned else "실적"
    amounts = ", ".join(money(amount, printed=True) for amount in record.amounts)
    head = f"{record.fiscal_year} {stage} [{record.source.cited}] {record.id} {record.title}: {amounts}".rstrip()
    return joined(head, rate(record))


def count(record: PersonnelCount) -> str:
    value = f"{record.value:f}" + ("?" if record.computed else "")
    return f"{record.year} [{record.basis}] {record.row} | {record.group} | {record.grade}: {value}"


def facility(record: FacilityRecord) -> str:
    lines = (record.group, record.name, record.place, record.state, record.remark)
    return f"{record.year} " + " | ".join(line.replace("\n", "/") for line in lines)


@pytest.mark.parametrize("case", cases("records/budgets"))
def test_budget_tables(case: Case) -> None:
    assert [budget_line(line) for line in of_case(case).budgets] == expected(case)


@pytest.mark.parametrize("case", cases("records/programmes"))
def test_programmes(case: Case) -> None:
    assert [programme(record) for record in of_case(case).programmes] == expected(case)


@pytest.mark.parametrize("case", cases("records/personnel"))
def test_personnel(case: Case) -> None:
    assert [count(record) for record in of_case(case).personnel] == expected(case)


@pytest.mark.parametrize("case", cases("records/facilities"))
def test_facilities(case: Case) -> None:
    assert [facility(record) for record in of_case(case).facilities] == expected(case)


def anchors(records: Records) -> Iterable[str]:
    everything = (*records.programmes, *records.budgets, *records.personnel, *records.facilities)
    return (record.source.anchor for record in everything)


@pytest.mark.parametrize("case", cases("records"))
def test_every_record_leads_to_a_division(case: Case) -> None:
    tree = archive_of({block.name: block.text for block in case.blocks if block.language == "yaml"})
    archive = check_library(read_library(tree))
    known = {division.id for report in archive.reports for division in walk_divisions(report.document.parts)}
    assert set(anchors(records_of(archive))) <= known


def test_an_archive_without_organization_has_no_records() -> None:
    assert records_of(check_library(read_library(MemoryTree({})))) == Records()
