"""How each stretch of pages is set, so that none ends with a few lines on a page of their own.

Lay out, look at what goes on over pages, set that otherwise, lay out again. What is set together is a *run*: the
divisions from one forced page start to the next (a programme; or a part's sections). A run with a few lines too many is
set tighter, in steps, until it is a page shorter. A run that stays on its pages goes back to the normal size;
there its pieces are kept whole, and the last one with the one before it, if that spreads it more evenly.
"""

from __future__ import annotations

from dataclasses import dataclass

NORMAL = 0
STEPS = 2
"""Steps of tighter setting that the style sheet offers, from 1 on. There is no third: type that small would squeeze
onto one page what its authors printed on two."""
JOINED, WHOLE = STEPS + 1, STEPS + 2
"""Normal size, and no piece is broken over pages; joined, the last piece also stays with the one before."""

CLASSES = ("tight-0", "tight-1", "tight-2", "joined", "whole")
"""The style sheet's name of each setting."""

NEARLY_EMPTY = 0.3
"""A last page filled to less than this share of its height is worth tightening for."""

WELL_FILLED = 0.9
"""A last page filled to this share leaves nothing to spread."""

GAP = 0.25
"""A gap before the end looks worse than a short end, by this share of a page."""

GAINS = (0.0, 0.06, 0.12)
"""The share of a page that each step saves, measured on the style sheet; the search starts from the step that should
do. A wrong value costs a pass, not the result."""

MOVED_WHOLE = 0.1
"""The share of a page that a heading and its budget table take. They move to the next page together for want of one
line, so this much on the last page does not say how much is too much."""

MOST_PASSES = len(CLASSES)
"""No setting is tried twice."""

Run = tuple[str, ...]
"""The ids of the divisions that share a stretch of pages, in printed order."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a run takes up: the share of the height that it fills, page by page."""

    fills: tuple[float, ...]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.fills)

    @property
    def evenness(self) -> float:
        """How full the emptiest page is; one before the last counts as emptier than it is."""
        return min([fill - GAP for fill in self.fills[:-1]] + [self.fills[-1]])


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run is set, and what it took up in every setting that was tried, the normal one first."""

    step: int = NORMAL
    tried: tuple[tuple[int, Extent], ...] = ()
    settled: bool = False


def tightness(run: Run, step: int) -> dict[str, int]:
    """Give the setting of each division of a run that is set in this step. Of a run of several that is set joined, the
    last one is; the first stands at the top of its page as it is."""
    kept = step in (JOINED, WHOLE)
    steps = dict.fromkeys(run, WHOLE if kept else step) | {run[-1]: step} if run else {}
    if kept and len(run) > 1:
        steps[run[0]] = NORMAL
    return steps


def settle(setting: Setting, extent: Extent) -> Setting:
    """Give the setting to try next, or the settled one, from what the run takes up in the one that was tried."""
    tried = (*setting.tried, (setting.step, extent))
    step = _to_try(tried)
    return Setting(_best(tried), tried, settled=True) if step is None else Setting(step, tried)


def _to_try(tried: tuple[tuple[int, Extent], ...]) -> int | None:
    normal = tried[0][1]
    step, extent = tried[-1]
    if normal.pages == 1 or normal.fills[-1] >= WELL_FILLED or extent.pages < normal.pages or step == WHOLE:
        return None
    if step == NORMAL:
        return _first_try(normal)
    return step + 1


def _first_try(normal: Extent) -> int:
    if normal.fills[-1] >= NEARLY_EMPTY:
        return JOINED
    needed = (normal.fills[-1] - MOVED_WHOLE) / (normal.pages - 1)
    enough = (step for step in range(1, STEPS) if GAINS[step] >= needed)
    return next(enough, STEPS)


def _best(tried: tuple[tuple[int, Extent], ...]) -> int:
    """Give the setting with the fewest pages; among those of normal size the one that is most even.

    Of equal ones the last is kept: it says what the others leave to the printer, so that a browser breaks pages alike.
    """
    pages = tried[0][1].pages
    shorter = [one for one in tried if one[1].pages < pages]
    normal_size = [one for one in tried if one[0] in (NORMAL, JOINED, WHOLE) and one[1].pages == pages]
    return max(reversed(shorter or normal_size), key=lambda one: one[1].evenness)[0]
