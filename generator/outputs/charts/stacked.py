"""Bars cut into parts: how much of each total comes from where.

A part has a texture of its own and stands in words under its bar, with name and value. Textures go by the place of the
part's name in the order given, so that a source looks the same in every chart that is given the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.notation.number import EXACT, format_number
from generator.outputs.charts.data_table import NOTHING, DataCell, DataRow, DataTable
from generator.outputs.charts.labels import label_text, label_unit
from generator.outputs.charts.scale import parts

TEXTURES = 8
"""So many textures are drawn by the templates; they come in four tones, so that 32 names differ."""

_TONES = 4
_NARROWEST_PARTED = Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar, in the unit of the chart."""

    name: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar to draw: `total` is what the report states, `parts` its split, and `rest` what no part accounts for.
    `parts` may add up to more than the total where the report does. `note` stands beside the name."""

    name: str
    total: Decimal
    parts: tuple[Part, ...]
    rest: Decimal = Decimal(0)
    href: str = ""
    note: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Texture:
    """How a part is drawn; both count from 1, and 0 is the empty texture of what has no name."""

    pattern: int = 0
    tone: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A drawn part: where it begins and how wide it is in percent of the chart, and its label. `is_parted` asks for a
    gap before it; a gap would swallow parts that are hardly wider."""

    name: str
    texture: Texture
    start: Decimal
    width: Decimal
    text: str
    is_parted: bool


@dataclass(frozen=True, slots=True)
class StackRow:
    """A drawn bar with its texts."""

    name: str
    href: str
    note: str
    text: str
    computed: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class StackChart:
    """A finished chart; `legend` pairs each name that occurs with its texture."""

    title: str
    unit: str
    legend: tuple[tuple[str, Texture], ...]
    rows: tuple[StackRow, ...]
    table: DataTable


def stacked_bars(
    stacks: Sequence[Stack], order: Sequence[str], *, title: str, unit: str, first_head: str, rest_name: str
) -> StackChart:
    """Draw bars on one scale, in the order given. Values are in `unit`; `order` are the names of parts as they follow
    each other in every bar, `rest_name` what is said of what has no part. `first_head` heads the names in the table."""
    used = [name for name in order if any(part.name == name for stack in stacks for part in stack.parts)]
    textures = {name: _texture(index) for index, name in enumerate(order)}
    longest = max((_length(stack) for stack in stacks), default=Decimal(0))
    label = label_unit([stack.total for stack in stacks], unit)
    has_rest = any(stack.rest > 0 for stack in stacks)
    legend = [(name, textures[name]) for name in used] + ([(rest_name, Texture())] if has_rest else [])

    def row(stack: Stack) -> StackRow:
        pieces = [(part.name, textures[part.name], part.value) for part in _ordered(stack, used)]
        pieces += [(rest_name, Texture(), stack.rest)] if stack.rest > 0 else []
        widths = parts([value for *_, value in pieces], longest)
        segments: list[Segment] = []
        start = before = Decimal(0)
        for (name, texture, value), width in zip(pieces, widths, strict=True):
            parted = min(before, width) >= _NARROWEST_PARTED
            segments.append(Segment(name, texture, start, width, label_text(value, unit, label), parted))
            start, before = start + width, width
        text = label_text(stack.total, unit, label)
        return StackRow(stack.name, stack.href, stack.note, text, stack.computed, tuple(segments))

    table = _table(stacks, used, rest_name if has_rest else "", title, unit, first_head)
    return StackChart(title, label, tuple(legend), tuple(row(stack) for stack in stacks), table)


def _texture(index: int) -> Texture:
    # Every round of textures begins with the next tone, so that no pair comes twice in 32.
    return Texture(index % TEXTURES + 1, (index + index // TEXTURES) % _TONES + 1)


def _ordered(stack: Stack, order: Sequence[str]) -> list[Part]:
    return [part for name in order for part in stack.parts if part.name == name]


def _length(stack: Stack) -> Decimal:
    drawn = stack.rest
    for part in stack.parts:
        drawn = EXACT.add(drawn, max(part.value, Decimal(0)))
    return max(drawn, stack.total)


def _table(
    stacks: Sequence[Stack], used: Sequence[str], rest_name: str, title: str, unit: str, first_head: str
) -> DataTable:
    rows = []
    for stack in stacks:
        values = {part.name: format_number(part.value) for part in stack.parts}
        cells = [DataCell(format_number(stack.total), stack.href, stack.computed)]
        cells += [DataCell(values[name], computed=stack.computed) if name in values else NOTHING for name in used]
        if rest_name:
            cells.append(DataCell(format_number(stack.rest), computed=True) if stack.rest else NOTHING)
        rows.append(DataRow(DataCell(stack.name, stack.href), tuple(cells)))
    heads = (first_head, "계", *used, *([rest_name] if rest_name else []))
    return DataTable(title, unit, heads, tuple(rows))
