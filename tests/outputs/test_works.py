"""What machines are told of reports: dates, terms, files, order."""

from __future__ import annotations

import pytest

from generator.document import Cover
from generator.notation.date import Date
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.dates import first_date, iso_date, timestamp
from generator.outputs.discovery.published_files import data_files
from generator.outputs.discovery.works import works_of
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelving import Publication
from tests.outputs.example import report
from tests.outputs.works import FILES, FOLDER, shelf, undated, works


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022. 8. 31.", "2022-08-31"),
        ("2021. 11. 04.", "2021-11-04"),
        ("2022. 8. 31. 기준", "2022-08-31"),
        ("2022년 8월", "2022-08"),
        ("2022년", "2022"),
        ("’22. 3. 1.", "2022-03-01"),
        ("8. 31.", ""),
        ("2022. 2. 30.", ""),
        ("2022. 1. 1.~3. 31.", ""),
        ("가을", ""),
        ("", ""),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_written(text: str, iso: str) -> None:
    assert iso_date(first_date(text)) == iso


def test_the_first_text_that_has_a_date_counts() -> None:
    assert iso_date(first_date("", "8. 31.", "2022. 9. 1.", "2021. 1. 1.")) == "2022-09-01"


def test_a_time_stamp_is_the_first_moment_in_korean_time() -> None:
    assert timestamp(Date(2022, 8)) == "2022-08-01T00:00:00+09:00"


@pytest.mark.parametrize(
    ("published", "basis", "cover", "expected"),
    [
        ("2022. 9. 15.", "2022. 8. 31.", "2022. 9. 1.", ("2022-09-15", "2022-09-15")),
        ("", "2022. 8. 31.", "2022. 9. 1.", ("2022-09-01", "2022-09-01")),
        ("", "2022. 8. 31.", "2022. 8. 31. 기준", ("", "2022-08-31")),
        ("", "", "2022. 9.", ("2022-09", "2022-09")),
        ("", "", "", ("", "")),
    ],
)
def test_publication_and_basis_are_told_apart(
    published: str, basis: str, cover: str, expected: tuple[str, str]
) -> None:
    (work,) = works(report(basis=basis, cover=Cover("보고", date=cover)), published=published)
    assert (iso_date(work.published), iso_date(work.dated)) == expected


def test_the_newest_come_first() -> None:
    older, plain, dated = undated(year=2019, slug="z"), undated(slug="b"), report(slug="c")
    assert [work.document.slug for work in works(older, plain, dated)] == ["c", "b", "z"]
    assert [work.document.slug for work in works(dated, plain, older)] == ["c", "b", "z"]


def test_a_report_s_own_terms_come_before_those_of_the_archive() -> None:
    own = licence_of(4)
    (work,) = works_of([report()], shelf(), {FOLDER: Publication("", own)}, [])
    assert work.licence == own
    assert works()[0].licence == shelf().licence


def test_files_are_those_of_the_report_s_folder() -> None:
    more = [
        *FILES,
        Asset(f"{FOLDER}/programmes.csv", b"a"),
        Asset(f"{FOLDER}/card.png", b""),
        Asset("2022/x/a.csv", b""),
    ]
    (work,) = works(files=more)
    assert work.files == {"report.html": 5, "report.json": 5, "report.pdf": 5, "programmes.csv": 1, "card.png": 0}
    assert work.downloads == ("report.pdf", "report.html", "report.json", "programmes.csv")


def test_data_is_what_can_be_computed_with() -> None:
    paths = ("data/a.csv", "data/a.csv-metadata.json", "data/a.json", "data/index.html", "data/catalog.jsonld", "b.csv")
    found = data_files([Asset(path, b"12") for path in paths], {"data/a.csv": "가"})
    assert [(f.path, f.title, f.size) for f in found] == [("data/a.csv", "가", 2), ("data/a.json", "a.json", 2)]
    assert [f.media_type for f in found] == ["text/csv", "application/json"]
