"""The department's name: the same in the organisation chart and in the list of departments."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.organization import charts, units
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    name = subject.document.department
    wanted = "".join(name.split())
    institution = "".join(subject.document.institution.split())
    for chart in charts(subject.loaded):
        written = "".join(chart.name.text.split())
        below = {"".join(unit.name.text.split()) for unit in units(chart)}
        # The chart of an agency begins with the agency, the department is one of its units.
        if wanted in below or institution.endswith(written) or wanted.endswith(written) or written.endswith(wanted):
            yield Agreement(chart.name.at)
        else:
            shown = with_particle(chart.name.text.strip(), "이/가", quote=True)
            message = f"조직도의 {shown} 부서 이름 {with_particle(name, '과/와', quote=True)} 다릅니다."
            hint = "조직도의 이름을 고치거나, 부서 이름이 바뀌었으면 organization.yml에 새 부서를 적으세요."
            yield Trouble(message, chart.name.at, hint)


RULE = Rule(
    code="department-name",
    title="조직도의 부서 이름은 보고서의 부서 이름과 같습니다.",
    reason="지난해 보고서를 베끼다 보면 옛 부서 이름이 남습니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="부서가 '일자리경제과'인 보고서의 조직도 이름: 일자리정책과",
    corrected="부서가 '일자리경제과'인 보고서의 조직도 이름: 일자리경제과",
)
