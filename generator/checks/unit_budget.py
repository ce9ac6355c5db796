"""A programme and the unit programme of the same name: one budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.reading.alignment import aligned
from generator.checks.reading.budget_table import UnitBudget, UnitFigure, table_unit, unit_budgets
from generator.checks.reading.cost import cost_of
from generator.checks.reading.figure import shown_unit
from generator.checks.reading.programme import BudgetAmount, PlacedProgramme
from generator.checks.reading.table_place import PlacedTable
from generator.checks.reading.title import bare_title, is_near
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.notation.unit import convert


def _look(subject: Subject) -> Iterator[Relation]:
    units = list(unit_budgets(subject.tables, subject.house))
    for programme in subject.programmes:
        bare = bare_title(programme.title)
        same = [unit for unit in units if unit.bare == bare or is_near(unit.bare, bare)]
        if len(same) == 1 and not subject.is_plan_beside_results(programme.keys):
            yield from _compare(programme, same[0])
    for placed in subject.tables:
        yield from _overview(subject, placed)


def _compare(programme: PlacedProgramme, unit: UnitBudget) -> Iterator[Relation]:
    for budget in programme.budgets[:1]:
        if budget.is_partial:
            continue
        yield from _relation("예산액", budget.planned, budget.unit, unit, unit.budget)
        if budget.spent:
            yield from _relation("집행액", budget.spent, budget.unit, unit, unit.spent)


def _overview(subject: Subject, placed: PlacedTable) -> Iterator[Relation]:
    """An overview that lists the programmes of the report in their order, with a column for the year."""
    found = placed.matrix
    column = next((c for c in found.numeric if re.match(rf"{subject.year}년?", found.name_of(c))), None)
    unit, won = table_unit(placed.table, subject.house)
    if column is None:
        return
    for name in aligned(found, [programme.title for programme in subject.programmes]):
        programme, place = subject.programmes[name.title], found.cells[name.row][column]
        cost = cost_of(subject.statements_of(programme))
        if cost is None or place is None or place.at is None:
            continue
        shown, worth = shown_unit(cost.amount)
        yield Relation(
            label=f"'{programme.title}'의 사업비",
            written=cost.amount.value / worth,
            computed=place.value * won / worth,
            at=cost.statement.locate(cost.amount.start, cost.amount.end),
            formula=f"총괄표의 '{name.name}'",
            unit=shown,
            tolerance=max(cost.amount.step, won) / 2 / worth if cost.amount.step != won else Decimal(0),
            related=(Related(place.at, f"총괄표의 값입니다(단위: {unit})."),),
        )


def _relation(
    label: str, amount: BudgetAmount, own_unit: str, unit: UnitBudget, figure: UnitFigure | None
) -> Iterator[Relation]:
    if figure is None:
        return
    worth = convert(figure.value, "원", own_unit)
    yield Relation(
        label=f"사업의 {label}",
        written=amount.money.value,
        computed=worth,
        at=amount.at,
        formula=f"예산현황 표의 '{unit.name}'",
        unit=own_unit,
        tolerance=convert(figure.worth, "원", own_unit) / 2 if figure.unit != own_unit else worth * 0,
        related=(Related(figure.at, "예산현황 표의 값입니다."),),
        remark="사업과 단위사업의 이름이 같으니 금액도 같아야 합니다. 일부만 적은 것이면 사업의 이름을 달리하세요.",
    )


RULE = Rule(
    code="unit-budget",
    title="단위사업과 이름이 같은 사업은 예산액과 집행액도 같습니다.",
    reason="예산현황 표와 사업 쪽의 금액이 다르면 어느 것이 예산인지 알 수 없습니다.",
    source="「지방재정법」의 사업예산제도(정책사업·단위사업·세부사업)",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="예산현황 표의 '안정적 일자리 지원' 728,991, 같은 이름의 사업 예산액 782,991",
    corrected="예산현황 표의 '안정적 일자리 지원' 728,991, 같은 이름의 사업 예산액 728,991",
)
