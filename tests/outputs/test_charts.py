"""Charts: scales, columns by year, stacked bars, small multiples, and how the templates print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from generator.outputs.charts.column_layout import LABEL_SIZE, Form
from generator.outputs.charts.columns import ColumnChart, Series, year_columns
from generator.outputs.charts.data_table import DataCell, DataRow, DataTable
from generator.outputs.charts.labels import label_text, label_unit, spoken_amount, text_width
from generator.outputs.charts.multiples import Proportion, small_multiples
from generator.outputs.charts.scale import nice_scale, parts, position
from generator.outputs.charts.stacked import Part, Stack, stacked_bars
from generator.outputs.web.forms import web_environment
from tests.cases import Case, cases
from tests.outputs.example import Markup

SOURCES = ("국비", "도비", "시비", "군비", "구비", "기금", "특별교부세", "균특", "민자", "자부담")


def _pairs(text: str) -> Iterator[tuple[list[Decimal], str]]:
    for line in text.splitlines():
        given, wanted = line.split("=>")
        yield [Decimal(value) for value in given.split()], wanted.strip()


@pytest.mark.parametrize("case", cases("charts/scale"))
def test_ticks(case: Case) -> None:
    for values, wanted in _pairs(case.text):
        scale = nice_scale(values)
        assert " ".join(f"{tick:f}" for tick in scale.ticks) == wanted
        assert (scale.low, scale.high) == (scale.ticks[0], scale.ticks[-1])
        assert len({after - before for before, after in pairwise(scale.ticks)}) == 1


@pytest.mark.parametrize("case", cases("charts/spoken"))
def test_figures_in_words_and_on_marks(case: Case) -> None:
    print_as = {
        "said": lambda values: spoken_amount(values[0]),
        "unit": lambda values: label_unit(values, "천원"),
        "label": lambda values: label_text(values[0], "천원", "백만원"),
    }[case.blocks[0].name]
    for values, wanted in _pairs(case.text):
        assert print_as(values) == wanted


def test_a_unit_that_is_no_money_stays() -> None:
    assert label_unit([Decimal(10**9)], "명") == "명"
    assert label_text(Decimal(1234), "명", "명") == "1,234"


def test_positions_run_from_the_low_end_to_the_high_one() -> None:
    scale = nice_scale([Decimal(-50), Decimal(100)])
    bottom, top = Decimal(240), Decimal(40)
    assert position(scale, scale.low, bottom, top) == 240
    assert position(scale, scale.high, bottom, top) == 40
    assert position(scale, Decimal(0), bottom, top) == Decimal("173.3")


@pytest.mark.parametrize("values", [(1, 1, 1), (238600, 6664000), (7,) * 13, (0, 5, 0), (1, 10**18, 3)])
def test_parts_fill_their_total(values: tuple[int, ...]) -> None:
    amounts = [Decimal(value) for value in values]
    widths = parts(amounts, sum(amounts, Decimal(0)))
    assert sum(widths) == 100
    assert all(abs(w - a * 100 / sum(amounts)) <= Decimal("0.01") for w, a in zip(widths, amounts, strict=True))


def test_parts_of_nothing_and_below_zero_have_no_width() -> None:
    assert parts([Decimal(1)], Decimal(0)) == (0,)
    assert parts([Decimal(-5), Decimal(5)], Decimal(5)) == (0, 100)


def _chart(text: str) -> ColumnChart:
    series, years, gaps = [], [], {}
    for line in text.splitlines():
        name, *rest = line.split()
        if name == "years":
            years = [int(year) for year in rest]
        elif name == "gap":
            gaps[int(rest[0])] = " ".join(rest[1:])
        else:
            values = {int(year): Decimal(value) for year, value in (pair.split("=") for pair in rest[1:])}
            series.append(Series(name, values, rest[0]))
    return year_columns(series, years, title="예산과 집행", unit="천원", gaps=gaps)


def _drawn(chart: ColumnChart) -> Iterator[str]:
    yield f"form {chart.layout.form}"
    yield f"unit {chart.unit}"
    yield " ".join(["years", *(str(slot.year) for slot in chart.layout.slots)])
    zero = next(tick.y for tick in chart.layout.ticks if tick.is_zero)
    for slot, after in pairwise([*chart.layout.slots, None]):
        edge = (slot.centre + after.centre) / 2 if after else chart.layout.right
        mine = [c for c in chart.layout.columns if abs(c.x + c.width / 2 - slot.centre) < edge - slot.centre]
        hanging = {c.y for c in mine if c.is_negative}
        assert hanging <= {zero}
        marks = ", ".join(f"{c.style} {c.text}" + (" hangs" if c.is_negative else "") for c in mine)
        if marks:
            yield f"{slot.year} {marks}"
    yield from (f"gap {row.years} {row.gap}" for row in chart.rows if row.gap)


@pytest.mark.parametrize("case", cases("charts/columns"))
def test_columns(case: Case) -> None:
    given, wanted = case.blocks
    chart = _chart(given.text)
    assert list(_drawn(chart)) == wanted.text.splitlines()
    assert [gap.text for gap in chart.layout.gaps] == [row.gap for row in chart.rows if row.gap]


def _many(first: int, last: int, measures: int, step: int = 137_000) -> ColumnChart:
    styles = ("budget", "execution", "settlement")[:measures]
    years = [year for year in range(first, last + 1) if year % 7]
    series = [
        Series(style, {y: Decimal((y - first - 2) * step // (i + 1)) for y in years}, style)
        for i, style in enumerate(styles)
    ]
    return year_columns(series, [first, last], title="여러 해", unit="천원")


CHARTS = {
    f"{years} years, {measures} measures, steps of {step}": _many(2030 - years, 2029, measures, step)
    for years in (1, 2, 5, 8, 14, 30, 60)
    for measures in (1, 2, 3)
    for step in (1, 137_000, 10**15)
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_nothing_sticks_out_or_overlaps(chart: ColumnChart) -> None:
    box = chart.layout
    columns = sorted(box.columns, key=lambda column: column.x)
    assert all(box.left <= c.x and c.x + c.width <= box.right <= box.width for c in columns)
    assert all(c.y >= 0 and c.y + c.height <= box.year_y < box.height for c in columns)
    assert all(before.x + before.width < after.x for before, after in pairwise(columns))
    for before, after in pairwise(columns):
        room = after.label_x - before.label_x
        taken = LABEL_SIZE if box.is_turned else (text_width(before.text, 14) + text_width(after.text, 14)) / 2
        assert taken <= room + 1, f"{before.text} touches {after.text}"
    for column in columns:
        reach = text_width(column.text, LABEL_SIZE) if box.is_turned else Decimal(LABEL_SIZE)
        assert column.is_negative or column.label_y - reach >= 0
    named = [slot for slot in box.slots if slot.is_named]
    assert named[-1] == box.slots[-1]
    assert all(after.centre - before.centre >= text_width("2030", 15) for before, after in pairwise(named))
    for gap in box.gaps:
        # Letters stand on their line: ten pixels above it and three below, to its left when they are turned.
        half, above, below = text_width(gap.text, 13) / 2, Decimal(10), Decimal(3)
        left, right = (above, below) if gap.is_turned else (half, half)
        up, down = (half, half) if gap.is_turned else (above, below)
        assert gap.x <= gap.text_x - left and gap.text_x + right <= gap.x + gap.width
        assert gap.y <= gap.text_y - up and gap.text_y + down <= gap.y + gap.height
        assert not [c for c in columns if gap.x < c.x + c.width and c.x < gap.x + gap.width]


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
def test_columns_are_as_high_as_their_values(chart: ColumnChart) -> None:
    heights = {}
    for row in chart.table.rows:
        for column, cell in zip(_of_year(chart, int(row.head.text)), row.cells, strict=True):
            heights[Decimal(cell.text.replace("△", "-").replace(",", ""))] = column.height
    largest = max(heights, key=abs)
    for value, height in heights.items():
        expected = heights[largest] * abs(value) / abs(largest) if largest else Decimal(0)
        assert abs(height - expected) <= Decimal("0.2")


def _of_year(chart: ColumnChart, year: int) -> list[object]:
    slots = {slot.year: slot.centre for slot in chart.layout.slots}
    half = chart.layout.slots[1].centre - chart.layout.slots[0].centre if len(slots) > 1 else Decimal(10**6)
    return [c for c in chart.layout.columns if abs(c.x + c.width / 2 - slots[year]) < half / 2]


def test_many_years_grow_and_then_become_rows() -> None:
    forms = [_many(2030 - years, 2029, 2).layout.form for years in (8, 20, 60)]
    assert forms == [Form.NORMAL, Form.WIDE, Form.ROWS]


def test_rows_begin_at_zero() -> None:
    chart = _chart("증감 budget 2017=-400 2018=200 2019=0")
    bars = [row.bars[0] for row in chart.rows]
    assert [(bar.start, bar.length) for bar in bars] == [
        (0, Decimal("66.7")),
        (Decimal("66.7"), Decimal("33.3")),
        (Decimal("66.7"), 0),
    ]


def test_the_table_keeps_every_figure_in_full_with_its_place() -> None:
    links = {2017: "2017/jobs-policy/index.html#part-1-4"}
    series = Series("예산액", {2017: Decimal(4157202), 2022: Decimal(36118055)}, "budget", links, frozenset({2022}))
    table = year_columns([series], [2024], title="예산", unit="천원").table
    assert [row.head.text for row in table.rows] == ["2017", "2022"]
    assert [row.cells for row in table.rows] == [
        (DataCell("4,157,202", links[2017]),),
        (DataCell("36,118,055", computed=True),),
    ]
    assert table.has_computed


def _stacks() -> list[Stack]:
    return [
        Stack(
            "소상공인 경영안정 지원", Decimal(6902600), (Part("기금", Decimal(6664000)), Part("구비", Decimal(238600)))
        ),
        Stack("나누지 않은 사업", Decimal(400000), (), Decimal(400000)),
        Stack("모두", Decimal(5000000), tuple(Part(name, Decimal(500000)) for name in SOURCES)),
        Stack("적힌 재원이 더 많은 사업", Decimal(100), (Part("구비", Decimal(150)),)),
        Stack("없음", Decimal(0), ()),
    ]


def _stack_chart():  # type: ignore[no-untyped-def]
    return stacked_bars(_stacks(), SOURCES, title="재원", unit="천원", first_head="사업", rest_name="재원 구분 없음")


def test_segments_follow_each_other_in_the_order_of_sources() -> None:
    for stack, row in zip(_stacks(), _stack_chart().rows, strict=True):
        reached = Decimal(0)
        for segment in row.segments:
            assert segment.start == reached
            reached += segment.width
        drawn = sum((part.value for part in stack.parts), stack.rest)
        assert abs(reached - drawn * 100 / 6902600) <= Decimal("0.01")
    assert [segment.name for segment in _stack_chart().rows[0].segments] == ["구비", "기금"]
    assert [segment.name for segment in _stack_chart().rows[1].segments] == ["재원 구분 없음"]


def test_every_source_has_a_texture_of_its_own() -> None:
    order = [f"재원 {number}" for number in range(32)]
    stack = Stack("모두", Decimal(32), tuple(Part(name, Decimal(1)) for name in order), Decimal(1))
    chart = stacked_bars([stack], order, title="재원", unit="천원", first_head="사업", rest_name="재원 구분 없음")
    textures = [texture for _, texture in chart.legend]
    assert len(set(textures)) == 33
    assert len({texture.pattern for texture in textures[:8]}) == 8


def test_a_gap_does_not_swallow_a_thin_part() -> None:
    stack = Stack(
        "사업", Decimal(1000), (Part("국비", Decimal(2)), Part("시비", Decimal(498)), Part("구비", Decimal(500)))
    )
    chart = stacked_bars([stack], ("국비", "시비", "구비"), title="재원", unit="천원", first_head="사업", rest_name="")
    assert [segment.is_parted for segment in chart.rows[0].segments] == [False, False, True]


def test_the_table_of_sources_tells_nothing_from_zero() -> None:
    rows = {row.head.text: [cell.text for cell in row.cells] for row in _stack_chart().table.rows}
    assert rows["나누지 않은 사업"] == ["400,000", *["–"] * len(SOURCES), "400,000"]
    assert rows["없음"] == ["0", *["–"] * len(SOURCES), "–"]


def test_a_rate_over_a_hundred_stretches_the_scale_for_all() -> None:
    rates = [Proportion("가", Decimal(125), ""), Proportion("나", Decimal(50), ""), Proportion("다", Decimal(-5), "")]
    chart = small_multiples(rates, title="집행률", table=DataTable("집행률", "", ("사업",), ()))
    assert [(one.length, one.whole, one.is_over) for one in chart.multiples] == [
        (100, 80, True),
        (40, 80, False),
        (0, 80, False),
    ]
    assert [one.text for one in chart.multiples] == ["125.0%", "50.0%", "△5.0%"]


HOSTILE = "\"'><script>alert(1)</script>"


def _page() -> str:
    table = DataTable(
        "집행률", "천원", ("사업", "예산액"), (DataRow(DataCell(HOSTILE), (DataCell("△1", "a#b", True),)),)
    )
    columns = year_columns(
        [Series(HOSTILE, {2017: Decimal(1)}, "settlement"), Series("전년도", {2018: Decimal(-2)}, "previous")],
        [2021],
        title=HOSTILE,
        unit="천원",
        gaps={2020: HOSTILE},
    )
    stacks = stacked_bars(
        [Stack(HOSTILE, Decimal(3), (Part(HOSTILE, Decimal(1)),), Decimal(2), "a#b", HOSTILE)],
        [HOSTILE],
        title=HOSTILE,
        unit="천원",
        first_head="사업",
        rest_name="재원 구분 없음",
    )
    rates = small_multiples([Proportion(HOSTILE, Decimal(50), HOSTILE, "a#b", True)], title=HOSTILE, table=table)
    template = web_environment().from_string(
        '{% from "charts/columns.html" import column_chart %}{% from "charts/stacked.html" import stack_chart %}'
        '{% from "charts/multiples.html" import multiples_chart %}'
        '{{ column_chart(columns, "one", say, "../") }}{{ stack_chart(stacks, "two", say, "../") }}'
        '{{ multiples_chart(rates, "three", say, "../") }}'
    )
    return template.render(columns=columns, stacks=stacks, rates=rates, say=HOSTILE)


def test_printed_charts_are_inert_and_name_themselves() -> None:
    html = _page()
    page = Markup(html)
    assert "<script" not in html
    assert not re.search(r"\s(style|on\w+)=", html.replace(HOSTILE, ""))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    used = [name for e in page.elements for name in e.attributes.get("aria-labelledby", "").split()]
    used += re.findall(r"url\(#([^)]+)\)", html)
    assert used and set(used) <= set(ids)
    (drawing,) = page.classed("chart__columns")
    assert drawing.attributes["role"] == "img"
    assert len(drawing.attributes["aria-labelledby"].split()) == 2


def test_every_chart_has_its_sentence_and_its_table() -> None:
    page = Markup(_page())
    charts = page.classed("chart")
    assert len(charts) == len(page.classed("chart__say")) == len(page.classed("chart-table")) == 3
    assert all(HOSTILE in say.words for say in page.classed("chart__say"))
    links = [a.attributes["href"] for a in page.named("a")]
    assert links and all(href == "../a#b" for href in links)
    assert "계산한 값" in "".join(table.words for table in page.classed("chart-table"))
    assert [rows.attributes.get("aria-hidden") for rows in page.classed("chart__rows")] == ["true"]
