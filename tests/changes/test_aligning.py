"""Which member is which: keys, likeness, moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.changes.aligning import Alignment, Matching, moved_positions
from tests.effort import calls_of


@given(st.permutations(range(12)))
def test_what_did_not_move_stands_in_the_old_order(order: list[int]) -> None:
    pairs = [(i, k) for k, i in enumerate(order)]
    moved = moved_positions(pairs)
    kept = [i for i, k in pairs if k not in moved]
    assert kept == sorted(kept)
    assert bool(moved) == (order != sorted(order))


@pytest.mark.parametrize(
    ("order", "moved"), [((0, 1, 2), set()), ((2, 0, 1), {0}), ((1, 2, 0), {2}), ((3, 0, 1, 2), {0})]
)
def test_the_fewest_move(order: tuple[int, ...], moved: set[int]) -> None:
    assert moved_positions([(i, k) for k, i in enumerate(order)]) == moved


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdef"), max_size=12))
def test_steps_name_every_member_once(old: list[str], new: list[str]) -> None:
    matching = Matching(len(old), len(new))
    matching.by_key(old, new)
    steps = list(matching.result().steps())
    assert sorted(i for i, _ in steps if i is not None) == list(range(len(old)))
    assert [k for _, k in steps if k is not None] == list(range(len(new)))
    assert all(old[i] == new[k] for i, k in steps if i is not None and k is not None)


def test_what_is_gone_stands_where_it_stood() -> None:
    assert list(Alignment(((0, 0), (2, 2)), (1,), (1,)).steps()) == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_the_likest_are_paired_first() -> None:
    matching = Matching(2, 1)
    matching.by_likeness(["일자리 상담 교육", "일자리 상담 교육 운영 실시"], ["일자리 상담 교육 운영 실시함"], 0.3)
    assert matching.result().pairs == ((1, 0),)


def test_what_is_little_alike_is_not_paired() -> None:
    matching = Matching(1, 1)
    matching.by_likeness(["일자리 상담"], ["전통시장 주차장 정비"], 0.3)
    assert matching.result() == Alignment((), (0,), (0,))


def test_a_lone_member_between_the_same_neighbours() -> None:
    old, new = ["가", "나무 심기 행사", "다"], ["가", "꽃과 나무 심기", "다"]
    matching = Matching(3, 3)
    matching.by_key(["가", None, "다"], ["가", None, "다"])
    matching.in_gaps(old, new, 0.25)
    assert (1, 1) in matching.result().pairs


def test_likeness_does_not_compare_everything_with_everything() -> None:
    def work(size: int) -> int:
        old = [f"사업 {number}번 교육 운영{number}" for number in range(size)]
        new = [f"사업 {number}번 교육 실시{number}" for number in range(size)]

        def align() -> None:
            matching = Matching(size, size)
            matching.by_likeness(old, new, 0.5)
            assert len(matching.result().pairs) == size

        return calls_of(align)

    assert work(400) < 6 * work(100)
