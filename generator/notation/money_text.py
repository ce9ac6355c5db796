"""Money in the house notation.

    format_money(m)       728,991 (시 325,000, 구 403,991)            a table cell
    format_money_line(m)  540,187천원(국비 70,000, 구비 470,187)      a line

Shares keep the author's order. Parsing the result gives the same money.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.notation.funding import FundingSource, find_source
from generator.notation.money_value import Money, MoneyShare
from generator.notation.number import format_number
from generator.notation.percent import format_percent


def format_amount(value: Decimal, *, dash_for_zero: bool = False) -> str:
    """Print an amount without unit and split: `728,991`, `△84,400`."""
    return format_number(value, dash_for_zero=dash_for_zero)


def format_split(money: Money, sources: Sequence[FundingSource] = (), *, full_names: bool = False) -> str:
    """Print who pays, without brackets: `시 325,000, 구 403,991`, `국 70%, 시 30%`, `전액 구비`, or nothing.

    `sources` supplies the current labels where it lists a source by name; `full_names` prints 시비 for 시.
    """
    if money.only and not money.shares and not money.ratios:
        return f"전액 {_current(money.only, sources).name}"
    percents = dict(money.ratios)
    parts = [_share_text(share, percents, sources, full_names) for share in money.shares]
    shared = {share.source for share in money.shares}
    parts += [
        f"{_label(source, sources, full_names)} {format_percent(percent, None)}"
        for source, percent in money.ratios
        if source not in shared
    ]
    return ", ".join(parts)


def format_money(money: Money, sources: Sequence[FundingSource] = (), *, dash_for_zero: bool = False) -> str:
    """Print money for a table cell, whose unit stands at the table; a rate keeps its period, a remark its brackets."""
    head = format_amount(money.value, dash_for_zero=dash_for_zero) + _rate(money)
    return " ".join([_spaced_prefix(money) + head, *_brackets(money, format_split(money, sources))])


def format_money_line(money: Money, sources: Sequence[FundingSource] = ()) -> str:
    """Print money for a line: with its unit, the full names of the sources, and the bracket attached."""
    head = f"{_spaced_prefix(money)}{format_amount(money.value)}{money.unit}{_rate(money)}"
    return head + "".join(_brackets(money, format_split(money, sources, full_names=True)))


def _share_text(
    share: MoneyShare, percents: dict[FundingSource, Decimal], sources: Sequence[FundingSource], full_names: bool
) -> str:
    aside = f"({format_percent(percents[share.source], None)})" if share.source in percents else ""
    return f"{_label(share.source, sources, full_names)} {format_amount(share.value)}{aside}"


def _label(source: FundingSource, sources: Sequence[FundingSource], full_names: bool) -> str:
    current = _current(source, sources)
    return current.name if full_names else current.label


def _current(source: FundingSource, sources: Sequence[FundingSource]) -> FundingSource:
    return find_source(source.name, sources) or source


def _spaced_prefix(money: Money) -> str:
    # 총 is a word of its own before a number, so a space follows it.
    return f"{money.prefix} " if money.prefix else ""


def _rate(money: Money) -> str:
    return f"/{money.per}" if money.per else ""


def _brackets(money: Money, split: str) -> list[str]:
    return [f"({text})" for text in (split, money.note) if text]
