"""Pages on paper: what only a screen can use is left out, and no other word is lost or cut off."""

from __future__ import annotations

import pytest

from tests.browsing import Visit
from tests.site.documents import Sample
from tests.site.looking import scrolled_sideways, visible_words

PAPER_WIDTH = 718
"""Pixels of A4 (210 mm) with margins of 10 mm, at 96 pixels an inch."""
ONLY_ON_A_SCREEN = "nav, form, button, summary, [data-scripted], .downloads, .more, .remark__links"
"""What leads elsewhere or waits for a hand."""
USELESS = ("header.site-header", "footer.site-footer", ".skip", ".toc", ".crumbs", "form", "button")


def test_paper_has_every_word_and_nothing_for_the_screen(
    visit: Visit, samples: list[Sample], subtests: pytest.Subtests
) -> None:
    for sample in samples:
        with subtests.test(str(sample)), visit(sample.path, PAPER_WIDTH) as tab:
            on_screen = visible_words(tab, "main", leaving_out=ONLY_ON_A_SCREEN)
            tab.emulate_media(media="print")
            on_paper = {word["text"] for word in visible_words(tab, "body")}
            lost = [f"{word['text']} ({word['place']})" for word in on_screen if word["text"] not in on_paper]
            assert not lost, "\n".join(lost)
            cut = scrolled_sideways(tab)
            assert not cut, "\n".join(cut)
            assert [one for one in USELESS if any(box.is_visible() for box in tab.locator(one).all())] == []
