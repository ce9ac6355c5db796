"""The figure that a piece of a report's text states: an amount of money, or a number of things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.house import House
from generator.notation.money import Money, MoneyShare, parse_money
from generator.notation.number import parse_number
from generator.notation.percent import parse_percent
from generator.notation.quantity import COUNTERS, Quantity, find_quantities
from generator.notation.unit import Amount, convert, find_unit, scan_amount

STANDARD_UNIT = "천원"
"""The unit of all money that is read here, whatever unit a report prints."""

_MONEY_NAME = re.compile(r"예산|집행|사업비|금액|보조금|지원금|지출|결산")
# What narrows a figure belongs to it: `20회 이상`, `100만원 이내`.
_LIMIT = re.compile(r"\s*(?:이상|이하|이내|미만|초과|내외)")


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as a text states it. Money is in thousand won; `text` is what is printed, with its unit."""

    value: Decimal
    unit: str
    text: str
    shares: tuple[MoneyShare, ...] = ()

    @property
    def is_money(self) -> bool:
        """Tell whether it is an amount of money."""
        return self.unit == STANDARD_UNIT


def is_money(name: str, unit: str) -> bool:
    """Tell whether a measure of this name and unit is an amount of money."""
    return find_unit(unit) is not None if unit else bool(_MONEY_NAME.search(name))


def is_rate(name: str, unit: str) -> bool:
    """Tell whether a measure of this name and unit is a percentage."""
    return unit == "%" or (not unit and bool(re.search(r"[률율]$", name)))


def stated_figure(
    text: str,
    name: str,
    unit: str,
    house: House,
    *,
    table_unit: str = "",
    value: Decimal | None = None,
    near: tuple[int, int] | None = None,
) -> StatedFigure | None:
    """Read the figure of a measure out of a text; None where the text states none.

    Of several figures `unit`, which may be empty, chooses those that count in it, and `near` the one beside a stretch
    of the text; without it the first is given. `table_unit` is that of the table that the text stands in, `value` the
    number that its cell holds, where it holds one.
    """
    if is_rate(name, unit):
        return _rate(text, value)
    if is_money(name, unit):
        return _amount(text, house, unit or table_unit)
    found = find_quantities(text, (*COUNTERS, unit) if unit else COUNTERS)
    fitting = [quantity for quantity in found if unit in ("", quantity.unit)] or _in_brackets(text, found, unit)
    if fitting:
        counted = min(fitting, key=lambda quantity: _distance(quantity, near)) if near else fitting[0]
        return StatedFigure(counted.value, counted.unit, _printed(text, counted))
    number = parse_number(text)
    bare = value if value is not None else number.value if number else None
    return None if bare is None else StatedFigure(bare, unit, f"{text.strip()}{unit}")


def _rate(text: str, value: Decimal | None) -> StatedFigure | None:
    percent = parse_percent(text) if value is None else value
    if percent is None:
        return None
    return StatedFigure(percent, "%", text.strip() if text.strip().endswith("%") else f"{text.strip()}%")


def _distance(quantity: Quantity, near: tuple[int, int]) -> int:
    return max(near[0] - quantity.end, quantity.start - near[1], 0)


def _in_brackets(text: str, found: Sequence[Quantity], unit: str) -> list[Quantity]:
    """`상담실 49㎡(상담창구: 5개)` has its 5개 in the brackets of another figure."""
    parts = [part for quantity in found for part in quantity.parts if part.unit == unit]
    starts = [re.search(r"[0-9]", text[part.start : part.end]) for part in parts]
    return [
        Quantity(part.value, part.unit, part.start + start.start(), part.end)
        for part, start in zip(parts, starts, strict=True)
        if start
    ]


def _printed(text: str, quantity: Quantity) -> str:
    limit = _LIMIT.match(text, quantity.end)
    return text[quantity.start : limit.end() if limit else quantity.end]


def _amount(text: str, house: House, unit: str) -> StatedFigure | None:
    counted_in = found.name if (found := find_unit(unit)) else house.unit
    money = parse_money(text, house.sources, counted_in)
    if isinstance(money, Money):
        printed = money.written if money.written_unit else f"{money.written}{counted_in}"
        value = convert(money.value, counted_in, STANDARD_UNIT)
        shares = tuple(MoneyShare(s.source, convert(s.value, counted_in, STANDARD_UNIT)) for s in money.shares)
        if money.only and not shares:
            shares = (MoneyShare(money.only, value),)
        return StatedFigure(value, STANDARD_UNIT, printed, shares)
    amounts = (scan_amount(text, start.start()) for start in re.finditer(r"(?<![0-9.,])[0-9]", text))
    amount = next((a for a in amounts if isinstance(a, Amount) and find_unit(a.unit)), None)
    if amount is None:
        return None
    value = convert(amount.value, amount.unit, STANDARD_UNIT)
    return StatedFigure(value, STANDARD_UNIT, text[amount.start : amount.end])
