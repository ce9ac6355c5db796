"""A programme's cost in its text and its budget: one amount."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.cost import Cost, cost_of
from generator.checks.reading.figure import shown_unit
from generator.checks.reading.programme import PlacedProgramme, ProgrammeBudget
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.notation.unit import convert


def _look(subject: Subject) -> Iterator[Relation]:
    for programme in subject.programmes:
        cost = cost_of(subject.statements_of(programme))
        if cost and len(programme.budgets) == 1:
            yield from _compare(programme, programme.budgets[0], cost)


def _compare(programme: PlacedProgramme, budget: ProgrammeBudget, cost: Cost) -> Iterator[Relation]:
    amount, statement = cost.amount, cost.statement
    if budget.is_partial:
        return
    unit, worth = shown_unit(amount)
    planned = convert(budget.planned.money.value, budget.unit, "원")
    own_step = convert(amount.step * 0 + 1, budget.unit, "원")
    yield Relation(
        label=f"'{programme.title}'의 사업비",
        written=amount.value / worth,
        computed=planned / worth,
        at=statement.locate(amount.start, amount.end),
        formula="사업의 예산액",
        unit=unit,
        tolerance=(amount.step / 2 if amount.step > own_step else own_step * 0) / worth,
        related=(Related(budget.planned.at, "사업의 예산액입니다."),),
        remark="한 해의 사업비가 아니라 전체면 '총사업비'라고 적으세요.",
    )


RULE = Rule(
    code="programme-amount",
    title="사업개요에 적은 사업비는 그 사업의 예산과 같습니다.",
    reason="같은 쪽에서 사업비와 예산액이 다르면 둘 가운데 하나는 지난해 것입니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="○ 사업비: 총 43백만원 (예산액 34,000천원인 사업)",
    corrected="○ 사업비: 총 34백만원 (예산액 34,000천원인 사업)",
)
