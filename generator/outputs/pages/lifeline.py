"""Programmes over the years: the page of each life-line, and the list of all programmes.

programmes/index.html            all life-lines, then all programmes by department
programmes/<id>/index.html       one programme: names, figures and wording of every year
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.lifelines import Figure, LifeLine, LinePoint, Role, Stage
from generator.notation.particle import with_particle
from generator.notation.percent import format_percent, ratio_percent
from generator.outputs.artifacts import Page
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.pages.lifeline_figures import charts_of, table_of, year_span
from generator.outputs.pages.lifeline_wording import wording_steps
from generator.outputs.web.rendering import render_body
from generator.records.kinds import Measure, ProgrammeRecord, Records


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentence at the top: what stands in reports, then what was computed of it (empty where nothing was)."""

    stated: str
    computed: str = ""


@dataclass(frozen=True, slots=True)
class Station:
    """A year, or the years of a gap, on the line of names. `places` are departments with their teams."""

    years: str
    title: str = ""
    places: tuple[str, ...] = ()
    is_gap: bool = False
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class LineLink:
    """A life-line as a report's page leads to it: the programme's own, or that of something it tells of. `href` is from
    the archive's root."""

    name: str
    href: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A life-line in the list: its years as marks on a line, and its newest figure with the year."""

    line: LifeLine
    years: str
    reports: int
    newest: str


@dataclass(frozen=True, slots=True)
class ProgrammeEntry:
    """One programme in one report, with the address of its life-line where it has one."""

    record: ProgrammeRecord
    amount: str
    lifeline: str


@dataclass(frozen=True, slots=True)
class ProgrammeGroup:
    """A department's programmes, the newest report first."""

    department: str
    institution: str
    entries: tuple[ProgrammeEntry, ...]


def lifeline_page(line: LifeLine) -> Page:
    """Make a life-line's page."""
    answer = answer_of(line)
    body = render_body(
        "lifeline",
        root="../../",
        line=line,
        answer=answer,
        stations=tuple(_stations(line)),
        charts=charts_of(line),
        table=table_of(line),
        steps=wording_steps(line),
    )
    return Page(line.href, "lifeline", f"{line.name} 사업 이력", body, f"{answer.stated} {answer.computed}".strip())


def programmes_page(lines: Sequence[LifeLine], records: Records) -> Page:
    """Make the list of all programmes: those with a life-line first, then those of every report."""
    body = render_body(
        "programmes",
        root="../",
        lines=[_line_entry(line) for line in lines],
        groups=tuple(_groups(records, lifeline_links(lines))),
        count=len(records.programmes),
    )
    description = "여러 해에 걸친 사업의 이력과 모든 보고서의 사업 목록"
    return Page("programmes/index.html", "programmes", "사업", body, description)


def lifeline_links(lines: Sequence[LifeLine]) -> Mapping[tuple[str, str], str]:
    """Give the address of the life-line that a programme belongs to, from the archive's root, by the folder of its
    report and the anchor of its division."""
    return {
        (point.source.folder, point.source.anchor): line.href
        for line in lines
        for point in line.points
        if not point.host
    }


def links_of_reports(lines: Sequence[LifeLine]) -> dict[str, dict[str, tuple[LineLink, ...]]]:
    """Give the life-lines that a report's divisions belong to, or tell of, by its folder and the division's anchor."""
    found: dict[str, dict[str, tuple[LineLink, ...]]] = {}
    for line in lines:
        for point in line.points:
            link, own = LineLink(line.name, line.href, not point.host), found.setdefault(point.source.folder, {})
            if link not in own.get(point.source.anchor, ()):
                own[point.source.anchor] = (*own.get(point.source.anchor, ()), link)
    return found


def answer_of(line: LifeLine) -> Answer:
    """Give the sentence that answers first: the newest budget beside the oldest, or what there is instead."""
    budgets = _by_year(line, Role.BUDGET)
    if not budgets:
        return Answer(_without_money(line))
    point, newest = budgets[-1]
    spoken = spoken_amount(newest.value)
    if len(budgets) == 1:
        return Answer(f"{_year(point)} 예산은 {spoken}입니다.")
    first, oldest = budgets[0]
    stated = f"{_year(point)} 예산은 {spoken}, {_year(first)} 예산은 {spoken_amount(oldest.value)}입니다."
    return Answer(stated, _change(point, first, newest, oldest))


