"""Arithmetic with names, as staff write it: `집행액 / 예산액`, `2021년-2020년`, `(B-A)*100/A`, `합계(아래)`.

Names are free text of the author's own table, so they may begin with a digit or hold brackets and hyphens. A name that
is known is taken whole; anything else ends at the next sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.notation.number import EXACT, fold_width, format_number

_MOST_CHARACTERS = 500
_DEEPEST = 20
_LARGEST = Decimal(10) ** 45
"""Beyond this a result is no figure of a report, and rounding it would leave the exact context."""

_SIGNS = {"-": "-", "−": "-", "–": "-", "+": "+", "*": "*", "×": "*", "/": "/", "÷": "/", "(": "(", ")": ")"}
_BRACKETED_AFTER = {"+": set[str](), "-": {"+", "-"}, "*": {"+", "-"}, "/": {"+", "-", "*", "/"}}
_END = rf"(?=\s*(?:[{re.escape(''.join(_SIGNS))}]|$))"
_NUMBER = re.compile(rf"(?P<digits>\d[\d,]*(?:\.\d+)?)\s*(?P<percent>%?){_END}")
_NAME = re.compile(rf"[^{re.escape(''.join(_SIGNS))}]+")


class ExpressionError(ValueError):
    """An expression that cannot be read; the message is Korean and stands alone, `start` and `end` bound the place."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and where."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in the expression itself."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms and the sign between them: + - * or /."""

    sign: str
    left: Term
    right: Term


Term: TypeAlias = Name | Number | Operation
ValueOf: TypeAlias = Callable[[Name], Decimal | None]
"""Gives the value of a name, or None where it has none."""


def read_expression(text: str, known: Iterable[str] = ()) -> Term:
    """Read an expression of + - * / and brackets; raises ExpressionError where it cannot be read.

    `known` are names that are taken whole, spaces apart: `2021년-2020년` is one name where there is such a column.
    """
    if len(text) > _MOST_CHARACTERS:
        raise ExpressionError(f"계산식이 너무 깁니다: {len(text)}자.", _MOST_CHARACTERS, len(text))
    reader = _Reader(text, list(_tokens(fold_width(text), known)))
    term = reader.sum(0)
    reader.expect_end()
    return term


def evaluate(term: Term, value_of: ValueOf) -> Decimal | None:
    """Compute an expression; None where a name has no value, a divisor is zero, or the result is beyond all figures."""
    match term:
        case Number(value):
            return value
        case Name():
            return value_of(term)
        case Operation(sign, left, right):
            first, second = evaluate(left, value_of), evaluate(right, value_of)
            if first is None or second is None or (sign == "/" and not second):
                return None
            operate = {"+": EXACT.add, "-": EXACT.subtract, "*": EXACT.multiply, "/": EXACT.divide}[sign]
            value = operate(first, second)
            return value if abs(value) < _LARGEST else None


def names_in(term: Term) -> tuple[Name, ...]:
    """Give the names of an expression in the order written."""
    match term:
        case Name():
            return (term,)
        case Operation(_, left, right):
            return (*names_in(left), *names_in(right))
    return ()


def show(term: Term, shown: Callable[[Name], str]) -> str:
    """Write an expression out with something else in place of each name: `현원 24 - 정원 23`."""
    match term:
        case Name():
            return shown(term)
        case Number(value):
            return format_number(value)
        case Operation(sign, left, right):
            # A product binds closer than a sum, and what is taken away or divided by keeps its brackets.
            first = _bracketed(left, show(left, shown), {"+", "-"} if sign in "*/" else set())
            second = _bracketed(right, show(right, shown), _BRACKETED_AFTER[sign])
            return f"{first} {'×' if sign == '*' else '÷' if sign == '/' else sign} {second}"


def holds(term: Term, sign: str, number: Decimal | None = None) -> bool:
    """Tell whether an expression applies a sign anywhere, with this very number on one side where one is given."""
    match term:
        case Operation(own, left, right):
            here = own == sign and (number is None or Number(number) in (left, right))
            return here or holds(left, sign, number) or holds(right, sign, number)
    return False


def _bracketed(term: Term, text: str, signs: set[str]) -> str:
    return f"({text})" if isinstance(term, Operation) and term.sign in signs else text


def _tokens(text: str, known: Iterable[str]) -> Iterator[Name | Number | tuple[str, int]]:
    by_length = sorted({"".join(name.split()) for name in known if name.strip()}, key=len, reverse=True)
    patterns = [re.compile(r"\s*".join(map(re.escape, name)) + _END) for name in by_length]
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
        elif found := next((m for pattern in patterns if (m := pattern.match(text, place))), None):
            yield Name(found[0], place, found.end())
            place = found.end()
        elif text[place] in _SIGNS:
            yield _SIGNS[text[place]], place
            place += 1
        elif number := _NUMBER.match(text, place):
            value = Decimal(number["digits"].replace(",", ""))
            yield Number(value / 100 if number["percent"] else value)
            place = number.end()
        elif name := _NAME.match(text, place):
            yield Name(name[0].strip(), place, place + len(name[0].rstrip()))
            place = name.end()


class _Reader:
    """Recursive descent over tokens."""

    def __init__(self, text: str, tokens: list[Name | Number | tuple[str, int]]) -> None:
        self.text = text
        self.tokens = tokens[::-1]

    def sum(self, depth: int) -> Term:
        term = self.product(depth)
        while (sign := self._sign()) in ("+", "-"):
            self.tokens.pop()
            term = Operation(sign, term, self.product(depth))
        return term

    def product(self, depth: int) -> Term:
        term = self.factor(depth)
        while (sign := self._sign()) in ("*", "/"):
            self.tokens.pop()
            term = Operation(sign, term, self.factor(depth))
        return term

    def factor(self, depth: int) -> Term:
        if not self.tokens:
            message = f"계산식 '{self.text.strip()}'이(가) 끝나지 않았습니다."
            raise ExpressionError(message, 0, len(self.text))
        token = self.tokens.pop()
        if not isinstance(token, tuple):
            return token
        sign, place = token
        if sign == "(" and depth < _DEEPEST:
            term = self.sum(depth + 1)
            if self._sign() != ")":
                message = f"계산식 '{self.text.strip()}'에 닫는 괄호가 없습니다."
                raise ExpressionError(message, place, place + 1)
            self.tokens.pop()
            return term
        if sign == "-" and depth < _DEEPEST:
            return Operation("-", Number(Decimal(0)), self.factor(depth + 1))
        raise self._misplaced(token)

    def expect_end(self) -> None:
        if self.tokens:
            raise self._misplaced(self.tokens[-1])

    def _misplaced(self, token: Name | Number | tuple[str, int]) -> ExpressionError:
        start, end = (token.start, token.end) if isinstance(token, Name) else (0, len(self.text))
        if isinstance(token, tuple):
            start, end = token[1], token[1] + 1
        written = self.text[start:end].strip()
        return ExpressionError(f"계산식 '{self.text.strip()}'의 '{written}' 자리가 맞지 않습니다.", start, end)

    def _sign(self) -> str:
        return self.tokens[-1][0] if self.tokens and isinstance(self.tokens[-1], tuple) else ""
