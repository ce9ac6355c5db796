"""A life-line's figures as its page shows them: charts on a true axis of years, and one table of what is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.lifelines import Figure, LifeLine, LinePoint, LineYear, Role, Stage
from generator.notation.number import format_number
from generator.notation.particle import with_particle
from generator.outputs.charts.columns import ColumnChart, Series, year_columns
from generator.outputs.charts.labels import spoken_amount

FEWEST_YEARS = 2
"""A chart of one year would only repeat its figure."""

MOST_TOLD = 3
"""More values than this are not said in a sentence, but shown."""

_MONEY = "_money"
NO_MONEY, NO_PEOPLE = "금액 없음", "인원 없음"


@dataclass(frozen=True, slots=True)
class LineChart:
    """A chart under its heading. `id` is unique on the page."""

    id: str
    title: str
    sentence: str
    chart: ColumnChart

    @property
    def is_money(self) -> bool:
        """Tell whether the chart is that of amounts."""
        return self.id == _MONEY


@dataclass(frozen=True, slots=True)
class TableCell:
    """A figure with the place that it comes from; without text the report has none. `notes` are what the report calls
    it or prints otherwise."""

    text: str = ""
    href: str = ""
    notes: tuple[str, ...] = ()
    computed: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A report's column. `year` heads the `span` columns of its year and is empty but for the first of them; a gap has
    its years and no figures."""

    year: str
    span: int
    stage: str = ""
    basis: str = ""
    href: str = ""
    cited: str = ""
    report: str = ""
    report_year: int = 0

    @property
    def is_gap(self) -> bool:
        """Tell whether no report tells of these years."""
        return not self.href


@dataclass(frozen=True, slots=True)
class TableRow:
    """A measure over the years. `of` is the amount that a funding source's row is a part of."""

    name: str
    cells: tuple[TableCell, ...]
    total: bool = False
    of: str = ""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """All figures of a life-line; money is in thousand won."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    has_money: bool

    @property
    def has_computed(self) -> bool:
        """Tell whether any figure was not written by a report's author."""
        return any(cell.computed for row in self.rows for cell in row.cells)


def charts_of(line: LifeLine) -> tuple[LineChart, ...]:
    """Give the charts of money and of people, those that have figures of two years or more."""
    budget = {stage: _chosen(line, Role.BUDGET, stage) for stage in (True, False)}
    money = (
        _series("계획 예산", budget[True], "plan"),
        _series("예산액", budget[False], "budget"),
        _series("집행액", _chosen(line, Role.EXECUTION, None), "execution"),
    )
    counted = _chosen(line, Role.PEOPLE, None)
    names = {figure.name for figure in counted.values()}
    people = (
        _series("목표 인원", _chosen(line, Role.PLANNED_PEOPLE, None), "plan"),
        _series(names.pop() if len(names) == 1 else "인원", counted, "execution"),
    )
    made = (
        _chart(line, _MONEY, "예산과 집행", money, "천원", NO_MONEY),
        _chart(line, "_people", "인원", people, "명", NO_PEOPLE),
    )
    return tuple(chart for chart in made if chart is not None)


def table_of(line: LifeLine) -> FigureTable:
    """Give the table of all figures: years without a report stand in it as a gap."""
    columns = tuple(_columns(line))
    points = [point for gap, years in groupby(line.years, _is_gap) for point in ([None] if gap else _points(years))]
    keys = dict.fromkeys((f.role, f.name) for point in line.points for f in point.figures)
    ordered = sorted(keys, key=lambda key: list(Role).index(key[0]))
    rows: list[TableRow] = []
    for role, name in ordered:
        found = [_found(point, role, name) for point in points]
        cells = tuple(_cell(figure, name) for figure in found)
        rows.append(TableRow(name, cells, total=role is Role.BUDGET))
        rows += _share_rows(found, name)
    has_money = any(figure.unit == "천원" for point in line.points for figure in point.figures)
    return FigureTable(columns, tuple(rows), has_money)


def _chart(
    line: LifeLine, name: str, title: str, series: tuple[Series, ...], unit: str, nothing: str
) -> LineChart | None:
    held = {year for one in series for year in one.values}
    if len(held) < FEWEST_YEARS:
        return None
    axis = [year.year for year in line.years]
    gaps = {year.year: nothing for year in line.years if not year.is_gap}
    chart = year_columns(series, axis, title=f"{line.name}: {title}", unit=unit, gaps=gaps)
    return LineChart(name, title, _sentence(line, series, unit), chart)


