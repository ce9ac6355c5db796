"""What axe finds in the dialog and on the page of results, in every state, light and dark, wide and on a phone."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.search.conftest import Open
from tests.search.test_dialog import RESULT, STATUS, open_dialog

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)"""


def found_by_axe(tab: Tab) -> list[str]:
    tab.evaluate(AXE)
    found: list[str] = tab.evaluate(RUN)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_dialog(open_tab: Open, server: str, width: int, scheme: str) -> None:
    tab = open_tab(f"{server}2022/jobs-economy/index.html", width, color_scheme=scheme, reduced_motion="reduce")
    tab.get_by_role("button", name="찾기").first.click()
    assert found_by_axe(tab) == []
    tab.keyboard.type("안정적 일자리 지원")
    expect(tab.locator(RESULT).first).to_contain_text("사업 이력")
    tab.get_by_role("button", name="2021년").click()
    expect(tab.get_by_role("button", pressed=True)).to_have_count(1)
    expect(tab.locator(STATUS)).to_contain_text("보고서 1건")
    assert found_by_axe(tab) == []
    tab.locator(".md-search__input").fill("우주왕복선")
    expect(tab.locator(STATUS)).to_contain_text("찾은 것이 없습니다")
    assert found_by_axe(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_of_results(open_tab: Open, server: str, width: int, scheme: str) -> None:
    address = f"{server}search/index.html?q=안정적 일자리 지원&kind=추진계획"
    tab = open_tab(address.replace("&kind=추진계획", ""), width, color_scheme=scheme, reduced_motion="reduce")
    expect(tab.locator(".best-hit")).to_be_visible()
    assert found_by_axe(tab) == []
    tab.goto(address)
    expect(tab.get_by_role("checkbox", checked=True)).to_have_count(1)
    assert found_by_axe(tab) == []
    tab.locator("[data-results-field]").fill("우주왕복선")
    expect(tab.locator("[data-results-status]")).to_contain_text("찾은 것이 없습니다")
    assert found_by_axe(tab) == []


def test_the_count_is_said_once_typing_rests(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    said = tab.get_by_role("dialog").get_by_role("status")
    tab.evaluate("""() => {
      window.said = []
      new MutationObserver(() => window.said.push(document.querySelector("[data-search-status]").textContent))
        .observe(document.querySelector("[data-search-status]"), { childList: true })
    }""")
    tab.keyboard.type("라이브커머스")
    expect(said).to_have_text("보고서 2건, 2곳")
    assert len(tab.evaluate("window.said")) < len("라이브커머스")
    expect(said).to_have_attribute("role", "status")
