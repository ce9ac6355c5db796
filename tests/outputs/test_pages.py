"""The archive's pages as HTML: inert, well formed, in order, and saying what the report says."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from generator.checks.rule import Group, Rule
from generator.diagnostics import Diagnostic, Related, Severity, Span
from generator.document import Break, Cell, Document, NoteRef, Paragraph, Row, Text, walk_divisions
from generator.outputs.artifacts import Page
from generator.outputs.pages.front import matrix_of, news_of
from generator.outputs.pages.guide import guide_pages, rule_groups
from generator.outputs.pages.lifeline import LineLink
from generator.outputs.pages.overview import (
    Download,
    PdfLink,
    Publication,
    department_page,
    departments_page,
    errata_page,
    front_page,
    problem_page,
    report_page,
    report_path,
    site_assets,
    year_page,
)
from generator.outputs.pages.report_about import citation_of
from generator.outputs.pages.review import ComparisonLink
from generator.outputs.web.licence import licence_of
from generator.outputs.web.shelf import Contact, ShelfDepartment
from generator.records.kinds import Records
from tests.outputs.archive_example import LIGHTS, OLD, archive_shelf, closed_up, documents, records
from tests.outputs.example import ERRATA, FOOTNOTE, PATH, Markup, report, section, shelf, source_of, table, with_texts

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"

FINDINGS = (
    Diagnostic("wording", Severity.NOTE, "띄어 씁니다.", Span("2022/jobs-economy/추진실적.yml", 9, 1, 9, 2)),
    Diagnostic(
        "table-sum",
        Severity.ERROR,
        "'계'가 맞지 않습니다.",
        Span("2022/jobs-economy/일반현황.yml", 2, 6, 2, 11),
        "합계를 고치세요.",
        (Related(Span("organization.yml", 3), "여기에도 있습니다."),),
    ),
)
PLACED_FINDINGS = (*FINDINGS, Diagnostic("count", Severity.WARNING, "다릅니다.", ERRATA[1].at, "고치세요."))
RULES = (
    Rule("weekday", "요일은 달력과 같습니다.", "헛걸음을 합니다.", "달력", Group.CALENDAR, Severity.ERROR,
         example="11. 3.(수)", corrected="11. 3.(목)"),
    Rule("table-sum", "합은 맞습니다.", "서로 다릅니다.", "", Group.ARITHMETIC, Severity.WARNING),
)  # fmt: skip
LINES = {"2022/jobs-economy/일반현황.yml": ["예산:", "  계: 1,200 <천원>"]}

NOT_ON_THE_WEB = {"□", "사업기간: 연중", "사 업 비: 84,000천원", "사 업 비", "취업자(명)", "(시 30, 구 70)", PATH}
"""What stands on the page in another form: □ is drawn, a fact is cut into name and value, a unit follows its figure,
rows of funding sources take the place of the split in brackets, and only findings name a file."""


AROUND: dict[str, object] = {
    "documents": [report(year=2023), report(), report(year=2019, slug="policy", department_slug="jobs-policy")],
    "files": [
        Download("money.csv", "CSV", "예산현황", "예산현황.csv"),
        Download("staff.csv", "CSV", "정원 및 현원", "정원 및 현원.csv"),
        Download("source.zip", "YAML", "원본", "원본.zip"),
    ],
    "publication": Publication("2022. 9. 15.", licence_of(4, training=True)),
    "revision": "0123456789ab",
    "lifelines": {"stable-jobs": (LineLink("안정적 일자리", "programmes/stable-jobs/index.html", True),)},
    "comparisons": (ComparisonLink("changes/2022/index.html", "2019년과 견주기"),),
}
"""All that a report's page may be handed beside the report."""


def lines_of(path: str) -> list[str]:
    return LINES.get(path, [])


def a_report(document: Document | None = None, **options: object) -> Page:
    values = {"pages": {"stable-jobs": 4}, "pdf": PdfLink(12, 1_363_149), **options}
    return report_page(document or report(), values.pop("shelf", shelf()), **values)  # type: ignore[arg-type]


