"""Money that was spent: not more than there was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.reading.matrix import Matrix
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.unit import find_unit

_BUDGET = re.compile(r"예산현액|예산액|예산|최종예산(?:액)?")
_SPENT = re.compile(r"집행액|지출액|집행")
_AVAILABLE = "예산현액"
_BRACKETS = re.compile(r"\([^()]*\)")


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
    for column in found.numeric:
        base = _base_of(column, found)
        if base is None:
            continue
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


def _base_of(column: int, found: Matrix) -> int | None:
    """Give the column of what might be spent: under the same heads (the same year, say) and in the same unit."""
    above = _above(found.heads[column], _SPENT)
    if above is None:
        return None
    same = [
        other
        for other in found.numeric
        if _above(found.heads[other], _BUDGET) == above and _unit(found.heads[other]) == _unit(found.heads[column])
    ]
    return next((other for other in same if _AVAILABLE in _bare(found.heads[other][-1])), same[0] if same else None)


def _above(path: Sequence[str], name: re.Pattern[str]) -> tuple[str, ...] | None:
    """Give the heads above the one of this name; None where there is none."""
    bare = [_bare(head) for head in path]
    return next((tuple(bare[:depth]) for depth, head in enumerate(bare) if name.fullmatch(head)), None)


def _bare(head: str) -> str:
    return "".join(_BRACKETS.sub("", head).split())


def _unit(path: Sequence[str]) -> str:
    written = (text for head in path for text in _BRACKETS.findall(head))
    return next((text.strip("() ") for text in written if find_unit(text.strip("() "))), "")


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
