"""How tightly each programme is set, so that none ends with a few lines on a page of their own.

Lay out, look at what ends on a nearly empty page, set that tighter, lay out again. What is tightened together is a
*run*: everything from one forced page start to the next (a programme; or a part's banner and its first programme).
A run that does not get shorter even at the last step has content for its pages and goes back to the normal setting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.document import Division, Document, Role

STEPS = 3
"""Steps of tighter setting that the style sheet offers, as `tight-1` to `tight-3`."""

NEARLY_EMPTY = 0.3
"""A last page filled to less than this share of its height is worth tightening for."""

GAINS = (0.0, 0.06, 0.12, 0.18)
"""The share of a page that each step saves, measured on the style sheet; the search starts from the step that should
do. A wrong value costs a pass, not the result."""

MOVED_WHOLE = 0.1
"""The share of a page that a heading and its budget table take. They move to the next page together for want of one
line, so this much on the last page does not say how much is too much."""

MOST_PASSES = STEPS + 2
"""One pass to look, one for each step, one to go back."""

Run = tuple[str, ...]
"""The ids of the divisions that share a stretch of pages, in printed order."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a run takes up: whole pages, and the share of its last page's height that it fills."""

    pages: int
    last_fill: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is set. `pages` is its length in the normal setting, 0 before it was ever laid out."""

    step: int = 0
    pages: int = 0
    settled: bool = False


Settings = Mapping[Run, Setting]


def runs(document: Document) -> tuple[Run, ...]:
    """Give the report's runs in printed order."""
    found: list[list[str]] = [[]]
    for division, starts_page in _units(document.parts, False):
        if starts_page:
            found.append([])
        found[-1].append(division.id)
    return tuple(tuple(run) for run in found if run)


def tightness(settings: Settings) -> dict[str, int]:
    """Give the step of each division."""
    return {unit: setting.step for run, setting in settings.items() for unit in run}


def settle(settings: Settings, extents: Mapping[Run, Extent]) -> dict[Run, Setting]:
    """Give the settings to try next; they equal `settings` where nothing is left to try."""
    return {run: _next(setting, extents[run]) for run, setting in settings.items()}


def _next(setting: Setting, extent: Extent) -> Setting:
    if setting.settled:
        return setting
    if not setting.pages:
        return _first_try(extent)
    if extent.pages < setting.pages:
        return replace(setting, settled=True)
    if setting.step == STEPS:
        return replace(setting, step=0, settled=True)
    return replace(setting, step=setting.step + 1)


def _first_try(extent: Extent) -> Setting:
    if extent.pages == 1 or extent.last_fill >= NEARLY_EMPTY:
        return Setting(0, extent.pages, settled=True)
    needed = (extent.last_fill - MOVED_WHOLE) / (extent.pages - 1)
    enough = (step for step in range(1, STEPS) if GAINS[step] >= needed)
    return Setting(next(enough, STEPS), extent.pages)


def _units(divisions: tuple[Division, ...], starts_page: bool) -> Iterator[tuple[Division, bool]]:
    """Give the divisions that are set as one, and whether a page starts before them."""
    for division in divisions:
        starts_page = starts_page or division.starts_page
        if division.role is not Role.PROGRAMME and any(child.role is not Role.TOPIC for child in division.children):
            yield from _units(division.children, starts_page)
        else:
            yield division, starts_page
        starts_page = False
