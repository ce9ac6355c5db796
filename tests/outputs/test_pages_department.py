"""A department's page and the page of all departments."""

from __future__ import annotations

from generator.outputs.pages.department import department_page, department_pages, departments_page
from generator.outputs.web.shelf import ShelfDepartment
from tests.outputs.archive_example import LIGHTS, OLD, TREES, archive_shelf, closed_up, documents, records
from tests.outputs.example import Markup


def markup(department: ShelfDepartment, **changes: object) -> Markup:
    shelf = archive_shelf(**changes)
    return Markup(department_page(department, documents(), shelf, records=records()).body)


def words(found: Markup, name: str) -> list[str]:
    return [closed_up(e.words) for e in found.classed(name)]


def test_there_is_a_page_for_each_department_and_one_of_all() -> None:
    pages = department_pages(documents(), archive_shelf(departments=(OLD,)))
    assert [page.path for page in pages] == [
        "departments/index.html",
        "departments/old/index.html",
        "departments/lights/index.html",
        "departments/trees/index.html",
    ]


def test_it_says_what_the_newest_report_prints() -> None:
    (stats,) = words(markup(LIGHTS), "stats")
    assert stats.startswith(closed_up("담긴 해 2021, 2022 팀 2개 예산 1억 2,346만 원"))


def test_those_before_and_after_are_linked_where_the_archive_has_them() -> None:
    assert words(markup(TREES), "before-after") == [closed_up("이전 부서 옛과, 산림국")]
    links = {e.words: e.attributes["href"] for e in markup(TREES).named("a")}
    assert links["옛과"] == "../../departments/old/index.html"
    assert "산림국" not in links
    assert words(markup(OLD), "before-after") == [closed_up("이후 부서 가로등과, 나무과")]


def test_the_office_can_be_reached() -> None:
    found = markup(LIGHTS)
    said = closed_up("전화 02-2670-3401~4 전자우편 lights@example.go.kr 주소 보기로 1, 2층")
    assert words(found, "contact") == [said]
    assert {"tel:0226703401", "mailto:lights@example.go.kr"} <= {e.attributes["href"] for e in found.named("a")}
    assert not markup(OLD).classed("contact")


def test_programmes_stand_under_their_teams_with_teams_that_have_none() -> None:
    (teams,) = words(markup(LIGHTS), "teams")
    assert teams == closed_up(
        "일자리창출팀 옛과 등팀, 옛과 길팀에서 Ⅱ-1 안정적 일자리 지원 64.0% Ⅱ-2 라이브커머스 지원"
        "밤팀 적힌 사업이 없습니다."
    )


def test_reports_come_newest_first_with_those_of_departments_before() -> None:
    assert words(markup(LIGHTS), "report-list__year") == ["2022", "2021", "2017"]
    assert words(markup(LIGHTS), "report-list__before") == ["앞부서"]
    assert words(markup(OLD), "report-list__year") == ["2017"]


def test_staff_stands_by_year_and_only_over_all_grades() -> None:
    rows = [closed_up(e.words) for e in markup(LIGHTS).named("tr")]
    assert closed_up("2022 2022. 8. 31. 12명 11명") in rows
    assert not [row for row in rows if "4명" in row]
    assert "인력" not in [e.words for e in markup(TREES).named("h2")]


def test_facilities_are_those_of_the_department() -> None:
    assert words(markup(LIGHTS), "places") == [closed_up("등대 시설, 보기로 2 1층 2층 밤팀")]
    assert not markup(TREES).classed("places")


def test_the_budget_has_a_chart_where_a_report_prints_a_total() -> None:
    assert "예산" in [e.words for e in markup(LIGHTS).named("h2")]
    assert "예산" not in [e.words for e in markup(TREES).named("h2")]


def test_a_department_without_reports_says_so() -> None:
    page = department_page(OLD, [], archive_shelf())
    assert "실린 보고서가 없습니다." in page.body


def test_all_departments_are_listed_with_their_reports_by_institution() -> None:
    other = ShelfDepartment("city", "시청과", "가상시")
    found = Markup(departments_page(documents(), archive_shelf(departments=(LIGHTS, other, OLD))).body)
    assert [e.words for e in found.named("h2")] == ["가상시 보기구", "가상시"]
    first, second = words(found, "department-list")
    assert first.startswith(closed_up("가로등과 2019. 1. 1.~ 이전 부서 옛과 2022 2022년 주요업무 보고 사업 2개 2021"))
    assert second == closed_up("시청과 실린 보고서가 없습니다.")
