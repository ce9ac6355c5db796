"""What the search looks through: sections of a composed report, and the files made of them."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest

from generator.document import Division, NoteRef, Operation, Paragraph, Process, Role, Step, Text, Unit, walk_divisions
from generator.outputs.artifacts import Asset
from generator.outputs.pages.overview import report_page
from generator.outputs.search.index import AsidePage, LifeLineEntry, Section, Topic, search_assets, search_sections
from generator.outputs.search.lines import block_lines
from tests.outputs.example import Markup, budget, report, shelf, text, with_texts


def sections() -> dict[str, Section]:
    return {section.id: section for section in search_sections(report(), {"stable-jobs": 4})}


def lines_of(section: Section) -> list[str]:
    return [line for topic in section.topics for line in topic.lines.split("\n") if line]


def data_of(asset: Asset) -> dict[str, Any]:
    match = re.fullmatch(r"reportSearch\.receive\((.*)\)\n", asset.data.decode(), re.DOTALL)
    assert match
    found: dict[str, Any] = json.loads(match[1])
    return found


def test_parts_sections_and_programmes_are_found_and_topics_belong_to_them() -> None:
    assert list(sections()) == [
        "overview", "organization", "personnel", "facilities", "money", "results", "stable-jobs", "live-commerce",
    ]  # fmt: skip


def test_a_programme_says_what_it_is() -> None:
    found = sections()["stable-jobs"]
    assert (found.title, found.cited, found.programme, found.team, found.page) == (
        "안정적 일자리 지원", "Ⅱ-1", "stable-jobs", "일자리창출팀", 4,
    )  # fmt: skip
    assert [topic.heading for topic in found.topics if topic.heading] == [
        "사업개요",
        "주요 추진실적",
        "그림",
        "예산현황",
    ]


def test_every_section_and_topic_has_its_anchor_on_the_page() -> None:
    page = report_page(report(), shelf(), pages={}, pdf=None)
    anchors = {element.attributes.get("id") for element in Markup(page.body).elements}
    for section in sections().values():
        assert section.id in anchors
        assert {topic.id for topic in section.topics if topic.id} <= anchors


def test_a_label_keeps_its_value_and_cells_are_divided() -> None:
    lines = lines_of(sections()["stable-jobs"])
    assert "사업기간: 연중" in lines
    assert "1,771\t1,494\t772" in lines
    assert "구분\t안심일자리\t지역방역\t청년드림" in lines


def test_what_stands_in_one_cell_keeps_its_own_lines_apart() -> None:
    row = next(line for line in lines_of(sections()["facilities"]) if "상담실" in line)
    assert row == "시설\t일자리플러스센터 (당산로 123)\t상담실 49㎡\t창구 5개\t1층\t일자리창출팀"


def test_captions_notes_teams_and_budgets_are_found() -> None:
    assert "임기제 제외" in lines_of(sections()["personnel"])
    assert "정원 및 현원" in lines_of(sections()["personnel"])
    assert {"음성장치", "센터", "센터 모습", "일자리창출팀", "일자리를 잇고자 함"} <= set(
        lines_of(sections()["stable-jobs"])
    )
    assert any("집행률" in line for line in lines_of(sections()["stable-jobs"]))


def test_a_footnote_is_found_where_it_is_called() -> None:
    assert "실시간 방송으로 파는 방식" in lines_of(sections()["live-commerce"])
    assert "잠정값" in lines_of(sections()["personnel"])
    assert "잠정값" not in lines_of(sections()["overview"])


def test_the_budget_beside_a_programme_is_found_once() -> None:
    lines = lines_of(sections()["stable-jobs"])
    assert len([line for line in lines if "집행액" in line]) == 1


def test_an_amount_has_its_unit() -> None:
    lines = list(block_lines(budget("9876", "64", "0.6")))
    assert lines[:2] == ["예산액\t9876천원\t(시 30, 구 70)", "집행액\t64천원"]


def test_a_budget_that_stands_nowhere_else_is_found() -> None:
    document = report()
    programme = next(d for d in walk_divisions(document.parts) if d.id == "live-commerce")
    assert programme.programme
    priced = dataclasses.replace(
        programme, programme=dataclasses.replace(programme.programme, budget=budget("9876", "64", "0.6"))
    )
    part = Division(Role.PART, "part", "Ⅰ", text("부"), (), (priced,))
    found = search_sections(dataclasses.replace(document, parts=(part,)), {})
    assert any("9876" in line for line in lines_of(found[1]))


def test_a_topic_s_value_follows_its_title() -> None:
    topic = Division(Role.TOPIC, "cost", "□", text("소요예산"), (), value=text("540,187천원"))
    part = Division(Role.PART, "part", "Ⅰ", text("부"), (), (topic,))
    (section,) = search_sections(report(parts=(part,)), {})
    assert section.topics[0].heading == "소요예산"
    assert section.topics[0].lines == "소요예산: 540,187천원"


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Process("절차", (Step(text("신청"), "3월", "구민"), Step(text("심사")))), ["절차", "신청\t3월\t구민", "심사"]),
        (Operation("운영", Unit("센터", "직영", (text("상담"),)), Unit("공통")), ["운영", "센터 직영", "상담", "공통"]),
        (Paragraph((Text("한 줄\n 두\t줄"), NoteRef("n", 1, text("각주")))), ["한 줄 두 줄"]),
        (Paragraph(text(" ")), []),
    ],
)
def test_a_block_as_lines(block: Process | Operation | Paragraph, lines: list[str]) -> None:
    assert list(block_lines(block)) == lines


def test_a_short_year_is_one_file_and_the_list_is_newest_first() -> None:
    assets = {asset.path: asset for asset in search_assets([(report(year=2019), {}), (report(), {})])}
    assert assets["search/years.js"].data == b"reportSearch.years([[2022,1],[2019,1]])\n"
    assert [data_of(assets["search/2019.js"])[key] for key in ("year", "piece")] == [2019, 1]
    (only,) = data_of(assets["search/2022.js"])["reports"]
    assert only["path"] == "2022/jobs-economy/index.html"
    assert only["sections"][0] == {
        "id": "", "title": "2022년 주요업무 보고(일자리경제과)", "cited": "", "programme": "", "team": "", "page": None,
        "topics": [
            {"id": "", "heading": "",
             "lines": "2022년 추진실적\n서울특별시 영등포구 일자리경제과\n2022. 8. 31. 기준"},
        ],
    }  # fmt: skip


def test_a_long_year_is_cut_between_reports_in_the_order_of_their_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [(report(slug=slug), dict[str, int]()) for slug in ("jobs", "a", "jobs-2", "b")]
    (whole,) = (asset for asset in search_assets(documents) if asset.path == "search/2022.js")
    monkeypatch.setattr("generator.outputs.search.index.PIECE_BYTES", len(whole.data) * 6 // 10)
    assets = {asset.path: asset for asset in search_assets([*documents, (report(year=2021), {})])}
    assert assets["search/years.js"].data == b"reportSearch.years([[2022,2],[2021,1]])\n"
    pieces = [data_of(assets[f"search/{name}.js"]) for name in ("2022", "2022-2")]
    assert [(piece["year"], piece["piece"]) for piece in pieces] == [(2022, 1), (2022, 2)]
    paths = [[found["path"].split("/")[1] for found in piece["reports"]] for piece in pieces]
    assert paths == [["a", "b"], ["jobs-2", "jobs"]]
    assert pieces[0]["reports"] + pieces[1]["reports"] == data_of(whole)["reports"]


def test_a_report_that_is_longer_than_a_file_may_be_is_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.outputs.search.index.PIECE_BYTES", 1)
    assets = {asset.path: asset for asset in search_assets([(report(), {}), (report(slug="other"), {})])}
    assert assets["search/years.js"].data == b"reportSearch.years([[2022,2]])\n"
    assert [len(data_of(assets[f"search/{name}.js"])["reports"]) for name in ("2022", "2022-2")] == [1, 1]


def test_hostile_text_stays_data() -> None:
    hostile = "</script>\"'\\\u2028<b>&"
    document = with_texts(report(), lambda words: words + hostile)
    assets = {asset.path: asset for asset in search_assets([(document, {})])}
    assert "</script>" in json.dumps(data_of(assets["search/2022.js"]))


def test_hangul_is_composed() -> None:
    document = report(title="\u110e\u116e\u11a8\u110c\u1166")
    assert "축제".encode() in next(a.data for a in search_assets([(document, {})]) if a.path == "search/2022.js")


def test_the_same_reports_give_the_same_bytes_in_any_order() -> None:
    other = report(slug="other", department="다른 과")
    assert search_assets([(report(), {}), (other, {})]) == search_assets([(other, {}), (report(), {})])


def test_programmes_over_the_years_and_pages_aside_are_handed_over() -> None:
    entry = LifeLineEntry(
        "안심일자리", "programmes/a/index.html", ("공공근로사업",), (2017, 2022), "한 줄", (("예산", "1원"),)
    )
    section = Section("", "안내", "", "", "", None, (Topic("", "", "글"),))
    page = AsidePage("guide/index.html", "안내", "작성 안내", (section,))
    assets = {asset.path: asset.data for asset in search_assets([], lifelines=[entry], aside=[page])}
    assert json.loads(assets["search/names.js"].decode()[len("reportSearch.names(") : -2]) == [
        {
            "name": "안심일자리", "href": "programmes/a/index.html", "names": ["안심일자리", "공공근로사업"],
            "years": [2017, 2022], "summary": "한 줄", "figures": [["예산", "1원"]],
        }
    ]  # fmt: skip
    (found,) = json.loads(assets["search/aside.js"].decode()[len("reportSearch.aside(") : -2])["pages"]
    assert (found["path"], found["group"], found["department"]) == ("guide/index.html", "작성 안내", "")
    assert found["sections"][0]["topics"] == [{"id": "", "heading": "", "lines": "글"}]
