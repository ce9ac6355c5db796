"""A linear scale with round steps, and where values stand on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.notation.number import EXACT

MOST_STEPS = 5
"""More lines than this across a chart are noise."""

_ROUND_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_PLACE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, both on a tick; zero is always on it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]


def nice_scale(values: Iterable[Decimal], most_steps: int = MOST_STEPS) -> Scale:
    """Give the smallest scale with round steps that holds zero and all values; without values it is 0 to 1."""
    held = [Decimal(0), *values]
    low, high = min(held), max(held)
    if low == high:
        high = Decimal(1)
    step = _step(low, high, most_steps)
    first = _whole(EXACT.divide(low, step), ROUND_FLOOR)
    last = _whole(EXACT.divide(high, step), ROUND_CEILING)
    ticks = tuple(EXACT.multiply(step, Decimal(count)).normalize(EXACT) + 0 for count in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks)


def position(scale: Scale, value: Decimal, start: Decimal, end: Decimal) -> Decimal:
    """Tell where a value stands between `start` (the low end) and `end` (the high end), to a tenth of a unit."""
    share = EXACT.divide(EXACT.subtract(value, scale.low), EXACT.subtract(scale.high, scale.low))
    return rounded(EXACT.add(start, EXACT.multiply(share, EXACT.subtract(end, start))))


def rounded(coordinate: Decimal) -> Decimal:
    """Round a coordinate to a tenth and drop a useless zero, so that the SVG stays short."""
    value = coordinate.quantize(_PLACE, context=EXACT)
    whole = value.to_integral_value()
    return whole + 0 if value == whole else value


def parts(values: Iterable[Decimal], total: Decimal) -> tuple[Decimal, ...]:
    """Cut 100 into the shares that positive values have of `total`, to two places.

    The edges are rounded and not the widths, so that no error adds up: widths of all of a total sum to exactly 100.
    """
    widths: list[Decimal] = []
    reached, edge = Decimal(0), Decimal(0)
    for value in values:
        reached = EXACT.add(reached, max(value, Decimal(0)))
        exact = EXACT.divide(EXACT.multiply(reached, Decimal(100)), total) if total > 0 else Decimal(0)
        next_edge = exact.quantize(Decimal("0.01"), context=EXACT)
        widths.append(next_edge - edge)
        edge = next_edge
    return tuple(widths)


def _step(low: Decimal, high: Decimal, most_steps: int) -> Decimal:
    rough = EXACT.divide(EXACT.subtract(high, low), Decimal(most_steps))
    power = Decimal(1).scaleb(rough.adjusted())
    # From the smallest: a scale around zero may need one step more than the rough division says.
    for step in (*_ROUND_STEPS, Decimal(20)):
        size = EXACT.multiply(power, step)
        count = _whole(EXACT.divide(high, size), ROUND_CEILING) - _whole(EXACT.divide(low, size), ROUND_FLOOR)
        if count <= most_steps:
            return size
    return EXACT.multiply(power, Decimal(50))


def _whole(value: Decimal, rounding: str) -> int:
    return int(value.to_integral_value(rounding=rounding, context=EXACT))
