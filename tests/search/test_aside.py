"""What stands beside the reports: programmes over the years, first when asked for by name, and the staff guide."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.search.conftest import Open
from tests.search.test_dialog import RESULT, STATUS, open_dialog


@pytest.mark.parametrize(
    "query", ["안정적일자리 지원", "구민취업알선", "ㄱㅁㅊㅇㅇㅅ", "구민 치업 알선", "구민 취업 알선을"]
)
def test_a_programme_over_the_years_comes_first_and_enter_opens_it(open_tab: Open, root: str, query: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type(query)
    first = tab.locator(RESULT).first
    expect(first).to_contain_text("사업 이력 2021–2022")
    expect(tab.locator(STATUS)).to_contain_text("사업 이력 1건")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"2022/jobs-economy/index\.html#stable-jobs$"))


def test_a_former_name_is_shown_with_the_name(open_tab: Open, server: str) -> None:
    tab = open_dialog(open_tab, server)
    tab.keyboard.type("구민 취업 알선")
    expect(tab.locator(RESULT).first.locator("h1")).to_have_text(
        "안정적 일자리 지원 (구민 취업 알선) — 사업 이력 2021–2022"
    )
    expect(tab.locator(RESULT).first.locator("mark").first).to_have_text("구민 취업 알선")


def test_its_figures_stand_in_the_dialog(open_tab: Open, server: str) -> None:
    tab = open_tab(server)
    figures = [["2021년 예산", "1억 원"], ["2022년 <예산>", "2억 원"]]
    entry = {"name": "사업", "href": "x/", "former": [], "title": [], "years": [], "summary": [], "figures": figures}
    told = tab.evaluate("e => reportSearch.items({ names: [e], groups: [], aside: [], forms: [] })[0][0].text", entry)
    assert told.endswith("<span><b>2021년 예산</b> 1억 원</span> <span><b>2022년 &#60;예산&#62;</b> 2억 원</span></p>")


def test_other_queries_do_not_bring_it(open_tab: Open, server: str) -> None:
    tab = open_dialog(open_tab, server)
    tab.keyboard.type("일자리")
    expect(tab.locator(STATUS)).to_have_text(re.compile(r"^보고서 2건, \d+곳$"))


def test_the_page_of_results_shows_what_is_known_of_it(open_tab: Open, root: str) -> None:
    tab = open_tab(f"{root}search/index.html?q=안정적 일자리 지원")
    card = tab.locator(".best-hit")
    expect(card.get_by_role("link")).to_have_text("안정적 일자리 지원")
    expect(card.locator("dt")).to_have_text(["2021년 예산", "2022년 예산"])
    expect(card.locator("dd")).to_have_text(["1억 원", "1억 2,000만 원"])
    assert tab.locator(".best-hit, .hits").first.get_attribute("class") == "best-hit"


def test_the_guide_comes_after_the_reports(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("집행률")
    expect(tab.locator(STATUS)).to_contain_text("작성 안내 1곳")
    expect(tab.locator(".md-search-result__item").last).to_contain_text("작성 안내 › 검사에서 빼기")
    expect(tab.locator(".md-search-result__item").first).to_contain_text("일자리경제과")


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("검사 제외", "_2"),
        ("재원표기", "funding"),
        ("담당자를 위한", "_main"),
        ("이것은 제목이 아니다", "_2"),
        ("yaml 쓰기", "yaml"),
    ],
)
def test_the_guide_is_found_and_its_anchors_are_those_of_the_page(
    open_tab: Open, root: str, query: str, anchor: str
) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type(query)
    tab.locator(f"{RESULT}[href*='guide/index.html']:has(h2)").first.click()
    tab.wait_for_url(re.compile(rf"guide/index\.html#{anchor}$"))
    expect(tab.locator(f"#{anchor}")).to_have_count(1)
    expect(tab.locator("mark.found").first).to_be_visible()


def test_a_choice_leaves_the_reports_only(open_tab: Open, server: str) -> None:
    tab = open_tab(f"{server}search/index.html?q=집행률&year=2022")
    expect(tab.locator("[data-results-status]")).to_have_text(re.compile(r"‘집행률’ 보고서 1건, \d+곳$"))
