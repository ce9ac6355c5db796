"""Pages laid out and drawn once, or taken from a store where the same HTML was drawn before on the same sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.cache import Store, key_of
from generator.outputs.paper.archival.drawing import draw
from generator.outputs.paper.archival.drawn import Drawn, pack_drawn, unpack_drawn
from generator.outputs.paper.fonts import faces_digest, undrawable
from generator.outputs.paper.laying_out import LaidOut
from generator.outputs.paper.printer import collected_log, lay_out
from generator.outputs.paper.provenance import Provenance
from generator.outputs.paper.provenance_line import provenance_html
from generator.outputs.paper.sheet import Sheet
from generator.outputs.paper.words import keep_words
from generator.program import program_digest


class PageDrawer:
    """Draws pages of a sheet; it remembers what it drew, so that asking again costs nothing."""

    def __init__(self, sheet: Sheet, store: Store | None) -> None:
        """`store` has and keeps what is drawn."""
        self._sheet = sheet
        self._store = store
        self._made: dict[str, Drawn] = {}

    def drawn(self, html: str, pictures: Mapping[str, bytes], laid_out: Callable[[], LaidOut]) -> Drawn:
        """Draw what `laid_out` lays out, of which HTML and pictures are all that it depends on."""
        parts = (part for path, data in sorted(pictures.items()) for part in (path, data))
        key = key_of("pages", (program_digest(), faces_digest(), repr(self._sheet), html, *parts))
        if key not in self._made:
            self._made[key] = self._kept(key) or self._new(key, laid_out)
        return self._made[key]

    def closing(self, origin: Provenance | None) -> Drawn | None:
        """Draw the line that says where the report comes from, as a page to lay over the last one; None where nothing
        is known."""
        line = keep_words(provenance_html(origin))
        if not line:
            return None
        return self.drawn(line, {}, lambda: LaidOut(line, lay_out(line, None, self._sheet.medium)))

    def _kept(self, key: str) -> Drawn | None:
        kept = self._store.get(key) if self._store else None
        return None if kept is None else unpack_drawn(kept)

    def _new(self, key: str, laid_out: Callable[[], LaidOut]) -> Drawn:
        with collected_log() as warnings:
            made = laid_out()
            drawn = draw(made.pages, made.steps, self._sheet.scale)
        said = _missing_glyphs(made.html) or drawn.warnings
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
