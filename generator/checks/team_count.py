"""Organisation charts: the number of teams that is written is the number of teams drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.organization import OrganizationUnit
from generator.checks.reading.organization import charts, units
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import fold_width

_COUNT = re.compile(r"\(?\s*(?P<number>\d{1,2})\s*\)?\s*개?\s*(?P<kind>팀|과|실|국|본부|처|센터|담당|부|소)")


def _look(subject: Subject) -> Iterator[Relation]:
    for chart in charts(subject.loaded):
        for unit in units(chart):
            yield from _judge(unit)


def _judge(unit: OrganizationUnit) -> Iterator[Relation]:
    if unit.note is None or not unit.units:
        return
    for found in _COUNT.finditer(fold_width(unit.note.text)):
        below = [u.name.text.strip() for u in unit.units]
        counted = [name for name in below if name.endswith(found["kind"])]
        if counted:
            yield Relation(
                label=f"'{unit.name.text.strip()}'의 {found['kind']} 수",
                written=Decimal(found["number"]),
                computed=Decimal(len(counted)),
                at=unit.note.locate(*found.span("number")),
                formula=", ".join(counted),
                unit="개",
            )


RULE = Rule(
    code="team-count",
    title="조직도에 적은 팀의 수는 아래에 있는 팀의 수와 같습니다.",
    reason="팀이 늘거나 줄었는데 수를 고치지 않으면 조직을 잘못 알립니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.ERROR,
    report=_look,
    example="조직도:\n  이름: 일자리과\n  설명: (3)개팀\n  하위: [{이름: 창출팀}, {이름: 지원팀}]",
    corrected="조직도:\n  이름: 일자리과\n  설명: (2)개팀\n  하위: [{이름: 창출팀}, {이름: 지원팀}]",
)
