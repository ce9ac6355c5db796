"""Many small bars of one measure on one scale, such as the execution rates of unit programmes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.notation.number import EXACT
from generator.notation.percent import format_percent
from generator.outputs.charts.data_table import DataTable

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Proportion:
    """One bar to draw: a percentage, and a finished line on what it is a percentage of."""

    name: str
    percent: Decimal
    line: str
    href: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Multiple:
    """A drawn bar: its lengths are in percent of the room, `whole` is where a hundred percent ends."""

    name: str
    href: str
    text: str
    line: str
    length: Decimal
    whole: Decimal
    computed: bool

    @property
    def is_over(self) -> bool:
        """Tell whether the bar goes beyond a hundred percent."""
        return self.length > self.whole


@dataclass(frozen=True, slots=True)
class MultiplesChart:
    """A finished chart, bars in the order given."""

    title: str
    multiples: tuple[Multiple, ...]
    table: DataTable


def small_multiples(proportions: Sequence[Proportion], *, title: str, table: DataTable) -> MultiplesChart:
    """Draw percentages on one scale, which ends at 100, or at the largest where one is larger."""
    top = max([_HUNDRED, *(one.percent for one in proportions)])

    def length(percent: Decimal) -> Decimal:
        share = EXACT.divide(EXACT.multiply(max(percent, Decimal(0)), _HUNDRED), top)
        return share.quantize(Decimal("0.1"), context=EXACT)

    def drawn(one: Proportion) -> Multiple:
        text, whole = format_percent(one.percent), length(_HUNDRED)
        return Multiple(one.name, one.href, text, one.line, length(one.percent), whole, one.computed)

    return MultiplesChart(title, tuple(drawn(one) for one in proportions), table)
