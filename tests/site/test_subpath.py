"""The archive below a path, as on a project's public pages: every kind loads whole, links and finding stay below it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import Visit, served, visiting
from tests.site.documents import HtmlFile, Sample, words_to_find
from tests.site.looking import overhang


def test_every_kind_loads_without_trouble(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    # Nothing stands outside the path, so that a link or a script that leaves it is a trouble of the visit.
    for sample in samples:
        with subtests.test(str(sample)), visit(sample.path) as tab:
            expect(tab.get_by_role("heading", level=1)).to_have_count(1)
            assert tab.evaluate("[...document.styleSheets].every(sheet => sheet.href === null || sheet.cssRules)")


def test_links_and_finding_stay_below_the_path(visit: Visit, archive: str, files: dict[str, HtmlFile]) -> None:
    report = max((file for file in files.values() if file.kind == "report"), key=lambda file: len(file.text))
    with visit(report.path) as tab:
        tab.get_by_role("button", name="찾기").first.click()
        tab.keyboard.insert_text(words_to_find(report))
        found = tab.locator(".md-search-result__link").first
        expect(found).to_be_visible()
        assert found.evaluate("link => link.href").startswith(archive)
        tab.keyboard.press("Escape")
        tab.locator("a.site-name").click()
        tab.wait_for_url(f"{archive}index.html")


def test_a_wrong_address_is_answered_by_a_whole_page(
    browser: Browser, built_site: Path, files: dict[str, HtmlFile]
) -> None:
    # This page alone names the place of the site, since it is shown at any address.
    style = next(link.get("href") for link in files["404.html"].named("link") if "archive.css" in link.get("href"))
    place = urlsplit(style).path.removesuffix("assets/archive.css")
    with served(built_site, place) as root, visiting(browser, root, "404.html", 320) as tab:
        expect(tab.get_by_role("heading", level=1)).to_be_visible()
        assert overhang(tab) == []
