"""The five real reports: figures that were read off the originals by hand, in thousand won."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive import read_archive
from generator.records import records_of
from generator.records.kinds import Measure, Money, Records

CONTENT = Path(__file__).resolve().parents[2] / "content"

UNITS = [
    (2017, "jobs-policy", 2017, "계", "budget 4157202, execution 3262264, expected 4112102", "78.5"),
    (2017, "jobs-policy", 2017, "사회적경제 활성화", "budget 1104398, execution 1031427, expected 1104000", "93.4"),
    (2017, "jobs-policy", 2017, "지역일자리사업 지원", "budget 2254931, execution 1670160, expected 2226931", "74.1"),
    (2022, "social-economy", 2022, "계", "budget 2220384, previous_budget 1532978", ""),
    (2022, "social-economy", 2022, "사회적경제 활성화", "budget 899553, previous_budget 702375", ""),
    (2022, "social-economy", 2022, "기본경비", "budget 81342, previous_budget 71714", ""),
    (2022, "jobs-economy", 2022, "계", "budget 36118055, execution 26351314", "73.0"),
    (2022, "jobs-economy", 2022, "인력운영비", "budget 121800, execution 73539", "60.4"),
    (2021, "seoul-center", 2020, "민간위탁 총계", "budget 8487514", ""),
    (2021, "seoul-center", 2021, "민간위탁 총계", "budget 6185415", ""),
    (2024, "district-support", 2023, "계", "budget 651000", ""),
    (2024, "district-support", 2024, "계", "budget 566600", ""),
]
SETTLED = [(2020, 4719600, 4208814), (2021, 2952000, 2929584), (2022, 1722219, 1716050)]
PROGRAMMES = """\
2017/jobs-policy social-economy-center 2017: budget 198060 (시 150000, 구 48060), execution 181640 (시 150000, 구 31640)
2017/jobs-policy public-work 2017: budget 2020861 (시 1121684, 구 899177), execution 1492913 (시 761274, 구 731639)
2017/jobs-policy stable-jobs-plan 2018: plan 99049 (구 99049)
2017/jobs-policy job-partnership-plan 2018: plan 221840 (국 176000, 구 45840)
2017/jobs-policy public-work-plan 2018: plan 2132238 (시 1492566, 구 639672)
2017/jobs-policy youth-job-center 2018: plan 200000 (구 200000)
2022/social-economy youth-support 2022: plan 751288 (시 152199, 구 599089)
2022/social-economy beer-festival 2022: plan 98000 (구 98000)
2022/jobs-economy labor-center 2022: budget 371207 (시 314983, 구 56224), execution 296961 (시 252077, 구 44884)
2022/jobs-economy live-commerce 2022: budget 34000 (구 34000), execution 0
2021/seoul-center seoul-village-enterprises 2021: budget 418000 (시 209000, 국 209000)
"""
STAFF = {
    "2017/jobs-policy": (20, 20),
    "2022/social-economy": (13, 13),
    "2022/jobs-economy": (23, 24),
    "2021/seoul-center": (35, 34),
}


@pytest.fixture(scope="module")
def records() -> Records:
    return records_of(read_archive(CONTENT))


def told(amounts: tuple[Money, ...]) -> str:
    return ", ".join(
        f"{money.measure.value} {money.value:f}"
        + (f" ({', '.join(f'{s.short} {s.value:f}' for s in money.shares)})" if money.shares else "")
        for money in amounts
    )


@pytest.mark.parametrize(("year", "slug", "fiscal_year", "name", "amounts", "rate"), UNITS)
def test_department_budgets(
    records: Records, year: int, slug: str, fiscal_year: int, name: str, amounts: str, rate: str
) -> None:
    (line,) = (
        line
        for line in records.budgets
        if (line.source.year, line.source.slug, line.fiscal_year, line.name) == (year, slug, fiscal_year, name)
    )
    assert told(line.amounts) == amounts
    assert (f"{line.rate:f}" if line.rate is not None else "") == rate


def test_settlements(records: Records) -> None:
    lines = [line for line in records.budgets if line.amount(Measure.SETTLEMENT)]
    figures = [(line.fiscal_year, line.amount(Measure.AVAILABLE), line.amount(Measure.SETTLEMENT)) for line in lines]
    assert [(year, a and a.value, s and s.value) for year, a, s in figures] == SETTLED


@pytest.mark.parametrize("line", PROGRAMMES.splitlines())
def test_programmes(records: Records, line: str) -> None:
    place, _, amounts = line.partition(": ")
    folder, programme, fiscal_year = place.split()
    (record,) = (r for r in records.programmes if r.source.folder == folder and r.id == programme)
    assert (str(record.fiscal_year), told(record.amounts)) == (fiscal_year, amounts)
    assert record.planned == amounts.startswith("plan")
    assert record.source.href == f"{folder}/index.html#{programme}"


def test_every_programme_has_money_and_the_lines_sum_up(records: Records) -> None:
    assert not [record.id for record in records.programmes if not record.amounts]
    for folder in STAFF:
        lines = [line for line in records.budgets if line.source.folder == folder and not line.level]
        if folder != "2021/seoul-center":
            parts = sum(line.amounts[0].value for line in lines if not line.total)
            assert [line.amounts[0].value for line in lines if line.total] == [parts]


@pytest.mark.parametrize("folder", STAFF)
def test_staff(records: Records, folder: str) -> None:
    totals = {c.row: c.value for c in records.personnel if c.source.folder == folder and c.grade == "계"}
    assert (totals["정원"], totals["현원"]) == STAFF[folder]


def test_facilities(records: Records) -> None:
    found = {(r.source.folder, r.name): r for r in records.facilities}
    assert found["2017/jobs-policy", "사회적경제지원센터"].place == "선유동1로 80"
    assert "684㎡" in found["2022/social-economy", "사회적경제지원센터"].state
    assert "427.63㎡" in found["2022/jobs-economy", "노동자종합지원센터"].state
    assert found["2022/social-economy", "무중력지대-영등포"].place == "당산로 235"
    # A note keeps its mark: without it, it reads as what stands before it.
    assert found["2022/jobs-economy", "일자리플러스센터"].state.splitlines()[1] == "※ 사회적경제과 사무실 내 공간 사용"
    assert len(found) == 16
