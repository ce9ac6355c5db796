"""Which programmes are set tighter: the search over the settings of a run, and what a run is."""

from __future__ import annotations

import dataclasses

import pytest

from generator.document import Division
from generator.outputs.tightness import MOST_PASSES, NEARLY_EMPTY, STEPS, Extent, Setting, runs, settle, tightness
from tests.outputs.example import programme, report, section, text


def search(*extents: Extent) -> tuple[list[int], Setting]:
    """Give the steps that are tried when step n takes up `extents[n]`, and the setting that is kept."""
    run, settings, tried = ("a",), {("a",): Setting()}, [0]
    for _ in range(MOST_PASSES):
        now = settings[run]
        settings = settle(settings, {run: extents[now.step]})
        if settings[run].step == now.step:
            return tried, settings[run]
        tried.append(settings[run].step)
    raise AssertionError(f"not settled: {tried}")


@pytest.mark.parametrize(
    ("extents", "tried", "kept"),
    [
        pytest.param([(1, 0.9)], [0], 0, id="one page"),
        pytest.param([(2, 0.9)], [0], 0, id="two pages of content"),
        pytest.param([(2, NEARLY_EMPTY)], [0], 0, id="enough on the last page"),
        pytest.param([(2, 0.05), (1, 0.97)], [0, 1], 1, id="a few lines"),
        pytest.param([(3, 0.05), (2, 0.97)], [0, 1], 1, id="a few lines on a third page"),
        pytest.param([(2, 0.1), (2, 0.02), (1, 0.98)], [0, 1, 2], 2, id="one step is too little"),
        pytest.param([(2, 0.27), (2, 0.2), (2, 0.1), (1, 0.99)], [0, 3], 3, id="starts where it may do"),
        pytest.param([(2, 0.28), (2, 0.2), (2, 0.1), (2, 0.05)], [0, 3, 0], 0, id="goes back when nothing helps"),
    ],
)
def test_search(extents: list[tuple[int, float]], tried: list[int], kept: int) -> None:
    steps, setting = search(*(Extent(*extent) for extent in extents))
    assert (steps, setting.step, setting.settled) == (tried, kept, True)


def test_every_search_ends() -> None:
    for fill in (share / 100 for share in range(0, 100, 3)):
        steps, _ = search(*[Extent(2, fill)] * (STEPS + 1))
        assert len(steps) <= MOST_PASSES


def test_a_step_holds_for_the_whole_run() -> None:
    assert tightness({("a", "b"): Setting(2), ("c",): Setting()}) == {"a": 2, "b": 2, "c": 0}


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
