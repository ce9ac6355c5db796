"""Unit price times count: the result that is written is the result of the calculation."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.reading.price import Price, prices
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity


def _look(subject: Subject) -> Iterator[Relation]:
    for price in prices(subject.statements):
        if price.computed is not None:
            yield _relation(price, price.computed)


def _relation(price: Price, computed: Decimal) -> Relation:
    return Relation(
        label="산출 금액",
        written=price.written / price.worth,
        computed=computed / price.worth,
        at=price.statement.locate(price.start, price.end),
        formula=price.calculation,
        unit=price.unit,
        # What is left of a smaller unit was rounded or cut off.
        tolerance=Decimal(1) - Decimal(1) / price.worth if price.worth > 1 and computed % price.worth else Decimal(0),
    )


RULE = Rule(
    code="unit-price",
    title="단가에 수량을 곱하면 적힌 금액이 됩니다.",
    reason="산출근거가 틀리면 예산이 남거나 모자랍니다.",
    source="「지방자치단체 예산편성 운영기준」의 산출기초 작성 요령",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="- 8년차 2개소 59,500,000원*2개소 = 129,000천원",
    corrected="- 8년차 2개소 59,500,000원*2개소 = 119,000천원",
)
