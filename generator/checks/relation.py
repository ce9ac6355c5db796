"""A relation between figures: what is written, and what it should be by other figures of the report.

Rules on arithmetic yield relations, those that hold as well as those that do not. So the checker can say how many it
looked at, and a rule cannot report what it did not compute. What was compared without figures (a weekday, a name) is
an `Agreement` where it holds and a trouble where it does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.diagnostics import Related, Severity, Span
from generator.notation.number import EXACT, format_number


class Comparison(StrEnum):
    """How what is written must stand to what was computed."""

    EQUAL = "equal"
    AT_MOST = "at-most"


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement that can be checked.

    `label` names the figure (`'계'의 예산액`), `formula` says in Korean how it was computed (`현원 24 - 정원 23`).
    Figures are in `unit`. `tolerance` is how far rounding may carry them apart. `severity` and `remark` are for a
    relation that is less certain than its rule: the remark opens the hint.
    """

    label: str
    written: Decimal
    computed: Decimal
    at: Span
    formula: str = ""
    unit: str = ""
    tolerance: Decimal = Decimal(0)
    related: tuple[Related, ...] = ()
    comparison: Comparison = Comparison.EQUAL
    severity: Severity | None = None
    remark: str = ""

    @property
    def difference(self) -> Decimal:
        """What is written less what was computed."""
        return self.written - self.computed

    @property
    def holds(self) -> bool:
        """Tell whether both agree within the tolerance."""
        if self.comparison is Comparison.AT_MOST:
            return self.difference <= self.tolerance
        return abs(self.difference) <= self.tolerance


@dataclass(frozen=True, slots=True)
class Agreement:
    """Something other than figures that was compared and agrees."""

    at: Span


def show_figure(value: Decimal, relation: Relation) -> str:
    """Print a figure of a relation with its unit, without the zeros behind the point that computing leaves."""
    return format_number(value.normalize(EXACT)) + relation.unit
