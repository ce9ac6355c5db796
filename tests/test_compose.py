"""From model to document: numbers, anchors, computed figures, findings in figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.compose import ComposedReport, compose_library
from generator.diagnostics import Diagnostic, Severity
from generator.document import Role, Table, cell_text, plain, programmes, walk_divisions
from generator.library import read_library
from tests.cases import Case, cases, mismatches
from tests.trees import REPORT, archive_of

FOLDER = "2030/sample"


def composed(files: dict[str, str]) -> ComposedReport:
    library = read_library(archive_of(files))
    assert not library.findings
    (report,) = compose_library(library)
    return report


@pytest.mark.parametrize("case", cases("compose"))
def test_findings(case: Case) -> None:
    library = read_library(archive_of(case.files))
    found = [*library.findings, *(f for report in compose_library(library) for f in report.findings)]
    placed = [item for item in found if item.at.path == f"{FOLDER}/일반현황.yml"]
    assert placed == found
    assert not mismatches(case, [_bare(item) for item in found])
    assert all(item.hint for item in found)


def _bare(item: Diagnostic) -> Diagnostic:
    return replace(item, at=replace(item.at, path="일반현황.yml"))


PROGRAMMES = """\
제목: 추진실적
사업:
  - 사업명: 가로등 고치기
    id: lamps
    내용: |
      □ 사업개요
      ○ 기간: 연중
  - 사업명: 나무[^1] 심기
    id: trees
    본문:
      사업개요: 가
    각주: {1: 소나무}
"""


def test_parts_and_programmes_are_numbered_and_anchored() -> None:
    report = REPORT.replace("일반현황", "추진실적")
    document = composed({"보고서.yml": report, "추진실적.yml": PROGRAMMES}).document
    (part,) = document.parts
    assert (part.number, part.id, part.contents, part.starts_page) == ("Ⅰ", "part-1", True, True)
    assert [(d.number, d.id, d.starts_page) for d in part.children] == [("1", "lamps", True), ("2", "trees", True)]
    ids = [division.id for division in walk_divisions(document.parts)]
    assert len(ids) == len(set(ids))


def test_a_first_programme_stays_under_its_banner_where_there_is_no_contents_table() -> None:
    report = REPORT.replace("일반현황", "추진실적")
    text = PROGRAMMES.replace("사업:", "차례: 아니오\n사업:", 1)
    document = composed({"보고서.yml": report, "추진실적.yml": text}).document
    assert [d.starts_page for d in document.parts[0].children] == [False, True]


def test_topics_open_from_headings_and_from_marks() -> None:
    report = REPORT.replace("일반현황", "추진실적")
    document = composed({"보고서.yml": report, "추진실적.yml": PROGRAMMES}).document
    for programme in programmes(document):
        (topic,) = programme.children
        assert (topic.role, topic.number, plain(topic.title)) == (Role.TOPIC, "□", "사업개요")


BUDGET = """\
제목: 사업
사업:
  - 사업명: 가로등 고치기
    id: lamps
    내용: ○ 가
    예산현황:
      단위: 백만원
      예산액: 3,000 (국 1,000, 구비 2,000)
      집행액: 2,000 (국1,000 구 1,000)
