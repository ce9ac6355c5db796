"""Columns on a true axis of years: every year from the first to the last has its place, and a gap stays a gap.

On a phone the same figures are rows, because an SVG scaled down to it would have text of 8 px; so are they everywhere
where the years are too many for columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from generator.notation.number import format_number
from generator.outputs.charts.column_layout import Layout, Mark, lay_out
from generator.outputs.charts.data_table import NOTHING, DataCell, DataRow, DataTable
from generator.outputs.charts.labels import label_text, label_unit
from generator.outputs.charts.scale import Scale, nice_scale, position

NO_REPORT = "보고서 없음"


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over the years. `style` is the mark it is drawn with: `budget`, `execution`, `settlement`, `plan` or
    `previous`. `links` lead, from the archive's root, to a figure's place; `computed` years are of our own making."""

    name: str
    values: Mapping[int, Decimal]
    style: str
    links: Mapping[int, str] = field(default_factory=dict)
    computed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A series' name and mark."""

    name: str
    style: str


@dataclass(frozen=True, slots=True)
class RowBar:
    """A bar of the rows: where it begins and how long it is in percent of the room, and its value."""

    name: str
    style: str
    start: Decimal
    length: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year with its bars, or a gap with what it says instead; `years` is `2018` or `2018–2021`."""

    years: str
    bars: tuple[RowBar, ...] = ()
    gap: str = ""


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """A finished chart: the drawing, the rows that stand for it on narrow screens, and the table.

    `unit` is what labels count in; `table.unit` what the table does.
    """

    title: str
    description: str
    unit: str
    legend: tuple[LegendEntry, ...]
    layout: Layout
    rows: tuple[YearRow, ...]
    table: DataTable


def year_columns(
    series: Sequence[Series], years: Sequence[int], *, title: str, unit: str, gaps: Mapping[int, str] | None = None
) -> ColumnChart:
    """Draw measures over the years, side by side within a year. Values are in `unit`; series without values are left
    out. `years` are those the axis must hold; with the years of the values they say where it begins and ends. A year
    without any value is a gap, which says 보고서 없음 or what `gaps` has for the year."""
    shown = tuple(one for one in series if one.values)
    axis = _axis(shown, years)
    values = [value for one in shown for value in one.values.values()]
    scale, label = nice_scale(values), label_unit(values, unit)
    marks = [
        Mark(one.style, one.values, {year: label_text(value, unit, label) for year, value in one.values.items()})
        for one in shown
    ]
    empty = {y: (gaps or {}).get(y, NO_REPORT) for y in axis if not any(y in one.values for one in shown)}
    ticks = [label_text(tick, unit, label) for tick in scale.ticks]
    return ColumnChart(
        title=title,
        description=_description(shown, marks, axis, label),
        unit=label,
        legend=tuple(LegendEntry(one.name, one.style) for one in shown),
        layout=lay_out(marks, axis, scale, ticks, empty),
        rows=_rows(shown, marks, axis, scale, empty),
        table=_table(shown, axis, title, unit, empty),
    )


def _axis(series: Sequence[Series], years: Sequence[int]) -> tuple[int, ...]:
    held = {*years, *(year for one in series for year in one.values)}
    return tuple(range(min(held), max(held) + 1)) if held else ()


def _description(series: Sequence[Series], marks: Sequence[Mark], axis: Sequence[int], unit: str) -> str:
    told = []
    for year in axis:
        figures = [
            f"{one.name} {mark.texts[year]}" for one, mark in zip(series, marks, strict=True) if year in one.values
        ]
        told += [f"{year}년 {', '.join(figures)}"] if figures else []
    return f"단위: {unit}. {'. '.join(told)}." if told else "값이 없습니다."


def _rows(
    series: Sequence[Series], marks: Sequence[Mark], axis: Sequence[int], scale: Scale, empty: Mapping[int, str]
) -> tuple[YearRow, ...]:
    rows = []
    for reason, group in groupby(axis, key=lambda year: empty.get(year, "")):
        years = list(group)
        if reason:
            rows.append(YearRow(_span(years), gap=reason))
            continue
        rows += [YearRow(str(year), tuple(_row_bars(series, marks, year, scale))) for year in years]
    return tuple(rows)


def _row_bars(series: Sequence[Series], marks: Sequence[Mark], year: int, scale: Scale) -> Iterator[RowBar]:
    zero = position(scale, Decimal(0), Decimal(0), Decimal(100))
    for one, mark in zip(series, marks, strict=True):
        if year in one.values:
            end = position(scale, one.values[year], Decimal(0), Decimal(100))
            yield RowBar(one.name, one.style, min(zero, end), abs(end - zero), mark.texts[year])


def _span(years: Sequence[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _table(series: Sequence[Series], axis: Sequence[int], title: str, unit: str, empty: Mapping[int, str]) -> DataTable:
    rows = [
        DataRow(DataCell(str(year)), tuple(_cell(one, year) for one in series)) for year in axis if year not in empty
    ]
    return DataTable(title, unit, ("연도", *(one.name for one in series)), tuple(rows))


def _cell(series: Series, year: int) -> DataCell:
    if year not in series.values:
        return NOTHING
    text = format_number(series.values[year])
    return DataCell(text, series.links.get(year, ""), year in series.computed)
