"""The dialog's chips: narrowing by year, department and kind, by mouse and keyboard, and what becomes of the choice."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.search.conftest import Open
from tests.search.test_dialog import RESULT, STATUS, open_dialog


def chip(tab: Tab, name: str) -> Locator:
    return tab.get_by_role("toolbar", name="결과 좁히기").get_by_role("button", name=re.compile(f"^{name}"))


def open_asked(open_tab: Open, root: str, width: int = 1280, query: str = "라이브커머스") -> Tab:
    tab = open_dialog(open_tab, root, width)
    tab.keyboard.type(query)
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    return tab


def test_what_can_be_chosen_comes_from_what_was_found(open_tab: Open, server: str) -> None:
    tab = open_dialog(open_tab, server)
    expect(tab.get_by_role("toolbar")).to_have_count(0)
    tab.keyboard.type("라이브커머스")
    expect(tab.get_by_role("group", name="연도").get_by_role("button")).to_have_text(["2022년 1", "2021년 1"])
    expect(tab.get_by_role("group", name="종류").get_by_role("button")).to_have_text(["추진계획 1", "추진실적 1"])
    # One department only: choosing it would narrow nothing.
    expect(tab.get_by_role("group", name="부서")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_chips_narrow_by_keyboard(open_tab: Open, root: str, width: int) -> None:
    tab = open_asked(open_tab, root, width)
    tab.keyboard.press("Tab")
    expect(chip(tab, "2022년")).to_be_focused()
    tab.keyboard.press("ArrowRight")
    expect(chip(tab, "2021년")).to_be_focused()
    tab.keyboard.press("Space")
    expect(chip(tab, "2021년")).to_have_attribute("aria-pressed", "true")
    expect(chip(tab, "2021년")).to_be_focused()
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    expect(tab.locator(RESULT).first).to_contain_text("2021 일자리경제과")
    tab.keyboard.press("Space")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_arrows_walk_in_the_row_and_down_into_the_results(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    tab.keyboard.press("Tab")
    for key, name in [("ArrowLeft", "추진실적"), ("ArrowRight", "2022년"), ("End", "추진실적"), ("Home", "2022년")]:
        tab.keyboard.press(key)
        expect(chip(tab, name)).to_be_focused()
    tab.keyboard.press("Shift")
    expect(chip(tab, "2022년")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(RESULT).first).to_be_focused()


def test_tab_passes_through_the_dialog_and_closes_it_at_its_ends(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    link = tab.get_by_role("link", name="결과 모두 보기")
    for key, stop in [("Tab", chip(tab, "2022년")), ("Tab", link), ("Shift+Tab", chip(tab, "2022년")), ("Tab", link)]:
        tab.keyboard.press(key)
        expect(stop).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator(".md-search__inner")).to_be_hidden()


def test_the_choice_stays_while_the_query_changes(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    chip(tab, "추진계획").click()
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    tab.locator(".md-search__input").fill("교육")
    expect(tab.locator(f"{RESULT} mark").first).to_have_text("교육")
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    expect(chip(tab, "추진계획")).to_have_attribute("aria-pressed", "true")


def test_a_choice_that_leaves_nothing_can_be_taken_back(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    chip(tab, "2022년").click()
    tab.locator(".md-search__input").fill("2021년 추진계획")
    expect(tab.locator(STATUS)).to_contain_text("찾은 것이 없습니다")
    chip(tab, "2022년 0").click()
    expect(tab.locator(STATUS)).to_contain_text("보고서 1건")


def test_the_reset_button_clears_the_choice(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    chip(tab, "추진계획").click()
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    tab.get_by_role("button", name="지우기").click()
    expect(tab.locator(".md-search__input")).to_be_focused()
    expect(tab.locator(RESULT)).to_have_count(0)
    expect(tab.get_by_role("toolbar")).to_have_count(0)
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    expect(tab.get_by_role("button", pressed=True)).to_have_count(0)


def test_the_choice_goes_over_to_the_page_of_results_and_back_leads_here(open_tab: Open, root: str) -> None:
    tab = open_asked(open_tab, root)
    here = tab.url
    chip(tab, "추진계획").click()
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    tab.get_by_role("link", name="결과 모두 보기").click()
    tab.wait_for_url(re.compile(r"search/index\.html\?"))
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["라이브커머스"], "kind": ["추진계획"]}
    expect(tab.get_by_role("checkbox", name="추진계획")).to_be_checked()
    tab.go_back()
    assert tab.url == here


def test_on_a_phone_the_chips_are_one_row_that_scrolls(open_tab: Open, server: str) -> None:
    tab = open_asked(open_tab, server, 390)
    tops = tab.locator(".chip").evaluate_all(
        "chips => [...new Set(chips.map(chip => chip.getBoundingClientRect().top))]"
    )
    assert len(tops) == 1
    tab.keyboard.press("Tab")
    tab.keyboard.press("End")
    expect(chip(tab, "추진실적")).to_be_in_viewport(ratio=1)
