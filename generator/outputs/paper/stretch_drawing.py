"""The stretches of one report drawn, each once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.cache import Store
from generator.document import Document
from generator.outputs.paper.archival.drawn import Drawn
from generator.outputs.paper.laying_out import lay_out_settled
from generator.outputs.paper.page_drawing import PageDrawer
from generator.outputs.paper.printer import picture_address
from generator.outputs.paper.printing import Assets, print_html, read_picture
from generator.outputs.paper.sheet import Sheet
from generator.outputs.paper.stretches import Stretch
from generator.outputs.paper.tightness import NORMAL, tightness
from generator.outputs.paper.words import keep_words


class StretchDrawer:
    """Draws the stretches of a report; it remembers what it drew, so that asking again costs nothing."""

    def __init__(self, document: Document, assets: Assets | None, sheet: Sheet, store: Store | None) -> None:
        """`assets` gives the pictures' bytes, `store` has and keeps what is drawn."""
        self.pages = PageDrawer(sheet, store)
        self._document = document
        self._assets = cache(assets) if assets else None  # every pass asks for the same pictures
        self._sheet = sheet
        self._at: dict[tuple[Stretch, int], Drawn] = {}

    def draw(self, stretch: Stretch, start: int, numbers: Mapping[str, int] | None = None) -> Drawn:
        """Draw a stretch that starts on the page with the printed number `start`; `numbers` are those of the divisions
        whose pages it may name."""
        if stretch.counts:
            return self._drawn(stretch, start, numbers or {})
        if (stretch, start) not in self._at:
            self._at[stretch, start] = self._drawn(stretch, start, {})
        return self._at[stretch, start]

    def _drawn(self, stretch: Stretch, start: int, numbers: Mapping[str, int]) -> Drawn:
        pictures: dict[str, bytes] = {}
        address = picture_address(self._assets)

        def picture_of(path: str) -> str:
            pictures[path] = read_picture(path, self._assets) or b""
            return address(path)

        def html_of(steps: Mapping[str, int]) -> str:
            html = print_html(
                self._document,
                "pdf",
                style="" if stretch.cover else f"@page :first {{ counter-reset: page {start} }}",
                tightness=steps,
                pages=numbers,
                picture_of=picture_of,
                stretch=stretch,
                sheet=self._sheet,
            )
            return keep_words(html, self._sheet.longest_in_cell)

        return self.pages.drawn(
            html_of(tightness(stretch.run, NORMAL)),
            pictures,
            lambda: lay_out_settled(stretch.run, html_of, self._assets, self._sheet.medium),
        )
