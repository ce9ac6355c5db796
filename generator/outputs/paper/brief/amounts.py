"""Amounts of the records as a brief prints them: in the report's own unit, which its tables name once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.notation.money_text import format_amount
from generator.notation.unit import convert, find_unit
from generator.outputs.paper.brief.brief import BriefFigure
from generator.records.kinds import Money
from generator.records.money import UNIT

_PARTS = re.compile(r"(?P<number>.*\d)\s*(?P<unit>\D+)")


def common_unit(amounts: Iterable[Money]) -> str:
    """Give the unit that all amounts are printed in, empty where they differ."""
    units = {_unit(money) for money in amounts}
    return units.pop() if len(units) == 1 else ""


def figure_of(money: Money, unit: str) -> BriefFigure:
    """Give an amount for a table that counts in `unit`; where that is empty the amount names its own."""
    found = _PARTS.fullmatch(money.text)
    text = found["number"] if found and unit else money.text
    return BriefFigure(text, _funding(money))


def _unit(money: Money) -> str:
    found = _PARTS.fullmatch(money.text)
    known = find_unit(found["unit"]) if found else None
    return known.name if known else ""


def _funding(money: Money) -> tuple[str, ...]:
    """Give who pays: the long name of one who pays all, else short names with their parts."""
    if len(money.shares) == 1 and money.shares[0].value == money.value:
        return (money.shares[0].source,)
    unit = _unit(money)
    if not unit:
        return ()
    return tuple(f"{share.short} {format_amount(convert(share.value, UNIT, unit))}" for share in money.shares)
