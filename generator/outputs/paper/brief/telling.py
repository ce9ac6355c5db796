"""Making the brief of a report: from its records and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.compose import ComposedReport
from generator.document import Division, Document, Role, plain, walk_divisions
from generator.house import House
from generator.kinds import KINDS, Kind
from generator.library import LoadedReport
from generator.outputs.paper.brief.amounts import common_unit, figure_of
from generator.outputs.paper.brief.brief import (
    Brief,
    BriefFigure,
    BriefGroup,
    BriefProgramme,
    BriefTopic,
    BriefYear,
)
from generator.outputs.paper.brief.items import items_of
from generator.records.budgets import budget_lines
from generator.records.kinds import BudgetLine, Measure, Money, ProgrammeRecord
from generator.records.place import Place, places
from generator.records.programmes import programme_of

_TOLD = (Measure.BUDGET, Measure.EXECUTION, Measure.SETTLEMENT, Measure.PLAN)
"""The amounts that a brief has room for."""


def brief_of(composed: ComposedReport, loaded: LoadedReport, house: House) -> Brief:
    """Make the brief of a report."""
    document = composed.document
    found = tuple(places(composed, loaded, house))
    told = [(place, record) for place in found if (record := programme_of(place))]
    lines = () if told else tuple(line for place in found for line in budget_lines(place))
    groups = tuple(_groups(told)) or (_whole(document, lines),)
    by_year = {} if told else _amounts_by_year(lines)
    unit = common_unit(money for amounts in by_year.values() for money in amounts)
    years = tuple(BriefYear(year, _figures(amounts, unit)) for year, amounts in sorted(by_year.items()))
    issuer = " ".join(filter(None, (document.institution, document.department)))
    return Brief(document.title, issuer, document.basis, groups, years, unit)


def _groups(told: Sequence[tuple[Place, ProgrammeRecord]]) -> Iterator[BriefGroup]:
    """Give the programmes by their parts, in printed order."""
    kinds = {place.path[0].id: f"{record.fiscal_year}년 {place.kind}" for place, record in told}
    several = len(set(kinds.values())) > 1
    for part, kind in kinds.items():
        own = [(place, record) for place, record in told if place.path[0].id == part]
        unit = common_unit(money for _, record in own for money in _wanted(record.amounts))
        programmes = tuple(_programme(place, record, unit) for place, record in own)
        head = own[0][0].path[0]
        yield BriefGroup(_headed(head), kind if several else "", _name_of_told(programmes), unit, programmes)


def _programme(place: Place, record: ProgrammeRecord, unit: str) -> BriefProgramme:
    kind = KINDS[place.kind]
    topics = _topics(place.division.children, kind)
    return BriefProgramme(
        number=place.division.number,
        title=record.title,
        team=record.team,
        purpose=record.purpose or _purpose(place.division.children, kind),
        figures=_figures(record.amounts, unit),
        rate=_rate_text(record.rate),
        topics=topics[:1],
    )


def _whole(document: Document, lines: Sequence[BudgetLine]) -> BriefGroup:
    """Give a report that is about one programme as that programme."""
    kind = KINDS[document.kind]
    topics = tuple(d for d in walk_divisions(document.parts) if d.role is not Role.PART)
    amounts = tuple(_amounts_by_year(lines).get(document.year, ()))
    unit = common_unit(_wanted(amounts))
    told = BriefProgramme(
        number="",
        title=document.title,
        team="",
        purpose=_purpose(topics, kind),
        figures=_figures(amounts, unit),
        rate="",
        topics=_topics(topics, kind),
    )
    return BriefGroup(f"{document.year}년 {document.kind}", "", "주요 내용", unit, (told,))


def _amounts_by_year(lines: Sequence[BudgetLine]) -> dict[int, tuple[Money, ...]]:
    """Give what the totals of budget and settlement tables tell of each year; a table that parts nothing but years has
    no other lines."""
    found: dict[int, dict[Measure, Money]] = {}
    for line in lines:
        beside = [one for one in lines if (one.table, one.fiscal_year) == (line.table, line.fiscal_year)]
        if line.total or len(beside) == 1:
            for money in _wanted(line.amounts):
                found.setdefault(line.fiscal_year, {}).setdefault(money.measure, money)
    return {year: tuple(amounts.values()) for year, amounts in found.items()}


def _wanted(amounts: Sequence[Money]) -> tuple[Money, ...]:
    return tuple(money for money in amounts if money.measure in _TOLD)


def _figures(amounts: Sequence[Money], unit: str) -> tuple[tuple[Measure, BriefFigure], ...]:
    return tuple((money.measure, figure_of(money, unit)) for money in _wanted(amounts))


def _topics(divisions: Sequence[Division], kind: Kind) -> tuple[BriefTopic, ...]:
    """Give the topics that a brief of this kind tells and that are there, in the order of the kind."""
    found = []
    for accepted in kind.brief:
        for division in divisions:
            if _bare(plain(division.title)) in accepted and (items := items_of(division.blocks)):
                found.append(BriefTopic(plain(division.title), items))
    return tuple(found)


def _purpose(divisions: Sequence[Division], kind: Kind) -> str:
    items = (item.text for d in divisions if _bare(plain(d.title)) in kind.purpose for item in items_of(d.blocks))
    return " ".join(items)


def _bare(title: str) -> str:
    return "".join(title.split())


def _headed(part: Division) -> str:
    return f"{part.number} {plain(part.title)}".strip()


def _name_of_told(programmes: Sequence[BriefProgramme]) -> str:
    """Give the topic that most programmes tell, the first of equals."""
    titles = [topic.title for programme in programmes for topic in programme.topics]
    return max(dict.fromkeys(titles), key=titles.count, default="")


def _rate_text(rate: Decimal | None) -> str:
    if rate is None:
        return ""
    return str(rate) if rate else "0"
