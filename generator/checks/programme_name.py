"""Names of programmes: the same in tables, headings and schedules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.reading.alignment import aligned
from generator.checks.reading.matrix import Matrix, is_total
from generator.checks.reading.statement import Kind, Statement
from generator.checks.reading.title import bare_title, is_near, is_repeated, title_of_cell
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity, Span
from generator.notation.particle import with_particle
from generator.source import Scalar

_PLAN, _SCHEDULE = re.compile(r"추진\s?계획"), re.compile(r"추진\s?일정")
_HINT = "같은 사업이면 이름을 똑같이 적으세요. 다른 사업이면 이름을 더 다르게 적으세요."


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    at: Span

    @property
    def bare(self) -> str:
        return bare_title(self.text)


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    programmes = [_Title(p.title, p.model.title.at) for p in subject.programmes]
    sections = [_Title(" ".join(t.text.split()), t.at) for t in _sections(subject)]
    for placed in subject.tables:
        found = placed.matrix
        repeated = [*_repeated(found, programmes), *_repeated(found, sections)]
        yield from repeated
        if not repeated:
            yield from _near(found, programmes)
    for programme in subject.programmes:
        yield from _schedule(subject.statements_of(programme))


def _sections(subject: Subject) -> Iterator[Scalar]:
    """The titles directly above programmes, each once, in order."""
    above = {id(p.titles[-1]): p.titles[-1] for p in subject.programmes if len(p.titles) > 1}
    yield from above.values()


def _repeated(found: Matrix, titles: Sequence[_Title]) -> Iterator[Agreement | Trouble]:
    """A column of numbered names that repeats the titles of the report in their order."""
    for name in aligned(found, [title.text for title in titles]):
        yield from _compare([_Title(name.name, name.at)], [titles[name.title]])


def _near(found: Matrix, titles: Sequence[_Title]) -> Iterator[Agreement | Trouble]:
    """Names of rows that are a title, or nearly one."""
    known = {title.bare: title for title in titles}
    for row, line in enumerate(found.laid):
        cell = next((c for c in reversed(line) if c is not None and c.scope), None)
        name = title_of_cell(cell) if cell is not None else ""
        bare = bare_title(name)
        if cell is None or cell.at is None or is_total(found.names[row]) or cell.computed:
            continue
        if bare in known and len(bare) > 5:
            yield Agreement(cell.at)
        elif near := next((title for key, title in known.items() if is_near(bare, key)), None):
            yield _trouble(_Title(name, cell.at), near)


def _schedule(statements: Sequence[Statement]) -> Iterator[Agreement | Trouble]:
    """The schedule of a programme that repeats the items of its plan."""
    plan = [_item(s) for s in statements if _is_item(s) and _PLAN.search(s.heading)]
    schedule = [_item(s) for s in statements if _is_item(s) and _SCHEDULE.search(s.heading)]
    if is_repeated([title.bare for title in schedule], [title.bare for title in plan]):
        yield from _compare(schedule, plan)


def _is_item(statement: Statement) -> bool:
    return statement.kind is Kind.ITEM and statement.level == 1 and statement.row is None


def _item(statement: Statement) -> _Title:
    text = re.split(r"\s*:\s", statement.text)[0].strip()
    return _Title(text, statement.locate(0, len(text)))


def _compare(names: Sequence[_Title], titles: Sequence[_Title]) -> Iterator[Agreement | Trouble]:
    for name, title in zip(names, titles, strict=True):
        yield Agreement(name.at) if name.bare == title.bare else _trouble(name, title)


def _trouble(name: _Title, title: _Title) -> Trouble:
    message = f"{with_particle(name.text, '은/는', quote=True)} 다른 곳에서 '{title.text}'입니다."
    return Trouble(message, name.at, _HINT, related=(Related(title.at, "다르게 적힌 곳입니다."),))


RULE = Rule(
    code="programme-name",
    title="같은 사업은 어디에서나 같은 이름으로 적습니다.",
    reason="표와 제목의 사업 이름이 다르면 같은 사업인지 알 수 없고, 찾기에서도 빠집니다.",
    source="주요업무 보고의 관례",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="예산현황 표에는 '안정적인 일자리 지원', 사업명은 '안정적 일자리 지원'",
    corrected="예산현황 표와 사업명 모두 '안정적 일자리 지원'",
)
