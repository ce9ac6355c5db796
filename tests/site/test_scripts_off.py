"""The archive without JavaScript: every word is there, links lead on, and nothing is offered that would not work."""

from __future__ import annotations

import pytest

from tests.browsing import Visit
from tests.site.documents import Sample
from tests.site.looking import visible_words

SCRIPTED = "[data-scripted], button, .md-dialog, .md-search"
WIDTH = 390
"""Where most is folded away."""


def test_every_word_is_there(visit: Visit, samples: list[Sample], subtests: pytest.Subtests) -> None:
    for sample in samples:
        with subtests.test(str(sample)):
            with visit(sample.path, WIDTH) as tab:
                scripted = visible_words(tab, "body", leaving_out=SCRIPTED)
            with visit(sample.path, WIDTH, java_script_enabled=False) as tab:
                plain = [(word["text"], word["place"]) for word in visible_words(tab, "body")]
                offered = [one.inner_text() for one in tab.locator("button, [data-scripted]").all() if one.is_visible()]
            assert not offered, offered
            lost = [word["text"] for word in scripted if not stands_in(plain, word["text"], word["place"])]
            assert not lost, "\n".join(lost)


def stands_in(plain: list[tuple[str, str]], text: str, place: str) -> bool:
    """Tell whether a text is there without a script, which may add to it (the page's address to a citation)."""
    return any(at == place and text.startswith(said) for said, at in plain)


def test_links_lead_on(visit: Visit, archive: str) -> None:
    with visit("index.html", java_script_enabled=False) as tab:
        link = tab.locator("main a[href]").first
        address = link.evaluate("link => link.href")
        link.click()
        tab.wait_for_url(address)
        assert address.startswith(archive) and tab.locator("h1").is_visible()
