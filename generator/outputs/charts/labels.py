"""Figures as charts and sentences print them.

    spoken_amount(Decimal("36118055"))  -> 361억 1,806만 원      in a sentence; thousand won in
    label_unit([Decimal(36118055)], "천원") -> 백만원             what the labels of a chart count in

Tables keep what the report says; only sentences and labels on marks are rounded.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.notation.number import EXACT, format_number
from generator.notation.unit import convert, find_unit

NBSP = "\N{NO-BREAK SPACE}"

# A label above a narrow column has room for five digits.
_LONGEST_LABEL = Decimal(10**6)
_COARSER = ("백만원", "억원", "조원")
_TEN_THOUSAND, _HUNDRED_MILLION, _TRILLION = Decimal(10**4), Decimal(10**8), Decimal(10**12)


def spoken_amount(thousand_won: Decimal) -> str:
    """Say an amount in 억 and 만, never broken over lines: from 1억 on rounded to 만 원, from 1조 on to 억 원."""
    won = EXACT.multiply(abs(thousand_won), Decimal(1000)).quantize(Decimal(1), context=EXACT)
    grain = _HUNDRED_MILLION if won >= _TRILLION else _TEN_THOUSAND if won >= _HUNDRED_MILLION else Decimal(1)
    won = EXACT.multiply(EXACT.divide(won, grain).quantize(Decimal(1), context=EXACT), grain)
    words = [f"{format_number(count)}{name}" for count, name in _groups(won)]
    sign = "△" if thousand_won < 0 and won else ""
    return sign + (NBSP.join(words) or "0") + (NBSP if words and not words[-1][-1].isdigit() else "") + "원"


def label_unit(values: Iterable[Decimal], unit: str) -> str:
    """Choose the unit in which the labels of a chart stay short; `unit` itself where it is no money unit."""
    largest = max((abs(value) for value in values), default=Decimal(0))
    if find_unit(unit) is None or largest < _LONGEST_LABEL:
        return unit
    candidates = [name for name in _COARSER if _coarser(name, unit)]
    return next((c for c in candidates if convert(largest, unit, c) < _LONGEST_LABEL), [unit, *candidates][-1])


def label_text(value: Decimal, unit: str, shown_unit: str) -> str:
    """Print a value on its mark, in the unit of the labels; what is not zero never reads as zero."""
    if find_unit(unit) is None or unit == shown_unit:
        return format_number(value)
    shown = convert(value, unit, shown_unit)
    decimals = 0
    while shown and not shown.quantize(Decimal(1).scaleb(-decimals), context=EXACT):
        decimals += 1
    return format_number(shown, decimals)


def text_width(text: str, size: int) -> Decimal:
    """Estimate how wide a text is at a font size: digits six tenths of it, commas and dots three, Hangul the whole.

    A little more than common fonts take, so that labels do not touch.
    """
    tenths = sum(3 if c in ",. " else 6 if c.isascii() else 10 for c in text)
    return Decimal(tenths * size) / 10


def _coarser(name: str, unit: str) -> bool:
    candidate, given = find_unit(name), find_unit(unit)
    return candidate is not None and given is not None and candidate.won > given.won


def _groups(won: Decimal) -> list[tuple[Decimal, str]]:
    found: list[tuple[Decimal, str]] = []
    for size, name in ((_TRILLION, "조"), (_HUNDRED_MILLION, "억"), (_TEN_THOUSAND, "만"), (Decimal(1000), "천")):
        count, won = divmod(won, size)
        if count:
            found.append((count, name))
    return [*found, (won, "")] if won else found
