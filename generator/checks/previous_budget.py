"""전년도 예산액: what last year's report gave as its budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.reading.budget_table import UnitBudget, unit_budgets
from generator.checks.reading.succession import successions
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity


def _look(subjects: Sequence[Subject]) -> Iterator[Relation]:
    for succession in successions(subjects):
        last_year: dict[str, list[UnitBudget]] = {}
        for earlier in succession.earlier:
            for unit in unit_budgets(earlier.tables, earlier.house):
                last_year.setdefault(unit.bare, []).append(unit)
        for unit in unit_budgets(succession.subject.tables, succession.subject.house):
            same = last_year.get(unit.bare, [])
            if len(same) == 1:
                yield from _compare(unit, same[0])


def _compare(unit: UnitBudget, before: UnitBudget) -> Iterator[Relation]:
    previous, budget = unit.previous, before.budget
    if previous is None or budget is None or not previous.is_written:
        return
    worth = previous.worth
    yield Relation(
        label=f"'{unit.name}'의 전년도 예산액",
        written=previous.value / worth,
        computed=budget.value / worth,
        at=previous.at,
        formula="지난해 보고서의 예산액",
        unit=previous.unit,
        tolerance=max(worth, budget.worth) / 2 / worth if worth != budget.worth else worth * 0,
        related=(Related(budget.at, "지난해 보고서의 예산액입니다."),),
        remark="추경으로 달라졌으면 '최종예산'이라고 밝히세요.",
    )


RULE = Rule(
    code="previous-budget",
    title="전년도 예산액은 지난해 보고서의 예산액과 같습니다.",
    reason="지난해 적은 값과 다르면 증감을 믿을 수 없습니다.",
    source="예산서 서식의 관례",
    group=Group.CONTINUITY,
    severity=Severity.WARNING,
    archive=_look,
    example="2021년 보고서의 예산액 702,375, 2022년 보고서의 전년도 예산액 720,375",
    corrected="2021년 보고서의 예산액 702,375, 2022년 보고서의 전년도 예산액 702,375",
)
