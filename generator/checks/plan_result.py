"""Last year's plan: each planned programme has its result, or is said to have been dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.reading.programme import PlacedProgramme
from generator.checks.reading.succession import index_of, kind_of, successions
from generator.checks.reading.title import bare_title
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity


def _look(subjects: Sequence[Subject]) -> Iterator[Agreement | Trouble]:
    planned = _same_year_plans(subjects)
    for succession in successions(subjects):
        if "실적" in succession.subject.document.kind:
            plans = [(s, p) for s in succession.earlier for p in s.programmes if s.is_plan_beside_results(p.keys)]
            yield from _judge(succession.subject, succession.beside, plans)
    for subject, plans in planned:
        yield from _judge(subject, tuple(s for s in subjects if s.year == subject.year), plans)


def _same_year_plans(subjects: Sequence[Subject]) -> list[tuple[Subject, list[tuple[Subject, PlacedProgramme]]]]:
    """A plan and a results report of one department and year: `추진계획` in spring, `추진실적` in autumn."""
    made = []
    for subject in subjects:
        if "실적" not in subject.document.kind:
            continue
        plans = [
            (other, programme)
            for other in subjects
            if other is not subject
            and (other.year, other.document.department_slug) == (subject.year, subject.document.department_slug)
            for programme in other.programmes
            if "계획" in kind_of(other, programme)
        ]
        if plans:
            made.append((subject, plans))
    return made


def _judge(
    subject: Subject, beside: Sequence[Subject], plans: Sequence[tuple[Subject, PlacedProgramme]]
) -> Iterator[Agreement | Trouble]:
    by_id, by_title = index_of([s for s in beside if "실적" in s.document.kind])
    report = subject.loaded.report
    for _, plan in plans:
        name = plan.model.id.text.strip()
        found = by_id.get(name) or by_id.get(name.removesuffix("-plan")) or by_title.get(bare_title(plan.title))
        if found is not None:
            yield Agreement(found.model.title.at)
        elif report is not None:
            message = f"계획한 사업 '{plan.title}'의 실적이 없습니다."
            hint = "추진실적에 같은 id로 사업을 적으세요. 하지 않았으면 하지 않은 까닭을 적습니다."
            yield Trouble(message, report.title.at, hint, related=(Related(plan.model.title.at, "계획입니다."),))


RULE = Rule(
    code="plan-result",
    title="지난 계획의 사업은 실적에 나옵니다.",
    reason="계획만 있고 실적이 없으면 하지 않은 것인지, 빠뜨린 것인지 알 수 없습니다.",
    source="「지방자치법」 제49조·제51조에 따른 구의회 보고의 관례",
    group=Group.CONTINUITY,
    severity=Severity.WARNING,
    archive=_look,
    example="2021년 보고서에 2022년 계획 '우리동네 상담소'가 있는데 2022년 보고서에 그 사업이 없음",
    corrected="2022년 보고서의 추진실적에 '우리동네 상담소'를 적음",
)
