"""Where the parts of a column chart stand, in design pixels from the upper left corner.

Room decides: as long as labels fit over their columns they stand upright, then they are turned; when even turned ones
would touch, the chart grows beyond the text's width, and beyond the page's width it becomes rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum
from itertools import groupby

from generator.outputs.charts.labels import text_width
from generator.outputs.charts.scale import Scale, position, rounded

LABEL_SIZE, YEAR_SIZE, SMALL_SIZE = 14, 15, 13
"""Font sizes, which the style sheet repeats."""

_COLUMN_BESIDE_TABLE, _PAGE = Decimal(600), Decimal(1120)
_PLOT_HEIGHT = Decimal(200)
_GAP_HEIGHT = Decimal(92)
_WIDEST_SLOT, _SMALLEST_WIDTH = Decimal(112), Decimal(220)
_WIDEST_COLUMN, _NARROWEST_COLUMN = Decimal(48), Decimal(17)
_BETWEEN_COLUMNS, _BETWEEN_SLOTS = Decimal(2), Decimal(10)
_DESIGN_PIXEL_REM = Decimal("0.05")
_TENTH = Decimal("0.1")


class Form(StrEnum):
    """How much room the columns need: beside the table, the whole page, or more, so that rows stand for them."""

    NORMAL = "normal"
    WIDE = "wide"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Mark:
    """A measure to lay out: its style, its values and the texts of their labels by year."""

    style: str
    values: Mapping[int, Decimal]
    texts: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart and its figure, which ends at the chart's left."""

    y: Decimal
    text: str
    is_zero: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """The room of a year: its centre, and its name where there is room for it."""

    centre: Decimal
    year: int
    is_named: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column and its label; a turned label reads upwards and begins (below zero: ends) at its point."""

    style: str
    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    label_x: Decimal
    label_y: Decimal
    text: str
    is_negative: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Years without a figure, one after the other: a dashed box and what it says."""

    x: Decimal
    y: Decimal
    width: Decimal
    height: Decimal
    text_x: Decimal
    text_y: Decimal
    text: str
    is_turned: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole drawing. `left` and `right` bound the lines, `year_y` is where years stand, `is_turned` tells that
    labels are; `natural_width` is the width as an SVG length that follows the reader's font size."""

    form: Form
    width: Decimal
    height: Decimal
    natural_width: str
    left: Decimal
    right: Decimal
    year_y: Decimal
    is_turned: bool
    ticks: tuple[Tick, ...]
    slots: tuple[Slot, ...]
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    left: Decimal
    slot: Decimal
    column: Decimal
    top: Decimal
    bottom: Decimal
    turned: bool

    def centre(self, index: int) -> Decimal:
        return rounded(self.left + self.slot * index + self.slot / 2)


def lay_out(
    marks: Sequence[Mark], axis: Sequence[int], scale: Scale, tick_texts: Sequence[str], gaps: Mapping[int, str]
) -> Layout:
    """Lay columns out over the years of `axis`, which follow one another. `gaps` has the text of each year without
    figures, `tick_texts` the figure of each tick."""
    frame = _frame(marks, axis, scale, tick_texts)
    right = frame.left + frame.slot * max(len(axis), 1)
    width = max(right + 8, _SMALLEST_WIDTH)
    return Layout(
        form=Form.NORMAL if width <= _COLUMN_BESIDE_TABLE else Form.WIDE if width <= _PAGE else Form.ROWS,
        width=rounded(width),
        height=rounded(frame.bottom + _below(scale, frame) + 30),
        natural_width=f"{(rounded(width) * _DESIGN_PIXEL_REM).normalize():f}rem",
        left=rounded(frame.left),
        right=rounded(right),
        year_y=rounded(frame.bottom + _below(scale, frame) + 22),
        is_turned=frame.turned,
        ticks=tuple(
            Tick(position(scale, tick, frame.bottom, frame.top), text, not tick)
            for tick, text in zip(scale.ticks, tick_texts, strict=True)
        ),
        slots=_slots(axis, frame),
        columns=tuple(c for i, year in enumerate(axis) for c in _columns(marks, year, frame.centre(i), scale, frame)),
        gaps=_gaps(axis, gaps, scale, frame),
    )


