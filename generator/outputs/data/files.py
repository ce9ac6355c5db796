"""The archive's data as files: CSV and JSON for the whole archive and for each report, with their description.

    data/programmes.csv, .json, .csv-metadata.json    each table of the archive
    data/archive.json                                 all tables and the list of reports
    2022/jobs-economy/programmes.csv                  the same tables for one report, where it has rows
    2022/jobs-economy/yaml/추진실적.yml                what staff wrote

Addresses are stable: a table that has no rows today has its file all the same.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from generator.archive import Archive
from generator.compose import ComposedReport
from generator.document import Document
from generator.notation.funding import FundingSource
from generator.organization import house_of
from generator.outputs.artifacts import Asset
from generator.outputs.data.columns import (
    ProgrammeMoney,
    budget_fields,
    facility_fields,
    personnel_fields,
    programme_fields,
    unit_budget_fields,
)
from generator.outputs.data.table_metadata import render_metadata
from generator.outputs.data.tables import DataTable, Field, plain_columns, plain_rows, render_csv, table_of
from generator.outputs.web.downloads import Download
from generator.outputs.web.shelf import Shelf
from generator.outputs.web.shelving import Publication, publication_of, shelf_of
from generator.records.by_report import records_by_report
from generator.records.kinds import BudgetLine, Measure, Records
from generator.remembering import Memory

FORMAT = 1
"""Version of the JSON files' shape; it grows when a key changes its meaning or goes away."""
FOLDER = "data"
SOURCES = "yaml"
"""The folder of a report's YAML files in the site."""

_UNIT_BUDGET = (Measure.BUDGET, Measure.PREVIOUS_BUDGET, Measure.EXECUTION, Measure.EXPECTED)
_SETTLEMENT = (
    Measure.BUDGET,
    Measure.CARRIED_IN,
    Measure.CHANGE,
    Measure.AVAILABLE,
    Measure.SETTLEMENT,
    Measure.CARRIED_OUT,
    Measure.BALANCE,
)


_TITLES = {
    "programmes": ("사업", "보고서에 실린 사업입니다. 한 줄이 한 보고서의 한 사업입니다."),
    "budgets": ("사업 예산", "사업의 예산액, 집행액, 소요예산과 재원입니다. 한 줄이 한 사업의 한 항목입니다."),
    "unit-budgets": (
        "부서 예산",
        "부서의 예산현황 표입니다. 한 줄이 한 해의 한 단위사업이나 과목이고, 합계 줄도 들어 있습니다.",
    ),
    "settlements": ("결산", "지난 해들의 예산과 쓴 돈입니다. 한 줄이 한 해입니다."),
    "personnel": ("인력", "부서의 정원과 현원입니다. 한 줄이 한 직급의 한 항목입니다."),
    "facilities": ("시설과 장비", "부서가 맡은 시설과 장비입니다. 한 줄이 하나입니다."),
}
"""What each table is called, and what it holds."""

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file that is offered: its place in the site, what it holds, `CSV` or `JSON`, its size in bytes and how
    many rows it has."""

    path: str
    label: str
    format: str
    size: int
    rows: int

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name

    @property
    def size_text(self) -> str:
        """The size as readers know it, `19KB`."""
        return size_text(self.size)


@dataclass(frozen=True, slots=True)
class OfferedTable:
    """A table of the whole archive with its files."""

    table: DataTable
    files: tuple[DataFile, ...]


def size_text(size: int) -> str:
    """Give a number of bytes as readers know it, `19KB` or `1.3MB`."""
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes}KB" if kilobytes < 1000 else f"{size / 1024**2:.1f}MB"


def data_tables(archive: Archive, records: Records) -> tuple[DataTable, ...]:
    """Give the tables of some records, of the whole archive or of one report, in the order in which they are offered.
    Addresses of places are absolute where the archive knows its own."""
    organization = archive.library.organization
    sources: tuple[FundingSource, ...] = house_of(organization).sources if organization else ()
    base = shelf_of(organization).address
    money = [ProgrammeMoney(programme, amount) for programme in records.programmes for amount in programme.amounts]
    settled = [line for line in records.budgets if line.amount(Measure.SETTLEMENT)]
    current = [line for line in records.budgets if not line.amount(Measure.SETTLEMENT)]
    lines = unit_budget_fields(base, _measures(_UNIT_BUDGET, current), sources, current)
    settlements = unit_budget_fields(base, _measures(_SETTLEMENT, settled), sources, settled)
    return (
        _table("programmes", programme_fields(base), records.programmes),
        _table("budgets", budget_fields(base, sources, money), money),
        _table("unit-budgets", lines, current),
        _table("settlements", settlements, settled),
        _table("personnel", personnel_fields(base), records.personnel),
        _table("facilities", facility_fields(base), records.facilities),
    )


def data_assets(archive: Archive, records: Records, memory: Memory | None = None) -> list[Asset]:
    """Make all data files: those of the archive, those of each report, and the YAML that reports are made from. What a
    `memory` has of an earlier time is not made again."""
    known = memory or Memory()
    tables = _archive_tables(archive, records, known)
    made = [asset for _, files in tables for asset in files]
    made.append(_whole_asset(archive, records, known))
    for report in archive.reports:
        made += [asset for asset, _ in _report_files(archive, records, report.folder, known)]
        made += _written(archive, report)
    return made


def archive_data_files(archive: Archive, records: Records, memory: Memory | None = None) -> tuple[OfferedTable, ...]:
    """Give the archive's tables with the files that offer them."""
    offered = []
    for table, (csv, plain, _) in _archive_tables(archive, records, memory or Memory()):
        files = tuple(_offer(asset, table, form) for asset, form in ((csv, "CSV"), (plain, "JSON")))
        offered.append(OfferedTable(table, files))
    return tuple(offered)


