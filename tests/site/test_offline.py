"""A copy of the archive in a folder, opened from the disk: every kind loads, links work, finding works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browsing import Visit, visits_of
from tests.site.documents import PAPER, HtmlFile, Sample, words_to_find


@pytest.fixture(scope="module")
def folder(built_site: Path) -> str:
    """The address of the archive's folder."""
    return f"{built_site.as_uri()}/"


@pytest.fixture(scope="module")
def open_copy(browser: Browser, folder: str) -> Iterator[Visit]:
    """Visits to the copy."""
    yield from visits_of(browser, folder)


def test_every_kind_loads_and_leads_to_the_first_page(
    open_copy: Visit, folder: str, samples: list[Sample], subtests: pytest.Subtests
) -> None:
    for sample in samples:
        with subtests.test(str(sample)), open_copy(sample.path) as tab:
            expect(tab.get_by_role("heading", level=1)).to_have_count(1)
            if sample.kind != PAPER:
                expect(tab.locator(".skip")).not_to_be_in_viewport()  # the style sheets have come
                tab.locator("a.site-name").click()
                tab.wait_for_url(f"{folder}index.html")


def test_what_a_report_says_is_found(open_copy: Visit, folder: str, files: dict[str, HtmlFile]) -> None:
    report = max((file for file in files.values() if file.kind == "report"), key=lambda file: len(file.text))
    with open_copy("index.html") as tab:
        tab.get_by_role("button", name="찾기").first.click()
        tab.keyboard.insert_text(words_to_find(report))
        found = tab.locator(f".md-search-result__link[href*='{report.path}'][href*='#']").first
        expect(found).to_be_visible()
        found.click()
        tab.wait_for_url(lambda address: address.startswith(folder + report.path))
        expect(tab.locator("mark.found").first).to_be_visible()


def test_contents_follow_the_text(open_copy: Visit, files: dict[str, HtmlFile]) -> None:
    report = max((file for file in files.values() if file.kind == "report"), key=lambda file: len(file.text))
    with open_copy(report.path) as tab:
        last = tab.locator("[data-toc] a").last
        last.click()
        expect(last).to_have_attribute("aria-current", "location")
