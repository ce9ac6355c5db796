"""The one-page brief: what it tells of each kind of report, what it leaves out, and how it is brought onto one page."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from generator.archive import Archive, check_library
from generator.house import House
from generator.library import read_library
from generator.outputs.paper.brief.amounts import common_unit, figure_of
from generator.outputs.paper.brief.brief import Brief, BriefGroup, BriefItem, BriefProgramme, BriefTopic
from generator.outputs.paper.brief.choosing import told_of
from generator.outputs.paper.brief.fitting import LADDER, SMALLEST, Step, fullest_fit
from generator.outputs.paper.brief.printing import render_brief
from generator.outputs.paper.brief.telling import brief_of
from generator.records.kinds import FundingShare, Measure, Money
from tests.benchmarks.recombined import recombined
from tests.outputs.example import report
from tests.trees import archive_of

HEAD = "제목: 2030년 보고\n부서: sample\n종류: {kind}\n구성: [{section}]\n기준일: 2030. 8. 31.\n"
RESULTS = """\
제목: 주요업무 추진실적
사업:
  - 사업명: 나무 심기
    id: trees
    담당팀: 숲팀
    목적: 그늘을 넓히고자 함
    본문:
      사업개요: |
        ○ 사업기간: 연중
      주요 추진실적: |
        ○ 가로수 심기: 120그루
          - 봄: 70그루
          - 가을: 50그루
        ○ 나무 나누기
          - 방법
            · 신청을 받음
          - 나눈 나무: 30그루
      향후계획: |
        ○ 물 주기
    예산현황:
      단위: 천원
      예산액: 1,000 (시 400, 구 600)
      집행액: 500 (구 500)
  - 사업명: 꽃 심기
    id: flowers
    본문:
      주요 추진실적: |
        | 구분 | 봄 | 가을 |
        |---|---|---|
        | 심은 꽃 | 10송이 | 20송이 |
        | 심은 곳 | - | 3곳 |
    예산현황:
      단위: 천원
      예산액: 200 (구 200)
"""


def briefed(files: dict[str, str], kind: str = "추진실적") -> Brief:
    (section,) = files
    head = HEAD.format(kind=kind, section=section)
    library = read_library(archive_of({"보고서.yml": head, **{f"{name}.yml": text for name, text in files.items()}}))
    archive = check_library(library)
    return brief_of(archive.reports[0], library.reports[0], House())


@pytest.fixture(scope="module")
def results() -> Brief:
    return briefed({"추진실적": RESULTS})


def test_the_head_and_the_group(results: Brief) -> None:
    assert (results.title, results.issuer, results.basis) == ("2030년 보고", "가상시 보기구 보기과", "2030. 8. 31.")
    (group,) = results.groups
    assert (group.kind, group.told, group.unit) == ("", "주요 추진실적", "천원")
    assert group.measures == (Measure.BUDGET, Measure.EXECUTION)


def test_a_programme_with_its_figures(results: Brief) -> None:
    trees = results.groups[0].programmes[0]
    assert (trees.number, trees.title, trees.team, trees.purpose) == ("1", "나무 심기", "숲팀", "그늘을 넓히고자 함")
    budget, execution = trees.figure(Measure.BUDGET), trees.figure(Measure.EXECUTION)
    assert budget is not None and (budget.text, budget.funding) == ("1,000", ("시 400", "구 600"))
    assert execution is not None and (execution.text, execution.funding) == ("500", ("구비",))
    assert trees.rate == "50.0"


def test_items_are_those_of_the_first_level_with_what_is_right_below(results: Brief) -> None:
    (topic,) = results.groups[0].programmes[0].topics
    assert topic.items == (
        BriefItem("가로수 심기: 120그루", ("봄: 70그루", "가을: 50그루")),
        BriefItem("나무 나누기", ("나눈 나무: 30그루",)),  # 방법 only leads to what is below it
    )


def test_rows_of_a_table_are_items_where_there_are_no_lines(results: Brief) -> None:
    (topic,) = results.groups[0].programmes[1].topics
    assert [item.text for item in topic.items] == ["심은 꽃: 봄 10송이, 가을 20송이", "심은 곳: 가을 3곳"]


def test_a_plan_tells_its_plans_or_else_its_schedule() -> None:
    section = """\