def report_data_files(
    archive: Archive, records: Records, folder: str, memory: Memory | None = None
) -> tuple[DataFile, ...]:
    """Give the CSV files of one report, for those tables in which it has rows."""
    made = _report_files(archive, records, folder, memory or Memory())
    return tuple(_offer(asset, table, "CSV") for asset, table in made)


def report_downloads(archive: Archive, records: Records, document: Document) -> tuple[Download, ...]:
    """Give one report's CSV files as its own page offers them."""
    files = report_data_files(archive, records, f"{document.year}/{document.slug}")
    return tuple(
        Download(file.name, file.format, file.label, f"{document.file_name} {file.label}.csv") for file in files
    )


def source_files(archive: Archive, folder: str) -> tuple[str, ...]:
    """Give the places in the site of the YAML files that a report is made from: 보고서.yml, then its parts in order."""
    loaded = next((report for report in archive.library.reports if report.folder == folder), None)
    names = [f"{folder}/보고서.yml", *(section.path for section in loaded.sections)] if loaded else []
    return tuple(f"{folder}/{SOURCES}/{PurePosixPath(name).name}" for name in names)


def _table(name: str, fields: Sequence[Field[Record]], rows: Sequence[Record]) -> DataTable:
    title, description = _TITLES[name]
    return table_of(name, title, description, fields, rows)


def _measures(always: tuple[Measure, ...], lines: Sequence[BudgetLine]) -> tuple[Measure, ...]:
    """The usual measures, and whatever else a line has, so that nothing is left out."""
    return (*always, *(m for m in Measure if m not in always and any(line.amount(m) for line in lines)))


def _archive_files(table: DataTable, shelf: Shelf) -> tuple[Asset, Asset, Asset]:
    path = f"{FOLDER}/{table.name}"
    data = {"format": FORMAT, "licence": shelf.licence.sentence, **_described(table), "rows": _rows(table)}
    return (
        Asset(f"{path}.csv", render_csv(table.columns, table.rows)),
        Asset(f"{path}.json", _render(data)),
        Asset(f"{path}.csv-metadata.json", render_metadata(table, shelf.licence).encode()),
    )


def _archive_tables(
    archive: Archive, records: Records, memory: Memory
) -> tuple[tuple[DataTable, tuple[Asset, Asset, Asset]], ...]:
    organization = archive.library.organization
    return memory.recall(
        "archive-tables",
        (records, organization),
        lambda: tuple((t, _archive_files(t, shelf_of(organization))) for t in data_tables(archive, records)),
    )


def _report_files(
    archive: Archive, records: Records, folder: str, memory: Memory
) -> tuple[tuple[Asset, DataTable], ...]:
    by_report = memory.recall("records-by-report", (records,), lambda: records_by_report(records))
    own = memory.settle(("report-records", folder), by_report.get(folder, Records()))

    def make() -> tuple[tuple[Asset, DataTable], ...]:
        tables = (table for table in data_tables(archive, own) if table.rows)
        return tuple((Asset(f"{folder}/{t.name}.csv", render_csv(t.columns, t.rows)), t) for t in tables)

    return memory.recall(("report-tables", folder), (own, archive.library.organization), make)


def _written(archive: Archive, report: ComposedReport) -> list[Asset]:
    files = []
    for place in source_files(archive, report.folder):
        data = archive.library.tree.read(f"{report.folder}/{PurePosixPath(place).name}")
        if data is not None:
            files.append(Asset(place, data))
    return files


def _whole_asset(archive: Archive, records: Records, memory: Memory) -> Asset:
    loaded = {report.folder: publication_of(report.report) for report in archive.library.reports}
    listed = memory.settle("listed", [_report(report, loaded[report.folder]) for report in archive.reports])
    shelf = shelf_of(archive.library.organization)
    tables = [table for table, _ in _archive_tables(archive, records, memory)]
    given = (records, archive.library.organization, listed)
    data = memory.recall("archive-data", given, lambda: _render(_whole(shelf, listed, tables)))
    return Asset(f"{FOLDER}/archive.json", data)


def _whole(shelf: Shelf, reports: list[dict[str, object]], tables: Sequence[DataTable]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "name": shelf.name,
        "institution": shelf.institution,
        "address": shelf.address,
        "licence": shelf.licence.sentence,
        "reports": reports,
        "tables": [{**_described(table), "rows": _rows(table)} for table in tables],
    }


def _report(report: ComposedReport, publication: Publication) -> dict[str, object]:
    document = report.document
    return {
        "year": document.year,
        "slug": document.slug,
        "title": document.title,
        "kind": document.kind,
        "institution": document.institution,
        "department": {"id": document.department_slug, "name": document.department},
        "basis_date": document.basis,
        "published": publication.published,
        "licence": publication.licence.sentence if publication.licence else "",
        "address": f"{report.folder}/index.html",
        "data": f"{report.folder}/report.json",
    }


def _described(table: DataTable) -> dict[str, object]:
    return {
        "table": table.name,
        "title": table.title,
        "description": table.description,
        "columns": plain_columns(table.columns),
    }


def _rows(table: DataTable) -> list[dict[str, object]]:
    return plain_rows(table.columns, table.rows)


def _offer(asset: Asset, table: DataTable, form: str) -> DataFile:
    return DataFile(asset.path, table.title, form, len(asset.data), len(table.rows))


def _render(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