PAGES: dict[str, Callable[[], Page]] = {
    "front": lambda: front_page([report(), report(year=2019, slug="old")], shelf()),
    "front without reports": lambda: front_page([], shelf(departments=())),
    "report": a_report,
    "report in the preview": lambda: a_report(findings=FINDINGS),
    "report with errata": lambda: a_report(errata=ERRATA, lines_of=source_of),
    "report with errata in the preview": lambda: a_report(errata=ERRATA, findings=PLACED_FINDINGS, lines_of=source_of),
    "report with everything around it": lambda: a_report(**AROUND),
    "front of an archive": lambda: front_page(documents(), archive_shelf(), records=records()),
    "year": lambda: year_page(2022, documents(), archive_shelf(), records=records()),
    "department": lambda: department_page(LIGHTS, documents(), archive_shelf(), records=records()),
    "department without reports": lambda: department_page(OLD, [], archive_shelf()),
    "departments": lambda: departments_page(documents(), archive_shelf()),
    "errata": lambda: errata_page([report()], {"2022/jobs-economy": ERRATA}),
    "no errata": lambda: errata_page([report()], {}),
    "checks": lambda: guide_pages(RULES)[0],
    "problem": lambda: problem_page("2022/jobs-economy/index.html", "2022/jobs-economy", FINDINGS, lines_of),
}


@pytest.fixture(params=PAGES, ids=str)
def page(request: pytest.FixtureRequest) -> Page:
    return PAGES[request.param]()


def test_elements_are_balanced_and_ids_stand_once(page: Page) -> None:
    ids = Counter(element.attributes["id"] for element in Markup(page.body).elements if "id" in element.attributes)
    assert [name for name, count in ids.items() if count > 1] == []


def test_links_within_the_page_have_a_target(page: Page) -> None:
    markup = Markup(page.body)
    ids = {element.attributes.get("id") for element in markup.elements}
    targets = {e.attributes["href"][1:] for e in markup.named("a") if e.attributes["href"].startswith("#")}
    assert targets <= ids


