"""Which programmes are set tighter: the search over the settings of a run, and what a run is."""

from __future__ import annotations

import dataclasses

import pytest

from generator.document import Division
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
    of_runs,
    runs,
    settle,
    tightness,
)
from tests.outputs.example import programme, report, section, text

FULL = 0.95


def search(extents: dict[int, tuple[float, ...]]) -> tuple[list[int], int]:
    """Give the settings that are tried when each takes up its extent, and the one that is kept."""
    run, settings = ("a",), {("a",): Setting()}
    tried = []
    for _ in range(MOST_PASSES + 1):
        now = settings[run]
        if now.settled:
            return tried, now.step
        tried.append(now.step)
        settings = settle(settings, {run: Extent(extents[now.step])})
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
    assert tightness({("a", "b"): Setting(STEPS), ("c",): Setting()}) == {"a": STEPS, "b": STEPS, "c": NORMAL}


@pytest.mark.parametrize(
    ("run", "step", "expected"),
    [
        (("a", "b", "c"), JOINED, [NORMAL, WHOLE, JOINED]),
        (("a", "b", "c"), WHOLE, [NORMAL, WHOLE, WHOLE]),
        (("a",), JOINED, [JOINED]),
    ],
)
def test_the_first_of_a_run_is_not_moved(run: tuple[str, ...], step: int, expected: list[int]) -> None:
    assert tightness({run: Setting(step)}) == dict(zip(run, expected, strict=True))


def test_a_part_of_a_report_keeps_the_headings_above() -> None:
    document = of_runs(report(), frozenset({"live-commerce"}))
    assert [part.id for part in document.parts] == ["results"]
    assert [child.id for child in document.parts[0].children] == ["live-commerce"]


def starting(division: Division) -> Division:
    return dataclasses.replace(division, starts_page=True)


def test_runs_go_from_page_start_to_page_start() -> None:
    overview, results = report().parts
    first = programme("1", "first", text("하나"))
    second = starting(programme("2", "second", text("둘")))
    third = programme("3", "third", text("셋"))
    parts = (overview, starting(dataclasses.replace(results, children=(first, second, third))))
    assert runs(report(parts=parts)) == (
        ("organization", "personnel", "facilities", "money"),
        ("first",),
        ("second", "third"),
    )


def test_programmes_inside_a_section_are_set_one_by_one() -> None:
    inner = dataclasses.replace(
        section("1.", "chapter", "전략"), children=(starting(programme("1-1", "p", text("가"))),)
    )
    part = dataclasses.replace(report().parts[0], children=(inner, section("2", "rest", "나머지")))
    assert runs(report(parts=(part,))) == (("p", "rest"),)
