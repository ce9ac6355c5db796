"""The search dialog as readers use it, by keyboard, on a server and from a folder on disk, wide and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect

from tests.search.conftest import Open

RESULT = ".md-search-result__link"
STATUS = ".md-search-result__meta"


class Held:
    """Requests of a tab that are held back until they are let go."""

    def __init__(self, tab: Tab, pattern: str) -> None:
        self._tab = tab
        self._routes: list[Route] = []
        tab.context.route(pattern, lambda route: self._routes.append(route))

    def let_go(self) -> None:
        """Wait until there is a request, which may come later than what is shown before it, and let it through."""
        for _ in range(200):
            if self._routes:
                break
            self._tab.wait_for_timeout(50)
        self._routes.pop(0).continue_()


def open_dialog(open_tab: Open, root: str, width: int = 1280) -> Tab:
    tab = open_tab(f"{root}2021/jobs-economy/index.html", width)
    tab.get_by_role("button", name="찾기").click()
    expect(tab.locator(".md-search__input")).to_be_focused()
    return tab


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("일자리", "일자리"),
        ("플러스센터", "플러스센터"),
        ("안정적일자리", "안정적 일자리"),
        ("라이브커머스를", "라이브커머스"),
        ("ㅇㅈㄹㅍㄹㅅㅅㅌ", "일자리플러스센터"),
        ("라이브커ㅁ", "라이브커머"),
        ("fkdlqmzjajtm", "라이브커머스"),
        ("ㅓㅐㅠ", "JOB"),
        ("라이부커머스", "라이브커머스"),
        ("36118055", "36,118,055"),
        ("'22", "’22"),
        ("JOB포유", "JOB포유"),
    ],
)
def test_every_way_to_ask_finds_the_words(open_tab: Open, root: str, width: int, query: str, marked: str) -> None:
    tab = open_dialog(open_tab, root, width)
    tab.keyboard.type(query)
    expect(tab.locator(f"{RESULT} mark").filter(has_text=re.compile(f"^{re.escape(marked)}$")).first).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_enter_leads_to_the_programme_with_the_words_marked(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/2022/jobs-economy/index\.html#live-commerce$"))
    expect(tab.locator("#live-commerce mark.found")).to_have_text("라이브커머스")
    expect(tab.locator("#live-commerce")).to_be_in_viewport()


def test_arrows_walk_through_the_results(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("일자리창출팀")
    expect(tab.locator(STATUS)).to_contain_text("보고서 2건")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(f"{RESULT}:focus")).to_contain_text("일자리창출팀")
    tab.keyboard.press("Escape")
    expect(tab.locator(".md-search__inner")).to_be_hidden()


def test_the_slash_opens_the_dialog(open_tab: Open, root: str) -> None:
    tab = open_tab(f"{root}index.html")
    tab.keyboard.press("/")
    expect(tab.locator(".md-search__input")).to_be_focused()
    tab.keyboard.type("교육")
    expect(tab.locator(".md-search__input")).to_have_value("교육")


def test_what_was_looked_up_instead_is_said(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("라이부커머스")
    status = tab.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text("보고서 2건, 2곳. ‘라이부커머스’ 대신 찾은 말: 라이브커머스")


def test_nothing_found_is_said(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("우주왕복선")
    expect(tab.get_by_role("dialog").get_by_role("status")).to_have_text("‘우주왕복선’: 찾은 것이 없습니다")
    expect(tab.locator(RESULT)).to_have_count(0)


def test_results_follow_while_a_syllable_is_composed(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    method = tab.context.new_cdp_session(tab)

    def compose(letters: str) -> None:
        method.send(
            "Input.imeSetComposition", {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        )

    compose("ㄱ")
    compose("교")
    expect(tab.locator(f"{RESULT} mark").first).to_have_text("교")
    expect(tab.locator(STATUS)).to_contain_text("보고서 2건")
    method.send("Input.insertText", {"text": "교"})
    compose("ㅇ")
    expect(tab.locator(f"{RESULT} mark").first).to_have_text("교육")
    compose("유")
    compose("육")
    expect(tab.locator(f"{RESULT} mark").first).to_have_text("교육")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")


def test_a_lone_letter_keeps_the_last_list(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    tab.locator(".md-search__input").fill("ㄹ")
    tab.wait_for_timeout(300)
    expect(tab.locator(f"{RESULT} mark").first).to_have_text("라이브커머스")


def test_results_that_do_not_fit_the_dialog_have_a_page(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("일자리")
    tab.get_by_role("link", name="결과 모두 보기").click()
    tab.wait_for_url(re.compile(r"search/index\.html\?q="))
    expect(tab.locator("[data-results-field]")).to_have_value("일자리")
    expect(tab.locator("[data-results-list] mark").first).to_have_text("일자리")


def test_markup_in_a_query_is_text(open_tab: Open, root: str) -> None:
    tab = open_dialog(open_tab, root)
    tab.keyboard.type("일자리 <img src=x onerror=alert(1)>")
    expect(tab.locator(STATUS)).not_to_have_text("찾을 말을 쓰면 여기에 나옵니다")
    expect(tab.locator(".md-search img")).to_have_count(0)


def test_texts_are_loaded_when_they_are_asked_for_newest_first(open_tab: Open, server: str) -> None:
    tab = open_tab("about:blank")
    asked: list[str] = []
    tab.context.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    tab.goto(f"{server}index.html", wait_until="networkidle")
    assert not [path for path in asked if re.fullmatch(r"search/\d+\.js|assets/search/engine\.js", path)]
    tab.get_by_role("button", name="찾기").last.click()
    tab.keyboard.type("교육")
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    assert [path for path in asked if re.fullmatch(r"search/\d+\.js", path)] == ["search/2022.js", "search/2021.js"]


def test_a_year_in_pieces_answers_after_the_first_and_then_from_all(open_tab: Open, root: str, cut: str) -> None:
    tab = open_tab("about:blank")
    asked: list[str] = []
    tab.context.on("request", lambda request: asked.append(request.url.rpartition("/search/")[2]))
    late = Held(tab, "**/search/2022-2.js") if root.startswith("http") else None
    tab.goto(f"{root}{cut}index.html")
    tab.get_by_role("button", name="찾기").first.click()
    tab.keyboard.type("라이브커머스")
    if late:
        expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
        late.let_go()
    expect(tab.locator(STATUS)).to_have_text("보고서 3건, 3곳")
    texts = [name for name in asked if re.fullmatch(r"(names|aside|\d{4}(-\d+)?)\.js", name)]
    assert texts == ["2022.js", "names.js", "2022-2.js", "2021.js", "aside.js"]


def test_years_that_come_later_leave_the_focus_where_it_is(open_tab: Open, server: str) -> None:
    tab = open_tab("about:blank")
    late = Held(tab, "**/search/2021.js")
    tab.goto(f"{server}index.html")
    tab.get_by_role("button", name="찾기").first.click()
    tab.keyboard.type("라이브커머스")
    expect(tab.locator(STATUS)).to_have_text("보고서 1건, 1곳")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(f"{RESULT}:focus")).to_contain_text("라이브커머스")
    late.let_go()
    expect(tab.locator(STATUS)).to_have_text("보고서 2건, 2곳")
    expect(tab.locator(f"{RESULT}:focus")).to_contain_text("라이브커머스")
