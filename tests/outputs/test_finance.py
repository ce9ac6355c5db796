"""The finance page: what it takes from the records, what it says of it, and the totals of the five real reports."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.archive import read_archive
from generator.outputs.charts.labels import NBSP
from generator.outputs.finance.finance import Finance, department_finance, finance_of
from generator.outputs.finance.totals import YearTotal, best_totals, leaves, totals_of
from generator.outputs.pages.finance import finance_page
from generator.records import records_of
from generator.records.kinds import BudgetLine, FundingShare, Measure, Money, ProgrammeRecord, Records, Source
from tests.outputs.example import Markup, shelf

CONTENT = Path(__file__).resolve().parents[2] / "content"


def money(measure: Measure, value: int | str, computed: bool = False, **shares: int) -> Money:
    """An amount in thousand won; shares by the name of their source."""
    split = tuple(FundingShare(name, name[0], Decimal(share)) for name, share in shares.items())
    return Money(measure, Decimal(value), f"{value}천원", split, computed)


def line(name: str = "계", *amounts: Money, **changes: Any) -> BudgetLine:
    year = changes.pop("report", changes.get("fiscal_year", 2030))
    slug = changes.get("department", "sample")
    made: dict[str, Any] = {
        "source": Source(year, slug, "part-1-4", "Ⅰ-4"),
        "fiscal_year": 2030,
        "department": slug,
        "department_name": "보기과",
        "institution": "가상시 보기구",
        "table": "예산현황",
        "basis": "",
        "name": name,
        "level": 0,
        "total": name == "계",
        "amounts": amounts,
    }
    return BudgetLine(**{**made, **changes})


def programme(title: str, *amounts: Money, **changes: Any) -> ProgrammeRecord:
    year = changes.pop("report", changes.get("fiscal_year", 2030))
    slug = changes.get("department", "sample")
    made: dict[str, Any] = {
        "source": Source(year, slug, f"p-{title}", "Ⅱ-1"),
        "id": title,
        "title": title,
        "fiscal_year": 2030,
        "planned": False,
        "department": slug,
        "department_name": "보기과",
        "institution": "가상시 보기구",
        "team": "",
        "purpose": "",
        "basis": "",
        "amounts": amounts,
    }
    return ProgrammeRecord(**{**made, **changes})


def plain(sentence: str) -> str:
    return sentence.replace(NBSP, " ").replace("\N{WORD JOINER}", "")


def only(records: Records) -> YearTotal:
    (total,) = totals_of(records)
    return total


BUDGET, EXECUTION, PREVIOUS, PLAN = Measure.BUDGET, Measure.EXECUTION, Measure.PREVIOUS_BUDGET, Measure.PLAN


def test_a_total_is_taken_as_it_stands_even_where_its_rows_say_otherwise() -> None:
    lines = (line("가", money(BUDGET, 10)), line("나", money(BUDGET, 20)), line("계", money(BUDGET, 31)))
    total = only(Records(budgets=lines))
    assert (total.amounts, total.is_added) == ((money(BUDGET, 31),), False)


def test_of_subtotals_and_total_the_whole_is_taken() -> None:
    lines = (
        line("총계", money(BUDGET, 60), total=True),
        line("정책사업 계", money(BUDGET, 40), total=True),
        line("가", money(BUDGET, 40), level=1),
        line("행정운영 계", money(BUDGET, 20), total=True),
    )
    assert only(Records(budgets=lines)).amounts == (money(BUDGET, 60),)


def test_rows_without_a_total_are_added_once_and_marked() -> None:
    lines = (
        line("정책사업", money(BUDGET, 40), money(EXECUTION, 10)),
        line("단위사업", money(BUDGET, 40), level=1),
        line("기본경비", money(BUDGET, 20)),
    )
    total = only(Records(budgets=lines))
    assert [(m.measure, m.value, m.computed) for m in total.amounts] == [(BUDGET, 60, True)]
    assert total.is_added


def test_a_lone_row_is_its_own_total() -> None:
    total = only(Records(budgets=(line("한 사업", money(BUDGET, 5)),)))
    assert (total.name, total.amounts, total.is_added) == ("한 사업", (money(BUDGET, 5),), False)


def test_a_settlement_is_held_against_what_was_available() -> None:
    amounts = (money(BUDGET, 100), money(Measure.AVAILABLE, 200), money(Measure.SETTLEMENT, 50))
    total = only(Records(budgets=(line("계", *amounts),)))
    assert (total.rate, total.rate_computed) == (Decimal("25.0"), True)


def test_a_printed_rate_is_kept_though_it_does_not_follow_from_the_amounts() -> None:
    record = line("계", money(BUDGET, 100), money(EXECUTION, 51), rate=Decimal("52"))
    total = only(Records(budgets=(record,)))
    assert (total.rate, total.rate_computed) == (Decimal(52), False)


def test_of_several_totals_of_a_year_the_charts_take_that_years_own_report() -> None:
    later = line("계", money(BUDGET, 999), report=2031)
    own = (line("계", money(BUDGET, 10)), line("계", money(BUDGET, 30), table="특별회계"))
    chosen = best_totals(totals_of(Records(budgets=(later, *own))), BUDGET)
    assert {year: total.amounts for year, total in chosen.items()} == {2030: (money(BUDGET, 30),)}


def test_leaves_hold_no_deeper_rows() -> None:
    rows = [line("가", level=0), line("가-1", level=1), line("가-2", level=1), line("나", level=0), line("계")]
    assert [row.name for row in leaves(rows)] == ["가-1", "가-2", "나"]


def test_a_departments_columns_have_gaps_and_last_years_budget() -> None:
    records = Records(
        budgets=(
            line("계", money(BUDGET, 300), money(PREVIOUS, 200), report=2030),
            line("계", money(BUDGET, 100), fiscal_year=2025),
        ),
        programmes=(programme("가", fiscal_year=2027),),
    )
    found = department_finance(records, "sample")
    assert found is not None
    assert [entry.name for entry in found.chart.legend] == ["예산액", "다음 해 보고서의 전년도 예산액"]
    assert [(row.years, row.gap or [bar.text for bar in row.bars]) for row in found.chart.rows] == [
        ("2025", ["100"]),
        ("2026", "보고서 없음"),
        ("2027", "예산 합계 없음"),
        ("2028", "보고서 없음"),
        ("2029", ["200"]),
        ("2030", ["300"]),
    ]
    assert plain(found.sentence) == "예산은 2025년 10만 원에서 2030년 30만 원으로 200.0% 늘었습니다."


SENTENCES = {
    "spent by a date": (
        [line("계", money(BUDGET, 36118055), money(EXECUTION, 26351314), rate=Decimal("73.0"), basis="2030. 8. 31.")],
        "2030. 8. 31. 기준으로 예산 361억 1,806만 원 가운데 263억 5,131만 원, 73.0%를 집행했습니다.",
    ),
    "a date without its year": (
        [line("계", money(BUDGET, 1000), money(EXECUTION, 500), basis="8월 말 기준")],
        "2030년 8월 말 기준으로 예산 100만 원 가운데 50만 원, 50.0%를 집행했습니다.",
    ),
    "no budget to divide by": (
        [line("계", money(BUDGET, 0), money(EXECUTION, 500))],
        "2030년에 예산 0원 가운데 50만 원을 집행했습니다.",
    ),
    "a budget beside last year's": (
        [line("계", money(BUDGET, 2220384), money(PREVIOUS, 1532978))],
        "2030년 예산은 22억 2,038만 원으로, 전년도 15억 3,298만 원보다 6억 8,741만 원(44.8%) 늘었습니다.",
    ),
    "the same as last year": (
        [line("계", money(BUDGET, 100), money(PREVIOUS, 100))],
        "2030년 예산은 10만 원으로, 전년도와 같습니다.",
    ),
    "less than before": (
        [line("계", money(BUDGET, 200), fiscal_year=2029), line("계", money(BUDGET, 50))],
        "예산은 2029년 20만 원에서 2030년 5만 원으로 75.0% 줄었습니다.",
    ),
    "from nothing": (
        [line("계", money(BUDGET, 0), fiscal_year=2029), line("계", money(BUDGET, 50))],
        "예산은 2029년 0원에서 2030년 5만 원으로 늘었습니다.",
    ),
    "unchanged": (
        [line("계", money(BUDGET, 50), fiscal_year=2029), line("계", money(BUDGET, 50))],
        "예산은 2029년과 2030년 모두 5만 원입니다.",
    ),
    "a budget and nothing else": ([line("계", money(BUDGET, 50))], "2030년 예산액은 5만 원입니다."),
    "no budget at all": ([line("계", money(EXECUTION, 50))], "2030년 집행액은 5만 원입니다."),
}


@pytest.mark.parametrize(("lines", "wanted"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_department_says_one_sentence(lines: list[BudgetLine], wanted: str) -> None:
    found = department_finance(Records(budgets=tuple(lines)), "sample")
    assert found is not None
    assert plain(found.sentence) == wanted


def test_a_department_without_totals_has_no_chart() -> None:
    assert department_finance(Records(programmes=(programme("가", money(BUDGET, 5)),)), "sample") is None
    assert department_finance(Records(budgets=(line("계"),)), "sample") is None


def _section(records: Records) -> Any:
    (department,) = finance_of(records).departments
    return department


def test_programmes_stand_by_size_and_none_is_dropped_for_want_of_a_split() -> None:
    records = Records(
        programmes=(
            programme("작은 사업", money(BUDGET, 10)),
            programme("큰 사업", money(BUDGET, 100, 시비=60, 구비=30), money(EXECUTION, 50)),
            programme("금액 없는 사업"),
        )
    )
    (year,) = _section(records).years
    rows = year.funding.chart.rows
    assert [(row.name, [(s.name, s.text) for s in row.segments]) for row in rows] == [
        ("큰 사업", [("시비", "60"), ("구비", "30"), ("재원 구분 없음", "10")]),
        ("작은 사업", [("재원 구분 없음", "10")]),
    ]
    assert year.funding.silent == 1
    assert plain(year.funding.sentence) == (
        "금액이 가장 큰 사업은 큰 사업으로 10만 원이며, 그 가운데 6만 원(60.0%)이 시비입니다."
    )


def test_a_years_sources_add_each_programme_once() -> None:
    twice = programme("가", money(BUDGET, 100, 시비=100))
    records = Records(programmes=(twice, twice, programme("나", money(PLAN, 50, 구비=20))))
    funding = finance_of(records).funding
    assert funding is not None
    (row,) = funding.chart.table.rows
    assert [(cell.text, cell.computed) for cell in row.cells] == [
        ("150", True),
        ("100", True),
        ("20", True),
        ("30", True),
    ]
    assert plain(funding.sentence) == (
        "2030년 보기과 사업 2개의 금액을 더하면 15만 원으로 가장 크며, 그 가운데 10만 원(66.7%)이 시비입니다."
    )


def test_a_plan_and_a_result_of_one_year_stand_apart() -> None:
    records = Records(
        programmes=(
            programme("가", money(BUDGET, 100), money(EXECUTION, 90)),
            programme("가", money(PLAN, 80), planned=True, id="ga-plan"),
            programme("가", money(PLAN, 300), planned=True, fiscal_year=2031, report=2030, id="ga-next"),
            programme("다른 사업", money(PLAN, 70), planned=True, fiscal_year=2031),
            programme("가", money(PLAN, 1), planned=True, fiscal_year=2033, id="ga-far"),
        )
    )
    department = _section(records)
    assert [(year.year, year.planned) for year in department.years] == [
        (2033, True),
        (2031, True),
        (2030, True),
        (2030, False),
    ]
    assert [[cell.text for cell in row.cells] for row in department.plans.table.rows] == [
        ["2030", "100", "90", "2030", "80", "△20"],
        ["2030", "100", "90", "2031", "300", "200"],
    ]
    assert "가장 크게 늘었습니다" in department.plans.sentence


def test_rates_are_those_of_unit_programmes_the_highest_first() -> None:
    lines = (
        line("계", money(BUDGET, 300), money(EXECUTION, 100), rate=Decimal("33.3"), basis="10. 31."),
        line("가 사업", money(BUDGET, 100), money(EXECUTION, 40), rate=Decimal(40)),
        line("나 사업", money(BUDGET, 100), money(EXECUTION, 60)),
        line("다 사업", money(BUDGET, 100)),
    )
    (year,) = _section(Records(budgets=lines, programmes=(programme("라", rate=Decimal(99)),))).years
    assert [(m.name, m.text, m.computed) for m in year.rates.chart.multiples] == [
        ("나 사업", "60.0%", True),
        ("가 사업", "40.0%", False),
    ]
    assert year.rates.basis == "10. 31."
    assert plain(year.rates.sentence) == (
        "단위사업 2개 가운데 집행률은 나 사업이 60.0%로 가장 높고, 가 사업이 40.0%로 가장 낮습니다."
    )


def test_rates_of_programmes_stand_in_where_units_have_none() -> None:
    records = Records(programmes=(programme("가", money(BUDGET, 4), money(EXECUTION, 4)),))
    (year,) = _section(records).years
    assert plain(year.rates.sentence) == "가의 집행률은 100.0%입니다."


def test_an_archive_without_money_says_so() -> None:
    for records in (Records(), Records(programmes=(programme("가"),))):
        page = finance_page(records, shelf())
        assert "금액이 적혀 있지 않습니다" in page.body
        assert not list(Markup(page.body).named("svg", "table"))
    assert finance_of(Records(programmes=(programme("가"),))).silent == ("보기과",)


def test_departments_follow_the_shelf() -> None:
    slugs = ("z", "jobs-economy", "jobs-policy")
    lines = tuple(line("계", money(BUDGET, 1), department=slug, department_name=slug) for slug in slugs)
    order = [department.slug for department in shelf().departments]
    departments = finance_of(Records(budgets=lines), order).departments
    assert [department.slug for department in departments] == ["jobs-policy", "jobs-economy", "z"]


@pytest.fixture(scope="module")
def real() -> Records:
    return records_of(read_archive(CONTENT))


@pytest.fixture(scope="module")
def finance(real: Records) -> Finance:
    return finance_of(real)


REAL_TOTALS = {
    ("jobs-policy", 2017): ("4157202", "3262264", "78.5"),
    ("social-economy", 2022): ("2220384", None, None),
    ("jobs-economy", 2022): ("36118055", "26351314", "73.0"),
    ("seoul-center", 2020): ("8487514", None, None),
    ("seoul-center", 2021): ("6185415", None, None),
    ("fair-economy", 2020): ("4680000", "4208814", "89.2"),
    ("fair-economy", 2021): ("2952000", "2929584", "99.2"),
    ("fair-economy", 2022): ("1722219", "1716050", "99.6"),
    ("fair-economy", 2023): ("651000", None, None),
    ("fair-economy", 2024): ("566600", None, None),
}


def test_the_totals_of_the_real_reports(real: Records) -> None:
    found = {}
    for total in totals_of(real):
        budget, spent = total.amount(BUDGET), total.spent
        assert budget is not None
        found[total.department, total.year] = (
            str(budget.value),
            str(spent.value) if spent else None,
            str(total.rate) if total.rate is not None else None,
        )
    assert found == REAL_TOTALS
    assert len(totals_of(real)) == len(REAL_TOTALS)


def test_the_real_answer(finance: Finance) -> None:
    assert plain(finance.answer) == (
        "예산표에 적힌 금액이 가장 큰 것은 2022년 일자리경제과의 361억 1,806만 원이고, "
        "2022. 8. 31. 기준으로 263억 5,131만 원(73.0%)을 집행했습니다."
    )


def test_the_real_page_is_sound_and_leads_into_the_reports(real: Records) -> None:
    html = finance_page(real, shelf()).body
    page = Markup(html)
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", html)
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    used = [name for e in page.elements for name in e.attributes.get("aria-labelledby", "").split()]
    hrefs = [a.attributes["href"] for a in page.named("a")]
    inner = [h.partition("#")[2] for h in hrefs if h.startswith(("#", "../finance/index.html#"))]
    assert {*used, *inner, *re.findall(r"url\(#([^)]+)\)", html)} <= set(ids)
    reports = {href for href in hrefs if re.match(r"\.\./\d{4}/", href)}
    assert all(re.fullmatch(r"\.\./\d{4}/[a-z-]+/index\.html#[\w-]+", href) for href in reports)
    assert {href.split("/index")[0].removeprefix("../") for href in reports} == {r.source.folder for r in real.budgets}
    levels = [int(e.name[1]) for e in page.named("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_figure_of_the_real_tables_stands_in_a_report_or_is_marked(finance: Finance, real: Records) -> None:
    every = [amount.value for record in (*real.budgets, *real.programmes) for amount in record.amounts]
    stated = {f"{value:,f}" for value in every}
    shares = [s.value for r in real.programmes for amount in r.amounts for s in amount.shares]
    stated |= {f"{value:,f}" for value in shares}
    tables = [finance.totals, *(d.finance.chart.table for d in finance.departments if d.finance)]
    tables += [y.funding.chart.table for d in finance.departments for y in d.years if y.funding]
    figures = [c for t in tables for row in t.rows for c in row.cells if re.fullmatch(r"△?[\d,]+", c.text)]
    assert len(figures) > 100
    assert not [cell.text for cell in figures if not cell.computed and cell.text not in stated]
