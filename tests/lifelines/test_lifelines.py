"""Life-lines over artificial archives, what programs.yml may have wrong, and the life-lines of our own content."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.archive import read_archive
from generator.lifelines import LifeLine, Role, Stage, lifelines_of
from generator.records import records_of
from tests.cases import Case, cases, mismatches
from tests.conftest import ROOT
from tests.lifelines.archives import archive_of_files, drawn, lines_of

PROGRAMMES = "programs.yml"


@pytest.mark.parametrize("case", cases("lifelines/lines"))
def test_lines(case: Case) -> None:
    files = {block.name: block.text for block in case.blocks if block.language == "yaml"}
    archive = archive_of_files(files)
    assert not [finding for finding in archive.findings if finding.at.path == PROGRAMMES]
    expected = next(block.text for block in case.blocks if block.language == "lines")
    assert drawn(lifelines_of(archive, records_of(archive))) == expected


@pytest.mark.parametrize("case", cases("lifelines/findings"))
def test_findings(case: Case) -> None:
    found = [f for f in archive_of_files(case.files).findings if f.at.path == PROGRAMMES]
    assert not mismatches(case, found)
    assert all(finding.hint for finding in found), "every finding says what to do"


def test_the_nearest_name_is_the_hint() -> None:
    files = {
        "2030/sample/실적.yml": "제목: 실적\n사업:\n  - {사업명: 가, id: stable-jobs, 내용: '○ 연중'}\n",
        PROGRAMMES: "사업 목록:\n  - {id: a, 이름: 가, 같은 사업: stable-job, 까닭: 같습니다.}\n",
    }
    (finding,) = (f for f in archive_of_files(files).findings if f.at.path == PROGRAMMES)
    assert finding.hint.startswith("'stable-jobs'")


def test_an_archive_needs_no_programs_file() -> None:
    files = {"2030/sample/실적.yml": "제목: 실적\n사업:\n  - {사업명: 가, id: a, 내용: '○ 연중'}\n"}
    archive = archive_of_files(files)
    assert not archive.lineages
    assert not [f for f in archive.findings if f.at.path == PROGRAMMES]


def test_a_report_that_cannot_be_read_is_not_said_to_be_missing() -> None:
    entry = "{id: a, 이름: 가, 같은 사업: b, 까닭: 같습니다., 실린 곳: [{보고서: 2030/sample, 자리: c}]}"
    files = {"2030/sample/실적.yml": "제목: 실적\n사업\n", PROGRAMMES: f"사업 목록:\n  - {entry}\n"}
    assert {finding.at.path for finding in archive_of_files(files).findings} == {"2030/sample/실적.yml"}


def test_two_institutions_with_one_id_are_two_lines_with_two_addresses() -> None:
    section = "제목: 실적\n사업:\n  - {사업명: 가, id: a, 내용: '○ 연중'}\n"
    report = "제목: 보고\n부서: %s\n종류: 추진실적\n구성: 실적\n"
    organization = (
        "기관: 갑군\n누리집: {이름: 가, 표제: 나, 소개: 다}\n부서 목록:\n"
        "  - {id: one, 이름: 갑과}\n  - {id: two, 이름: 을과, 기관: 을시}\n"
    )
    files = {"organization.yml": organization}
    for year in (2030, 2031):
        for slug in ("one", "two"):
            files |= {f"{year}/{slug}/보고서.yml": report % slug, f"{year}/{slug}/실적.yml": section}
    lines = lines_of(files)
    assert [(line.institution, len(line.points)) for line in lines] == [("갑군", 2), ("을시", 2)]
    assert [line.href for line in lines] == ["programmes/a/index.html", "programmes/a-two/index.html"]


@pytest.fixture(scope="module")
def real() -> dict[str, LifeLine]:
    archive = read_archive(ROOT / "content")
    assert not [finding for finding in archive.findings if finding.at.path == PROGRAMMES]
    return {line.id: line for line in lifelines_of(archive, records_of(archive))}


# Year, stage, and the values as the five reports print them; money in thousand won.
REAL = [
    ("public-work", 2017, Stage.RESULT, {Role.BUDGET: 2020861, Role.EXECUTION: 1492913}),
    ("public-work", 2017, Stage.RESULT, {Role.PLANNED_PEOPLE: 370, Role.PEOPLE: 396}),
    ("public-work", 2018, Stage.PLAN, {Role.BUDGET: 2132238, Role.PLANNED_PEOPLE: 300}),
    ("public-work", 2022, Stage.RESULT, {Role.BUDGET: 2698000, Role.PEOPLE: 414}),
    ("community-jobs", 2017, Stage.RESULT, {Role.BUDGET: 233970, Role.EXECUTION: 177154, Role.PEOPLE: 57}),
    ("community-jobs", 2018, Stage.PLAN, {Role.BUDGET: 267783, Role.PLANNED_PEOPLE: 54}),
    ("community-jobs", 2022, Stage.RESULT, {Role.BUDGET: 203000, Role.PEOPLE: 29}),
    ("social-economy-center", 2017, Stage.RESULT, {Role.BUDGET: 198060, Role.EXECUTION: 181640}),
    ("social-economy-center", 2018, Stage.PLAN, {Role.BUDGET: 156985}),
    ("youth-architecture-school", 2018, Stage.PLAN, {Role.BUDGET: 200000}),
    ("job-for-you", 2017, Stage.RESULT, {Role.PEOPLE: 172}),
    ("job-for-you", 2022, Stage.RESULT, {Role.PEOPLE: 72}),
    ("stable-jobs", 2017, Stage.RESULT, {Role.BUDGET: 59419, Role.EXECUTION: 39884}),
    ("stable-jobs", 2018, Stage.PLAN, {Role.BUDGET: 99049}),
    ("stable-jobs", 2022, Stage.RESULT, {Role.BUDGET: 728991, Role.EXECUTION: 465903, Role.PEOPLE: 772}),
    ("job-partnership", 2018, Stage.PLAN, {Role.BUDGET: 221840}),
    ("social-enterprise", 2022, Stage.PLAN, {Role.BUDGET: 111169}),
    ("new-deal-jobs", 2017, Stage.RESULT, {Role.BUDGET: 860419, Role.EXECUTION: 648099, Role.PEOPLE: 48}),
    ("youth-governance", 2017, Stage.RESULT, {Role.BUDGET: 17000, Role.EXECUTION: 15000}),
    ("labor-center", 2022, Stage.RESULT, {Role.BUDGET: 371207, Role.EXECUTION: 296961}),
    ("local-jobs-unit", 2022, Stage.RESULT, {Role.BUDGET: 4817028, Role.EXECUTION: 3079384}),
    ("social-economy-unit", 2021, Stage.BUDGET, {Role.BUDGET: 702375}),
    ("district-support", 2020, Stage.RESULT, {Role.BUDGET: 4719600, Role.EXECUTION: 4208814}),
    ("district-support", 2024, Stage.BUDGET, {Role.BUDGET: 566600}),
]


@pytest.mark.parametrize(("name", "year", "stage", "values"), REAL, ids=[f"{n}-{y}" for n, y, _, _ in REAL])
def test_published_figures(
    real: dict[str, LifeLine], name: str, year: int, stage: Stage, values: dict[Role, int]
) -> None:
    point = next(p for p in real[name].points if (p.year, p.stage) == (year, stage))
    assert {role: figure.value for role in values if (figure := point.figure(role))} == {
        role: Decimal(value) for role, value in values.items()
    }


def test_years_without_a_report_are_gaps(real: dict[str, LifeLine]) -> None:
    line = real["public-work"]
    assert [year.year for year in line.years] == [2017, 2018, 2019, 2020, 2021, 2022]
    assert [year.year for year in line.years if year.is_gap] == [2019, 2020, 2021]


def test_the_school_stands_where_the_centre_was_to_be(real: dict[str, LifeLine]) -> None:
    areas = {(p.year, f.text) for p, f in real["youth-architecture-school"].figures(Role.OTHER) if f.name == "면적"}
    assert areas == {(2018, "189.02㎡"), (2022, "189.02㎡")}
