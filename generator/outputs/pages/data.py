"""The page of the archive's data: what there is to download, what the columns mean, and how to open the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from textwrap import shorten
from urllib.parse import quote

from generator.archive import Archive
from generator.document import Document
from generator.editions import EDITIONS, Edition
from generator.outputs.artifacts import Page
from generator.outputs.data.files import (
    FOLDER,
    DataFile,
    archive_data_files,
    report_data_files,
    size_text,
    source_files,
)
from generator.outputs.data.tables import Column, DataTable, Datatype
from generator.outputs.web.downloads import PdfLink
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf
from generator.records.kinds import Records
from generator.remembering import Memory
from generator.schema import SCHEMAS

PATH = f"{FOLDER}/index.html"
_KINDS = {
    Datatype.TEXT: "글",
    Datatype.YEAR: "연도",
    Datatype.INTEGER: "수",
    Datatype.DECIMAL: "수",
    Datatype.TRUTH: "예, 아니오",
    Datatype.ADDRESS: "주소",
}
_SCHEMA_TITLES = {
    "report.schema.json": "보고서.yml",
    "section.schema.json": "부 파일(일반현황.yml 등)",
    "organization.schema.json": "organization.yml",
    "programs.schema.json": "programs.yml",
}
_LONGEST_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column as the page explains it."""

    name: str
    key: str
    meaning: str
    unit: str
    example: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A table as the page offers it: what it is, its rows, its files, and the columns that are its own."""

    name: str
    title: str
    description: str
    rows: int
    files: tuple[DataFile, ...]
    columns: tuple[ColumnRow, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A file of a report; `href` is relative to the archive's root."""

    href: str
    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """What one report offers, by format."""

    document: Document
    href: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def data_page(
    archive: Archive,
    records: Records,
    shelf: Shelf,
    *,
    pdfs: Mapping[str, PdfLink] | None = None,
    memory: Memory | None = None,
) -> Page:
    """Make the page. `pdfs` gives the PDF of each report that has one, by the report's folder, and further
    editions by the places of their files. What a `memory` has of
    an earlier time is not made again."""
    known = memory or Memory()
    offered = archive_data_files(archive, records, known)
    shared = _shared_columns(tuple(item.table for item in offered))
    tables = tuple(
        Offered(
            item.table.name,
            item.table.title,
            item.table.description,
            len(item.table.rows),
            item.files,
            tuple(row for row in _column_rows(item.table) if row.key not in shared),
        )
        for item in offered
    )
    lead = next((item.table for item in offered if item.table.rows), offered[0].table)
    body = render_body(
        "data",
        root="../",
        shelf=shelf,
        tables=tables,
        shared=tuple(row for row in _column_rows(lead) if row.key in shared),
        reports=tuple(_report_files(archive, records, report.folder, pdfs or {}, known) for report in archive.reports),
        schemas=tuple((f"schema/{name}", _SCHEMA_TITLES.get(name, name)) for name, _ in SCHEMAS),
    )
    count = len(archive.reports)
    description = f"보고서 {count}건에 실린 사업, 예산, 인력, 시설을 CSV와 JSON으로 내려받습니다."
    return Page(PATH, "data", "데이터", body, description)


def _shared_columns(tables: tuple[DataTable, ...]) -> frozenset[str]:
    """The keys that mean the same in every table, so that they are explained once."""
    described = [{(column.key, column.description) for column in table.columns} for table in tables]
    return frozenset(key for key, _ in set.intersection(*described))


def _column_rows(table: DataTable) -> tuple[ColumnRow, ...]:
    return tuple(
        ColumnRow(
            name=column.name,
            key=column.key,
            meaning=column.description,
            unit=_unit(column),
            example=_shortened(table.example(index)),
        )
        for index, column in enumerate(table.columns)
    )


def _unit(column: Column) -> str:
    return column.unit or _KINDS[column.datatype]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return shorten(line, _LONGEST_EXAMPLE, placeholder="…") if " " in line else line


def _report_files(
    archive: Archive, records: Records, folder: str, pdfs: Mapping[str, PdfLink], memory: Memory
) -> ReportFiles:
    document = next(report.document for report in archive.reports if report.folder == folder)
    printed = ((edition, pdfs.get(edition.place_in(folder))) for edition in EDITIONS)
    groups = (
        ("PDF", tuple(_pdf_link(folder, edition, pdf) for edition, pdf in printed if pdf)),
        ("CSV", tuple(_csv_link(file) for file in report_data_files(archive, records, folder, memory))),
        ("JSON", (Link(f"{folder}/report.json", "보고서 전체", ""),)),
        ("YAML", tuple(_yaml_link(place) for place in source_files(archive, folder))),
    )
    return ReportFiles(document, f"{folder}/index.html", tuple(group for group in groups if group[1]))


def _pdf_link(folder: str, edition: Edition, pdf: PdfLink) -> Link:
    return Link(f"{folder}/{edition.file}", edition.name or "보고서", f"{pdf.pages}쪽, {pdf.size_text}")


def _csv_link(file: DataFile) -> Link:
    return Link(quote(file.path), file.label, f"{file.rows}줄, {size_text(file.size)}")


def _yaml_link(place: str) -> Link:
    return Link(quote(place), PurePosixPath(place).stem, "")
