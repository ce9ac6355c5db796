"""One report's part of a life-line: the point that a programme, or a place of programs.yml, makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.document import Division, plain, walk_divisions
from generator.document.geometry import bare_name
from generator.fields import words
from generator.lifelines.kinds import Figure, LinePoint, Passage, Role, Stage
from generator.lifelines.people import people_of, role_of
from generator.lineage import FoundPlace, PlaceFigure
from generator.lineage.written import block_lines
from generator.notation.percent import format_percent
from generator.records.kinds import FundingShare, Measure, Money, ProgrammeRecord
from generator.records.place import Place

BUDGET, EXECUTION, RATE = "예산액", "집행액", "집행률"
PLANNED_PEOPLE, PEOPLE = "목표 인원", "참여 인원"
PURPOSE, TEXT = "목적", "적힌 글"

_LABELS = {
    Measure.BUDGET: (Role.BUDGET, BUDGET, "예산액"),
    Measure.PLAN: (Role.BUDGET, BUDGET, "소요예산"),
    Measure.EXECUTION: (Role.EXECUTION, EXECUTION, "집행액"),
    Measure.SETTLEMENT: (Role.EXECUTION, EXECUTION, "결산액"),
}
_BUDGET_NAMES = frozenset(("예산", "예산액", "소요예산", "사업비", "사업예산"))
_EXECUTION_NAMES = frozenset(("집행", "집행액", "결산", "결산액", "지출액"))
# Money is shown as figures, and what comes later or when is no part of what a programme is.
_AHEAD = "향후"
_NOT_TOLD = ("예산", _AHEAD, "일정")


def programme_point(record: ProgrammeRecord, place: Place, found: tuple[FoundPlace, ...]) -> LinePoint:
    """Give the point of a programme of its own. `place` is its division, `found` are further figures named for it."""
    stage = Stage.PLAN if record.planned else Stage.RESULT
    folder = record.source.folder
    money_at = replace(record.source, anchor=_money_anchor(place.division)).href
    figures = [*_amounts(record, money_at)]
    for count in people_of(place.division):
        role = _in_stage(count.role, stage)
        href = replace(record.source, anchor=count.anchor).href
        name = PLANNED_PEOPLE if role is Role.PLANNED_PEOPLE else PEOPLE
        figures.append(Figure(role, name, count.label, count.value, "명", count.text, href, computed=count.computed))
    for item in found:
        figures += [_further(figure, stage, folder) for figure in item.figures]
    return LinePoint(
        year=record.fiscal_year,
        stage=stage,
        source=record.source,
        report=place.document.title,
        title=record.title,
        department=record.department_name,
        institution=record.institution,
        team=record.team,
        basis=record.basis,
        host="",
        figures=_once(figures),
        passages=tuple(_passages(record, place.division)),
    )


def part_point(found: tuple[FoundPlace, ...], place: Place, name: str) -> LinePoint:
    """Give the point of a programme that is a part of another, from all its places there; `name` is its own."""
    first = found[0]
    division = first.division
    planned = Stage.PLAN if place.planned else Stage.RESULT
    figures = [_further(f, planned, place.source.folder) for one in found for f in one.figures]
    source = replace(place.source, anchor=first.anchor)
    stage = _stage(place, figures, first.anchor)
    told = () if place.programme is None and stage is not Stage.STATE else found
    passages = [Passage(TEXT, one.lines, replace(source, anchor=one.anchor).href) for one in told if one.lines]
    facts = division.programme
    if facts and facts.purpose and (first.place.column or first.place.row):
        passages.insert(0, Passage(PURPOSE, (plain(facts.purpose),), place.source.href))
    return LinePoint(
        year=first.year or place.fiscal_year,
        stage=stage,
        source=source,
        report=place.document.title,
        title=next((words(one.place.name) for one in found if one.place.name), name),
        department=place.document.department,
        institution=place.document.institution,
        team=facts.team if facts else "",
        basis="" if first.year else place.document.basis,
        host=plain(division.title),
        figures=_once(figures),
        passages=tuple(passages),
    )


def _stage(place: Place, figures: list[Figure], anchor: str) -> Stage:
    """A section is no programme: what it tells of one shows in the figures that it has. Results end with a topic of
    what is still to come (향후계획)."""
    if place.programme is not None:
        topic = next((t for t in walk_divisions((place.division,)) if t.id == anchor), place.division)
        return Stage.PLAN if place.planned or _AHEAD in plain(topic.title) else Stage.RESULT
    roles = {figure.role for figure in figures}
    return Stage.RESULT if Role.EXECUTION in roles else Stage.BUDGET if Role.BUDGET in roles else Stage.STATE


def _amounts(record: ProgrammeRecord, href: str) -> Iterator[Figure]:
    taken: set[Role] = set()
    for measure in (Measure.BUDGET, Measure.PLAN, Measure.EXECUTION, Measure.SETTLEMENT):
        money = record.amount(measure)
        role, name, label = _LABELS[measure]
        if money is not None and role not in taken:
            taken.add(role)
            yield _of_money(money, role, name, label, href)
    if record.rate is not None:
        text = format_percent(record.rate, None)
        yield Figure(Role.RATE, RATE, RATE, record.rate, "%", text, href, computed=record.rate_computed)


def _of_money(money: Money, role: Role, name: str, label: str, href: str) -> Figure:
    return Figure(role, name, label, money.value, "천원", money.text, href, money.shares, money.computed)


def _further(figure: PlaceFigure, stage: Stage, folder: str) -> Figure:
    stated = figure.stated
    role, name = _role(figure.measure, stated.unit, stated.is_money, stage)
    href = f"{folder}/index.html#{figure.anchor}"
    shares = tuple(FundingShare(share.source.name, share.source.short, share.value) for share in stated.shares)
    label = figure.label if role is not Role.OTHER else figure.measure
    return Figure(role, name, label, stated.value, stated.unit, stated.text, href, shares, figure.computed)


def _role(measure: str, unit: str, money: bool, stage: Stage) -> tuple[Role, str]:
    bare = bare_name(measure)
    if bare == RATE:
        return Role.RATE, RATE
    if money and bare in _BUDGET_NAMES:
        return Role.BUDGET, BUDGET
    if money and bare in _EXECUTION_NAMES:
        return Role.EXECUTION, EXECUTION
    role = Role.OTHER if money else _in_stage(role_of(measure, unit), stage)
    if role is Role.OTHER:
        return role, measure
    if role_of(measure, "") is Role.OTHER:
        return role, measure
    return role, PLANNED_PEOPLE if role is Role.PLANNED_PEOPLE else PEOPLE


def _in_stage(role: Role, stage: Stage) -> Role:
    """Whoever a plan counts is still to come."""
    return Role.PLANNED_PEOPLE if role is Role.PEOPLE and stage is Stage.PLAN else role


def _once(figures: list[Figure]) -> tuple[Figure, ...]:
    """What programs.yml names comes after what is read anyway, and takes its place."""
    return tuple({(figure.role, figure.name): figure for figure in figures}.values())


def _passages(record: ProgrammeRecord, division: Division) -> Iterator[Passage]:
    if record.purpose:
        yield Passage(PURPOSE, (record.purpose,), record.source.href)
    for topic in division.children:
        title = plain(topic.title)
        lines = tuple(line for block in topic.blocks for line in block_lines(block))
        if lines and not any(word in title for word in _NOT_TOLD):
            yield Passage(title, lines, replace(record.source, anchor=topic.id).href)


def _money_anchor(division: Division) -> str:
    budget = division.programme.budget if division.programme else None
    for topic in division.children:
        if budget is not None and (budget in topic.blocks or (budget.line and plain(topic.value) == budget.line)):
            return topic.id
    return division.id
