"""What the search finds by name alone: programmes over the years, and pages that are neither reports nor guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.lifelines import LifeLine, LinePoint, Role
from generator.outputs.artifacts import Page
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.search.index import AsidePage, LifeLineEntry, Section, Topic

GROUP = "그 밖의 쪽"
"""The heading that pages found by name are listed under."""
MOST_FIGURES = 4
"""More figures than this are read on the programme's own page."""


def lifeline_entries(lines: Iterable[LifeLine]) -> tuple[LifeLineEntry, ...]:
    """Give the programmes over the years as the search shows them: names, who had charge, the newest budgets."""
    return tuple(
        LifeLineEntry(
            name=line.name,
            href=line.href,
            names=line.names,
            # A plan for the next year stands in this year's report; readers choose by either.
            years=tuple(sorted({year for point in line.points for year in (point.year, point.source.year)})),
            summary=_summary(line),
            figures=tuple(_budgets(line))[-MOST_FIGURES:],
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


def _budgets(line: LifeLine) -> Iterator[tuple[str, str]]:
    seen = set()
    for point in line.points:
        figure = point.figure(Role.BUDGET)
        label = f"{point.year}년 {point.stage.value}"
        if figure is not None and label not in seen:
            seen.add(label)
            yield label, spoken_amount(figure.value)
