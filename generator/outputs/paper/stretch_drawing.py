"""A report's stretches drawn: each laid out once, or taken from a store where the same HTML was drawn before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from generator.cache import Store, key_of
from generator.document import Document
from generator.outputs.paper.archival.drawing import draw
from generator.outputs.paper.archival.drawn import Drawn, pack_drawn, unpack_drawn
from generator.outputs.paper.fonts import faces_digest, undrawable
from generator.outputs.paper.laying_out import HtmlOf, lay_out_settled
from generator.outputs.paper.printer import collected_log, picture_address
from generator.outputs.paper.printing import Assets, print_html, read_picture
from generator.outputs.paper.provenance import Provenance
from generator.outputs.paper.provenance_line import provenance_html
from generator.outputs.paper.stretches import Stretch
from generator.outputs.paper.tightness import NORMAL, Run, tightness
from generator.outputs.paper.words import keep_words
from generator.program import program_digest


class StretchDrawer:
    """Draws the stretches of one report; it remembers what it drew, so that asking again costs nothing."""

    def __init__(self, document: Document, assets: Assets | None, store: Store | None) -> None:
        """`assets` gives the pictures' bytes, `store` has and keeps what is drawn."""
        self._document = document
        self._assets = cache(assets) if assets else None  # every pass asks for the same pictures
        self._store = store
        self._made: dict[str, Drawn] = {}
        self._at: dict[tuple[Stretch, int], Drawn] = {}

    def draw(self, stretch: Stretch, start: int, numbers: Mapping[str, int] | None = None) -> Drawn:
        """Draw a stretch that starts on the page with the printed number `start`; `numbers` are those of the divisions
        whose pages it may name."""
        if stretch.counts:
            return self._drawn_at(stretch, start, numbers or {})
        if (stretch, start) not in self._at:
            self._at[stretch, start] = self._drawn_at(stretch, start, {})
        return self._at[stretch, start]

    def closing(self, origin: Provenance | None) -> Drawn | None:
        """Draw the line that says where the report comes from, as a page to lay over the last one; None where nothing
        is known."""
        line = provenance_html(origin)
        return self._drawn((), lambda _: keep_words(line), {}) if line else None

    def _drawn_at(self, stretch: Stretch, start: int, numbers: Mapping[str, int]) -> Drawn:
        pictures: dict[str, bytes] = {}
        address = picture_address(self._assets)

        def picture_of(path: str) -> str:
            pictures[path] = read_picture(path, self._assets) or b""
            return address(path)

        def html_of(steps: Mapping[str, int]) -> str:
            html = print_html(
                self._document,
                "pdf",
                style=f"@page :first {{ counter-reset: page {start} }}" if not stretch.cover else "",
                tightness=steps,
                pages=numbers,
                picture_of=picture_of,
                stretch=stretch,
            )
            return keep_words(html)

        return self._drawn(stretch.run, html_of, pictures)

    def _drawn(self, run: Run, html_of: HtmlOf, pictures: Mapping[str, bytes]) -> Drawn:
        html = html_of(tightness(run, NORMAL))
        parts = (part for path, data in sorted(pictures.items()) for part in (path, data))
        key = key_of("stretch", (program_digest(), faces_digest(), html, *parts))
        if key not in self._made:
            self._made[key] = self._kept(key) or self._new(key, run, html_of)
        return self._made[key]

    def _kept(self, key: str) -> Drawn | None:
        kept = self._store.get(key) if self._store else None
        return None if kept is None else unpack_drawn(kept)

    def _new(self, key: str, run: Run, html_of: HtmlOf) -> Drawn:
        with collected_log() as warnings:
            laid_out = lay_out_settled(run, html_of, self._assets)
            drawn = draw(laid_out.pages, laid_out.steps)
        said = _missing_glyphs(laid_out.html) or drawn.warnings
        drawn = replace(drawn, warnings=(*dict.fromkeys(warnings), *said))
        if self._store:
            self._store.put(key, pack_drawn(drawn))
        return drawn


def _missing_glyphs(html: str) -> tuple[str, ...]:
    body = html.partition("<body>")[2]
    return tuple(
        f"글꼴에 없는 글자가 있어 다른 글꼴로 찍히거나 빈칸이 됩니다: {character} (U+{ord(character):04X})"
        for character in undrawable(body)
    )
