"""Figures in running text: amounts of money and counted things, with their places and how exact they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.notation.date import find_dates
from generator.notation.number import DIGITS, fold_width, read_digits
from generator.notation.quantity import COUNTERS
from generator.notation.unit import MONEY_UNITS, Amount, convert, scan_amount

WON = "원"

# 가 after a digit-and-unit would be a word of its own, such as 20명가량.
_HEDGE_AFTER = re.compile(r"\s*(?:여|가량|정도|쯤|내외|안팎|이상|이하|이내|미만|초과|한도|까지|남짓|당|씩)")
_HEDGE_BEFORE = re.compile(r"(?:최대|최소|최장|평균|매회|회당|각각|1인당|(?<![\d가-힣])(?:약|각|월|연|주|일))\s*$")
_DIGIT = re.compile(r"\d")
_START = re.compile(r"(?<![\d.,])(?<!\d[~∼])(?:[△▲]\s?)?\d")
_COUNTED = re.compile(
    rf"(?P<sign>[△▲]\s?)?(?P<digits>{DIGITS})\s?(?P<more>여\s?)?"
    rf"(?P<unit>{'|'.join(re.escape(unit) for unit in sorted(COUNTERS, key=lambda unit: (-len(unit), unit)))})"
    r"(?![A-Za-z0-9²^])"
)
_RANGE_AFTER = re.compile(r"\s?[~∼〜]\s?\d")
_ORDINAL_UNITS = frozenset({"층", "일", "주", "시간", "분", "년", "세", "개월", "개년", "월"})
_CALENDAR_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its unit. Money is in won; `step` is the smallest step in which it was written (1천원: 1000).

    `start` and `end` bound it in its text. `is_hedged` tells that it is about, at most or per something; `depth` is
    the number of brackets that it stands in.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    step: Decimal = Decimal(1)
    is_hedged: bool = False
    depth: int = 0

    @property
    def is_money(self) -> bool:
        """Tell whether it is an amount of money."""
        return self.unit == WON


@lru_cache(maxsize=8192)
def find_figures(text: str) -> tuple[Figure, ...]:
    """Find all figures with a unit, from left to right; dates, ordinals and ranges are none."""
    if not _DIGIT.search(text):
        return ()
    plain = fold_width(text)
    dates = [(start, end) for start, end, _ in find_dates(plain)]
    found: list[Figure] = []
    position = 0
    while start := _START.search(plain, position):
        figure = _match(plain, start.start())
        position = start.end()
        while position < len(plain) and plain[position] in "0123456789.,":
            position += 1
        if figure is None or any(first < figure.end and figure.start < last for first, last in dates):
            continue
        position = max(position, figure.end)
        found.append(figure)
    return tuple(found)


def is_hedge_free(figures: Iterable[Figure]) -> bool:
    """Tell whether all figures are exact."""
    return not any(figure.is_hedged for figure in figures)


def shown_unit(figure: Figure) -> tuple[str, Decimal]:
    """Give the unit to show a figure in and its worth: money in the unit that it was written in."""
    if not figure.is_money:
        return figure.unit, Decimal(1)
    unit = next((u for u in reversed(MONEY_UNITS) if u.won <= figure.step and not figure.value % u.won), MONEY_UNITS[0])
    return unit.name, unit.won


def decimals(value: Decimal) -> int:
    """Count the decimals that a number was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _match(plain: str, start: int) -> Figure | None:
    if plain[max(0, start - 1) : start] in ("제", "’", "'", "‘"):
        return None
    amount = scan_amount(plain, start)
    if isinstance(amount, Amount) and amount.unit:
        return _money(plain, amount)
    found = _COUNTED.match(plain, start)
    value = read_digits(found["digits"].rstrip(",")) if found else None
    if not found or value is None or _RANGE_AFTER.match(plain, found.end()):
        return None
    if found["unit"] == "년" and value in _CALENDAR_YEARS:
        return None
    hedged = bool(found["more"]) or _is_hedged(plain, start, found.end())
    signed = -value if found["sign"] else value
    step = Decimal(1).scaleb(-decimals(value))
    return Figure(signed, found["unit"], start, found.end(), step, hedged, _depth(plain, start))


def _money(plain: str, amount: Amount) -> Figure:
    won = convert(amount.value, amount.unit, WON)
    smallest = convert(Decimal(1).scaleb(-decimals(amount.value)), amount.unit, WON)
    if amount.unit == WON and any(stem in plain[amount.start : amount.end] for stem in "억만천백"):
        smallest = Decimal(10_000)
    hedged = bool(amount.per) or _is_hedged(plain, amount.start, amount.end)
    return Figure(won, WON, amount.start, amount.end, smallest, hedged, _depth(plain, amount.start))


def _is_hedged(plain: str, start: int, end: int) -> bool:
    return bool(_HEDGE_AFTER.match(plain, end) or _HEDGE_BEFORE.search(plain[max(0, start - 5) : start]))


def _depth(plain: str, position: int) -> int:
    before = plain[:position]
    return max(0, before.count("(") - before.count(")"))


def is_ordinal(figure: Figure) -> bool:
    """Tell whether a figure names a place in a row or a span of time rather than a number of things."""
    return figure.unit in _ORDINAL_UNITS
