"""Funding ratios: they make 100, and they agree with the amounts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.checks.reading.figure import decimals
from generator.checks.reading.ratio_claims import percent_of
from generator.checks.reading.splits import WrittenSplit, splits
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.funding import FundingSource
from generator.notation.number import format_number

_BUDGET_TOLERANCE = Decimal(1)
"""A programme's budget may hold a little beside what a ratio of sources is agreed for."""


def _look(subject: Subject) -> Iterator[Relation]:
    found = splits(subject.statements, subject.house.sources)
    by_table: dict[tuple[int, int], list[WrittenSplit]] = {}
    for split in found:
        if split.statement.row is not None and split.shares:
            by_table.setdefault((id(split.statement.scalar), split.statement.row[0]), []).append(split)
    for split in found:
        if split.ratios:
            yield from _whole(split)
            yield from _against(split, split)
            for amounts in _beside(split, by_table):
                yield from _against(split, amounts)
    yield from _budgets(subject, found)


def _whole(split: WrittenSplit) -> Iterator[Relation]:
    if len(split.ratios) < 2:
        return
    total = sum(percent for _, percent in split.ratios)
    listed = " + ".join(f"{source.label} {format_number(percent)}" for source, percent in split.ratios)
    yield Relation(
        label="재원 비율의 합",
        written=Decimal(total),
        computed=Decimal(100),
        at=split.statement.locate(split.start, split.end),
        formula=listed,
        unit="%",
        # Somebody may pay a rest that is not named.
        severity=Severity.WARNING if total < 100 else None,
    )


def _beside(split: WrittenSplit, by_table: Mapping[tuple[int, int], Sequence[WrittenSplit]]) -> Iterator[WrittenSplit]:
    """Amounts in the same column of the same table, where one row gives the ratio and another the amounts."""
    place = split.statement.row
    if place is None:
        return
    for other in by_table.get((id(split.statement.scalar), place[0]), ()):
        there = other.statement.row
        same = other.statement.column == split.statement.column or (there is not None and there[1] == place[1])
        if other is not split and same:
            yield other


def _against(split: WrittenSplit, amounts: WrittenSplit) -> Iterator[Relation]:
    total = amounts.total
    for source, percent in split.ratios:
        share = _share(amounts.shares, source, complete=len(split.ratios) > 1 or percent == 100)
        exact = percent_of(share, total) if share is not None and total else None
        if exact is None or share is None or total is None or not amounts.shares:
            continue
        yield _relation(split, source, percent, exact, f"{format_number(share)} ÷ {format_number(total)}")


def _share(shares: Sequence[tuple[FundingSource, Decimal]], source: FundingSource, *, complete: bool) -> Decimal | None:
    return next((value for known, value in shares if known == source), Decimal(0) if complete else None)


def _relation(
    split: WrittenSplit,
    source: FundingSource,
    percent: Decimal,
    exact: Decimal,
    formula: str,
    tolerance: Decimal | None = None,
) -> Relation:
    places = decimals(percent)
    return Relation(
        label=f"{source.name} 비율",
        written=percent,
        computed=exact.quantize(Decimal(1).scaleb(-places - 1)),
        at=split.statement.locate(split.start, split.end),
        formula=formula,
        unit="%",
        tolerance=tolerance or Decimal(1).scaleb(-places) / 2,
        severity=Severity.WARNING if tolerance else None,
    )


def _budgets(subject: Subject, found: Sequence[WrittenSplit]) -> Iterator[Relation]:
    """A ratio on a line of its own speaks of the programme's whole budget, where no other ratio is told."""
    alone: dict[int, list[WrittenSplit]] = {}
    for split in found:
        if split.total is None and split.statement.row is None:
            alone.setdefault(id(split.statement), []).append(split)
    for programme in subject.programmes:
        own = [split for s in subject.statements_of(programme) for split in alone.get(id(s), ())]
        budgets = [b for b in programme.budgets if b.planned.money.shares]
        if len(own) != 1 or len(budgets) != 1 or len(own[0].ratios) < 2:
            continue
        money = budgets[0].planned.money
        for source, percent in own[0].ratios:
            share = sum((s.value for s in money.shares if s.source == source), Decimal(0))
            if exact := percent_of(share, money.value):
                formula = f"예산 {format_number(share)} ÷ {format_number(money.value)}"
                yield _relation(own[0], source, percent, exact, formula, _BUDGET_TOLERANCE)


RULE = Rule(
    code="funding-ratio",
    title="재원 비율은 더해서 100%이고, 재원별 금액과 맞습니다.",
    reason="국비와 시비, 구비의 부담 비율은 보조금의 조건이므로 금액과 어긋나면 안 됩니다.",
    source="「보조금 관리에 관한 법률」 제9조·제10조(기준보조율)",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="- 사업비: 84,000천원(국 70% 시 20% 구 15%)",
    corrected="- 사업비: 84,000천원(국 70% 시 15% 구 15%)",
)
