"""Calculations that are written out: `59,500,000원*2개소 = 119,000천원`, with what a line is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.estimate_line import calculate
from generator.checks.reading.statement import Kind, Statement
from generator.notation.number import fold_width
from generator.notation.unit import Amount, convert, scan_amount

_EQUALS = re.compile(r"\s*=\s*(?=[△▲]?\s?\d)")
_BEGINNING = re.compile(r"(?:(?<=[\s:>)])|^)[\d(]")
_SIGN = re.compile(r"[*×xX+]|(?<=\d)\s*÷")


@dataclass(frozen=True, slots=True, eq=False)
class Price:
    """A calculation with its result: both in won. `unit` and `worth` tell how the result was written; `start` and `end`
    bound it. `computed` is None for a result without a calculation of its own."""

    statement: Statement
    written: Decimal
    computed: Decimal | None
    calculation: str
    unit: str
    worth: Decimal
    start: int
    end: int


def prices(statements: Sequence[Statement]) -> Iterator[Price]:
    """Find what is written as `… = amount`, in a line or in the cells of a row."""
    for statement in statements:
        in_cell = statement.row is not None and statement.kind is not Kind.ROW
        if "=" in statement.text and statement.kind is not Kind.TOPIC and not in_cell:
            found = price_of(statement)
            if found:
                yield found


def price_of(statement: Statement) -> Price | None:
    """Read the last `= amount` of a statement; None where there is none with a unit."""
    text = fold_width(statement.text)
    equals = list(_EQUALS.finditer(text))
    if not equals:
        return None
    amount = scan_amount(text, equals[-1].end())
    if not isinstance(amount, Amount) or not amount.unit:
        return None
    calculation, computed = _calculation(text[: equals[-1].start()])
    worth = convert(Decimal(1), amount.unit, "원")
    return Price(statement, amount.value * worth, computed, calculation, amount.unit, worth, amount.start, amount.end)


def _calculation(text: str) -> tuple[str, Decimal | None]:
    """The longest end of a text that can be computed; a lone amount counts too (`3,600,000원 = 3,600천원`)."""
    for found in _BEGINNING.finditer(text):
        piece = text[found.start() :].strip()
        if (value := calculate(piece)) is not None and (_SIGN.search(piece) or "원" in piece):
            return piece, value
    return "", None
