"""What a visit costs: how much a report's page transfers, and that nothing moves while pages load."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browsing import new_context
from tests.site.documents import HtmlFile, Sample
from tests.site.looking import layout_shift

LARGEST = 150_000
"""Bytes that a report's page may transfer with everything it loads, the texts for searching aside."""
ASIDE = ("search/", "assets/search/engine.js")
"""What is loaded only to search."""
SCROLL = "for (let y = 0; y < document.body.scrollHeight; y += innerHeight) scrollTo(0, y)"


def test_a_report_s_page_is_light(
    browser: Browser, archive: str, files: dict[str, HtmlFile], subtests: pytest.Subtests
) -> None:
    for path in (path for path, file in files.items() if file.kind == "report"):
        with subtests.test(path):
            got: list[Response] = []
            context = new_context(browser, 1280)
            tab = context.new_page()
            tab.on("response", lambda response, got=got: got.append(response))
            tab.goto(archive + path, wait_until="load")
            tab.evaluate(SCROLL)
            tab.wait_for_load_state("networkidle")
            sizes = {response.url.removeprefix(archive): transferred(response) for response in got}
            context.close()
            assert path in sizes
            total = sum(size for name, size in sizes.items() if not name.startswith(ASIDE))
            assert total <= LARGEST, sizes


def transferred(response: Response) -> int:
    """Bytes that an ordinary server sends: text compressed (gzip, level 6), pictures as they are."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(body) if kind.startswith(("image/png", "image/jpeg", "font/")) else len(gzip.compress(body, 6, mtime=0))


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(
    browser: Browser, archive: str, samples: list[Sample], subtests: pytest.Subtests, width: int
) -> None:
    for sample in samples:
        with subtests.test(str(sample)):
            context = new_context(browser, width)
            tab = context.new_page()
            tab.goto(archive + sample.path, wait_until="load")
            moved = layout_shift(tab)
            context.close()
            assert moved < 0.01
