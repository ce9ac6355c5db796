"""The house style of an office: what differs between a city, a county, a ministry and a corporation, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.markup import Marks
from generator.notation.money import DEFAULT_SOURCES, FundingSource


@dataclass(frozen=True, slots=True)
class House:
    """Settings that reading and printing need.

    `sources` are the funding sources in the order of the office, `marks` the bullets of each level, `unit` the money
    unit where a table names none, `rate_decimals` the decimals of a computed rate (rounded half up).
    """

    sources: tuple[FundingSource, ...] = DEFAULT_SOURCES
    marks: Marks = field(default_factory=Marks)
    unit: str = "천원"
    rate_decimals: int = 1
