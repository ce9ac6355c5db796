"""Enumerations: nothing is listed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checks.reading.enumeration import Name, enumerations, names_in, plain_lists
from generator.checks.reading.labels import labelled_figures
from generator.checks.reading.statement import Kind, Statement, families
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity, Span
from generator.notation.number import fold_width
from generator.notation.particle import with_particle

_HINT = "다른 것을 적으려던 자리인지 확인하고, 겹친 것이면 하나를 지우세요."
_FURTHER = re.compile(r"추가|재선정|신규|변경|확대")


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    """The same bracket may be read in more than one way; a place is told once."""
    seen: set[Span] = set()
    for found in _all(subject):
        if found.at not in seen:
            seen.add(found.at)
            yield found


def _all(subject: Subject) -> Iterator[Agreement | Trouble]:
    for found in enumerations(subject.statements):
        if len(found.names) > 1:
            yield from _judge(found.names, None if found.figure else Severity.WARNING)
    for names in plain_lists(subject.statements):
        yield from _judge(names, Severity.WARNING)
    for statement in subject.statements:
        if statement.kind in (Kind.ITEM, Kind.NOTE, Kind.TEXT, Kind.CELL):
            for labels in labelled_figures(statement):
                yield from _judge(labels, None)
    yield from _continued(subject.statements)


def _judge(names: Sequence[Name], severity: Severity | None) -> Iterator[Agreement | Trouble]:
    seen: dict[str, Name] = {}
    twice = False
    for name in names:
        key = "".join(name.text.split())
        if key in seen:
            twice = True
            yield _trouble(name, seen[key], severity)
        seen.setdefault(key, name)
    if not twice:
        first = names[0]
        yield Agreement(first.statement.locate(first.start, names[-1].end if _same_line(names) else first.end))


def _same_line(names: Sequence[Name]) -> bool:
    return all(name.statement is names[0].statement for name in names)


def _trouble(name: Name, first: Name, severity: Severity | None) -> Trouble:
    related = Related(first.statement.locate(first.start, first.end), "먼저 나온 자리입니다.")
    message = f"{with_particle(name.text, '이/가', quote=True)} 두 번 나옵니다."
    return Trouble(message, name.statement.locate(name.start, name.end), _HINT, None, severity, (related,))


def _continued(statements: Sequence[Statement]) -> Iterator[Agreement | Trouble]:
    """Lists under headings that go on with an earlier one (`2020년 … 선정`, `2020년 … 추가 선정`), label by label."""
    known: dict[tuple[int, str, str], dict[str, Name]] = {}
    for parent, children in families(statements):
        subject = "".join(_FURTHER.sub("", fold_width(parent.text)).split())
        if not re.match(r".*\d{4}년", subject):
            continue
        further = bool(_FURTHER.search(parent.text))
        for child in children:
            label = re.match(r"(?P<label>[^:,()]{1,20}?)\s*:\s*", fold_width(child.text))
            read = names_in(child, label.end(), len(child.text)) if label else None
            if label is None or read is None:
                continue
            key = id(parent.scalar), subject, "".join(label["label"].split())
            earlier = known.setdefault(key, {})
            again = [name for name in read[0] if further and name.text in earlier]
            for name in again:
                yield _trouble(name, earlier[name.text], Severity.WARNING)
            if further and earlier and not again:
                yield Agreement(child.locate(0, len(child.text)))
            earlier.update({name.text: name for name in read[0]})


RULE = Rule(
    code="list-duplicate",
    title="한 목록에 같은 것을 두 번 적지 않습니다.",
    reason="겹친 이름은 다른 이름을 잘못 옮긴 것이기 쉽고, 수를 셀 때 틀리게 됩니다.",
    source="통계의 관례",
    group=Group.LISTS,
    severity=Severity.ERROR,
    report=_look,
    example="- 지원(6년차 1개소, 5년차 1개소, 5년차 1개소)",
    corrected="- 지원(6년차 1개소, 5년차 1개소, 4년차 1개소)",
)
