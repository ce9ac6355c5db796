"""Names of teams: who is named as responsible stands in the organisation chart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.reading.organization import charts, facilities, units
from generator.checks.reading.pieces import cut
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.fields import nearest
from generator.notation.particle import with_particle
from generator.source import Scalar

_TEAM = re.compile(r"[가-힣A-Za-z0-9·․\s]{1,20}(?:팀|과|실|센터|담당)")


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    known = {
        "".join(unit.name.text.split()): unit.name.text.strip()
        for chart in charts(subject.loaded)
        for unit in units(chart)
    }
    if len(known) < 2:
        return
    for programme in subject.programmes:
        if programme.model.team is not None:
            yield from _judge(programme.model.team, known)
    for block in facilities(subject.loaded):
        for member in (member for members in block.groups.values() for member in members):
            if member.remark is not None and _names_teams(member.remark.text):
                yield from _judge(member.remark, known)


def _names_teams(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return all(line.endswith("팀") for line in lines)


def _judge(scalar: Scalar, known: dict[str, str]) -> Iterator[Agreement | Trouble]:
    for piece in cut(scalar.text, separators=",，、/\n"):
        if not _TEAM.fullmatch(piece.text):
            continue
        at = scalar.locate(piece.start, piece.end)
        # `농정과 농정팀`: the department may stand before its team.
        if "".join(piece.text.split()) in known or piece.text.split()[-1] in known:
            yield Agreement(at)
            continue
        near = nearest(piece.text, known.values())
        guess = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
        message = f"{with_particle(piece.text, '이/가', quote=True)} 조직도에 없습니다."
        yield Trouble(message, at, f"{guess}조직도에 있는 이름: {', '.join(known.values())}")


RULE = Rule(
    code="team-name",
    title="담당팀의 이름은 조직도에 있습니다.",
    reason="없는 팀이 적혀 있으면 누구에게 물어야 할지 알 수 없습니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="담당팀: 일자리창츌팀",
    corrected="담당팀: 일자리창출팀",
)
