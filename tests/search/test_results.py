"""The page of results: its address, its chips, what a screen reader hears, and the page without a script."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.search.conftest import Open

REPORTS = "[data-results-list] h2"


def open_results(open_tab: Open, root: str, query: str = "", width: int = 1280, **options: object) -> Tab:
    return open_tab(f"{root}search/index.html{query}", width, **options)


def asked(tab: Tab) -> dict[str, list[str]]:
    return parse_qs(urlsplit(tab.url).query)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_address_says_what_is_asked(open_tab: Open, root: str, width: int) -> None:
    tab = open_results(open_tab, root, "?q=라이브커머스&year=2021", width)
    expect(tab.locator(REPORTS)).to_have_text(["2021년 주요업무 보고(일자리경제과)"])
    expect(tab.get_by_role("checkbox", name="2021년")).to_be_checked()
    expect(tab.get_by_role("status")).to_have_text("‘라이브커머스’ 보고서 1건, 1곳")
    expect(tab.locator(".md-search")).to_have_count(0)
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_typing_asks_and_is_written_into_the_address(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root)
    expect(tab.locator("[data-results-status]")).to_have_text("찾을 말을 쓰면 여기에 나옵니다.")
    tab.keyboard.press("/")
    expect(tab.locator("[data-results-field]")).to_be_focused()
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(REPORTS)).to_have_text(
        ["2022년 주요업무 보고(일자리경제과)", "2021년 주요업무 보고(일자리경제과)"]
    )
    assert asked(tab) == {"q": ["라이브커머스"]}


def test_chips_narrow_by_keyboard_and_keep_the_focus(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, "?q=라이브커머스")
    expect(tab.locator(REPORTS)).to_have_count(2)
    chip = tab.get_by_role("checkbox", name="추진계획")
    chip.focus()
    tab.keyboard.press("Space")
    expect(tab.locator(REPORTS)).to_have_text(["2021년 주요업무 보고(일자리경제과)"])
    expect(chip).to_be_focused()
    expect(tab.get_by_role("status")).to_have_text("‘라이브커머스’ 보고서 1건, 1곳")
    assert asked(tab) == {"q": ["라이브커머스"], "kind": ["추진계획"]}
    tab.keyboard.press("Space")
    expect(tab.locator(REPORTS)).to_have_count(2)


def test_chips_are_grouped_and_counted(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, "?q=라이브커머스")
    years = tab.get_by_role("group", name="연도").get_by_role("checkbox")
    expect(years).to_have_count(2)
    expect(tab.get_by_role("checkbox", name="2022년 1")).to_be_visible()
    expect(tab.get_by_role("group", name="부서").get_by_role("checkbox", name="일자리경제과 2")).to_be_visible()


def test_a_result_leads_to_the_place_with_the_words_marked(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, "?q=안정적 일자리")
    link = tab.get_by_role("link", name="Ⅱ-1 안정적 일자리 지원").first
    expect(tab.locator("[data-results-list] small").filter(has_text="4쪽").first).to_be_visible()
    link.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/2022/jobs-economy/index\.html#stable-jobs$"))
    expect(tab.locator("#stable-jobs mark.found").first).to_have_text("안정적 일자리")


def test_a_word_half_in_bold_is_marked_and_the_text_stays(open_tab: Open, root: str) -> None:
    address = f"{root}2022/jobs-economy/index.html"
    before = open_tab(address).locator(".report__body").inner_text()
    tab = open_tab(f"{address}?h=job포유운영&h=36118055#live-commerce")
    marks = tab.locator("mark.found").all_inner_texts()
    assert "JOB포유" in marks and "36,118,055" in marks
    assert tab.locator(".report__body").inner_text() == before


def test_results_follow_while_a_syllable_is_composed(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root)
    tab.locator("[data-results-field]").focus()
    method = tab.context.new_cdp_session(tab)
    for letters in ("ㄱ", "교"):
        method.send("Input.imeSetComposition", {"text": letters, "selectionStart": 1, "selectionEnd": 1})
    expect(tab.locator("[data-results-list] mark").first).to_have_text("교")


def test_without_a_script_the_page_says_so(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, java_script_enabled=False)
    expect(tab.locator(".search-none")).to_be_visible()
    expect(tab.locator("[data-results-field]")).to_be_hidden()


def test_lost_texts_are_said(open_tab: Open, server: str) -> None:
    tab = open_tab("about:blank")
    tab.context.route("**/search/years.js", lambda route: route.fulfill(status=200, body="throw 0"))
    tab.goto(f"{server}search/index.html?q=교육")
    expect(tab.get_by_role("status")).to_contain_text("찾기 자료를 읽지 못했습니다")


def test_back_undoes_a_choice_and_returns_from_a_result(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, "?q=라이브커머스")
    expect(tab.locator(REPORTS)).to_have_count(2)
    tab.get_by_role("checkbox", name="추진계획").check()
    expect(tab.locator(REPORTS)).to_have_count(1)
    tab.locator("[data-results-list] h3 a").first.click()
    tab.wait_for_url(re.compile(r"#live-commerce$"))
    tab.go_back()
    expect(tab.get_by_role("checkbox", name="추진계획")).to_be_checked()
    expect(tab.locator(REPORTS)).to_have_count(1)
    tab.go_back()
    expect(tab.get_by_role("checkbox", name="추진계획")).not_to_be_checked()
    expect(tab.locator(REPORTS)).to_have_count(2)
    assert asked(tab) == {"q": ["라이브커머스"]}


def test_on_a_phone_the_filters_are_folded(open_tab: Open, root: str) -> None:
    tab = open_results(open_tab, root, "?q=라이브커머스", 390)
    expect(tab.locator(REPORTS)).to_have_count(2)
    expect(tab.get_by_role("checkbox")).to_have_count(0)
    tab.locator("summary", has_text="결과 좁히기").press("Enter")
    tab.get_by_role("checkbox", name="2021년").press("Space")
    expect(tab.locator(REPORTS)).to_have_count(1)
    expect(tab.locator("[data-results-chosen]")).to_have_text("1개 고름")