def _sentence(line: LifeLine, series: tuple[Series, ...], unit: str) -> str:
    """Say the chart: every value where they are few, else the first and the last of each series."""
    told = [f"{with_particle(one.name, '은/는')} {_told(one, unit)}입니다." for one in series if one.values]
    missing = [year_span(list(years)) for gap, years in groupby(line.years, _is_gap) if gap]
    return " ".join([*told, *([f"{', '.join(missing)}년은 보고서가 없습니다."] if missing else [])])


def _told(series: Series, unit: str) -> str:
    years = sorted(series.values)
    few = len(years) <= MOST_TOLD
    shown = [f"{year}년 {_spoken(series.values[year], unit)}" for year in (years if few else (years[0], years[-1]))]
    return ", ".join(shown) if few else f"{shown[0]}에서 {shown[1]}까지 {len(years)}개 연도의 값"


def _spoken(value: Decimal, unit: str) -> str:
    return spoken_amount(value) if unit == "천원" else f"{format_number(value)}{unit}"


def _series(name: str, chosen: Mapping[int, Figure], style: str) -> Series:
    return Series(
        name,
        {year: figure.value for year, figure in chosen.items()},
        style,
        links={year: figure.href for year, figure in chosen.items()},
        computed=frozenset(year for year, figure in chosen.items() if figure.computed),
    )


def _chosen(line: LifeLine, role: Role, planned: bool | None) -> dict[int, Figure]:
    """One figure a year: that of a programme of its own before that of a part, the later report before the earlier."""
    found = [
        (point, figure)
        for point, figure in line.figures(role)
        if planned is None or planned == (point.stage is Stage.PLAN)
    ]
    found.sort(key=lambda pair: (pair[0].year, not pair[0].host, pair[0].source.folder))
    return {point.year: figure for point, figure in found}


def _columns(line: LifeLine) -> Iterator[TableColumn]:
    for gap, group in groupby(line.years, _is_gap):
        years = list(group)
        if gap:
            yield TableColumn(year_span(years), 1)
            continue
        for year in years:
            for place, point in enumerate(year.points):
                head = str(year.year) if place == 0 else ""
                cited = point.source.cited or point.host
                basis = f"{point.basis} 기준" if point.basis and point.stage is Stage.RESULT else ""
                yield TableColumn(
                    year=head,
                    span=len(year.points),
                    stage=point.stage.value,
                    basis=basis,
                    href=point.source.href,
                    cited=cited,
                    report=point.report,
                    report_year=point.source.year,
                )


def year_span(years: list[LineYear]) -> str:
    """Give years as they are read: `2018`, or `2018–2021`."""
    return str(years[0].year) if len(years) == 1 else f"{years[0].year}–{years[-1].year}"


def _is_gap(year: LineYear) -> bool:
    return year.is_gap


def _points(years: Iterator[LineYear]) -> list[LinePoint]:
    return [point for year in years for point in year.points]


def _found(point: LinePoint | None, role: Role, name: str) -> Figure | None:
    figures = point.figures if point else ()
    return next((figure for figure in figures if (figure.role, figure.name) == (role, name)), None)


def _cell(figure: Figure | None, name: str) -> TableCell:
    if figure is None:
        return TableCell()
    money = figure.unit == "천원"
    text = format_number(figure.value) if money else figure.text
    own = "".join(figure.label.split()) != "".join(name.split())
    notes = [figure.label] if own else []
    # What is counted in another unit is shown as it is printed as well.
    if money and _digits(figure.text) != _digits(text):
        notes.append(figure.text)
    return TableCell(text, figure.href, tuple(notes), figure.computed)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _share_rows(found: list[Figure | None], name: str) -> Iterator[TableRow]:
    sources = dict.fromkeys(share.source for figure in found if figure for share in figure.shares)
    for source in sources:
        cells = tuple(_share(figure, source) for figure in found)
        yield TableRow(source, cells, of=name)


def _share(figure: Figure | None, source: str) -> TableCell:
    shares = figure.shares if figure else ()
    value: Decimal | None = next((share.value for share in shares if share.source == source), None)
    return TableCell(format_number(value), figure.href) if figure and value is not None else TableCell()
