"""The report as a PDF, with the printed page of every division.

A report is printed stretch by stretch. What a stretch comes to depends on its own HTML only, so that one that was drawn
before is taken from a store, and an edit costs the stretches that it changes. The same document gives the same bytes
everywhere, whatever came from the store: no clock, no paths, and an identifier taken from the content.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.cache import Store
from generator.document import Document
from generator.editions import STANDARD, Edition
from generator.outputs.paper.archival.drawn import Drawn
from generator.outputs.paper.bound_report import bind_report
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.paper.printer import require_printer
from generator.outputs.paper.printing import Assets
from generator.outputs.paper.provenance import Provenance
from generator.outputs.paper.sheet import sheet_of
from generator.outputs.paper.stretch_drawing import StretchDrawer
from generator.outputs.paper.stretches import Stretch, stretches

MOST_ROUNDS = 4
"""A contents table that takes more pages than was thought moves what comes after it, and that is counted again."""


def render_pdf(
    document: Document,
    assets: Assets | None = None,
    *,
    origin: Provenance | None = None,
    edition: Edition = STANDARD,
    store: Store | None = None,
) -> PdfResult:
    """Print a report. `assets` gives the pictures' bytes; `origin` is printed on the last page and kept in the file;
    `edition` is the standard one or one that prints the whole report larger; what a `store` has of an earlier time is
    not drawn again.

    Raises `PdfUnavailable` where Pango or WeasyPrint cannot be used, `FontsMissing` where the fonts are not installed.
    """
    require_printer()
    drawer = StretchDrawer(document, assets, sheet_of(edition), store)
    drawn, numbers = _draw_all(stretches(document), drawer)
    closing = drawer.pages.closing(origin)
    data, warnings = bind_report(document, edition, origin, drawn, closing, unnumbered=drawn[0].page_count)
    steps = {name: step for one in drawn for name, step in one.steps.items()}
    return PdfResult(data, numbers, sum(one.page_count for one in drawn), warnings, steps)


def _draw_all(parts: Sequence[Stretch], drawer: StretchDrawer) -> tuple[Sequence[Drawn], Mapping[str, int]]:
    """Draw all stretches, each where the one before it ends, and those that name pages once these are known; give the
    printed page number of each division too."""
    counts = {part: 1 for part in parts if part.counts}
    numbers: Mapping[str, int] = {}
    drawn: dict[Stretch, Drawn] = {}
    for _ in range(MOST_ROUNDS):
        starts, start = {}, 1
        for part in parts:
            starts[part] = start
            if not part.counts:
                drawn[part] = drawer.draw(part, start)
            start += 0 if part.cover else counts.get(part) or drawn[part].page_count
        known = {**numbers, **_numbers(drawn, starts)}
        drawn |= {part: drawer.draw(part, starts[part], known) for part in counts}
        taken, numbers = {part: drawn[part].page_count for part in counts}, _numbers(drawn, starts)
        if taken == counts and numbers == known:
            break
        counts = taken
    return [drawn[part] for part in parts], numbers


def _numbers(drawn: Mapping[Stretch, Drawn], starts: Mapping[Stretch, int]) -> dict[str, int]:
    """Give page numbers as printed; the cover has none."""
    return {name: starts[part] + spot.page for part, one in drawn.items() for name, spot in one.places.items()}
