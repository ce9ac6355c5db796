"""Amounts of a composed report as Money in thousand won."""

from __future__ import annotations

from decimal import Decimal

from generator.document import Amount, Budget, Cell, cell_text
from generator.house import House
from generator.notation import money as notation
from generator.notation.number import budget_mark_length, fold_width
from generator.notation.unit import convert
from generator.records.kinds import FundingShare, Measure, Money

UNIT = "천원"


def in_thousand_won(value: Decimal, unit: str) -> Decimal:
    """Restate an amount in thousand won, without rounding."""
    return convert(value, unit, UNIT)


def money_of_amount(amount: Amount, budget: Budget, measure: Measure, house: House) -> Money:
    """Give a programme's amount. A split that names one source only (`(구비)`, `(구비 100%)`) is one share."""
    shares = tuple(FundingShare(s.source, s.short, in_thousand_won(s.value, budget.unit)) for s in amount.shares)
    value = in_thousand_won(amount.value, budget.unit)
    written = budget.line or f"{amount.text} {amount.funding}"
    read = notation.parse_money(written, house.sources, budget.unit)
    text = f"{amount.text}{budget.unit}"
    if isinstance(read, notation.Money):
        if budget.line:
            text = _printed(read.written, read.written_unit or budget.unit)
        if read.only and not shares:
            shares = (FundingShare(read.only.name, read.only.short, value),)
    return Money(measure, value, text, shares)


def money_of_text(text: str, measure: Measure, house: House) -> Money | None:
    """Read an amount that names its own unit (`418백만원(시비 209백만원, 국비 209백만원)`); None for anything else."""
    read = notation.parse_money(text, house.sources, UNIT)
    if not isinstance(read, notation.Money) or not read.written_unit or read.per:
        return None
    return Money(measure, read.value, _printed(read.written, read.written_unit), _shares(read))


def money_of_cell(cell: Cell, unit: str, measure: Measure, house: House) -> Money | None:
    """Read a cell of a table that counts in `unit`; None where it holds no amount. A dash is zero."""
    text = fold_width(cell_text(cell)).strip()
    text = text[budget_mark_length(text) :]
    read = notation.parse_money(text, house.sources, unit) if text else None
    found = read if isinstance(read, notation.Money) and not read.per else None
    if cell.value is None and found is None:
        return None
    value = found.value if cell.value is None and found else cell.value
    own = found.written_unit if found else ""
    printed = text.partition("(")[0].strip() or text
    text = printed if own or not any(sign.isdigit() for sign in printed) else f"{printed}{unit}"
    shares = _shares(found) if found else ()
    return Money(
        measure,
        in_thousand_won(value or Decimal(0), unit),
        text,
        tuple(FundingShare(s.source, s.short, in_thousand_won(s.value, unit)) for s in shares),
        cell.computed,
    )


def _shares(read: notation.Money) -> tuple[FundingShare, ...]:
    if read.only and not read.shares:
        return (FundingShare(read.only.name, read.only.short, read.value),)
    return tuple(FundingShare(share.source.name, share.source.short, share.value) for share in read.shares)


def _printed(written: str, unit: str) -> str:
    return written if written.endswith("원") else f"{written}{unit}"
