"""Decisions about paper: widths, tables that may break, the drawing of a chart, contents."""

from __future__ import annotations

import pytest

from generator.document import OrganizationChart, Unit
from generator.outputs.paper.forms import (
    MOST_TEAMS_IN_A_ROW,
    chart_form,
    has_centres,
    is_tall,
    programmes_below,
    split_pieces,
    with_asides,
)
from tests.outputs.example import report, table, text


@pytest.mark.parametrize(("rows", "words", "tall"), [(5, "짧음", False), (40, "짧음", True), (5, "긴 글 " * 80, True)])
def test_tall_tables(rows: int, words: str, tall: bool) -> None:
    assert is_tall(table("가|나", *[f"행|{words}"] * rows)) is tall


def chart(teams: int, depth: int) -> OrganizationChart:
    unit = Unit("말단")
    for _ in range(depth - 1):
        unit = Unit("조직", units=(unit,))
    return OrganizationChart("조직도", Unit("과", units=(unit,) * teams))


@pytest.mark.parametrize(
    ("teams", "depth", "form", "centres"),
    [
        (1, 1, "tree", False),
        (MOST_TEAMS_IN_A_ROW, 1, "tree", False),
        (MOST_TEAMS_IN_A_ROW + 1, 1, "boxes", False),
        (3, 2, "tree", True),
        (3, 3, "boxes", True),
        (0, 1, "tree", False),
    ],
)
def test_chart_forms(teams: int, depth: int, form: str, centres: bool) -> None:
    drawn = chart(teams, depth)
    assert (chart_form(drawn), has_centres(drawn)) == (form, centres)


def test_funding_breaks_after_commas_only() -> None:
    assert split_pieces("(국 116,985, 시 58,492)") == ("(국 116,985,", "시 58,492)")


def test_contents_list_programmes_or_else_sections() -> None:
    overview, results = report().parts
    assert [it.id for it in programmes_below(results)] == ["stable-jobs", "live-commerce"]
    assert [it.id for it in programmes_below(overview)] == ["organization", "personnel", "facilities", "money"]


@pytest.mark.parametrize(
    ("lines", "asides"),
    [
        (("일자리플러스센터", "(당산로 123)"), [False, True]),
        (("판로 지원", "(공공시장 확대,", "온라인 판로)"), [False, True, True]),
        (("청년의 행복한", "사회진입 환경조성"), [False, False]),
        (("(예비)사회적기업",), [False]),
    ],
)
def test_what_a_name_adds_in_brackets_is_lighter(lines: tuple[str, ...], asides: list[bool]) -> None:
    assert [aside for _, aside in with_asides(tuple(text(line) for line in lines))] == asides
