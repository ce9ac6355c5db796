"""An amount of money with its funding split: the value that `parse_money` gives and the formatters print."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from generator.notation.funding import FundingSource
from generator.notation.number import EXACT
from generator.notation.ratio import Ratios


@dataclass(frozen=True, slots=True)
class MoneyShare:
    """What one source pays, in the unit of its `Money`."""

    source: FundingSource
    value: Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in `unit`.

    At most one of three tells who pays, unless the author gave both amounts and percentages: `shares` in the author's
    order, `ratios` in percent, or `only`, the one source of `(전액 구비)`, `(구비 100%)`, `(구비)`.
    `prefix` is a word before the amount (`총`), `per` the `월` of `10천원/월`, `note` what the brackets and the rest of
    the text say otherwise. `written` is the amount as it stood, `written_unit` its own unit, empty where it had none.
    """

    value: Decimal
    unit: str
    shares: tuple[MoneyShare, ...] = ()
    ratios: Ratios = ()
    only: FundingSource | None = None
    prefix: str = ""
    per: str = ""
    note: str = ""
    written: str = field(default="", compare=False)
    written_unit: str = field(default="", compare=False)


def shares_total(money: Money) -> Decimal | None:
    """Add up the shares, in the unit of the amount; None where there are none."""
    if not money.shares:
        return None
    total = Decimal(0)
    for share in money.shares:
        total = EXACT.add(total, share.value)
    return total
