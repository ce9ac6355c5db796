"""Which programmes are set tighter: the search over the settings of a run."""

from __future__ import annotations

import pytest

from generator.outputs.paper.tightness import (
    CLASSES,
    JOINED,
    MOST_PASSES,
    NEARLY_EMPTY,
    NORMAL,
    STEPS,
    WELL_FILLED,
    WHOLE,
    Extent,
    Setting,
    settle,
    tightness,
)

FULL = 0.95


def search(extents: dict[int, tuple[float, ...]]) -> tuple[list[int], int]:
    """Give the settings that are tried when each takes up its extent, and the one that is kept."""
    setting = Setting()
    tried = []
    for _ in range(MOST_PASSES + 1):
        if setting.settled:
            return tried, setting.step
        tried.append(setting.step)
        setting = settle(setting, Extent(extents[setting.step]))
    raise AssertionError(f"not settled: {tried}")


@pytest.mark.parametrize(
    ("extents", "tried", "kept"),
    [
        pytest.param({0: (0.9,)}, [0], NORMAL, id="one page"),
        pytest.param({0: (FULL, WELL_FILLED)}, [0], NORMAL, id="two pages of content"),
        pytest.param({0: (FULL, 0.05), 1: (0.97,)}, [0, 1], 1, id="a few lines"),
        pytest.param({0: (FULL, FULL, 0.05), 1: (FULL, 0.97)}, [0, 1], 1, id="a few lines on a third page"),
        pytest.param({0: (FULL, 0.1), 1: (FULL, 0.02), 2: (0.98,)}, [0, 1, 2], 2, id="one step is too little"),
        pytest.param({0: (FULL, 0.27), 2: (0.99,)}, [0, 2], 2, id="starts where it may do"),
        pytest.param(
            {0: (FULL, 0.27), 2: (FULL, 0.11), JOINED: (0.7, 0.48), WHOLE: (0.8, 0.4)},
            [0, 2, JOINED, WHOLE],
            JOINED,
            id="content for more than a page is spread",
        ),
        pytest.param(
            {0: (FULL, NEARLY_EMPTY), JOINED: (0.6, 0.65), WHOLE: (FULL, NEARLY_EMPTY)},
            [0, JOINED, WHOLE],
            JOINED,
            id="too much to tighten is spread",
        ),
        pytest.param(
            {0: (FULL, 0.5), JOINED: (0.2, FULL, 0.3), WHOLE: (0.2, 0.9)},
            [0, JOINED, WHOLE],
            NORMAL,
            id="not at any cost",
        ),
        pytest.param(
            {0: (FULL, FULL, 0.5), JOINED: (0.7, FULL, 0.8), WHOLE: (0.7, FULL, 0.8)},
            [0, JOINED, WHOLE],
            NORMAL,
            id="a gap in the middle is worse than a short end",
        ),
        pytest.param(
            {0: (FULL, 0.5), JOINED: (FULL, 0.5), WHOLE: (FULL, 0.5)},
            [0, JOINED, WHOLE],
            WHOLE,
            id="of equal ones the plainest",
        ),
    ],
)
def test_search(extents: dict[int, tuple[float, ...]], tried: list[int], kept: int) -> None:
    assert search(extents) == (tried, kept)


def test_every_search_ends() -> None:
    for fill in (share / 100 for share in range(0, 100, 3)):
        steps, _ = search(dict.fromkeys(range(len(CLASSES)), (FULL, fill)))
        assert len(set(steps)) == len(steps) <= MOST_PASSES


def test_a_step_holds_for_the_whole_run() -> None:
    assert tightness(("a", "b"), STEPS) == {"a": STEPS, "b": STEPS}
    assert tightness((), STEPS) == {}


@pytest.mark.parametrize(
    ("run", "step", "expected"),
    [
        (("a", "b", "c"), JOINED, [NORMAL, WHOLE, JOINED]),
        (("a", "b", "c"), WHOLE, [NORMAL, WHOLE, WHOLE]),
        (("a",), JOINED, [JOINED]),
    ],
)
def test_the_first_of_a_run_is_not_moved(run: tuple[str, ...], step: int, expected: list[int]) -> None:
    assert tightness(run, step) == dict(zip(run, expected, strict=True))