"""


def test_a_budget_is_composed_with_its_rate() -> None:
    (programme,) = programmes(composed({"일반현황.yml": BUDGET}).document)
    assert programme.programme is not None
    budget = programme.programme.budget
    assert budget is not None and budget.rate is not None
    assert [(a.label, a.text, a.funding) for a in budget.amounts] == [
        ("예산액", "3,000", "(국 1,000, 구 2,000)"),
        ("집행액", "2,000", "(국 1,000, 구 1,000)"),
    ]
    assert (budget.rate.text, budget.rate.computed) == ("66.7", True)
    topic = programme.children[-1]
    assert (plain(topic.title), topic.suffix, topic.blocks) == ("예산현황", "단위: 백만원", (budget,))


def test_a_budget_line_is_printed_as_written_and_read_as_money() -> None:
    text = BUDGET.split("    예산현황:")[0] + "    소요예산: 총 99,049천원(구비 100%)\n"
    (programme,) = programmes(composed({"일반현황.yml": text}).document)
    assert programme.programme is not None and programme.programme.budget is not None
    assert programme.programme.budget.amounts[0].value == Decimal(99049)
    assert plain(programme.children[-1].value) == "총 99,049천원(구비 100%)"


@pytest.mark.parametrize("rate", ["66.6", "67%"])
def test_a_written_rate_stays_as_published(rate: str) -> None:
    (programme,) = programmes(composed({"일반현황.yml": f"{BUDGET}      집행률: {rate}\n"}).document)
    assert programme.programme is not None and programme.programme.budget is not None
    printed = programme.programme.budget.rate
    assert printed is not None and (printed.text, printed.computed) == (rate, False)


def _table(text: str) -> Table:
    document = composed({"일반현황.yml": text}).document
    (table,) = (b for d in walk_divisions(document.parts) for b in d.blocks if isinstance(b, Table))
    return table


def test_personnel_is_completed_with_totals_and_difference() -> None:
    table = _table(
        "제목: 현황\n본문:\n  인력:\n    인력표:\n      표: |\n"
        "        | 구분 | 계 | 5급 | 6급 |\n        |---|---|---|---|\n"
        "        | 정원 |    | 1   | 4   |\n        | 현원 |    | 2   | 3   |\n"
    )
    rows = [[cell_text(cell) for cell in row.cells] for row in table.body]
    assert rows == [["정원", "5", "1", "4"], ["현원", "5", "2", "3"], ["과부족", "-", "1", "△1"]]
    assert table.body[2].cells[3].value == Decimal(-1)
    assert table.body[2].cells[3].computed and not table.body[0].cells[2].computed


def test_a_unit_budget_gets_its_total_row_first_and_its_rates() -> None:
    table = _table(
        "제목: 현황\n본문:\n  예산:\n    예산표:\n      표: |\n"
        "        | 단위사업명 | 예산액 | 집행액 | 집행률(%) |\n        |---|---:|---:|---:|\n"
        "        | 가 | 1,000 | 500 | |\n        | 나 | 2,000 | 500 | 24 |\n"
    )
    rows = [[cell_text(cell) for cell in row.cells] for row in table.body]
    assert rows == [["계", "3,000", "1,000", "33.3"], ["가", "1,000", "500", "50.0"], ["나", "2,000", "500", "24"]]
    assert table.unit == "단위: 천원"


def test_facilities_merge_their_groups_and_equal_remarks() -> None:
    table = _table(
        "제목: 현황\n본문:\n  시설:\n    시설표:\n      구분:\n        시설:\n"
        "          - {명칭: 가, 현황: ○ 1층, 비고: 일팀}\n"
        "          - {명칭: 나, 현황: ○ 2층, 비고: ^}\n"
        "        장비:\n          - {명칭: 다, 현황: ○ 차, 비고: 이팀}\n"
    )
    first, second, third = table.body
    assert (cell_text(first.cells[0]), first.cells[0].rowspan) == ("시설", 2)
    assert (cell_text(first.cells[-1]), first.cells[-1].rowspan) == ("일팀", 2)
    assert [cell_text(c) for c in second.cells] == ["나", "2층"]
    assert [cell_text(c) for c in third.cells] == ["장비", "다", "차", "이팀"]


def test_mistakes_in_figures_are_found_beside_a_broken_section() -> None:
    report = REPORT + "  - 추진실적\n"
    files = {
        "보고서.yml": report,
        "일반현황.yml": "제목: 가\n본문 나\n",
        "추진실적.yml": BUDGET.replace("국1,000", "국1,00,0"),
    }
    library = read_library(archive_of(files))
    assert [finding.code for finding in library.findings] == ["missing-colon"]
    (composed_report,) = compose_library(library)
    assert [finding.code for finding in composed_report.findings if finding.severity is Severity.ERROR] == ["money"]
