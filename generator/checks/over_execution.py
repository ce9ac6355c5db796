"""Money that was spent: not more than there was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.reading.matrix import Matrix
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_BUDGET = re.compile(r"예산현액|예산액|예산|최종예산(?:액)?")
_SPENT = re.compile(r"집행액|지출액|집행")


def _look(subject: Subject) -> Iterator[Relation]:
    for programme in subject.programmes:
        for budget in programme.budgets:
            if budget.spent is not None:
                yield Relation(
                    "집행액",
                    budget.spent.money.value,
                    budget.planned.money.value,
                    budget.spent.at,
                    formula="예산액",
                    unit=budget.unit,
                    comparison=Comparison.AT_MOST,
                )
    for placed in subject.tables:
        yield from _table(placed.matrix)


def _table(found: Matrix) -> Iterator[Relation]:
    titles = [["".join(re.sub(r"\([^()]*\)", "", text).split()) for text in path] for path in found.heads]
    planned = [c for c in found.numeric if titles[c] and _BUDGET.fullmatch(titles[c][-1])]
    spent = [c for c in found.numeric if any(_SPENT.fullmatch(text) for text in titles[c])]
    if not planned:
        return
    base = next((c for c in planned if titles[c][-1] == "예산현액"), planned[0])
    for column in spent:
        for row in range(len(found.names)):
            limit, place = found.cells[row][base], found.cells[row][column]
            if limit and place and place.at and place.is_written:
                label = f"'{found.names[row]}'의 {found.title_of(column)}"
                yield Relation(
                    label,
                    place.value,
                    limit.value,
                    place.at,
                    formula=found.title_of(base),
                    comparison=Comparison.AT_MOST,
                )


RULE = Rule(
    code="over-execution",
    title="집행액은 예산액을 넘지 않습니다.",
    reason="예산을 넘는 집행은 있을 수 없으므로 둘 가운데 하나가 틀렸습니다.",
    source="「지방재정법」 제47조(예산의 목적 외 사용금지)와 「지방회계법」의 지출 절차",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="예산액: 1,000 (구 1,000)\n집행액: 1,200 (구 1,200)",
    corrected="예산액: 1,200 (구 1,200)\n집행액: 1,000 (구 1,000)",
)
