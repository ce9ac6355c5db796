"""Which form a block takes on a screen."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from generator.document import Amount, Budget, Row, Share, Table, plain
from generator.outputs.web.forms import (
    close_up,
    facts_of,
    figure_columns,
    figures_of,
    funding_rows,
    placed,
    rate_columns,
    side,
    unit_name,
)
from tests.outputs.example import cell, head, item, outline, table


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["사업기간: 연중", "대상: 상인"], ["사업기간", "대상"]),
        (["사업기간: 연중", "대 상: 상인"], ["사업기간", "대상"]),
        (["사업기간: 연중", "상인을 찾아갑니다"], []),
        (["사업기간: 연중"], []),
        (["참여업체 모집 및 심사·선정: 9월", "정산: 11월"], []),
        ([item("지원사항", outline(item("홍보", level=2))), "규모: 12개", "대상: 상인"], ["지원사항", "규모", "대상"]),
        ([item("센터 운영", outline(item("홍보", level=2))), "규모: 12개"], []),
        ([item("기간: 5월", level=2), item("대상: 상인", level=2)], []),
    ],
)
def test_names_and_values(lines: list[str], names: list[str]) -> None:
    assert [fact.name for fact in facts_of(outline(*lines))] == names


@pytest.mark.parametrize(
    ("name", "closed"), [("사 업 비", "사업비"), ("위 치", "위치"), ("사업 기간", "사업 기간"), ("가", "가"), ("", "")]
)
def test_spaced_out_names_are_closed_up(name: str, closed: str) -> None:
    assert close_up(name) == closed


def one_row(heads: str, *texts: str) -> Table:
    made = table(heads)
    return dataclasses.replace(made, body=(Row(tuple(cell(words) for words in texts)),))


@pytest.mark.parametrize(
    ("made", "figures"),
    [
        (one_row("구인|취업률(%)", "1,771", "51.7"), [("구인", "1,771", ""), ("취업률", "51.7", "%")]),
        (one_row("구인|비고", "1,771", "많음"), []),
        (one_row("구인", "1,771"), []),
        (table("구분|값", "계|3"), []),
        (table("구분|값", "계|3", "가|2"), []),
    ],
)
def test_one_row_of_figures(made: Table, figures: list[tuple[str, str, str]]) -> None:
    assert [(f.name, plain(f.content), f.unit) for f in figures_of(made)] == figures


def test_columns_of_one_name_are_told_apart_by_the_head_above() -> None:
    heads = (
        Row((head("기업", scope="colgroup", colspan=2), head("기관", scope="colgroup", colspan=2))),
        Row(tuple(head(name) for name in ("정규", "비정규", "정규", "비정규"))),
    )
    made = dataclasses.replace(one_row("a|b|c|d", "1", "2", "3", "4"), head=heads)
    assert [figure.name for figure in figures_of(made)] == ["기업 정규", "기업 비정규", "기관 정규", "기관 비정규"]


def test_only_execution_rates_of_budgets_have_bars() -> None:
    heads = "단위사업|예산액|집 행 률(%)|(B-A)*100/A"
    assert rate_columns(table(heads, "계|1|2|3", style="budget")) == {2}
    assert rate_columns(table(heads, "계|1|2|3")) == frozenset()


def test_figures_end_at_the_right_with_their_heads_even_where_one_is_missing() -> None:
    made = table("구분|인원|내용", "가|12|교육", "나|7|상담", "다|-|방문")
    columns = figure_columns(made)
    sides = [
        [side(c, x, columns) for c, x in cells] for _, cells in (*placed(made.head, made), *placed(made.body, made))
    ]
    assert sides == [["start", "end", "start"]] * 4


def test_covered_places_shift_the_cells_beside_them() -> None:
    rows = (Row((head("시설", scope="rowgroup", rowspan=2), cell("가"))), Row((cell("나"),)))
    made = dataclasses.replace(table("구분|명칭"), body=rows)
    assert [[column for _, column in cells] for _, cells in placed(made.body, made)] == [[0, 1], [1]]


@pytest.mark.parametrize(
    ("unit", "bare"), [("단위: 천원", "천원"), ("단위 : 백만원", "백만원"), ("천원", "천원"), ("", "")]
)
def test_units(unit: str, bare: str) -> None:
    assert unit_name(unit) == bare


def test_funding_is_a_row_for_each_source_and_a_dash_where_it_has_none() -> None:
    planned = Amount(
        "예산액",
        Decimal(300),
        "300",
        (Share("국비", "국", Decimal(100), "100"), Share("구비", "구", Decimal(200), "200")),
    )
    executed = Amount("집행액", Decimal(5), "5", (Share("구비", "구", Decimal(5), "5"),))
    rows = funding_rows(Budget("예산", "단위: 천원", (planned, executed)))
    assert [(row.source, row.texts, row.percent) for row in rows] == [
        ("국비", ("100", "-"), Decimal("33.3")),
        ("구비", ("200", "5"), Decimal("66.7")),
    ]
