"""Reading content folders: what is found, what is reported."""

from __future__ import annotations

import unicodedata

import pytest

from generator.archive import check_library
from generator.library import read_library
from tests.cases import Case, cases, mismatches
from tests.trees import archive_of


@pytest.mark.parametrize("case", cases("library"))
def test_findings(case: Case) -> None:
    files = {block.name: block.text for block in case.blocks if block.language != "absent"}
    findings = read_library(archive_of(files)).findings
    assert not mismatches(case, findings)
    assert all(finding.hint for finding in findings), "every finding says what to do"


def test_decomposed_file_names_are_accepted() -> None:
    name = unicodedata.normalize("NFD", "일반현황.yml")
    library = read_library(archive_of({name: "제목: 일반현황\n"}))
    assert not library.findings
    assert library.reports[0].sections[0].section.title.text == "일반현황"


def test_reports_come_newest_first() -> None:
    report = "제목: 보고\n부서: sample\n종류: 추진실적\n구성: 부\n"
    years = {f"{year}/sample/보고서.yml": report for year in (2028, 2031, 2030)}
    sections = {f"{year}/sample/부.yml": "제목: 부\n" for year in (2028, 2031, 2030)}
    library = read_library(archive_of({**years, **sections}))
    assert [report.year for report in library.reports] == [2031, 2030, 2028]


def test_a_missing_organization_is_one_finding() -> None:
    tree = archive_of({"일반현황.yml": "제목: 일반현황\n"})
    without = type(tree)({path: text for path, text in tree.files.items() if path != "organization.yml"})
    assert [finding.code for finding in read_library(without).findings] == ["file-missing"]


def test_exclusions_of_a_section_that_cannot_be_read_are_not_called_unused() -> None:
    text = "제목: 부\n본문\n차례: 예  # 검사 제외: percentage, 원문대로\n"
    findings = check_library(read_library(archive_of({"일반현황.yml": text}))).findings
    assert [finding.code for finding in findings] == ["missing-colon"]