def test_headings_come_in_order(page: Page) -> None:
    levels = [int(element.name[1]) for element in Markup(page.body).named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_fetched_from_elsewhere(page: Page) -> None:
    for element in Markup(page.body).elements:
        for name in ("src", "srcset", "action", "data", "poster"):
            assert not urlsplit(element.attributes.get(name, "")).netloc
        assert element.name not in {"script", "iframe", "object", "link", "style"}


def test_pages_keep_to_a_strict_content_security_policy(page: Page) -> None:
    for element in Markup(page.body).elements:
        assert "style" not in element.attributes
        assert not [name for name in element.attributes if name.startswith("on")]


def test_references_of_labels_exist(page: Page) -> None:
    markup = Markup(page.body)
    ids = {element.attributes.get("id") for element in markup.elements}
    for element in markup.elements:
        for name in ("aria-labelledby", "for"):
            assert set(element.attributes.get(name, "").split()) <= ids


@pytest.mark.parametrize(
    "kind", ["front", "report", "year", "department", "departments", "errata", "checks", "problem"]
)
def test_text_never_becomes_markup(kind: str) -> None:
    document = with_texts(report(), lambda words: words + HOSTILE)
    findings = with_texts(PLACED_FINDINGS, lambda words: words + HOSTILE)
    errata = with_texts(ERRATA, lambda words: words + HOSTILE)
    hostile_documents = with_texts(tuple(documents()), lambda words: words + HOSTILE)
    hostile_shelf = with_texts(archive_shelf(), lambda words: words + HOSTILE)
    hostile_records = with_texts(records(), lambda words: words + HOSTILE)
    at_places = {"lines_of": lambda path: source_of(path.removesuffix(HOSTILE))}
    made = {
        "front": lambda: front_page([document], with_texts(shelf(), lambda words: words + HOSTILE)),
        "report": lambda: a_report(document, findings=findings, errata=errata, **at_places),
        "year": lambda: year_page(2022, hostile_documents, hostile_shelf, records=hostile_records),
        "department": lambda: department_page(
            hostile_shelf.departments[1], hostile_documents, hostile_shelf, records=hostile_records
        ),
        "departments": lambda: departments_page(hostile_documents, hostile_shelf),
        "errata": lambda: errata_page([document], {"2022/jobs-economy": errata}),
        "checks": lambda: guide_pages(with_texts(RULES, lambda words: words + HOSTILE))[0],
        "problem": lambda: problem_page("2022/x/index.html", HOSTILE, findings, lambda path: [HOSTILE] * 9),
    }[kind]()
    markup = Markup(made.body)
    assert not list(markup.named("script"))
    assert not [e for e in markup.elements if any(name.startswith("on") for name in e.attributes)]
    assert not [e for e in markup.named("img") if e.attributes["src"] == "x"]
    assert "alert(1)</script>" in "".join(element.words for element in markup.named("h1", "h2", "h3"))
    assert len(markup.classed("remark")) == (3 if kind == "report" else 0)


def test_every_text_of_a_report_is_printed() -> None:
    """The control of the test above: a text that no page prints would pass it without meaning."""
    texts: set[str] = set()

    def collect(words: str) -> str:
        texts.add(words)
        return words

    with_texts(report(), collect)
    elements = Markup(a_report().body).elements
    printed = "\n".join([*(e.words for e in elements), *(v for e in elements for v in e.attributes.values())])
    assert {words for words in texts if words not in printed} == NOT_ON_THE_WEB


def test_programmes_are_found_by_their_id_and_cited_by_their_number() -> None:
    markup = Markup(a_report().body)
    assert [e.attributes["id"] for e in markup.classed("programme__title")] == ["stable-jobs", "live-commerce"]
    assert [e.words for e in markup.classed("programme__no")] == ["Ⅱ-1", "Ⅱ-2"]


def test_the_page_in_print_is_shown_where_it_is_known() -> None:
    metas = [e.words for e in Markup(a_report().body).classed("programme__meta")]
    assert metas == ["일자리창출팀 원문 4쪽 주소 복사", "일자리창출팀 주소 복사"]


def test_a_budget_stands_in_the_rail_and_not_again_in_the_text() -> None:
    markup = Markup(a_report().body)
    (side,) = markup.classed("programme__side")
    assert [e.words for e in markup.elements if e.attributes.get("id") == "stable-jobs-money"] == [
        "예산현황 2022. 8. 31. 기준"
    ]
    assert "64.0%" in side.words
    assert len(markup.classed("money")) == 1
    assert not [e for e in markup.classed("topic") if "예산현황" in e.words]


def test_names_and_values_become_a_list_of_facts() -> None:
    (facts,) = Markup(a_report().body).classed("facts")
    assert facts.words.split() == ["사업기간", "연중", "사업비", "84,000천원"]


def test_one_row_of_figures_becomes_large_figures() -> None:
    (figures,) = Markup(a_report().body).classed("figures")
    assert figures.words.split() == ["구인업체", "1,771", "구직자", "1,494", "취업자", "772명"]


def test_footnotes_stand_once_at_the_end_of_the_first_place_that_calls_them() -> None:
    markup = Markup(a_report().body)
    notes = {e.attributes["id"]: e.words.split("↩")[0].split() for e in markup.named("li") if "id" in e.attributes}
    assert notes == {
        "foot-n1": ["1)", "실시간", "방송으로", "파는", "방식"],
        "foot-n2": ["2)", "잠정값"],
    }
    backs = [e.attributes["href"] for e in markup.classed("footnotes__back")]
    assert backs == ["#call-n2", "#call-n1"]
    calls = [e for e in markup.named("a") if e.attributes["href"] == "#foot-n1"]
    assert [("id" in call.attributes) for call in calls] == [True, False], "called twice, anchored once"


def test_a_lost_picture_keeps_its_caption() -> None:
    markup = Markup(a_report().body)
    (lost,) = markup.classed("picture--lost")
    assert "음성장치" in lost.words
    (image,) = markup.named("img")
    assert (image.attributes["src"], image.attributes["alt"]) == ("그림/센터.png", "센터 모습")


def test_downloads_name_files_as_people_know_them() -> None:
    links = {e.attributes["href"]: e for e in Markup(a_report().body).classed("download")}
    assert list(links) == ["report.pdf", "report.html", "report.json"]
    assert links["report.pdf"].attributes["download"] == "2022년 주요업무 보고(일자리경제과).pdf"
    assert "12쪽 1.3MB" in " ".join(links["report.pdf"].words.split())


def test_without_a_pdf_there_is_no_link_to_one() -> None:
    assert "report.pdf" not in a_report(pdf=None).body


def test_findings_are_shown_in_the_preview_only_the_gravest_first() -> None:
    assert not Markup(a_report().body).classed("findings")
    severities = [e.words for e in Markup(a_report(findings=FINDINGS).body).classed("finding__severity")]
    assert severities == ["오류", "참고"]


def test_errata_are_marked_at_the_figure_and_said_below_it() -> None:
    markup = Markup(a_report(errata=ERRATA, lines_of=source_of).body)
    assert [e.words for e in markup.classed("marked")] == ["64.0정오 설명", "225명정오 설명"]
    (side,) = markup.classed("programme__side")
    assert "적힌 값 64.0%, 계산한 값 64.1% (집행액 ÷ 예산액)" in " ".join(side.words.split())
    links = [e.attributes["href"] for e in markup.named("a") if e.words == "정오표에서 보기"]
    assert links == [f"../../errata/index.html#2022-jobs-economy-{number}" for number in (2, 1)]
    assert "정오 2건" in "".join(e.words for e in markup.classed("page-head__meta"))


def test_a_report_without_errata_does_not_speak_of_them() -> None:
    assert "정오" not in a_report().body


def test_the_front_page_counts_errata() -> None:
    about = "".join(e.words for e in Markup(front_page([report()], shelf(), errata=3).body).classed("about"))
    assert "3곳" in about


def test_every_rule_is_explained_with_its_example_and_how_to_leave_it_out() -> None:
    groups = [(group.title, [rule.code for rule in group.rules]) for group in rule_groups(RULES)]
    assert groups == [("숫자", ["table-sum"]), ("날짜", ["weekday"])]
    first, second = Markup(guide_pages(RULES)[0].body).classed("rule")
    assert "걸리는 글" not in first.words
    assert "주의" in first.words
    for said in ("헛걸음", "근거: 달력", "11. 3.(수)", "11. 3.(목)", "# 검사 제외: weekday, 이유", "오류"):
        assert said in second.words


def test_a_problem_marks_the_very_characters() -> None:
    made = problem_page("2022/x/index.html", "x", FINDINGS, lines_of)
    markup = Markup(made.body)
    assert [mark.words for mark in markup.named("mark")] == ["1,200"]
    (place, related, _) = (e.words for e in markup.classed("finding__place"))
    assert place.startswith("2022/jobs-economy/일반현황.yml 2번째 줄 6번째 글자")
    assert "organization.yml 3번째 줄" in related


def test_an_empty_span_at_the_end_of_a_line_still_has_an_excerpt() -> None:
    finding = Diagnostic("x", Severity.ERROR, "끝", Span("2022/jobs-economy/일반현황.yml", 1, 4, 1, 4))
    assert "예산:" in problem_page("a/index.html", "x", [finding], lines_of).body


def test_the_matrix_shows_gaps_and_departments_that_nobody_listed() -> None:
    documents = [report(), report(year=2019, slug="new", department_slug="new", department="새로운과")]
    matrix = matrix_of(documents, shelf())
    assert matrix.years == (2019, 2020, 2021, 2022)
    rows = {
        row.department.name: [len(reports) for reports in row.years] for group in matrix.groups for row in group.rows
    }
    assert rows == {"일자리정책과": [0, 0, 0, 0], "일자리경제과": [0, 0, 0, 1], "새로운과": [1, 0, 0, 0]}


def test_the_matrix_names_departments_before_and_after() -> None:
    (group,) = matrix_of([report()], shelf()).groups
    assert [(row.before, row.after) for row in group.rows] == [
        ((), ("일자리경제과",)),
        (("일자리정책과", "고용과"), ()),
    ]


def test_the_front_page_opens_the_newest_report_that_has_programmes() -> None:
    bare = report(year=2024, slug="sheet", parts=())
    markup = Markup(front_page([report(), bare], shelf()).body)
    links = [e.attributes["href"] for e in markup.named("a")]
    assert links[0] == "2022/jobs-economy/index.html"
    assert "2022/jobs-economy/index.html#stable-jobs" in links
    assert "2024/sheet/index.html" in links


def test_the_heading_drops_the_department_that_stands_above_it() -> None:
    (heading,) = Markup(a_report().body).named("h1")
    assert heading.words == "2022년 주요업무 보고"
    assert report_path(report()) == "2022/jobs-economy/index.html"


def test_numbers_outside_roman_parts_stand_alone() -> None:
    parts = tuple(dataclasses.replace(part, number="3.") for part in report().parts)
    numbers = [e.words for e in Markup(a_report(report(parts=parts)).body).classed("programme__no")]
    assert numbers == ["1", "2"]


def test_merged_cells_keep_their_spans_and_scopes() -> None:
    heads = {e.words: e.attributes for e in Markup(a_report().body).named("th")}
    assert heads["일반직"]["colspan"] == "2"
    assert heads["일반직"]["scope"] == "colgroup"
    assert heads["시설"]["rowspan"] == "2"


def test_a_cell_may_hold_no_block_at_all() -> None:
    empty = table("구분|값|값2", "가|나|다")
    empty = dataclasses.replace(empty, body=(*empty.body, Row((Cell(()), Cell((Paragraph((Break(),)),)), Cell(())))))
    parts = (dataclasses.replace(report().parts[0], children=(section("1", "a", "표", empty),)),)
    assert "<td" in a_report(report(parts=parts)).body


def test_two_notes_with_one_call_each_are_both_printed() -> None:
    other = NoteRef("n9", 2, (Text("다른 주석"),))
    parts = (dataclasses.replace(report().parts[0], title=(Text("현황"), FOOTNOTE, other), children=()),)
    markup = Markup(a_report(report(parts=parts)).body)
    assert len(markup.classed("footnotes__back")) == 2


def test_assets_have_no_address_of_another_host() -> None:
    assets = {asset.path: asset.data.decode() for asset in site_assets()}
    assert {"assets/archive.css", "assets/archive.js", "assets/favicon.svg"} <= set(assets)
    for path, content in assets.items():
        addresses = set(re.findall(r"https?://[^\s\"')]+", content)) - {"http://www.w3.org/2000/svg"}
        assert not addresses, f"{path}: {addresses}"


def test_the_way_to_a_report_leads_over_its_year_and_its_department() -> None:
    links = [e.attributes["href"] for e in Markup(a_report().body).named("a")][:3]
    assert links == ["../../index.html", "../../2022/index.html", "../../departments/jobs-economy/index.html"]


def test_a_programme_can_be_linked_to_with_and_without_a_script() -> None:
    markup = Markup(a_report().body)
    assert [e.attributes["href"] for e in markup.classed("programme__no")] == ["#stable-jobs", "#live-commerce"]
    buttons = [e for e in markup.named("button") if "data-copy-link" in e.attributes]
    assert [e.attributes["data-copy-link"] for e in buttons] == ["stable-jobs", "live-commerce"]
    assert all("hidden" in e.attributes and e.words in e.attributes["aria-label"] for e in buttons)
    (said,) = (e for e in markup.elements if "data-copy-said" in e.attributes)
    assert said.attributes["role"] == "status"


def test_files_of_one_format_are_folded_under_its_name() -> None:
    markup = Markup(a_report(**AROUND).body)
    (fold,) = markup.classed("download-fold")
    assert closed_up(fold.words) == "CSV2개예산현황정원및현원"
    links = {e.attributes["href"]: e.attributes["download"] for e in markup.named("a") if "download" in e.attributes}
    assert (links["money.csv"], links["source.zip"]) == ("예산현황.csv", "원본.zip")
    assert "source.zip" in [e.attributes.get("href") for e in markup.classed("download")]


def test_files_may_come_one_by_one() -> None:
    files = (file for file in AROUND["files"])  # type: ignore[attr-defined]
    assert a_report(files=files).body == a_report(files=AROUND["files"]).body


def test_a_report_says_when_how_and_in_which_revision_it_was_published() -> None:
    facts = closed_up(Markup(a_report(**AROUND).body).classed("about-report__facts")[0].words)
    for said in ("발행일2022.9.15.", "기준일2022.8.31.", "제4유형", "인공지능", "판0123456789ab"):
        assert said in facts
    plain = closed_up(Markup(a_report().body).classed("about-report__facts")[0].words)
    assert "제1유형" in plain, "the archive's own terms"
    assert not [said for said in ("발행일", "판0123456789ab", "AI유형") if said in plain]


def test_the_date_of_the_cover_is_called_that_and_not_shown_where_it_is_the_basis_date() -> None:
    cover = dataclasses.replace(report().cover, date="2022. 9.")
    (facts,) = Markup(a_report(report(cover=cover)).body).classed("about-report__facts")
    assert "표지날짜2022.9." in closed_up(facts.words)
    same = dataclasses.replace(cover, date="2022. 8. 31. 기준")
    assert "표지 날짜" not in a_report(report(cover=same)).body


@pytest.mark.parametrize(
    ("changes", "published", "line"),
    [
        ({}, "", "서울특별시 영등포구, 일자리경제과. 「2022년 주요업무 보고」. 2022. 2022. 8. 31. 기준."),
        ({}, "2022. 9. 15.", "서울특별시 영등포구, 일자리경제과. 「2022년 주요업무 보고」. 2022. 2022. 9. 15."),
        ({"basis": "", "institution": "서울특별시", "department": "서울특별시센터", "title": "보고"}, "",
         "서울특별시센터. 「보고」. 2022."),
    ],
)  # fmt: skip
def test_a_citation_names_who_what_and_when(changes: dict[str, str], published: str, line: str) -> None:
    assert citation_of(report(**changes), published) == line


def test_a_citation_ends_with_the_address_where_the_archive_knows_its_own() -> None:
    def citation(**options: object) -> str:
        return next(e.words for e in Markup(a_report(**options).body).elements if e.attributes.get("id") == "_citation")

    known = citation(shelf=shelf(address="https://example.org/archive/"))
    assert known.endswith("기준. https://example.org/archive/2022/jobs-economy/index.html")
    assert citation().endswith("기준.")


def test_the_report_before_and_the_one_after_are_named() -> None:
    markup = Markup(a_report(**AROUND).body)
    (near,) = markup.classed("near-reports")
    assert closed_up(near.words).startswith("지난보고서2019년")
    assert "다음보고서2023년" in closed_up(near.words)
    links = [e.attributes["href"] for e in markup.named("a")]
    assert {"../../2019/policy/index.html", "../../2023/jobs-economy/index.html"} <= set(links)
    assert not Markup(a_report().body).classed("near-reports")


def test_lifelines_and_comparisons_are_linked_where_there_are_any() -> None:
    links = [e.attributes["href"] for e in Markup(a_report(**AROUND).body).named("a") if "href" in e.attributes]
    assert links.count("../../programmes/stable-jobs/index.html") == 1
    assert "../../changes/2022/index.html" in links
    bare = a_report().body
    assert "사업 이력" not in bare
    assert "견주기" not in bare


def test_histories_of_what_a_division_tells_of_are_linked_below_it() -> None:
    (anchor, *_) = [division.id for division in walk_divisions(report().parts)]
    lines = tuple(LineLink(name, f"programmes/{name}/index.html", False) for name in ("<하나>", "둘"))
    markup = Markup(a_report(lifelines={anchor: lines}).body)
    assert [element.words for element in markup.classed("within")] == ["사업 이력: <하나>, 둘"]
    links = [e.attributes.get("href") for e in markup.named("a")]
    assert {"../../programmes/<하나>/index.html", "../../programmes/둘/index.html"} <= set(links)


def test_the_department_can_be_reached_from_its_report() -> None:
    office = ShelfDepartment("jobs-economy", "일자리경제과", "기관", contact=Contact("02-123-4567"))
    markup = Markup(a_report(shelf=shelf(departments=(office,))).body)
    assert [closed_up(e.words) for e in markup.classed("contact")] == ["전화02-123-4567"]
    assert not Markup(a_report().body).classed("contact")


def test_the_front_page_leads_to_years_that_have_reports_and_to_departments() -> None:
    markup = Markup(front_page(documents(), archive_shelf(searches=("가로등 고치기",))).body)
    links = {e.words: e.attributes["href"] for e in markup.named("a")}
    assert {year: links.get(year) for year in ("2017", "2018", "2022")} == {
        "2017": "2017/index.html",
        "2018": None,
        "2022": "2022/index.html",
    }
    assert links["나무과"] == "departments/trees/index.html"
    assert links["가로등 고치기"] == "search/index.html?q=%EA%B0%80%EB%A1%9C%EB%93%B1%20%EA%B3%A0%EC%B9%98%EA%B8%B0"


def test_what_is_new_comes_by_year_and_within_a_year_by_its_day() -> None:
    days = {"2022/trees": "2022. 10. 1.", "2022/lights": "2022. 9. 30.", "2017/old": "2023. 1. 1."}
    news = news_of(documents(), records(), days)
    assert [(n.document.year, n.document.slug, n.published) for n in news[:3]] == [
        (2022, "trees", "2022. 10. 1."),
        (2022, "lights", "2022. 9. 30."),
        (2021, "lights", ""),
    ]
    assert [n.document.slug for n in news_of(documents(), Records(), {})[:2]] == ["lights", "trees"]
    assert [closed_up(figure.text) for figure in news[1].figures] == ["1억2,346만원", "6,173만원"]
