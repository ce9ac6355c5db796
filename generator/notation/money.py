"""Money as reports write it, with its funding split.

    728,991 (시 325,000, 구 403,991)                a table cell, in the unit of the table
    총 2,132,238천원 (시 1,492,566, 구비 639,672)   a line, with its own unit
    10,000천원(전액 구비) · 418백만원(시비 209백만원, 국비 209백만원) · 84,000천원(국 70% 시 15% 구 15%)

`parse_money` gives a `Money` in the unit that the field expects, or a `Problem` with offsets into the text. Whether the
shares add up to the amount is not judged here: a published figure that is wrong stays as published, and a check
reports it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from generator.notation.funding import DEFAULT_SOURCES, FundingSource
from generator.notation.money_text import format_amount, format_money, format_money_line, format_split
from generator.notation.money_value import Money, MoneyShare, shares_total
from generator.notation.number import budget_mark_length, fold_width, format_number
from generator.notation.particle import with_particle
from generator.notation.problem import Problem, ProblemKind
from generator.notation.ratio import Ratios, parse_ratio
from generator.notation.split import Split, read_split
from generator.notation.unit import Amount, MoneyUnit, convert, find_unit, scan_amount, unknown_unit

__all__ = [
    "DEFAULT_SOURCES",
    "FundingSource",
    "Money",
    "MoneyShare",
    "ParsedMoney",
    "Problem",
    "ProblemKind",
    "Ratios",
    "format_amount",
    "format_money",
    "format_money_line",
    "format_split",
    "parse_money",
    "parse_ratio",
    "shares_total",
]

ParsedMoney: TypeAlias = Money | Problem

_HINT = "'728,991' 또는 '728,991 (시 325,000, 구 403,991)'처럼 쓰세요."
_PREFIX = re.compile(r"(?P<word>총|약|금|계|합계|최대|최소)\s*(?=[0-9△▲(−-])")
_LETTER_IN_DIGITS = re.compile(r"[△▲−-]?[0-9][0-9,.]*(?P<letter>[A-Za-z])")
_NOTHING = re.compile(r"[-−–—](?=\s|\(|$)")


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows the amount: the splits and remarks of its brackets."""

    splits: tuple[Split, ...] = ()
    remarks: tuple[str, ...] = ()


def parse_money(text: str, sources: Sequence[FundingSource], unit: str) -> ParsedMoney:
    """Read an amount and its funding split, in `unit` (such as 천원); `sources` is the organisation's list.

    An amount with a unit of its own is converted. Shares without a unit count in that of the amount. A figure may be
    preceded by `총` and the like, or by the mark of budget books, `(x-)`.
    """
    plain = fold_width(text)
    start = len(text) - len(plain.lstrip())
    expected = find_unit(unit)
    if start == len(text):
        return Problem(ProblemKind.EMPTY, 0, len(text), "금액이 비어 있습니다.", _HINT)
    if expected is None:
        return replace(unknown_unit(unit, 0), start=0, end=len(text))
    prefix = _PREFIX.match(plain, start)
    at = prefix.end() if prefix else start + budget_mark_length(plain[start:])
    head = _read_head(text, plain, at, sources)
    if isinstance(head, Problem):
        return head
    tail = _read_tail(text, plain, head, sources)
    if isinstance(tail, Problem):
        return tail
    prefix_text = prefix["word"] if prefix else plain[start:at].strip()
    written = text[head.start : head.end]
    return _assemble(head, tail, expected, Money(Decimal(0), expected.name, prefix=prefix_text, written=written))


def _read_head(text: str, plain: str, at: int, sources: Sequence[FundingSource]) -> Amount | Problem:
    if nothing := _NOTHING.match(plain, at):
        return Amount(Decimal(0), "", "", at, nothing.end())
    if letter := _LETTER_IN_DIGITS.match(plain, at):
        hint = "1이나 0을 글자로 치지 않았는지 확인하세요."
        message = f"숫자에 영문자 '{letter['letter']}' 글자가 섞여 있습니다."
        return Problem(ProblemKind.NOT_A_NUMBER, *letter.span("letter"), message, hint)
    amount = scan_amount(text, at)
    if amount is None:
        return _no_amount(text, plain, at, sources)
    if isinstance(amount, Problem):
        return amount
    follower = plain[amount.end : amount.end + 1]
    if not follower or follower in "( )" or follower.isspace() or (amount.unit and "가" <= follower <= "힣"):
        return amount
    if follower == ",":
        apart = re.compile(r", +\d{3}(?!\d)").match(plain, amount.end)
        hint = "쉼표 뒤의 빈칸을 지우세요." if apart else "쉼표를 지우거나 빠진 숫자를 채우세요."
        return Problem(ProblemKind.BAD_GROUPING, amount.end, amount.end + 1, "금액 끝에 쉼표가 남아 있습니다.", hint)
    if follower.isalpha():
        return unknown_unit(text, amount.end)
    message = f"금액 바로 뒤의 {with_particle(follower, '을/를', quote=True)} 읽을 수 없습니다."
    return Problem(ProblemKind.NOT_A_NUMBER, amount.end, amount.end + 1, message, "금액을 하나만 쓰세요. " + _HINT)


