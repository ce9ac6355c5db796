"""Fiscal years in headings, titles and heads of tables."""

from __future__ import annotations

import pytest

from generator.records.year import labelled_year, leading_year, planned_year


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2022년 주요업무 추진계획", 2022),
        ("[2018년 추진계획]", 2018),
        ("2021 주요업무보고", 2021),
        ("’22년 예산", 2022),
        ("최근 3년 결산 현황", None),
        ("20년 넘은 시설", None),
        ("2021. 11. 4. 회의", None),
        ("2021~2025년 계획", None),
        ("예산 2022년", None),
        ("20220 사업", None),
    ],
)
def test_a_heading_that_begins_with_a_year(heading: str, year: int | None) -> None:
    assert leading_year(heading) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2017년 주요업무 추진실적 및 2018년 추진계획", 2018),
        ("2018년도 주요업무 계획", 2018),
        ("2017년 추진실적", None),
    ],
)
def test_the_year_of_the_plan_in_a_title(title: str, year: int | None) -> None:
    assert planned_year(title) == year


@pytest.mark.parametrize(
    ("bare", "told"),
    [
        ("2023예산액", (2023, "예산액")),
        ("2020년", (2020, "")),
        ("2024회계연도결산액", (2024, "결산액")),
        ("22년도예산", (2022, "예산")),
        ("예산액", (None, "예산액")),
        ("전년도예산액", (None, "전년도예산액")),
    ],
)
def test_the_year_in_the_head_of_a_column(bare: str, told: tuple[int | None, str]) -> None:
    assert labelled_year(bare) == told
