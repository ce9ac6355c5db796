"""Who pays what: the shares of an amount make the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.reading.splits import WrittenSplit, splits
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import format_number

# Budgets are kept in thousand won; greater units are rounded figures.
_ADMITTED = re.compile(r"단수\s?처리|단수\s?차이|반올림")
_ROUNDED_UNITS = frozenset({"백만원", "천만원", "억원", "십억원", "백억원", "천억원", "조원"})


def _look(subject: Subject) -> Iterator[Relation]:
    admitted = any(_ADMITTED.search(statement.text) for statement in subject.statements)
    for found in splits(subject.statements, subject.house.sources):
        if found.shares and found.total is not None:
            yield _relation(found, found.statement.keys[-1], admitted)


def _relation(found: WrittenSplit, key: str, admitted: bool) -> Relation:
    total = sum((value for _, value in found.shares), Decimal(0))
    name = key if key in ("예산액", "집행액", "소요예산") else "금액"
    rounded = found.unit in _ROUNDED_UNITS or found.step < 1
    assert found.total is not None
    near = rounded and abs(found.total - total) <= found.step * len(found.shares) / 2
    return Relation(
        label=f"'{name}'" if name != "금액" else "재원별 금액의 합",
        written=found.total,
        computed=total,
        at=found.statement.locate(found.start, found.end),
        formula=" + ".join(f"{source.label} {format_number(value)}" for source, value in found.shares),
        unit=found.unit,
        tolerance=found.step * len(found.shares) / 2 if near and admitted else Decimal(0),
        remark="반올림 때문이면 '※ 단수처리로 합계가 맞지 않을 수 있음'이라고 밝히세요." if near else "",
    )


RULE = Rule(
    code="funding-sum",
    title="재원별 금액을 더하면 그 금액과 같습니다.",
    reason="국비, 시비, 구비를 더한 값이 예산액이나 집행액과 다르면 누가 얼마를 부담하는지 알 수 없습니다.",
    source="「지방재정법」의 재원 구분, 예산서 서식의 관례",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="집행액: 15,000 (시 17,000)",
    corrected="집행액: 15,000 (시 15,000)",
)
