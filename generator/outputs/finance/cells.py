"""Figures of records as cells of a table."""

from __future__ import annotations

from decimal import Decimal

from generator.notation.number import format_number
from generator.notation.percent import format_percent
from generator.outputs.charts.data_table import NOTHING, DataCell
from generator.outputs.charts.labels import NBSP
from generator.records.kinds import Money, Source


def money_cell(money: Money | None, source: Source) -> DataCell:
    """Print an amount in thousand won with the way to its place."""
    return DataCell(format_number(money.value), source.href, money.computed) if money else NOTHING


def rate_cell(rate: Decimal | None, source: Source, computed: bool) -> DataCell:
    """Print a rate for a column whose head carries the percent sign."""
    return DataCell(format_percent(rate, sign=False), source.href, computed) if rate is not None else NOTHING


def basis_text(basis: str) -> str:
    """Say as of when a figure holds, a date never broken over lines: `8. 31. 기준`."""
    return f"{date_text(basis)} 기준"


def date_text(basis: str) -> str:
    """Print a basis date alone, so that it stays on one line."""
    return basis.removesuffix("기준").strip().replace(" ", NBSP)