def _no_amount(text: str, plain: str, at: int, sources: Sequence[FundingSource]) -> Problem:
    if plain[at : at + 1] == "(":
        split = read_split(text, at + 1, _closing(plain, at) or len(plain), sources)
        amounts = [item.amount.value for item in split.items if item.amount] if isinstance(split, Split) else []
        total = f" 재원별 금액을 더하면 {format_number(sum(amounts, Decimal(0)))}입니다." if amounts else ""
        return Problem(ProblemKind.NOT_A_NUMBER, at, at + 1, "괄호 앞에 금액이 없습니다.", _HINT + total)
    found = re.compile(r"[^\s(]+").match(text, at)
    word = found[0] if found else text[at:]
    message = f"{with_particle(word, '을/를', quote=True)} 금액으로 읽을 수 없습니다."
    return Problem(ProblemKind.NOT_A_NUMBER, at, at + len(word), message, _HINT)


def _read_tail(text: str, plain: str, head: Amount, sources: Sequence[FundingSource]) -> _Tail | Problem:
    tail = _Tail()
    position = head.end
    while position < len(plain):
        if plain[position] == "(":
            end = _closing(plain, position)
            if end is None:
                hint = "괄호를 '(시 325,000, 구 403,991)'처럼 닫으세요."
                return Problem(ProblemKind.UNCLOSED_BRACKET, position, position + 1, "괄호가 닫히지 않았습니다.", hint)
            part = read_split(text, position + 1, end, sources)
            inside, position = text[position + 1 : end], end + 1
        else:
            stop = re.compile(r"[()]|$").search(plain, position)
            end = stop.start() if stop else len(plain)
            if end == position:
                message = "여는 괄호 없이 닫는 괄호가 있습니다."
                return Problem(ProblemKind.UNCLOSED_BRACKET, end, end + 1, message, "남는 괄호를 지우세요.")
            part = _read_loose(text, plain, position, end, sources)
            inside, position = text[position:end], end
        if isinstance(part, Problem):
            return part
        tail = _add(tail, part, " ".join(inside.split()))
    return tail


def _read_loose(text: str, plain: str, start: int, end: int, sources: Sequence[FundingSource]) -> Problem | None:
    """A remark may follow the amount without brackets, a split or a second figure may not."""
    at = start + len(plain[start:end]) - len(plain[start:end].lstrip())
    stop = at + len(plain[at:end].rstrip())
    if plain[at : at + 1].isdigit():
        message = f"금액 뒤에 다른 숫자 {with_particle(text[at:stop], '이/가', quote=True)} 이어집니다."
        return Problem(ProblemKind.NOT_A_NUMBER, at, stop, message, "금액을 하나만, 숫자 사이에 빈칸 없이 쓰세요.")
    if at == stop or not read_split(text, at, stop, sources):
        return None
    message = f"재원 {with_particle(text[at:stop], '이/가', quote=True)} 괄호 밖에 있습니다."
    return Problem(ProblemKind.MISSING_BRACKET, at, stop, message, f"'({text[at:stop]})'처럼 괄호로 묶으세요.")


def _closing(plain: str, opening: int) -> int | None:
    depth = 0
    for position in range(opening, len(plain)):
        depth += {"(": 1, ")": -1}.get(plain[position], 0)
        if depth == 0:
            return position
    return None


def _add(tail: _Tail, part: Split | None, remark: str) -> _Tail:
    if part is None:
        return replace(tail, remarks=(*tail.remarks, remark)) if remark else tail
    remarks = (*tail.remarks, part.note) if part.note else tail.remarks
    return _Tail((*tail.splits, part), remarks)


def _assemble(head: Amount, tail: _Tail, expected: MoneyUnit, money: Money) -> Money:
    own_unit = head.unit or expected.name
    items = [item for split in tail.splits for item in split.items]
    return replace(
        money,
        value=convert(head.value, own_unit, expected.name),
        shares=tuple(
            MoneyShare(item.source, convert(item.amount.value, item.amount.unit or own_unit, expected.name))
            for item in items
            if item.source and item.amount
        ),
        ratios=tuple((item.source, item.percent) for item in items if item.source and item.percent is not None),
        only=next((split.only for split in tail.splits if split.only), None),
        per=head.per,
        note=", ".join(tail.remarks),
        written_unit=head.unit,
    )
