"""The site in a browser: searching, finding one's way, reading on a phone, without script, from a folder."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit
from tests.site.conftest import REPORT, Open


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_reader_s_scheme(open_tab: Open, scheme: str) -> None:
    tab = open_tab(REPORT, color_scheme=scheme)
    dark = tab.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark == (scheme == "dark")


def test_the_scheme_can_be_switched_and_stays(open_tab: Open) -> None:
    tab = open_tab(REPORT, color_scheme="light")
    tab.locator("label[title='어두운 화면으로']").click()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    tab.reload()
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_field_on_the_front_page_hands_its_text_to_the_search(open_tab: Open) -> None:
    tab = open_tab()
    field = tab.locator("#_find")
    field.focus()
    expect(tab.locator(".md-search__inner")).to_be_hidden()
    tab.keyboard.insert_text("라이브커머스")
    tab.keyboard.press("Enter")
    expect(tab.locator(".md-search__inner")).to_be_visible()
    expect(tab.locator(".md-search__input")).to_have_value("라이브커머스")
    landing = tab.locator(".md-search-result__link[href*='#live-commerce']")
    expect(landing.first).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator(".md-search__inner")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_in_the_header_opens_the_search(open_tab: Open, width: int) -> None:
    tab = open_tab(REPORT, width)
    tab.get_by_role("button", name="찾기").click()
    expect(tab.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_anchor_lands_below_the_header_and_marks_the_contents(open_tab: Open, width: int) -> None:
    tab = open_tab(f"{REPORT}#live-commerce", width)
    heading = tab.locator("h3#live-commerce")
    expect(heading).to_be_in_viewport()
    box, over = heading.bounding_box(), tab.locator(".toc" if width == 390 else ".site-header").bounding_box()
    assert box is not None and over is not None
    assert box["y"] >= over["y"] + over["height"] - 1
    current = tab.locator("[data-toc] a[aria-current=location]")
    expect(current).to_have_attribute("href", "#live-commerce")


def test_contents_stand_beside_the_text_and_follow_it(open_tab: Open) -> None:
    tab = open_tab(REPORT)
    expect(tab.locator(".toc__list")).to_be_visible()
    tab.locator(".toc a[href='#money']").click()
    expect(tab.locator(".toc a[aria-current=location]")).to_have_attribute("href", "#money")


def test_contents_fold_on_a_phone(open_tab: Open) -> None:
    tab = open_tab(REPORT, 390)
    contents = tab.locator(".toc__list")
    expect(contents).to_be_hidden()
    tab.locator(".toc summary").click()
    expect(contents).to_be_visible()
    tab.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(tab.locator(".toc summary")).to_be_focused()
    tab.locator(".toc summary").click()
    tab.locator(".toc a[href='#results']").click()
    expect(contents).to_be_hidden()
    expect(tab.locator("h2#results")).to_be_in_viewport()


def test_the_menu_folds_on_a_phone(open_tab: Open) -> None:
    tab = open_tab(REPORT, 390)
    menu = tab.get_by_role("navigation", name="주 메뉴")
    expect(menu).to_be_hidden()
    tab.locator(".site-menu summary").click()
    menu.get_by_role("link", name="작성 안내").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("작성 안내")


def test_only_regions_that_scroll_are_stops_of_the_tab_key(open_tab: Open) -> None:
    wide = open_tab(REPORT, 1280).locator(".table--matrix .table__scroll")
    expect(wide).not_to_have_attribute("tabindex", "0")
    narrow = open_tab(REPORT, 390).get_by_role("region", name="표")
    expect(narrow).to_have_attribute("tabindex", "0")


def test_facilities_are_restacked_on_a_phone(open_tab: Open) -> None:
    tab = open_tab(REPORT, 390)
    assert tab.locator(".table--facilities .table__scroll").evaluate("box => box.scrollWidth - box.clientWidth") <= 0
    cells = tab.locator(".table--facilities tbody tr").first.locator("td")
    tops = [box["y"] for box in (cell.bounding_box() for cell in cells.all()) if box]
    assert len(tops) == 3 and tops == sorted(set(tops))


def test_the_first_column_stays_while_a_table_scrolls_on_a_phone(open_tab: Open) -> None:
    tab = open_tab(REPORT, 390)
    scroller = tab.locator(".table--matrix .table__scroll")
    first = scroller.locator("tbody th").first
    scroller.evaluate("box => box.scrollLeft = 0")
    before = first.bounding_box()
    scroller.evaluate("box => box.scrollLeft = 150")
    assert scroller.evaluate("box => box.scrollLeft") > 100
    assert before == first.bounding_box()


def test_a_programme_s_address_is_copied(open_tab: Open) -> None:
    tab = open_tab(REPORT, permissions=["clipboard-read", "clipboard-write"])
    tab.locator("[data-copy-link='stable-jobs']").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-copy-link='stable-jobs']")).to_have_attribute("data-copied", "")
    assert tab.evaluate("navigator.clipboard.readText()").endswith(f"{REPORT}#stable-jobs")


def test_a_footnote_leads_there_and_back(open_tab: Open) -> None:
    tab = open_tab(REPORT)
    tab.get_by_role("link", name="각주 1", exact=True).first.click()
    expect(tab.locator("#foot-n1")).to_be_in_viewport()
    tab.locator("#foot-n1 .footnotes__back").click()
    expect(tab.locator("#call-n1")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_mark_leads_to_its_note_and_back_by_keyboard(open_tab: Open, width: int) -> None:
    tab = open_tab(REPORT, width)
    mark = tab.get_by_role("link", name="225명 정오 설명")
    mark.focus()
    tab.keyboard.press("Enter")
    note = tab.get_by_role("note", name="정오: 225명")
    expect(note).to_be_focused()
    expect(note).to_be_in_viewport()
    tab.keyboard.press("Tab")
    expect(note.get_by_role("link", name="정오표에서 보기")).to_be_focused()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_the_page_of_errata_leads_to_the_figure(open_tab: Open) -> None:
    tab = open_tab()
    tab.get_by_role("navigation", name="주 메뉴").get_by_role("link", name="정오표").click()
    tab.get_by_role("link", name="Ⅱ-1 안정적 일자리 지원 › 예산현황").click()
    expect(tab.locator("#_erratum-2-at")).to_be_in_viewport()
    expect(tab.locator(".programme__side #_erratum-2-at")).to_contain_text("64.0")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_report_can_be_read_without_script(open_tab: Open, width: int) -> None:
    tab = open_tab(REPORT, width, java_script_enabled=False)
    expect(tab.get_by_role("heading", name="안정적 일자리 지원")).to_be_visible()
    expect(tab.locator("[data-open-search]")).to_be_hidden()
    if width == 390:
        expect(tab.locator(".toc__list")).to_be_hidden()
        tab.locator(".toc summary").click()
    expect(tab.locator(".toc__list")).to_be_visible()


def test_without_script_the_front_page_says_how_to_find(open_tab: Open) -> None:
    tab = open_tab(java_script_enabled=False)
    expect(tab.locator(".search-box")).to_be_hidden()
    expect(tab.locator(".search-none")).to_be_visible()


def test_print_leaves_out_what_paper_cannot_use(open_tab: Open) -> None:
    tab = open_tab(REPORT)
    tab.emulate_media(media="print")
    for useless in (".site-header", ".toc", ".downloads", ".site-footer", ".programme__near"):
        expect(tab.locator(useless).first).to_be_hidden()
    expect(tab.locator("h3#stable-jobs")).to_be_visible()


def test_eight_years_of_the_front_page_fit_a_phone(visit: Visit) -> None:
    with visit("index.html", 390) as tab:
        matrix = tab.locator(".matrix")
        assert matrix.locator("thead th").count() - 1 <= 8
        assert matrix.evaluate("element => element.scrollWidth - element.clientWidth") == 0
        cell = matrix.locator("a.cell").first
        expect(cell.locator(".cell__short")).to_be_visible()
        expect(cell).to_have_accessible_name(re.compile("^추진실적 .*일자리정책과$"))


def test_rows_of_a_table_on_a_phone_are_as_high_as_what_is_seen_of_them(visit: Visit) -> None:
    with visit("finance/index.html", 390) as tab:
        spare = tab.locator(".chart-table").first.evaluate(
            """table => Math.max(...[...table.querySelectorAll("tbody tr")].map(row => {
              const range = document.createRange()
              range.selectNodeContents(row.querySelector("th"))
              return row.offsetHeight - range.getBoundingClientRect().height }))"""
        )
        assert spare < 40
