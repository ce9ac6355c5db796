"""Labels of funding sources in a table: each is one of the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.reading.statement import Kind, Statement
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.funding import find_source, nearest_source
from generator.notation.number import fold_width
from generator.notation.particle import with_particle

_LABEL = re.compile(r"\(\s*(?P<label>[가-힣]{1,6}[비금])\s*\)")
# Costs that look like a source with one letter changed.
_COSTS = frozenset({"식비", "여비", "회비", "학비", "차비", "경비", "잡비", "설비", "장비", "정비", "세비", "수당금"})


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    tables: dict[tuple[int, int], list[tuple[Statement, re.Match[str]]]] = {}
    for statement in subject.statements:
        if statement.kind is Kind.CELL and statement.row is not None:
            labels = _LABEL.finditer(fold_width(statement.text))
            tables.setdefault((id(statement.scalar), statement.row[0]), []).extend((statement, m) for m in labels)
    for labels_of_table in tables.values():
        yield from _judge(subject, labels_of_table)


def _judge(subject: Subject, labels: list[tuple[Statement, re.Match[str]]]) -> Iterator[Agreement | Trouble]:
    """Only a table that names two sources is about sources; there a word like one of them is a slip."""
    sources = subject.house.sources
    known = {source.name for _, found in labels if (source := find_source(found["label"], sources))}
    if len(known) < 2:
        return
    for statement, found in labels:
        at = statement.locate(*found.span("label"))
        if find_source(found["label"], sources):
            yield Agreement(at)
        elif found["label"] not in _COSTS and (near := nearest_source(found["label"], sources)):
            message = f"{with_particle(found['label'], '은/는', quote=True)} 이 기관의 재원이 아닙니다."
            listed = ", ".join(source.name for source in sources)
            hint = f"{with_particle(near.name, '을/를', quote=True)} 쓰려던 것입니까? 쓸 수 있는 재원: {listed}"
            yield Trouble(message, at, hint)


RULE = Rule(
    code="funding-source",
    title="표에 적은 재원은 이 기관의 재원입니다.",
    reason="재원의 이름이 틀리면 누가 부담하는지 알 수 없습니다.",
    source="「지방재정법」의 재원 구분, 이 기관의 organization.yml",
    group=Group.CONSISTENCY,
    severity=Severity.ERROR,
    report=_look,
    example="| 사업비 | (국비)100 | (사비)200 | (구비)100 |",
    corrected="| 사업비 | (국비)100 | (시비)200 | (구비)100 |",
)
