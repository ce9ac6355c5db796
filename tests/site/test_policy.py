"""The Content-Security-Policy in a browser: every page has one and keeps to it, on a server and from a folder, and what
it is there to stop does not run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browsing import Visit, visits_of
from tests.site.documents import PAPER, HtmlFile, Sample

POLICY = "Content-Security-Policy"
THEME_SCRIPTS = 3
"""The scripts that Material writes into a page."""


@pytest.fixture(scope="module", params=["server", "folder"])
def open_page(request: pytest.FixtureRequest, browser: Browser, archive: str, built_site: Path) -> Iterator[Visit]:
    """Visits to the archive. A violation of the policy is an error in the console, which fails the visit."""
    yield from visits_of(browser, archive if request.param == "server" else f"{built_site.as_uri()}/")


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The reader's scheme."""
    return str(request.param)


def framed(files: dict[str, HtmlFile]) -> dict[str, HtmlFile]:
    return {path: file for path, file in files.items() if file.kind not in (PAPER, "")}


def test_every_page_has_a_policy_before_anything_is_loaded(files: dict[str, HtmlFile]) -> None:
    for path, file in framed(files).items():
        head = next(file.named("head"))
        first, second = list(head)[:2]
        assert first.get("charset") == "utf-8", path
        assert second.get("http-equiv") == POLICY, path
        assert file.text.encode().index(b"<meta charset") < 1024, "HTML 4.2.5.4: the encoding within 1024 bytes"
        assert [e.get("http-equiv") for e in file.named("meta")].count(POLICY) == 1, path
        assert "unsafe" not in second.get("content"), path


def test_pages_have_no_style_or_handler_in_an_attribute(files: dict[str, HtmlFile]) -> None:
    for path, file in framed(files).items():
        found = [name for e in file.elements for name in e.attrib if str(name) == "style" or str(name).startswith("on")]
        assert not found, path
        assert not list(file.named("style")), path


def test_every_kind_keeps_to_it(
    open_page: Visit, samples: list[Sample], scheme: str, subtests: pytest.Subtests
) -> None:
    for sample in samples:
        with subtests.test(str(sample)), open_page(sample.path, color_scheme=scheme) as tab:
            expect(tab.locator("h1").first).to_be_visible()
            if sample.kind != PAPER:
                expected = "slate" if scheme == "dark" else "default"
                expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", expected)


def test_searching_works_under_it(open_page: Visit) -> None:
    with open_page("index.html") as tab:
        tab.get_by_role("button", name="찾기").first.click()
        tab.keyboard.insert_text("일자리")
        tab.keyboard.press("End")
        expect(tab.locator(".md-search-result__link").first).to_be_visible()
    with open_page("search/index.html?q=일자리") as tab:
        expect(tab.locator("main a[href*='h=']").first).to_be_visible()


def test_the_scheme_can_be_switched_under_it(open_page: Visit) -> None:
    with open_page("index.html", color_scheme="light") as tab:
        tab.locator("label[title='어두운 화면으로']").click()
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        tab.locator("label[title='밝은 화면으로']").click()
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_an_address_can_be_copied_under_it(visit: Visit, samples: list[Sample]) -> None:
    report = next(sample.path for sample in samples if sample.kind == "report")
    with visit(report, permissions=["clipboard-read", "clipboard-write"]) as tab:
        tab.locator("[data-copy-link]").first.focus()
        tab.keyboard.press("Enter")
        tab.wait_for_timeout(200)
        assert report in tab.evaluate("navigator.clipboard.readText()")


INJECTED = {
    "a script": "const s = document.createElement('script'); s.textContent = 'self.injected = 1';"
    "document.body.append(s)",
    "a handler": "document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"self.injected = 1\">')",
    "a link": "document.body.insertAdjacentHTML('beforeend', '<a href=\"javascript:self.injected = 1\">x</a>');"
    "document.body.lastElementChild.click()",
    "a style": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>');"
    "self.injected = document.body.lastElementChild.style.color === 'red' ? 1 : undefined",
    "text as script": "setTimeout('self.injected = 1')",
    "a base": "const b = document.createElement('base'); b.href = 'https://example.org/'; document.head.append(b);"
    "self.injected = document.baseURI.startsWith('https://example.org/') ? 1 : undefined",
    "a frame": "const f = document.createElement('iframe'); f.src = 'guide/index.html'; document.body.append(f);"
    "f.onload = () => { try { if (f.contentDocument.querySelector('h1')) self.injected = 1 } catch {} }",
    "a request": "fetch('https://example.org/').then(() => { self.injected = 1 }, () => {})",
}


@pytest.mark.parametrize("way", INJECTED)
def test_what_comes_in_does_not_run(browser: Browser, archive: str, way: str) -> None:
    tab: Tab = browser.new_page()
    tab.goto(f"{archive}index.html")
    tab.evaluate(
        "self.violations = 0; document.addEventListener('securitypolicyviolation', () => { self.violations += 1 })"
    )
    tab.evaluate(INJECTED[way])
    tab.wait_for_timeout(100)
    assert tab.evaluate("self.injected") is None
    assert tab.evaluate("self.violations") > 0, "the policy stopped it"
    tab.close()


def test_content_has_no_part_in_it(files: dict[str, HtmlFile]) -> None:
    """Pages of one depth let the same scripts run: the theme has one that knows how deep its page lies."""
    allowed: dict[int, set[str]] = {}
    for path, file in framed(files).items():
        policy = next(e.get("content") for e in file.named("meta") if e.get("http-equiv") == POLICY)
        if path != "404.html":
            allowed.setdefault(path.count("/"), set()).update(re.findall(r"'sha256-[^']+'", policy))
    assert all(len(hashes) == THEME_SCRIPTS for hashes in allowed.values())
    assert len(set().union(*allowed.values())) == THEME_SCRIPTS - 1 + len(allowed)
