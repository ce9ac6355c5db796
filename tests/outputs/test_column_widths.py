"""Columns: as wide as declared, unless a figure or word would have to break in them."""

from __future__ import annotations

import dataclasses

import pytest

from generator.document import Align, Column, Row, Table
from generator.outputs.paper.column_widths import PAGE, column_needs, column_shares, is_dense, text_width
from tests.outputs.example import cell, head, outline, table


def declared(made: Table, *widths: float) -> Table:
    return dataclasses.replace(made, columns=tuple(Column(width) for width in widths))


def shares(made: Table) -> list[float]:
    return [float(share.removesuffix("%")) for share in column_shares(made)]


def test_shares_add_up_to_the_whole_width() -> None:
    assert column_shares(declared(table("가|나|다"), 1, 2, 3)) == ("16.667%", "33.333%", "50.000%")


def test_a_column_without_width_leaves_all_to_the_content() -> None:
    assert column_shares(declared(table("가|나"), 1, 0)) == ()


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("8,487,514", "8,487,514"),
        ("사회적경제정책팀", "사회적경제정책팀"),
        ("지원 및 활성화 프로그램", "프로그램"),
        ("온라인/오프라인", "오프라인"),
        ("가락(송파구)", "(송파구)"),
    ],
)
def test_a_column_needs_what_must_not_break(content: str, whole: str) -> None:
    _, need = column_needs(table("가|나", f"행|{content}"))
    assert text_width(whole) < need < text_width(whole) + 1.5


def test_a_long_word_may_take_two_lines() -> None:
    long = "자치구사회적경제통합지원센터"
    _, need = column_needs(table("가|나", f"행|{long}"))
    assert text_width(long) / 2 < need < text_width(long)


def test_lists_need_room_for_their_marks() -> None:
    row = Row((head("행", scope="row"), dataclasses.replace(cell(""), blocks=(outline("사회적경제"),))))
    made = dataclasses.replace(table("가|나"), body=(row,))
    assert column_needs(made)[1] > text_width("사회적경제") + 1


def test_a_narrow_column_takes_its_room_from_those_that_have_it() -> None:
    made = declared(table("가|나|다", "행|△2,302,099|긴 설명"), 5, 1, 5)
    first, second, third = shares(made)
    assert second * PAGE / 100 == pytest.approx(column_needs(made)[1], abs=0.01)
    assert first + second + third == pytest.approx(100, abs=0.01)
    assert first > 40 and third > 40


def test_merged_cells_ask_nothing_of_one_column() -> None:
    row = Row((head("행", scope="row"), cell("1,000,000,000,000", colspan=2)))
    made = dataclasses.replace(table("가|나|다"), body=(row,))
    assert max(column_needs(made)) < 3


@pytest.mark.parametrize(("columns", "dense"), [(4, False), (8, True)])
def test_more_than_the_page_holds_is_set_smaller(columns: int, dense: bool) -> None:
    names = "|".join("가" * columns)
    assert is_dense(table(names, "|".join(["1,234,567,890"] * columns))) is dense


def test_figures_are_padded_on_the_right() -> None:
    made = table("가|나", "행|12,345")
    row = made.body[0]
    right = dataclasses.replace(row.cells[1], align=Align.END)
    padded = dataclasses.replace(made, body=(dataclasses.replace(row, cells=(row.cells[0], right)),))
    assert column_needs(padded)[1] > column_needs(made)[1]
