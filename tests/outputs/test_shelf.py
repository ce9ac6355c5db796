"""What organization.yml and 보고서.yml say, as pages need it."""

from __future__ import annotations

import pytest

from generator.library import read_library
from generator.organization import Organization
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelf import Contact, Shelf, TeamRef
from generator.outputs.web.shelving import Publication, publication_of, shelf_of
from tests.trees import ORGANIZATION, REPORT, archive_of

OFFICE = """\
기관: 가상시 보기구
누리집:
  이름: 보기 아카이브
  표제: |
    무엇을
    했는지
  소개: 꾸며 낸 기관입니다.
  주소: https://example.org/archive
  찾기 보기: [가로등, 나무]
공공누리:
  유형: 2
부서 목록:
  - id: old
    이름: 옛과
    끝: 2018. 12.
    팀: [{이름: 등팀}, {이름: 길팀}]
  - id: road
    이름: 도로과
    팀: [{이름: 길팀}]
  - id: lights
    이름: 가로등과
    전신: [old, road]
    시작: 2019. 1. 1.
    연락처: {전화: "(02) 2670-3401~4"}
    팀:
      - 이름: 밤팀
        전신: [등팀, 도로과 길팀, 사라진팀]
        추정: 예
      - 이름: 새팀
"""


def organization(text: str) -> Organization:
    found = read_library(archive_of({"organization.yml": text, "일반현황.yml": "제목: 일반현황\n"}))
    assert not [finding for finding in found.findings if finding.at.path == "organization.yml"]
    assert found.organization is not None
    return found.organization


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(organization(OFFICE))


def test_the_archive_names_itself(shelf: Shelf) -> None:
    assert (shelf.name, shelf.heading, shelf.searches) == ("보기 아카이브", "무엇을\n했는지", ("가로등", "나무"))
    assert shelf.address == "https://example.org/archive/"
    assert shelf.licence == licence_of(2)


def test_departments_know_who_came_before_and_after(shelf: Shelf) -> None:
    old, road, lights = shelf.departments
    assert (old.successors, road.successors, lights.predecessors) == (("lights",), ("lights",), ("old", "road"))
    assert (old.period, road.period, lights.period) == ("~2018. 12.", "", "2019. 1. 1.~")
    assert shelf.department("road") == road
    assert shelf.department("nobody") is None


def test_a_team_finds_its_predecessors_by_name_or_with_their_department(shelf: Shelf) -> None:
    night, new = shelf.departments[2].teams
    assert night.predecessors == (
        TeamRef("old", "옛과", "등팀"),
        TeamRef("road", "도로과", "길팀"),
        TeamRef("", "", "사라진팀"),
    )
    assert (night.inferred, new.predecessors, new.inferred) == (True, (), False)


def test_a_number_is_dialled_without_its_brackets_and_range(shelf: Shelf) -> None:
    contact = shelf.departments[2].contact
    assert contact == Contact("(02) 2670-3401~4")
    assert contact.call == "0226703401"


def test_an_office_that_says_nothing_has_the_note_of_the_law() -> None:
    shelf = shelf_of(organization(ORGANIZATION))
    assert shelf.licence.type is None
    assert "저작권법 제24조의2" in shelf.licence.conditions
    assert (shelf.address, shelf.searches, shelf.departments[0].contact) == ("", (), None)


def test_an_archive_without_settings_still_has_a_name() -> None:
    assert shelf_of(None).name == "주요업무 아카이브"


@pytest.mark.parametrize(
    ("number", "commercial", "changes"),
    [(0, True, True), (1, True, True), (2, False, True), (3, True, False), (4, False, False)],
)
def test_types_differ_in_their_conditions(number: int, commercial: bool, changes: bool) -> None:
    licence = licence_of(number)
    assert licence.name.startswith(f"공공누리 제{number}유형")
    assert ("상업적 이용금지" in licence.name) is not commercial
    assert ("변경금지" in licence.name) is not changes
    assert ("출처" in licence.conditions) is (number > 0)
    assert licence.href.startswith("https://www.kogl.or.kr/")


def test_the_mark_for_training_needs_conditions_to_lift() -> None:
    assert "인공지능" in licence_of(4, training=True).conditions
    assert "인공지능" not in licence_of(4).conditions
    assert not licence_of(0, training=True).training


def test_a_report_says_how_it_was_published() -> None:
    written = f"{REPORT}발행일: 2030. 9. 15.\n공공누리: {{유형: 4, 인공지능 학습: 예}}\n"
    found = read_library(archive_of({"보고서.yml": written, "일반현황.yml": "제목: 일반현황\n"}))
    assert publication_of(found.reports[0].report) == Publication("2030. 9. 15.", licence_of(4, training=True))


def test_a_report_that_says_nothing_leaves_it_to_the_archive() -> None:
    found = read_library(archive_of({"일반현황.yml": "제목: 일반현황\n"}))
    assert publication_of(found.reports[0].report) == publication_of(None) == Publication("", None)
