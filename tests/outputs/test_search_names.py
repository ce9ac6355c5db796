"""What the search finds by name alone."""

from __future__ import annotations

from decimal import Decimal

from generator.lifelines import Figure, LifeLine, LinePoint, LineYear, Role, Stage
from generator.outputs.artifacts import Page
from generator.outputs.search.names import lifeline_entries, named_pages
from generator.records.kinds import Source


def point(
    year: int,
    department: str,
    stage: Stage,
    budget: int | None,
    reported: int | None = None,
    basis: str = "",
    more: tuple[Figure, ...] = (),
) -> LinePoint:
    figure = Figure(Role.BUDGET, "예산액", "예산액", Decimal(budget or 0), "천원", f"{budget}천원", "a#b")
    return LinePoint(
        year, stage, Source(reported or year, "jobs", "a"), "보고서", "이름", department, "기관", "팀", basis, "",
        (*((figure,) if budget is not None else ()), *more), (),
    )  # fmt: skip


def figure(role: Role, name: str, value: int, unit: str) -> Figure:
    return Figure(role, name, name, Decimal(value), unit, f"{value:,}{unit}", "a#b")


def line(*points: LinePoint, former: tuple[str, ...] = ()) -> LifeLine:
    by_year = {p.year: tuple(other for other in points if other.year == p.year) for p in points}
    span = range(min(by_year), max(by_year) + 1)
    years = tuple(LineYear(year, by_year.get(year, ())) for year in span)
    return LifeLine("safe-jobs", "안심일자리", former, ("안심일자리", *former), "기관", years)


def test_a_programme_says_its_names_who_had_charge_and_its_budgets() -> None:
    (entry,) = lifeline_entries([
        line(
            point(2017, "일자리정책과", Stage.RESULT, 2_020_861),
            point(2018, "일자리정책과", Stage.PLAN, 2_132_238, reported=2017),
            point(2022, "일자리경제과", Stage.RESULT, 2_698_000),
            former=("공공근로사업",),
        )
    ])  # fmt: skip
    assert entry.names == ("안심일자리", "공공근로사업")
    assert entry.href == "programmes/safe-jobs/index.html"
    assert entry.years == (2017, 2018, 2022)
    assert entry.summary == "전 이름 공공근로사업. 2017·2018년 일자리정책과, 2022년 일자리경제과"
    assert [label for label, _ in entry.figures] == ["2017년 예산", "2018년 계획 예산", "2022년 예산"]
    assert entry.figures[2][1].split() == ["26억", "9,800만", "원"]


def test_a_year_without_a_budget_has_no_figure_and_old_ones_are_left_out() -> None:
    points = [point(year, "과", Stage.RESULT, None if year == 2015 else year) for year in range(2008, 2017)]
    (entry,) = lifeline_entries([line(*points)])
    years = (2010, 2011, 2012, 2013, 2014, 2016)
    assert [label for label, _ in entry.figures] == [f"{year}년 예산" for year in years]


def test_what_was_spent_says_until_when_and_people_say_what_they_are() -> None:
    more = (figure(Role.EXECUTION, "집행액", 1_492_913, "천원"), figure(Role.PEOPLE, "참여 인원", 396, "명"))
    other = figure(Role.OTHER, "연면적", 684, "㎡")
    result = point(2017, "과", Stage.RESULT, 2_020_861, basis="2017. 10. 31.", more=(*more, other))
    settled = point(2020, "과", Stage.RESULT, None, more=more[:1])
    (entry,) = lifeline_entries([line(result, settled)])
    assert [(label, text.replace("\N{NO-BREAK SPACE}", " ")) for label, text in entry.figures] == [
        ("2017년 예산", "20억 2,086만 원"),
        ("2017. 10. 31.까지 집행", "14억 9,291만 원"),
        ("2017년 참여 인원", "396명"),
        ("2020년 집행", "14억 9,291만 원"),
    ]


def test_without_money_and_people_what_else_is_counted_is_told() -> None:
    windows = figure(Role.OTHER, "창구", 5, "개")
    (entry,) = lifeline_entries([line(point(2022, "과", Stage.STATE, None, more=(windows,)))])
    assert entry.figures == (("2022년 창구", "5개"),)


def test_a_page_is_found_by_its_title_and_description() -> None:
    pages = named_pages([Page("finance/index.html", "finance", "재정", "<p>글</p>", "예산과 집행")])
    assert [(p.path, p.title, p.group, p.sections[0].topics[0].lines) for p in pages] == [
        ("finance/index.html", "재정", "그 밖의 쪽", "예산과 집행")
    ]
