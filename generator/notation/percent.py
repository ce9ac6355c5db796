"""Percentages: `82%`, `75.7%`, `73.0` in a column whose head says (%).

    parse_percent("75.7%")                               -> Decimal("75.7")
    ratio_percent(Decimal("465903"), Decimal("728991"))  -> Decimal("63.9")

One decimal place and rounding half up are the house style; offices that cut off the other places say so by `rounding`.
"""

from __future__ import annotations

import decimal
import re
from decimal import Decimal
from enum import StrEnum

from generator.notation.number import EXACT, fold_width, format_number, parse_number

_SIGN = re.compile(r"\s*(?:%|퍼센트)\s*$")


class Rounding(StrEnum):
    """What happens to the places that are not shown; the value is the name the `decimal` module knows."""

    HALF_UP = decimal.ROUND_HALF_UP
    DOWN = decimal.ROUND_DOWN


def parse_percent(text: str) -> Decimal | None:
    """Read a percentage with or without its sign; None for anything else, such as `구비 100%`."""
    plain = fold_width(text).strip()
    bare = _SIGN.sub("", plain)
    number = parse_number(bare)
    # A lone dash is zero, a dash with a percent sign is a slip.
    if number is None or (bare != plain and not bare[-1:].isdigit()):
        return None
    return number.value


def ratio_percent(
    part: Decimal, whole: Decimal, decimals: int = 1, rounding: Rounding = Rounding.HALF_UP
) -> Decimal | None:
    """Compute `part` in percent of `whole`, rounded; None where the whole is zero and no percentage exists."""
    if not whole:
        return None
    exact = EXACT.divide(EXACT.multiply(part, Decimal(100)), whole)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=rounding.value, context=EXACT)


def format_percent(value: Decimal, decimals: int | None = 1, *, sign: bool = True) -> str:
    """Print a percentage: `75.7%`, or `75.7` for a column whose head carries the sign."""
    return format_number(value, decimals) + ("%" if sign else "")
