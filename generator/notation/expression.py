"""Arithmetic with names, as staff write it: `집행액 / 예산액`, `B-A`, `합계`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

ValueOf: TypeAlias = Callable[[str], Decimal | None]
"""Gives the value of a name (spaces taken out), or None where it has none."""

_TOKEN = re.compile(r"\s*(?:(?P<operator>[-+*/()])|(?P<number>\d[\d,]*(?:\.\d+)?)|(?P<name>[^-+*/()]+))")


class ExpressionError(ValueError):
    """An expression that cannot be read; the message is Korean and stands alone."""


def evaluate(expression: str, value_of: ValueOf) -> Decimal | None:
    """Compute an expression of + - * / and brackets; None where a name has no value or a divisor is zero.

    `value_of` gives the value of a name. Raises ExpressionError for an expression that cannot be read.
    """
    reader = _Reader(expression, value_of)
    value = reader.sum()
    reader.expect_end()
    return value


class _Reader:
    """Recursive descent over an expression; a missing value makes the whole result missing."""

    def __init__(self, expression: str, value_of: ValueOf) -> None:
        self.expression = expression
        self.value_of = value_of
        self.tokens = [
            (str(m.lastgroup), str(m[m.lastgroup or 0]).strip())
            for m in _TOKEN.finditer(expression)
            if m.lastgroup and m[m.lastgroup].strip()
        ]
        self.tokens.reverse()

    def sum(self) -> Decimal | None:
        value = self.product()
        while self._peek() in {"+", "-"}:
            sign = self.tokens.pop()[1]
            right = self.product()
            value = None if value is None or right is None else value + (right if sign == "+" else -right)
        return value

    def product(self) -> Decimal | None:
        value = self.factor()
        while self._peek() in {"*", "/"}:
            sign = self.tokens.pop()[1]
            right = self.factor()
            if value is None or right is None or (sign == "/" and right == 0):
                value = None
            else:
                value = value * right if sign == "*" else value / right
        return value

    def factor(self) -> Decimal | None:
        if not self.tokens:
            raise ExpressionError(f"계산식 '{self.expression}'이(가) 끝나지 않았습니다.")
        kind, text = self.tokens.pop()
        if text == "(":
            value = self.sum()
            if self._peek() != ")":
                raise ExpressionError(f"계산식 '{self.expression}'에 닫는 괄호가 없습니다.")
            self.tokens.pop()
            return value
        if kind == "operator":
            raise ExpressionError(f"계산식 '{self.expression}'의 '{text}' 자리가 맞지 않습니다.")
        if kind == "number":
            return Decimal(text.replace(",", ""))
        return self.value_of("".join(text.split()))

    def expect_end(self) -> None:
        if self.tokens:
            raise ExpressionError(f"계산식 '{self.expression}'의 '{self.tokens[-1][1]}' 자리가 맞지 않습니다.")

    def _peek(self) -> str:
        return self.tokens[-1][1] if self.tokens and self.tokens[-1][0] == "operator" else ""
