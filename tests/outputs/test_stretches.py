"""What is laid out together: from one page start to the next."""

from __future__ import annotations

import dataclasses

from generator.document import Division
from generator.outputs.paper.stretches import COVER, Stretch, runs, stretches
from tests.outputs.example import programme, report, section, text, topic


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


def test_a_stretch_knows_what_holds_it() -> None:
    inner = programme("1", "p", text("사업"), topic("p-1", "내용"))
    part = dataclasses.replace(report().parts[1], children=(starting(inner),), contents=True)
    assert stretches(report(parts=(part,))) == (
        COVER,
        Stretch(shown=frozenset({"results"}), counts=True),
        Stretch(shown=frozenset({"p", "p-1"}), around=frozenset({"results"}), run=("p",)),
    )


def test_every_division_stands_in_one_stretch() -> None:
    document = report()
    shown = [name for stretch in stretches(document) for name in stretch.shown]
    below = list(document.parts)
    for division in below:
        below += division.children
    assert sorted(shown) == sorted(division.id for division in below)
