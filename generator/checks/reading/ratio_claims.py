"""Percentages that can be recomputed: execution rates of budgets, rate columns of tables, `목표 … 대비 109%` in prose.

A report rounds by one rule. Which one it is, its own percentages tell: those that only rounding half up explains are
counted against those that only cutting off explains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.reading.figure import Figure, decimals, find_figures, shown_unit
from generator.checks.reading.programme import PlacedProgramme
from generator.checks.reading.rate_columns import rate_columns
from generator.checks.reading.statement import Kind, Statement
from generator.checks.reading.table_place import PlacedTable
from generator.diagnostics import Span
from generator.notation.number import EXACT, fold_width, format_number
from generator.notation.percent import Rounding, parse_percent

_PERCENT = r"(?P<percent>\d[\d,]*(?:\.\d+)?)\s?%"
_AGAINST = re.compile(rf"\s*(?:대비|의)\s*(?:약\s*)?{_PERCENT}\s*(?P<way>[가-힣]{{0,2}})")
_OUT_OF = re.compile(rf"\s*(?:중|가운데)(?:에서|의)?\s*{_PERCENT}")
_IN_BRACKET = re.compile(rf"\s*\(\s*(?:[가-힣]*[률율]\s*:?\s*)?{_PERCENT}[^()]*\)")
_OUT_OF_WORD = re.compile(r"\s*(?:중|가운데)(?:에서)?\s")
_QUOTIENT = re.compile(rf"{_PERCENT}\s*\(\s*(?:[가-힣\s]{{0,12}})$")
_OVER = re.compile(r"\s*[/÷]\s*(?:[가-힣\s]{0,12})$")
_GOAL = re.compile(r"(?:목표|계획|정원)(?:액|인원|량)?\s*:?\s*$")
_MORE = re.compile(r"증가|상승|증|확대|성장|신장|초과")
_LESS = re.compile(r"감소|하락|감|절감|축소|단축")


@dataclass(frozen=True, slots=True)
class RatioClaim:
    """A written percentage with the exact one, and how that was computed, in Korean."""

    label: str
    written: Decimal
    exact: Decimal
    at: Span
    formula: str

    def rounded(self, rounding: Rounding) -> Decimal:
        """Give the exact percentage with as many decimals as were written."""
        unit = Decimal(1).scaleb(-decimals(self.written))
        return self.exact.quantize(unit, rounding=rounding.value, context=EXACT)


def ratio_claims(
    programmes: Iterable[PlacedProgramme], tables: Iterable[PlacedTable], statements: Iterable[Statement]
) -> Iterator[RatioClaim]:
    """Find all percentages of a report that can be recomputed."""
    for programme in programmes:
        yield from _budget_rates(programme)
    for placed in tables:
        for rate in rate_columns(placed.matrix):
            yield RatioClaim(rate.label, rate.written, rate.exact, rate.at, rate.formula)
    for statement in statements:
        if statement.kind in (Kind.ITEM, Kind.NOTE, Kind.TEXT, Kind.CELL) and "%" in fold_width(statement.text):
            yield from _in_prose(statement)


def usual_rounding(claims: Sequence[RatioClaim]) -> Rounding:
    """Tell how a report rounds; half up, the house style, where nothing tells."""
    up = down = 0
    for claim in claims:
        fits_up = claim.written == claim.rounded(Rounding.HALF_UP)
        fits_down = claim.written == claim.rounded(Rounding.DOWN)
        up += fits_up and not fits_down
        down += fits_down and not fits_up
    return Rounding.DOWN if down > up else Rounding.HALF_UP


def percent_of(part: Decimal, whole: Decimal) -> Decimal | None:
    """Give the exact percentage; None of nothing."""
    return EXACT.divide(EXACT.multiply(part, Decimal(100)), whole) if whole else None


def _budget_rates(programme: PlacedProgramme) -> Iterator[RatioClaim]:
    for budget in programme.budgets:
        written = parse_percent(budget.rate.text) if budget.rate else None
        if budget.rate is None or budget.spent is None or written is None:
            continue
        spent, planned = budget.spent.money.value, budget.planned.money.value
        exact = percent_of(spent, planned)
        if exact is not None:
            formula = f"집행액 {format_number(spent)} ÷ 예산액 {format_number(planned)}"
            yield RatioClaim("집행률", written, exact, budget.rate.locate(0, len(budget.rate.text)), formula)


def _in_prose(statement: Statement) -> Iterator[RatioClaim]:
    text = fold_width(statement.text)
    figures = find_figures(statement.text)
    for index, figure in enumerate(figures):
        earlier = [f for f in figures[:index] if f.unit == figure.unit and not f.is_hedged]
        if figure.is_hedged:
            continue
        if (found := _AGAINST.match(text, figure.end)) and earlier:
            yield from _claim(statement, found, _change(found["way"], earlier[-1], figure))
        elif found := _written_quotient(text, figures[index - 1] if index else None, figure):
            yield from _claim(statement, found, (figures[index - 1], figure, Decimal(0)))
        elif (found := _OUT_OF.match(text, figure.end)) and earlier:
            yield from _claim(statement, found, (earlier[-1], figure, Decimal(0)))
        elif found := _IN_BRACKET.match(text, figure.end):
            whole = next((f for f in reversed(earlier) if _is_whole(text, f)), None)
            if whole is not None:
                yield from _claim(statement, found, (figure, whole, Decimal(0)))


def _change(way: str, part: Figure, whole: Figure) -> tuple[Figure, Figure, Decimal]:
    """The third member is 1 for `10% 증가`, -1 for `10% 감소`, 0 for a plain quotient."""
    return part, whole, Decimal(1 if _MORE.match(way) else -1 if _LESS.match(way) else 0)


def _written_quotient(text: str, part: Figure | None, whole: Figure) -> re.Match[str] | None:
    """`98.5%(급수인구 12,340명/총인구 12,527명)`: the quotient is written out in the bracket."""
    if part is None or part.unit != whole.unit or not _OVER.fullmatch(text, part.end, whole.start):
        return None
    return _QUOTIENT.search(text, 0, part.start)


def _is_whole(text: str, figure: Figure) -> bool:
    return bool(_OUT_OF_WORD.match(text, figure.end) or _GOAL.search(text[max(0, figure.start - 8) : figure.start]))


def _claim(statement: Statement, found: re.Match[str], terms: tuple[Figure, Figure, Decimal]) -> Iterator[RatioClaim]:
    part, whole, way = terms
    exact = percent_of(part.value, whole.value)
    if exact is None:
        return
    if way:
        exact = (exact - 100) * way
    unit, worth = shown_unit(whole)
    formula = f"{format_number(part.value / worth)}{unit} ÷ {format_number(whole.value / worth)}{unit}"
    if way:
        formula = f"({formula}) - 1" if way > 0 else f"1 - ({formula})"
    written = Decimal(found["percent"].replace(",", ""))
    yield RatioClaim(
        "비율", written, exact, statement.locate(found.start("percent"), found.end("percent") + 1), formula
    )
