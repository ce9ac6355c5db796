"""One line of a 산출근거: what is counted, the calculation, and its result.

    - 8년차 2개소(동작, 용산) 59,500,000원*2개소 = 119,000천원

The calculation is the end of the text before `=`: quantities with their units, joined by signs. It begins where the
rest of the text can be computed. Results are in won.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.blocks.context import Part
from generator.markup import Marks
from generator.notation.expression import ExpressionError, evaluate, names_in, read_expression
from generator.notation.number import DIGITS, EXACT, fold_width, read_digits
from generator.notation.unit import MONEY_UNITS, Amount, convert, parse_amount
from generator.source import Scalar

_WON = "원"
_MONEY = "|".join(sorted((re.escape(unit.name) for unit in MONEY_UNITS), key=len, reverse=True))
# `10천원/월*12월`: what an amount is paid for is no divisor.
_QUANTITY = re.compile(
    rf"(?P<digits>{DIGITS})\s?(?:(?P<money>{_MONEY})(?:\s?/\s?\d{{0,3}}[가-힣]{{1,4}})?|(?P<percent>%)|[가-힣㎡]{{1,5}})?"
    r"(?:\((?![^()]*[*×+/])[^()]*\))?"
)
_TIMES = re.compile(r"(?<=\d)\s*[xX]\s*(?=[\d(])")
_BEGINNING = re.compile(r"(?:(?<=[\s:>])|^)[\d(]")
_ATTEMPT = re.compile(rf"{DIGITS}\s?(?:{_MONEY})\s*[*×xX]")


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """A line with its depth.

    `label` is what stands before `=`. `written` is the amount after `=` and `calculated` what the calculation comes to,
    both in won; `result` is the place of the written amount. `is_attempt` tells that the line looks like a calculation.
    """

    label: Part
    level: int
    calculation: Part | None = None
    calculated: Decimal | None = None
    result: Part | None = None
    written: Decimal | None = None
    children: tuple[EstimateLine, ...] = ()

    @property
    def is_attempt(self) -> bool:
        """Tell whether the line multiplies an amount, but cannot be computed."""
        return self.calculation is None and bool(_ATTEMPT.search(self.label.text))

    @property
    def amount(self) -> Decimal | None:
        """The amount in won: as written, or else calculated, or else the sum of the lines below."""
        return self.written if self.written is not None else self.computed

    @property
    def computed(self) -> Decimal | None:
        """What the amount should be by the line's calculation, or else by the lines below; None where neither tells."""
        if self.calculated is not None:
            return self.calculated
        below = [child.amount for child in self.children]
        known = [amount for amount in below if amount is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(below) else None


def read_lines(scalar: Scalar, marks: Marks) -> tuple[EstimateLine, ...]:
    """Read a text as lines in the order written, each with the lines below it."""
    flat = [_read_line(part, level) for part, level in _marked_lines(scalar, marks)]
    return _nested(flat)


def calculate(text: str) -> Decimal | None:
    """Compute quantities joined by signs, `59,500,000원*2개소`, in won; None for anything else and without money."""
    money = False

    def number(found: re.Match[str]) -> str:
        nonlocal money
        value = read_digits(found["digits"])
        if value is None:
            return "?"
        if found["money"]:
            money = True
            value = convert(value, found["money"], _WON)
        return format(EXACT.divide(value, Decimal(100)) if found["percent"] else value, "f")

    plain = _TIMES.sub("*", _QUANTITY.sub(number, fold_width(text).strip()))
    try:
        expression = read_expression(plain)
    except ExpressionError:
        return None
    return evaluate(expression, lambda _: None) if money and not names_in(expression) else None


def _marked_lines(scalar: Scalar, marks: Marks) -> list[tuple[Part, int]]:
    """Cut a text into its items; a line without a mark goes on with the one before it."""
    found: list[tuple[Part, int]] = []
    start = 0
    for line in scalar.text.split("\n"):
        end = start + len(line.rstrip())
        mark = marks.read(line.strip())
        if line.strip() and (mark is not None or not found):
            found.append((Part(scalar, start + len(line) - len(line.lstrip()), end), mark.level or 1 if mark else 0))
        elif line.strip():
            found[-1] = (Part(scalar, found[-1][0].start, end), found[-1][1])
        start += len(line) + 1
    return found


def _read_line(part: Part, level: int) -> EstimateLine:
    text = part.text
    equals = text.rfind("=")
    label = _stripped(part, 0, equals if equals >= 0 else len(text))
    line = EstimateLine(label, level)
    for found in _BEGINNING.finditer(label.text):
        if (value := calculate(label.text[found.start() :])) is not None:
            line = replace(line, calculation=_stripped(label, found.start(), len(label.text)), calculated=value)
            break
    if equals < 0:
        return line
    result = _stripped(part, equals + 1, len(text))
    amount = parse_amount(result.text)
    known = isinstance(amount, Amount) and amount.unit
    written = convert(amount.value, amount.unit, _WON) if isinstance(amount, Amount) and known else None
    return replace(line, result=result, written=written)


def _stripped(part: Part, start: int, end: int) -> Part:
    text = part.text[start:end]
    begin = part.start + start + len(text) - len(text.lstrip())
    return Part(part.source, begin, max(begin, part.start + start + len(text.rstrip())))


def _nested(flat: list[EstimateLine]) -> tuple[EstimateLine, ...]:
    made: list[EstimateLine] = []
    index = 0
    while index < len(flat):
        below = index + 1
        while below < len(flat) and flat[below].level > flat[index].level:
            below += 1
        made.append(replace(flat[index], children=_nested(flat[index + 1 : below])))
        index = below
    return tuple(made)
