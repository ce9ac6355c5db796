"""CSV, JSON and CSVW of the archive's data."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.archive import Archive, check_library, read_archive
from generator.document import walk_divisions
from generator.library import read_library
from generator.outputs.data.files import (
    archive_data_files,
    data_assets,
    data_tables,
    report_data_files,
    report_downloads,
    size_text,
)
from generator.outputs.data.table_metadata import render_metadata
from generator.outputs.data.tables import Column, DataTable, Datatype, Value, plain_rows, render_csv
from generator.outputs.web.licence import licence_of
from generator.records import records_of
from generator.records.kinds import Records
from tests.trees import archive_of

CONTENT = Path(__file__).resolve().parents[2] / "content"
TEXT = Column("글", "text", Datatype.TEXT, "글입니다.")
SUM = Column("금액", "amount", Datatype.DECIMAL, "금액입니다.", "천원", required=True)


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(CONTENT)


@pytest.fixture(scope="module")
def files(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.data for asset in data_assets(archive, records_of(archive))}


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("가, 나", '"가, 나"'),
        ('"가"', '"""가"""'),
        ("가\n나", '"가\n나"'),
        (" 가", '" 가"'),
        ("", ""),
        (None, ""),
        (True, "예"),
        (False, "아니오"),
        (2022, "2022"),
        (Decimal("-1.50"), "-1.50"),
        (Decimal("1E+3"), "1000"),
        ("=1+1", "'=1+1"),
        ("+82 2", "'+82 2"),
        ("- 면적", "'- 면적"),
        ("  =1+1", "'  =1+1"),
        ("@가", "'@가"),
        ("\t가", "'\t가"),
        ("＝가", "'＝가"),
        ("-5", "-5"),
        ("-5+1", "'-5+1"),
        ("△5", "△5"),
    ],
)
def test_how_a_value_is_written(value: Value, written: str) -> None:
    assert render_csv([TEXT], [[value]]) == f"\ufeff글\r\n{written}\r\n".encode()


def test_csv_comes_back_as_it_was() -> None:
    rows: list[list[Value]] = [['가 "나", 다', Decimal("1234567.8")], ["여러\n줄", Decimal(-3)], ["", Decimal(0)]]
    data = render_csv([TEXT, SUM], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [["글", "금액"], ['가 "나", 다', "1234567.8"], ["여러\n줄", "-3"], ["", "0"]]


def test_json_has_numbers_and_nulls() -> None:
    rows = plain_rows([TEXT, SUM], [["=가", Decimal("12.0")], [None, Decimal("0.5")]])
    assert json.loads(json.dumps(rows)) == [{"text": "=가", "amount": 12}, {"text": None, "amount": 0.5}]


def test_every_table_reads_back(archive: Archive, files: dict[str, bytes]) -> None:
    for table in data_tables(archive, records_of(archive)):
        head, *rows = read_csv(files[f"data/{table.name}.csv"])
        plain = json.loads(files[f"data/{table.name}.json"])
        assert head == [column["name"] for column in plain["columns"]]
        assert len(rows) == len(plain["rows"]) == len(table.rows) > 0
        assert len(set(head)) == len(head)
        keys = [column["key"] for column in plain["columns"]]
        assert all(list(row) == keys for row in plain["rows"])


def test_the_whole_archive_is_in_one_file(archive: Archive, files: dict[str, bytes]) -> None:
    whole = json.loads(files["data/archive.json"])
    assert [f"{report['year']}/{report['slug']}" for report in whole["reports"]] == [r.folder for r in archive.reports]
    for table in whole["tables"]:
        assert table["rows"] == json.loads(files[f"data/{table['table']}.json"])["rows"]


def test_known_figures_stand_in_the_files(files: dict[str, bytes]) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        head, *rest = read_csv(files[name])
        return [dict(zip(head, row, strict=True)) for row in rest]

    (labour,) = (r for r in rows("data/budgets.csv") if r["사업 id"] == "labor-center" and r["항목"] == "집행액")
    assert (labour["금액"], labour["시비"], labour["구비"], labour["국비"]) == ("296961", "252077", "44884", "")
    assert labour["적힌 금액"] == "296,961천원"
    total = next(r for r in rows("2022/jobs-economy/unit-budgets.csv") if r["합계 줄"] == "예")
    assert (total["예산액"], total["집행액"], total["집행률"]) == ("36118055", "26351314", "73.0")
    settled = rows("data/settlements.csv")[0]
    assert (settled["회계연도"], settled["예산현액"], settled["결산액"]) == ("2020", "4719600", "4208814")


def test_addresses_lead_to_places(archive: Archive, files: dict[str, bytes]) -> None:
    known = {
        f"{report.folder}/index.html#{division.id}"
        for report in archive.reports
        for division in walk_divisions(report.document.parts)
    }
    for table in json.loads(files["data/archive.json"])["tables"]:
        assert {row["address"] for row in table["rows"]} <= known


def test_addresses_are_absolute_where_the_archive_knows_its_own() -> None:
    organization = """\
        기관: 보기구
        누리집: {이름: 보기, 표제: 보기, 소개: 보기, 주소: "https://reports.example.kr/a/"}
        부서 목록:
          - {id: sample, 이름: 보기과}
        """.replace("        ", "")
    page = "제목: 일반현황\n본문:\n  인력: |\n    | 구분 | 6급 |\n    |---|---:|\n    | 정원 | 1 |\n    | 현원 | 1 |\n"
    archive = check_library(read_library(archive_of({"organization.yml": organization, "일반현황.yml": page})))
    files = {asset.path: asset.data for asset in data_assets(archive, records_of(archive))}
    _, first, _ = read_csv(files["2030/sample/personnel.csv"])
    assert first[-1] == "https://reports.example.kr/a/2030/sample/index.html#part-1-1"
    assert read_csv(files["data/facilities.csv"])[1:] == [], "a table without rows keeps its address"
    assert "2030/sample/facilities.csv" not in files


def test_what_a_report_offers(archive: Archive, files: dict[str, bytes]) -> None:
    records = records_of(archive)
    for report in archive.reports:
        offered = report_data_files(archive, records, report.folder)
        assert [(f.path, f.size) for f in offered] == [
            (path, len(data)) for path, data in files.items() if path.startswith(f"{report.folder}/") and "csv" in path
        ]
        assert all(file.rows == len(read_csv(files[file.path])) - 1 > 0 for file in offered)
        downloads = report_downloads(archive, records, report.document)
        assert [f"{report.folder}/{download.href}" for download in downloads] == [file.path for file in offered]
        assert len({download.file_name for download in downloads}) == len(offered)
    for item in archive_data_files(archive, records):
        assert [(f.path, f.size) for f in item.files] == [(f.path, len(files[f.path])) for f in item.files]


def test_yaml_is_offered_as_it_was_written(files: dict[str, bytes]) -> None:
    written = {p.relative_to(CONTENT) for p in CONTENT.glob("2*/*/*.yml")}
    assert {Path(path) for path in files if "/yaml/" in path} == {p.parent / "yaml" / p.name for p in written}
    assert all(files[f"{p.parent}/yaml/{p.name}"] == (CONTENT / p).read_bytes() for p in written)


def test_same_records_make_the_same_bytes(archive: Archive, files: dict[str, bytes]) -> None:
    assert {a.path: a.data for a in data_assets(archive, records_of(archive))} == files


def test_an_archive_without_organization_has_empty_tables() -> None:
    empty = check_library(read_library(archive_of({"organization.yml": "기관: ["})))
    assert not any(table.rows for table in data_tables(empty, Records()))
    assert all(b"\r\n" in a.data for a in data_assets(empty, Records()) if a.path.endswith(".csv"))


@pytest.mark.parametrize(("size", "text"), [(3, "1KB"), (19_013, "19KB"), (1_400_000, "1.3MB")])
def test_sizes(size: int, text: str) -> None:
    assert size_text(size) == text


# What "Metadata Vocabulary for Tabular Data" (W3C, 17 December 2015) and "Model for Tabular Data and Metadata on the
# Web" ask of the files; numbers are sections of the former unless told otherwise.
_COMMON = {"dc:title", "dc:description", "dc:language", "dc:rights", "dc:license", "schema:unitText"}
_TABLE = {"@context", "url", "dialect", "tableSchema"}
_COLUMN = {"name", "titles", "datatype", "required"}
# 5.11.1: the built-in datatypes that are used here.
_DATATYPES = {"string", "gYear", "integer", "decimal", "boolean", "anyURI"}
# RFC 6570, 2.3, to which 5.6 refers: a name is a template variable, and may not begin with an underscore.
_VARIABLE = re.compile(r"(?!_)(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:\.?(?:[A-Za-z0-9_]|%[0-9A-F]{2}))*")


def check_metadata(made: dict[str, Any], data: bytes, path: str) -> None:
    assert made["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "ko"}], "5.2"
    assert set(made) <= _TABLE | _COMMON, "3.2: a table has no other properties, and common ones have a prefix"
    assert made["url"] == path.rpartition("/")[2], "5.4: a link to the file, relative to the description"
    assert set(made["dialect"]) <= {"lineTerminators"}, "5.9"
    assert data.startswith(b"\xef\xbb\xbf"), "Model 7.1: UTF-8, a byte order mark is allowed"
    columns = made["tableSchema"]["columns"]
    names = [column["name"] for column in columns]
    assert len(set(names)) == len(names), "5.5: names of columns are unique"
    assert all(_VARIABLE.fullmatch(name) for name in names), "5.6"
    head, *rows = read_csv(data)
    assert [column["titles"] for column in columns] == head, "5.5.1: titles are those of the head line"
    for index, column in enumerate(columns):
        assert set(column) <= _COLUMN | _COMMON, "5.6"
        base = column["datatype"]["base"] if isinstance(column["datatype"], dict) else column["datatype"]
        assert base in _DATATYPES, "5.11.1"
        for row in rows:
            check_cell(row[index], base, column)


def check_cell(text: str, base: str, column: dict[str, Any]) -> None:
    if not text:
        assert not column.get("required"), "Model 6.4: a required column has no empty cell"
        return
    shapes = {"gYear": r"\d{4}", "integer": r"-?\d+", "decimal": r"-?\d+(\.\d+)?", "anyURI": r"\S+"}
    if base == "boolean":
        assert text in column["datatype"]["format"].split("|"), "Model 6.4.3"
    else:
        assert re.fullmatch(shapes.get(base, r"(?s).+"), text), (column["name"], text)


def test_metadata_describes_its_table(archive: Archive, files: dict[str, bytes]) -> None:
    for table in data_tables(archive, records_of(archive)):
        path = f"data/{table.name}.csv"
        # Model 5.3: the description is looked for beside the file.
        check_metadata(json.loads(files[f"{path}-metadata.json"]), files[path], path)


def test_metadata_of_other_names_and_of_a_licence() -> None:
    column = Column("군비", "funding_군비", Datatype.DECIMAL, "군비입니다.", "천원")
    made = json.loads(render_metadata(DataTable("t", "표", "표입니다.", (column,), ()), licence_of(1)))
    (described,) = made["tableSchema"]["columns"]
    assert described["name"] == "funding_%EA%B5%B0%EB%B9%84"
    assert made["dc:license"] == {"@id": licence_of(1).href}
    assert "dc:license" not in json.loads(render_metadata(DataTable("t", "표", "표", (), ()), licence_of(None)))
