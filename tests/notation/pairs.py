"""Case files of one-line notations: `input => expected` in fenced blocks, each line a case of its own.

`⏎` is a line break inside the input and `␣` a blank at its edge. The drivers turn what a parser gives into the short
form in which the case files write expectations.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.notation.date import WEEKDAYS, Date, Period
from generator.notation.money import Money, Problem
from tests.cases import Case, cases

_ARROW = " => "


def pairs(name: str, section: str = "") -> list[object]:
    """Give the inputs and expectations of `tests/cases/notation/<name>.md`, or of its sections titled `section…`."""
    found = []
    for param in cases(f"notation/{name}"):
        case: Case = param.values[0]  # type: ignore[attr-defined]
        if case.title.startswith(section):
            found += [_pair(case, line) for block in case.blocks for line in block.text.splitlines() if line]
    if not found:
        raise ValueError(f"no cases in {name} {section}")
    return found


def _pair(case: Case, line: str) -> object:
    written, arrow, expected = line.partition(_ARROW)
    if not arrow:
        raise ValueError(f"{case.place}: no '{_ARROW}' in {line!r}")
    return pytest.param(written.replace("⏎", "\n"), expected.strip(), id=f"{case.title}: {written}")


def show_problem(text: str, problem: Problem) -> str:
    """`! unknown-source [사비]`: the kind and the very characters it points at."""
    assert 0 <= problem.start <= problem.end <= len(text)
    assert problem.message.endswith(".")
    return f"! {problem.kind} [{text[problem.start : problem.end]}]"


def show_decimal(value: Decimal) -> str:
    """The value without exponent and without grouping."""
    return f"{value:f}"


def show_money(money: Money) -> str:
    """`총 | 2640천원 | 시비 70, 구비 30 | 국비 70% | only 구비 | per 월 | note …`, leaving out what is not there."""
    parts = [money.prefix, f"{money.value:f}{money.unit}"]
    parts.append(", ".join(f"{share.source.name} {share.value:f}" for share in money.shares))
    parts.append(", ".join(f"{source.name} {percent:f}%" for source, percent in money.ratios))
    parts.append(f"only {money.only.name}" if money.only else "")
    parts.append(f"per {money.per}" if money.per else "")
    parts.append(f"note {money.note}" if money.note else "")
    return " | ".join(part for part in parts if part)


def show_when(when: Date | Period | None) -> str:
    """`2022-8-31`, `?-9-5(월)`, and `2022-1..2022-12` for a period, an open end left blank."""
    if when is None:
        return "none"
    if isinstance(when, Period):
        return f"{_show_end(when.start)}..{_show_end(when.end)}"
    numbers = [when.year, when.month, when.day]
    while numbers[-1] is None:
        numbers.pop()
    weekday = "" if when.weekday is None else f"({WEEKDAYS[when.weekday]})"
    return "-".join("?" if number is None else str(number) for number in numbers) + weekday


def _show_end(date: Date | None) -> str:
    return show_when(date) if date else ""
