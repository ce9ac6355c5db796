"""Funding splits wherever they stand: amounts with the shares of each source, and ratios.

2,020,861 (시 1,121,684, 구 899,177)      총 2,132,238천원 (시 1,492,566, 구비 639,672)
84,000천원(국 70% 시 15% 구 15%)           1,121백만원(국 771, 시 279, 구 71)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.checks.reading.figure import decimals
from generator.checks.reading.pieces import closing
from generator.checks.reading.statement import Kind, Statement
from generator.notation.funding import FundingSource
from generator.notation.money import Problem, Ratios, parse_ratio
from generator.notation.number import fold_width
from generator.notation.split import Split, SplitItem, read_split
from generator.notation.unit import Amount, convert, scan_amount

_AMOUNT_BEFORE = re.compile(r"(?<![\d.,])[△▲]?\d[\d,]*(?:\.\d+)?\s?(?:[십백천]?[만억조]?\s?원)?\s*$")


@dataclass(frozen=True, slots=True, eq=False)
class WrittenSplit:
    """A split as it stands in a statement. `total` is the amount before it, None for a ratio alone. Amounts are in
    `unit`, which is empty where the total is a bare number. `start` and `end` bound the total, or else the ratio."""

    statement: Statement
    total: Decimal | None
    unit: str
    shares: tuple[tuple[FundingSource, Decimal], ...]
    ratios: Ratios
    start: int
    end: int
    step: Decimal


@lru_cache(maxsize=2)
def splits(statements: tuple[Statement, ...], sources: tuple[FundingSource, ...]) -> tuple[WrittenSplit, ...]:
    """Find all splits: each cell as a whole, each line by itself."""
    return tuple(_splits(statements, sources))


def _splits(statements: Sequence[Statement], sources: Sequence[FundingSource]) -> Iterator[WrittenSplit]:
    for statement in statements:
        inside = statement.kind is Kind.ITEM and statement.row is not None
        if statement.kind in (Kind.ROW, Kind.TOPIC) or inside:
            continue
        yield from _in_brackets(statement, sources)
        yield from _bare_ratio(statement, sources)


def _in_brackets(statement: Statement, sources: Sequence[FundingSource]) -> Iterator[WrittenSplit]:
    if "(" not in statement.text and "（" not in statement.text:
        return
    text = fold_width(statement.text)
    for opening in (match.start() for match in re.finditer(r"\(", text)):
        end = closing(text, opening)
        before = _AMOUNT_BEFORE.search(text, max(0, opening - 40), opening)
        if end is None:
            continue
        split = read_split(statement.text, opening + 1, end, sources)
        if not isinstance(split, Split) or not split.items or any(item.source is None for item in split.items):
            continue
        amount = scan_amount(text, before.start()) if before else None
        if isinstance(amount, Amount):
            yield _made(statement, split, amount, (opening + 1, end))


def _made(statement: Statement, split: Split, amount: Amount, inner: tuple[int, int]) -> WrittenSplit:
    shares = tuple(
        (item.source, _in_unit(item, amount.unit)) for item in split.items if item.source and item.amount is not None
    )
    ratios = tuple((item.source, item.percent) for item in split.items if item.source and item.percent is not None)
    # A remark after the shares may tell of a part that is not among them.
    kept = shares if not split.note else ()
    step = Decimal(1).scaleb(-max([0, *(decimals(value) for _, value in kept)]))
    return WrittenSplit(statement, amount.value, amount.unit, kept, ratios, amount.start, amount.end, step)


def _in_unit(item: SplitItem, unit: str) -> Decimal:
    assert item.amount is not None
    if item.amount.unit and unit:
        return convert(item.amount.value, item.amount.unit, unit)
    return item.amount.value


def _bare_ratio(statement: Statement, sources: Sequence[FundingSource]) -> Iterator[WrittenSplit]:
    """A ratio that is the whole of a cell, or of what follows a label: `재원비율: 시70:구30`."""
    text = statement.text
    label = re.match(r"[^:\d]{2,12}\s*:\s*", fold_width(text))
    start = label.end() if label else 0
    if not re.search(r"\d", text) or not re.search(r"[:%]", text[start:]) or len(text) - start > 60:
        return
    body = re.sub(r"\s*(?:매칭|부담|지원)\s*$", "", text[start:])
    ratios = parse_ratio(body, sources)
    if not isinstance(ratios, Problem) and (label or statement.kind is Kind.CELL):
        yield WrittenSplit(statement, None, "", (), ratios, start, start + len(body), Decimal(1))
