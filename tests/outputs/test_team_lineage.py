"""The drawing of teams: who follows whom, and where it stands."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

from generator.outputs.pages.department import department_page
from generator.outputs.pages.team_lineage import DRAWING, WIDEST, TeamLineage, team_lineage
from generator.outputs.web.shelf import ShelfDepartment, ShelfTeam, TeamRef
from tests.outputs.archive_example import LIGHTS, OLD, TREES, archive_shelf, closed_up, documents
from tests.outputs.example import Markup


def drawn(department: ShelfDepartment, **changes: object) -> TeamLineage:
    found = team_lineage(department, archive_shelf(**changes), {"old": "2017"})
    assert found is not None
    return found


def test_predecessors_stand_at_the_left_and_those_that_share_them_beside() -> None:
    heads = drawn(LIGHTS).heads
    assert [(head.name, head.years, head.own) for head in heads] == [
        ("옛과", "2017", False),
        ("가로등과", "", True),
        ("나무과", "", False),
    ]
    assert heads[0].x < heads[1].x == heads[2].x


def test_every_known_succession_is_a_flow_from_box_to_box() -> None:
    found = drawn(LIGHTS)
    boxes = {(box.name, box.x > 0): box for box in found.boxes}
    ends = {(boxes[name, False].middle, boxes[later, True].middle) for name, later in (
        ("등팀", "일자리창출팀"), ("길팀", "일자리창출팀"), ("숲팀", "숲팀"),
    )}  # fmt: skip
    read = {(int(flow.path.split("C")[0].split()[1]), int(flow.path.split()[-1])) for flow in found.flows}
    assert read == ends
    assert [flow.own for flow in found.flows] == [False, True, True], "its own are drawn last"


def test_a_team_without_predecessors_is_new_only_in_a_later_column() -> None:
    assert {box.name for box in drawn(LIGHTS).boxes if box.is_new} == {"밤팀"}
    assert drawn(LIGHTS).has_new
    assert drawn(LIGHTS).inferred
    assert not drawn(TREES, departments=(OLD, TREES)).inferred


def test_boxes_stay_inside_the_drawing_and_do_not_overlap() -> None:
    middle = dataclasses.replace(LIGHTS, successors=("last",))
    long = ShelfTeam("아주 긴 이름을 가진 스물다섯 글자가 넘는 특별한 팀", (TeamRef("lights", "가로등과", "밤팀"),))
    last = ShelfDepartment("last", "끝과", LIGHTS.institution, ("lights",), teams=(long,))
    found = drawn(middle, departments=(OLD, middle, TREES, last))
    assert len({head.x for head in found.heads}) == 3
    for box in found.boxes:
        assert 0 <= box.x < box.end < DRAWING
        assert box.y + found.box_height <= found.height
    places = sorted((box.x, box.y) for box in found.boxes)
    assert all(after[0] != before[0] or after[1] >= before[1] + found.box_height for before, after in pairwise(places))
    assert [box.squeezed for box in found.boxes if box.name == long.name] == [WIDEST - 36]


def test_without_a_known_succession_there_is_no_drawing() -> None:
    bare = dataclasses.replace(TREES, teams=(ShelfTeam("숲팀"),))
    assert team_lineage(bare, archive_shelf(departments=(OLD, bare)), {}) is None
    assert team_lineage(OLD, archive_shelf(departments=(OLD,)), {}) is None


def test_the_list_says_what_the_drawing_shows() -> None:
    found = Markup(department_page(LIGHTS, documents(), archive_shelf()).body)
    (listed,) = found.classed("lineage__list")
    assert closed_up(listed.words) == closed_up(
        "가로등과 2021, 2022 일자리창출팀 옛과 등팀, 옛과 길팀에서 추정 밤팀 앞 기록 없음나무과 2022 숲팀 옛과 숲팀에서"
    )
    (drawing,) = found.classed("lineage__drawing")
    assert drawing.attributes["role"] == "img"
    assert "미루어 본 것" in next(e.words for e in found.named("figcaption"))