def _change(point: LinePoint, first: LinePoint, newest: Figure, oldest: Figure) -> str:
    difference = newest.value - oldest.value
    percent = ratio_percent(abs(difference), oldest.value)
    if not difference:
        return f"{first.year}년과 {with_particle(f'{point.year}년', '이/가')} 같습니다."
    rate = f"({format_percent(percent)}) " if percent is not None else ""
    return f"{first.year}년보다 {spoken_amount(abs(difference))} {rate}{'많습니다' if difference > 0 else '적습니다'}."


def _without_money(line: LifeLine) -> str:
    counted = _by_year(line, Role.PEOPLE)
    if counted:
        told = [f"{point.year}년 {figure.text}" for point, figure in counted]
        return f"{with_particle(counted[-1][1].name, '은/는')} {', '.join(told)}입니다."
    reports = {point.source.folder for point in line.points}
    years = "·".join(str(year.year) for year in line.years if not year.is_gap)
    return f"{years}년의 일이 보고서 {len(reports)}건에 나옵니다."


def _by_year(line: LifeLine, role: Role) -> list[tuple[LinePoint, Figure]]:
    """One figure a year, a result's before a plan's."""
    chosen: dict[int, tuple[LinePoint, Figure]] = {}
    for point, figure in line.figures(role):
        if point.year not in chosen or chosen[point.year][0].stage is Stage.PLAN:
            chosen[point.year] = (point, figure)
    return [chosen[year] for year in sorted(chosen)]


def _year(point: LinePoint) -> str:
    return f"{point.year}년 계획" if point.stage is Stage.PLAN else f"{point.year}년"


def _stations(line: LifeLine) -> Iterator[Station]:
    for gap, group in groupby(line.years, lambda year: year.is_gap):
        years = list(group)
        if gap:
            yield Station(year_span(years), is_gap=True)
            continue
        for year in years:
            own = [point for point in year.points if not point.host] or list(year.points)
            yield Station(str(year.year), own[0].title, _places(own), is_last=year is line.years[-1])


def _places(points: Sequence[LinePoint]) -> tuple[str, ...]:
    """Name who was in charge; a department is not named again where one of its teams is."""
    with_team = {point.department for point in points if point.team}
    named = (p for p in points if p.team or p.department not in with_team)
    return tuple(dict.fromkeys(f"{point.department} {point.team}".strip() for point in named))


def _line_entry(line: LifeLine) -> LineEntry:
    present = [year for year in line.years if not year.is_gap]
    reports = len({point.source.folder for point in line.points})
    return LineEntry(line, year_span(present), reports, _newest(line))


def _newest(line: LifeLine) -> str:
    for role in (Role.BUDGET, Role.PEOPLE, Role.PLANNED_PEOPLE, Role.OTHER):
        if found := _by_year(line, role):
            point, figure = found[-1]
            shown = spoken_amount(figure.value) if figure.unit == "천원" else figure.text
            return f"{_year(point)} {figure.name} {shown}"
    return ""


def _groups(records: Records, links: Mapping[tuple[str, str], str]) -> Iterator[ProgrammeGroup]:
    ordered = sorted(records.programmes, key=lambda record: (record.institution, record.department_name))
    for (institution, department), group in groupby(ordered, lambda r: (r.institution, r.department_name)):
        newest_first = sorted(group, key=lambda record: -record.fiscal_year)
        yield ProgrammeGroup(department, institution, tuple(_programme_entry(r, links) for r in newest_first))


def _programme_entry(record: ProgrammeRecord, links: Mapping[tuple[str, str], str]) -> ProgrammeEntry:
    money = record.amount(Measure.BUDGET) or record.amount(Measure.PLAN)
    link = links.get((record.source.folder, record.source.anchor), "")
    return ProgrammeEntry(record, spoken_amount(money.value) if money else "", link)