def _frame(marks: Sequence[Mark], axis: Sequence[int], scale: Scale, tick_texts: Sequence[str]) -> _Frame:
    left = max((text_width(text, SMALL_SIZE) for text in tick_texts), default=Decimal(0)) + 10
    years = max(len(axis), 1)
    most = max((len(_present(marks, year)) for year in axis), default=1) or 1
    smallest = _NARROWEST_COLUMN * most + _BETWEEN_COLUMNS * (most - 1) + _BETWEEN_SLOTS
    slot = max(smallest, min(_WIDEST_SLOT, (_COLUMN_BESIDE_TABLE - left - 8) / years))
    column = min(_WIDEST_COLUMN, (slot - _BETWEEN_SLOTS - _BETWEEN_COLUMNS * (most - 1)) / most)
    # Rounded down, so that many slots do not outgrow the width that they were cut from.
    slot, column = slot.quantize(_TENTH, ROUND_FLOOR), column.quantize(_TENTH, ROUND_FLOOR)
    widths = [
        (text_width(mark.texts[year], LABEL_SIZE), slot - 4 if len(present) == 1 else column + _BETWEEN_COLUMNS)
        for year in axis
        for present in (_present(marks, year),)
        for mark in present
    ]
    turned = any(width > room for width, room in widths)
    headroom = max((width for width, _ in widths), default=Decimal(0)) + 14 if turned else Decimal(28)
    return _Frame(left, slot, column, headroom, headroom + _PLOT_HEIGHT, turned)


def _below(scale: Scale, frame: _Frame) -> Decimal:
    """Room under the plot for the labels of columns that hang below zero."""
    return frame.top if scale.low < 0 else Decimal(0)


def _present(marks: Sequence[Mark], year: int) -> list[Mark]:
    return [mark for mark in marks if year in mark.values]


def _columns(marks: Sequence[Mark], year: int, centre: Decimal, scale: Scale, frame: _Frame) -> list[Column]:
    present = _present(marks, year)
    pitch = frame.column + _BETWEEN_COLUMNS
    start = centre - (pitch * len(present) - _BETWEEN_COLUMNS) / 2
    return [_column(mark, year, start + pitch * index, scale, frame) for index, mark in enumerate(present)]


def _column(mark: Mark, year: int, x: Decimal, scale: Scale, frame: _Frame) -> Column:
    value = mark.values[year]
    zero = position(scale, Decimal(0), frame.bottom, frame.top)
    end = position(scale, value, frame.bottom, frame.top)
    negative = value < 0
    middle = x + frame.column / 2
    # A turned text is centred on its point across the reading direction by a third of its size.
    label_x = middle + LABEL_SIZE / Decimal(3) if frame.turned else middle
    away = Decimal(6) if frame.turned or not negative else Decimal(LABEL_SIZE + 3)
    return Column(
        style=mark.style,
        x=rounded(x),
        y=min(zero, end),
        width=frame.column,
        height=rounded(abs(end - zero)),
        label_x=rounded(label_x),
        label_y=rounded(end + away if negative else end - away),
        text=mark.texts[year],
        is_negative=negative,
    )


def _slots(axis: Sequence[int], frame: _Frame) -> tuple[Slot, ...]:
    room = text_width("0000", YEAR_SIZE) + 4
    every = next((step for step in (1, 2, 5, 10) if frame.slot * step >= room), 10)
    return tuple(Slot(frame.centre(index), year, (axis[-1] - year) % every == 0) for index, year in enumerate(axis))


def _gaps(axis: Sequence[int], texts: Mapping[int, str], scale: Scale, frame: _Frame) -> tuple[Gap, ...]:
    found = []
    zero = position(scale, Decimal(0), frame.bottom, frame.top)
    for text, group in groupby(enumerate(axis), key=lambda item: texts.get(item[1], "")):
        indexes = [index for index, _ in group]
        if not text:
            continue
        x = frame.left + frame.slot * indexes[0] + 4
        width = frame.slot * len(indexes) - 8
        turned = text_width(text, SMALL_SIZE) + 4 > width
        middle = zero - _GAP_HEIGHT / 2
        shift = SMALL_SIZE / Decimal(3)
        text_x, text_y = (x + width / 2 + shift, middle) if turned else (x + width / 2, middle + shift)
        found.append(
            Gap(
                x=rounded(x),
                y=rounded(zero - _GAP_HEIGHT),
                width=rounded(width),
                height=_GAP_HEIGHT,
                text_x=rounded(text_x),
                text_y=rounded(text_y),
                text=text,
                is_turned=turned,
            )
        )
    return tuple(found)
