"""Every page kind for readers who use a keyboard, a screen reader, large text, little motion, or a dark screen."""

from __future__ import annotations

from importlib.resources import files as resource_files
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browsing import HEIGHT, Visit
from tests.site.documents import PAPER, HtmlFile, Sample
from tests.site.html_standard import HEADINGS
from tests.site.looking import moving_parts, overhang, stops_of_the_tab_key

AXE = resource_files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""What axe looks for; nothing but colours differs in a dark scheme."""
RUN_AXE = """async runOnly => {
  const found = await axe.run(document, { runOnly, resultTypes: ["violations"] })
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\\n").slice(1).join(" ").trim()}`)) }"""
DOUBLE = """() => { const html = document.documentElement
  html.style.fontSize = `${2 * parseFloat(getComputedStyle(html).fontSize)}px` }"""
TEXT_SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def framed(samples: list[Sample]) -> list[Sample]:
    """The pages with a header; a report as it is printed has none."""
    return [sample for sample in samples if sample.kind != PAPER]


@pytest.mark.parametrize("scheme", RULES)
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    visit: Visit, samples: list[Sample], subtests: pytest.Subtests, width: int, scheme: str
) -> None:
    for sample in framed(samples):
        with subtests.test(str(sample)), visit(sample.path, width, color_scheme=scheme) as tab:
            tab.evaluate(AXE)
            found = tab.evaluate(RUN_AXE, RULES[scheme])
            assert not found, "\n".join(found)


def headings_of(file: HtmlFile) -> list[Any]:
    """The headings of a page in order, those of the frame's dialogs left out."""
    return [e for e in file.named(*HEADINGS) if not any(a.get("role") == "dialog" for a in file.ancestors(e))]


def test_headings_are_in_order(files: dict[str, HtmlFile]) -> None:
    faults = []
    for file in files.values():
        headings = headings_of(file)
        levels = [int(heading.tag[1]) for heading in headings]
        if levels.count(1) != 1:
            faults.append(f"{file.path}: {levels.count(1)} headings of the first level")
        for heading, before, level in zip(headings[1:], levels, levels[1:], strict=False):
            if level > before + 1:
                faults.append(f"{file.place(heading)}: level {level} follows {before}")
    assert not faults, "\n".join(faults[:50])


def test_the_first_stop_leads_past_the_header(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    for sample in framed(samples):
        with subtests.test(str(sample)), visit(sample.path) as tab:
            tab.keyboard.press("Tab")
            skip = tab.locator(".skip")
            expect(skip).to_be_focused()
            expect(skip).to_be_in_viewport()
            tab.keyboard.press("Enter")
            expect(tab.locator("#_main")).to_be_focused()
            tab.keyboard.press("Tab")
            assert not tab.evaluate("document.activeElement.closest('.site-header') !== null")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_is_seen_at_every_stop(
    visit: Visit, samples: list[Sample], subtests: pytest.Subtests, width: int
) -> None:
    for sample in samples:
        with subtests.test(str(sample)), visit(sample.path, width, reduced_motion="reduce") as tab:
            stops = stops_of_the_tab_key(tab)
            assert stops["count"] > 0
            assert not stops["unseen"], "\n".join(stops["unseen"])
            assert not stops["covered"], "\n".join(stops["covered"])


def test_nothing_moves_for_those_who_ask(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    for sample in samples:
        with subtests.test(str(sample)), visit(sample.path, reduced_motion="reduce") as tab:
            moving = moving_parts(tab)
            assert not moving, "\n".join(moving)


def test_nothing_is_cut_off_at_any_width(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    # 320 px is what a window of 1280 px has at 400 % (WCAG 1.4.10).
    for sample in samples:
        with subtests.test(str(sample)), visit(sample.path) as tab:
            found = [f"{width}: {fault}" for width in (1280, 820, 390, 320) for fault in overhang_at(tab, width)]
            assert not found, "\n".join(found)


def test_text_twice_as_large_is_all_there(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    # WCAG 1.4.4; the text alone grows, as it does by a browser's own setting.
    for sample in framed(samples):
        with subtests.test(str(sample)), visit(sample.path) as tab:
            before = tab.evaluate(TEXT_SIZE)
            tab.evaluate(DOUBLE)
            assert tab.evaluate(TEXT_SIZE) >= before * 1.95
            found = [f"{width}: {fault}" for width in (1280, 640) for fault in overhang_at(tab, width)]
            assert not found, "\n".join(found)


def overhang_at(tab: Tab, width: int) -> list[str]:
    tab.set_viewport_size({"width": width, "height": HEIGHT})
    return overhang(tab)
