"""What a programme costs, where its text says so: `○ 사업비: 총 34백만원`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.reading.figure import Figure, find_figures
from generator.checks.reading.statement import Kind, Statement
from generator.notation.number import fold_width

# 총사업비 spans the years of a programme, 사업비 that of the one which is reported.
_LABEL = re.compile(r"(?:사\s?업\s?비|소요\s?예산|예\s?산(?:\s?액)?)\s*:\s*(?:총\s*)?")


@dataclass(frozen=True, slots=True, eq=False)
class Cost:
    """The amount, in won, and the line that it stands in."""

    amount: Figure
    statement: Statement


def cost_of(statements: Iterable[Statement]) -> Cost | None:
    """Find the cost in the lines of a programme; None where no line of the first level tells it, or several do."""
    found = [cost for statement in statements if (cost := _cost(statement))]
    return found[0] if len(found) == 1 else None


def _cost(statement: Statement) -> Cost | None:
    if statement.kind is not Kind.ITEM or statement.parent is not None or statement.row is not None:
        return None
    label = _LABEL.match(fold_width(statement.text))
    figures = [figure for figure in find_figures(statement.text) if figure.is_money]
    if not label or not figures or figures[0].start != label.end() or figures[0].is_hedged:
        return None
    return Cost(figures[0], statement)
