"""One stretch of a report laid out until it is settled: how it is set, which heads are said again, which notes stand
once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.outputs.paper.continued import repeat_heads
from generator.outputs.paper.footnote_calls import call_only
from generator.outputs.paper.measuring import calls_again, extent_of, table_breaks
from generator.outputs.paper.printer import lay_out
from generator.outputs.paper.printing import Assets
from generator.outputs.paper.sheet import PrintMedium
from generator.outputs.paper.tightness import Run, Setting, settle, tightness

MOST_REPEATS = 3
"""Repeating a head where a table goes on can move the row at which it does; after this many times it may stand a row
too early or late."""

HtmlOf = Callable[[Mapping[str, int]], str]
"""Gives a stretch as HTML when its divisions are set in these steps."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A settled stretch: its HTML, WeasyPrint's document, and the step of each division that is set as one."""

    html: str
    pages: Any
    steps: Mapping[str, int] = field(default_factory=dict)


def lay_out_settled(run: Run, html_of: HtmlOf, assets: Assets | None, medium: PrintMedium = "pdf") -> LaidOut:
    """Lay out a stretch in one setting after the other until its run is settled, then with what its breaks ask for."""
    settled = _settled(run, html_of, assets, medium)
    html, laid_out = settled.html, settled.pages
    for _ in range(MOST_REPEATS):
        known = call_only(repeat_heads(settled.html, table_breaks(laid_out)), calls_again(laid_out))
        if known == html:
            break
        html, laid_out = known, lay_out(known, assets, medium)
    return LaidOut(html, laid_out, settled.steps)


def _settled(run: Run, html_of: HtmlOf, assets: Assets | None, medium: PrintMedium) -> LaidOut:
    tried: dict[int, LaidOut] = {}
    setting = Setting(settled=not run)
    while True:
        if setting.step not in tried:
            steps = tightness(run, setting.step)
            html = html_of(steps)
            tried[setting.step] = LaidOut(html, lay_out(html, assets, medium), steps)
        if setting.settled:
            return tried[setting.step]
        setting = settle(setting, extent_of(run, tried[setting.step].pages))
