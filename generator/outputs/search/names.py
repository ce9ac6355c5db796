"""What the search finds by name alone: programmes over the years, and pages that are neither reports nor guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.lifelines import Figure, LifeLine, LinePoint, Role, Stage
from generator.outputs.artifacts import Page
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.search.index import AsidePage, LifeLineEntry, Section, Topic

THOUSAND_WON = "천원"
GROUP = "그 밖의 쪽"
"""The heading that pages found by name are listed under."""
MOST_FIGURES = 6
"""More figures than this are read on the programme's own page."""


def lifeline_entries(lines: Iterable[LifeLine]) -> tuple[LifeLineEntry, ...]:
    """Give the programmes over the years as the search shows them: names, who had charge, the newest figures."""
    return tuple(
        LifeLineEntry(
            name=line.name,
            href=line.href,
            names=line.names,
            # A plan for the next year stands in this year's report; readers choose by either.
            years=tuple(sorted({year for point in line.points for year in (point.year, point.source.year)})),
            summary=_summary(line),
            figures=tuple(_figures(line))[-MOST_FIGURES:],
        )
        for line in lines
    )


def named_pages(pages: Iterable[Page]) -> tuple[AsidePage, ...]:
    """Give pages as the search finds them: by title and description."""
    return tuple(
        AsidePage(page.path, page.title, GROUP, (_section(page.title, page.description),))
        for page in sorted(pages, key=lambda page: page.path)
    )


def _section(title: str, text: str) -> Section:
    return Section("", title, "", "", "", None, (Topic("", "", text),))


def _summary(line: LifeLine) -> str:
    former = f"전 이름 {'·'.join(line.former)}. " if line.former else ""
    charge = [
        f"{'·'.join(dict.fromkeys(str(point.year) for point in points))}년 {department}"
        for department, points in _by_department(line)
    ]
    return f"{former}{', '.join(charge)}".strip()


def _by_department(line: LifeLine) -> Iterator[tuple[str, list[LinePoint]]]:
    for department, points in groupby(line.points, key=lambda point: point.department):
        yield department, list(points)


def _figures(line: LifeLine) -> Iterator[tuple[str, str]]:
    """Say what each figure is, when, and how much: budgets, what was spent, people; where there are none, what else is
    counted."""
    seen = set()
    roles = [{Role.BUDGET, Role.EXECUTION, Role.PEOPLE}, {Role.OTHER}]
    told = next((own for own in roles if any(figure.role in own for p in line.points for figure in p.figures)), set())
    for point in line.points:
        for figure in point.figures:
            label = _label(point, figure)
            if figure.role in told and label not in seen:
                seen.add(label)
                yield label, spoken_amount(figure.value) if figure.unit == THOUSAND_WON else figure.text


def _label(point: LinePoint, figure: Figure) -> str:
    if figure.role is Role.EXECUTION:
        return f"{point.basis}까지 집행" if point.basis else f"{point.year}년 집행"
    name = "예산" if figure.role is Role.BUDGET else figure.name
    return f"{point.year}년 {'계획 ' if point.stage is Stage.PLAN else ''}{name}"