제목: 주요업무 추진계획
사업:
  - 사업명: 나무 심기
    id: trees
    본문:
      사업개요: |
        ○ 사업기간: 연중
      세부 추진계획: |
        ○ 묘목 고르기: 3월
    소요예산: 9,000천원(구비 9,000)
  - 사업명: 꽃 심기
    id: flowers
    본문:
      추진방향: |
        ○ 여러 색으로
      추진일정: |
        ○ 심기: 4월
    소요예산: 1,000천원(구비 1,000)
"""
    (group,) = briefed({"추진계획": section}, "추진계획").groups
    assert [one.topics[0].title for one in group.programmes] == ["세부 추진계획", "추진일정"]
    assert group.measures == (Measure.PLAN,)
    assert not any(one.rate for one in group.programmes)


def test_amounts_in_several_units_name_their_own() -> None:
    million = Money(Measure.BUDGET, 418_000, "418백만원", (FundingShare("시비", "시", 209_000),))  # type: ignore[arg-type]
    thousand = Money(Measure.BUDGET, 90, "90천원")  # type: ignore[arg-type]
    assert common_unit([million, thousand]) == "" and common_unit([million]) == "백만원" and common_unit([]) == ""
    assert figure_of(million, "").text == "418백만원"
    assert figure_of(million, "백만원").text == "418"


def test_items_are_whole_or_left_out() -> None:
    items = tuple(BriefItem("가" * 20, ("나" * 20,)) for _ in range(4))
    (told,) = told_of((BriefTopic("추진실적", items),), 3, 25)
    assert told.items == (("가" * 20, "나" * 20), ("가" * 20, "")) and told.left_out == 2
    (told,) = told_of((BriefTopic("추진실적", (BriefItem("가" * 500),)),), 1, 25)
    assert told.items == (("가" * 500, ""),) and told.left_out == 0


def test_the_ladder_ends_with_the_smallest_type() -> None:
    assert LADDER[-1] == Step(SMALLEST, 1, purpose=False, funding=False)
    assert min(step.size for step in LADDER) == SMALLEST == min(step.funding_size for step in LADDER)


@pytest.mark.parametrize("room", range(1, len(LADDER) + 1))
def test_the_fullest_step_that_fits_is_taken(room: int) -> None:
    fitting = LADDER[-room:]
    assert fullest_fit(lambda step: step, lambda step: step in fitting) == fitting[0]


def test_where_none_fits_the_last_is_taken() -> None:
    assert fullest_fit(lambda step: step, lambda step: False) == LADDER[-1]


def test_a_report_that_is_too_long_gets_a_second_page_and_says_so() -> None:
    one = BriefProgramme("1", "가로수와 꽃과 풀을 심고 가꾸는 사업", "숲팀", "", (), "", ())
    result = render_brief(Brief("보고", "보기과", "", (BriefGroup("Ⅰ", "", "", "", (one,) * 120),)), report())
    assert result.page_count > 1
    (warning,) = result.warnings
    assert warning.startswith(f"1장 요약이 {result.page_count}쪽이 되었습니다. 사업 120개를")


def test_the_same_brief_gives_the_same_bytes(results: Brief) -> None:
    assert render_brief(results, report()).data == render_brief(results, report()).data


@pytest.fixture(scope="module")
def mixed() -> Archive:
    return check_library(read_library(recombined(12, years=4)))


def test_recombined_reports_have_briefs_of_one_page(mixed: Archive) -> None:
    loaded = {one.folder: one for one in mixed.library.reports}
    counts = []
    for composed in mixed.reports:
        brief = brief_of(composed, loaded[composed.folder], House())
        result = render_brief(brief, composed.document)
        counts.append(brief.programme_count)
        assert (result.page_count, result.warnings) == (1, ()), composed.folder
        with pypdfium2.PdfDocument(result.data) as pdf:
            text = "".join(re.sub(r"\s|\u2060", "", pdf[0].get_textpage().get_text_bounded()).split("\x02"))
        for group in brief.groups:
            for programme in group.programmes:
                assert re.sub(r"[\s-]", "", programme.title) in text.replace("-", "")
    assert min(counts) >= 5 and max(counts) >= 12
