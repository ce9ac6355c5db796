"""When our engine cannot work: Material's own search takes over; and its index is loaded then only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect
from playwright.sync_api import Page as Tab

from tests.search.conftest import Open
from tests.search.test_dialog import RESULT, STATUS

INDEX = "search_index"


def refuse(route: Route) -> None:
    route.abort()


def break_(route: Route) -> None:
    route.fulfill(status=200, content_type="text/javascript", body="throw 0")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab in which errors are expected."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("fault", [refuse, break_])
@pytest.mark.parametrize(
    "lost", ["assets/search/engine.js", "assets/search/page.js", "search/years.js", "search/20*.js"]
)
def test_material_s_own_search_takes_over(tab: Tab, server: str, lost: str, fault: object) -> None:
    tab.context.route(f"**/{lost}", fault)  # type: ignore[arg-type]
    tab.goto(f"{server}index.html")
    tab.locator("[data-open-search]").first.click()
    tab.keyboard.type("라이브커머스")
    tab.keyboard.press("End")  # Material asks when a key is let go
    expect(tab.locator(f"{RESULT}[href*='#live-commerce']").first).to_be_visible()
    expect(tab.locator(STATUS)).to_contain_text("문서")


def test_material_s_search_finds_words_beside_marks(tab: Tab, server: str) -> None:
    tab.context.route("**/assets/search/engine.js", refuse)
    tab.goto(f"{server}index.html")
    tab.locator("[data-open-search]").first.click()
    tab.keyboard.type("당산로")  # stands as (당산로 123)
    expect(tab.locator(f"{RESULT}[href*='jobs-economy']").first).to_be_visible()
    expect(tab.get_by_role("dialog").get_by_role("status")).to_contain_text("문서")


def test_the_loss_of_everything_is_said(tab: Tab, server: str) -> None:
    for lost in ("assets/search/engine.js", "search/search_index.json"):
        tab.context.route(f"**/{lost}", refuse)
    tab.goto(f"{server}index.html")
    tab.locator("[data-open-search]").first.click()
    tab.keyboard.type("교육")
    expect(tab.get_by_role("dialog").get_by_role("status")).to_have_text(
        "찾기 자료를 읽지 못했습니다. 쪽을 새로 고쳐 주세요."
    )


def test_a_lost_year_is_said_and_the_others_are_searched(tab: Tab, server: str) -> None:
    tab.context.route("**/search/2021.js", refuse)
    tab.goto(f"{server}index.html")
    tab.locator("[data-open-search]").first.click()
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳. 읽지 못한 연도: 2021")


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (["2022-2.js"], "보고서 2건, 2곳. 읽지 못한 연도: 2022(일부)"),
        (["2022.js", "2021.js"], "보고서 1건, 1곳. 읽지 못한 연도: 2022(일부), 2021"),
        (["2022.js", "2022-2.js"], "보고서 1건, 1곳. 읽지 못한 연도: 2022"),
    ],
)
def test_a_lost_piece_of_a_year_is_said(tab: Tab, server: str, cut: str, lost: list[str], said: str) -> None:
    for name in lost:
        tab.context.route(f"**/search/{name}", refuse)
    tab.goto(f"{server}{cut}index.html")
    tab.locator("[data-open-search]").first.click()
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text(said)


def test_material_s_index_is_not_loaded_otherwise(open_tab: Open, root: str) -> None:
    tab = open_tab("about:blank")
    asked: list[str] = []
    tab.context.on("request", lambda request: asked.append(request.url))
    tab.goto(f"{root}index.html", wait_until="networkidle")
    tab.get_by_role("button", name="찾기").first.click()
    tab.keyboard.type("교육")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    assert not [url for url in asked if INDEX in url]
