"""A year's page: its reports, their programmes and totals, and the years around it."""

from __future__ import annotations

import dataclasses

from generator.outputs.pages.year import year_page, year_pages
from generator.records.kinds import Records
from tests.outputs.archive_example import LIGHTS, archive_shelf, closed_up, documents, records, report_of
from tests.outputs.example import Markup


def markup(year: int, found: Records | None = None) -> Markup:
    return Markup(year_page(year, documents(), archive_shelf(), records=found).body)


def test_there_is_a_page_for_each_year_with_reports() -> None:
    pages = year_pages(documents(), archive_shelf())
    assert [page.path for page in pages] == ["2022/index.html", "2021/index.html", "2017/index.html"]
    assert year_pages([], archive_shelf()) == ()


def test_reports_come_by_department_in_the_order_of_the_settings() -> None:
    heads = [e.words for e in markup(2022).named("h3")]
    assert heads == ["가로등과", "나무과"]
    links = [e.attributes["href"] for e in markup(2022).named("a")]
    assert {"../departments/lights/index.html", "../2022/lights/index.html"} <= set(links)


def test_programmes_lead_to_their_places_with_their_figures() -> None:
    rows = [closed_up(e.words) for e in markup(2021).named("tr")]
    assert rows == [
        "번호사업담당예산액집행률",
        "Ⅱ-1안정적일자리지원일자리창출팀10064.0%",
        "Ⅱ-2라이브커머스지원일자리창출팀없음없음",
    ]
    assert "../2021/lights/index.html#stable-jobs" in [e.attributes["href"] for e in markup(2021).named("a")]


def test_parts_are_named_where_there_are_several() -> None:
    overview, results = report_of(LIGHTS, 2022).parts
    plan = dataclasses.replace(results, id="plan", number="Ⅲ", title=overview.title, children=results.children[1:])
    results = dataclasses.replace(results, children=results.children[:1])
    found = year_page(2022, [report_of(LIGHTS, 2022, parts=(results, plan))], archive_shelf())
    assert [e.words for e in Markup(found.body).classed("table__part")] == ["주요업무 추진실적", "일반현황"]
    assert not markup(2022).classed("table__part")


def test_totals_stand_only_where_a_report_prints_them_for_its_own_year() -> None:
    first, second = (closed_up(e.words) for e in markup(2022, records()).classed("stats"))
    assert first == closed_up("예산 1억 2,346만 원 집행 6,173만 원 50.0% 정원 12명 현원 11명 사업 2개")
    assert second == "사업2개"


def test_a_total_leads_to_its_place_and_says_when_it_was_computed() -> None:
    found = markup(2022, records())
    assert "../2022/lights/index.html#money" in [e.attributes["href"] for e in found.named("a")]
    assert [closed_up(e.words) for e in found.classed("computed")] == ["6,173만원", "11명"]


def test_the_years_around_are_named_and_gaps_with_them() -> None:
    steps = {e.words: e.attributes["href"] for e in markup(2021).named("a") if e.words.isdigit()}
    assert steps == {"2017": "../2017/index.html", "2021": "../2021/index.html", "2022": "../2022/index.html"}
    (near,) = markup(2021).classed("near-years")
    assert closed_up(near.words) == closed_up("이전 2017년 2018~2020년에는 보고서가 없습니다. 다음 2022년")
    (first,) = markup(2017).classed("near-years")
    assert "이전" not in first.words


def test_a_report_without_programmes_has_no_table() -> None:
    bare = year_page(2022, [report_of(LIGHTS, 2022, parts=())], archive_shelf())
    assert not list(Markup(bare.body).named("table"))
    assert "보고서 1건이 실렸습니다" in bare.body
