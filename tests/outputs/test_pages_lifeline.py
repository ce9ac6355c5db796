"""The page of a life-line and the list of programmes: links, gaps, computed figures, new words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from generator.archive import Archive, read_archive
from generator.document import walk_divisions
from generator.lifelines import LifeLine, Role, lifelines_of
from generator.outputs.pages.lifeline import answer_of, lifeline_links, lifeline_page, links_of_reports, programmes_page
from generator.outputs.pages.lifeline_figures import charts_of, table_of
from generator.outputs.pages.lifeline_wording import wording_steps
from generator.records import records_of
from tests.conftest import ROOT
from tests.lifelines.archives import archive_of_files, lines_of

YEAR = """\
제목: 주요업무 추진실적
사업:
  - 사업명: {title}
    id: trees
    목적: {purpose}
    본문:
      사업개요: |
{outline}
    예산현황: {{단위: 천원, 예산액: {budget}, 집행액: {spent}}}
"""
OLD = ("○ 목표인원: 40명", "○ 대상: 구민 누구나", "○ 기간: 연중")
NEW = ("○ 기간: 연중", "○ 목표인원: 50명", "○ 대상: 구민 누구나", "○ 나무 은행을 새로 엶")


def year(budget: str, spent: str = "1", lines: tuple[str, ...] = OLD, title: str = "나무 심기") -> str:
    outline = "\n".join(f"        {line}" for line in lines)
    purpose = "나무를 심음" if lines is OLD else "나무를 심고 가꿈"
    return YEAR.format(title=title, purpose=purpose, outline=outline, budget=budget, spent=spent)


def trees(**years: str) -> LifeLine:
    (line,) = lines_of({f"{name[1:]}/sample/실적.yml": text for name, text in years.items()})
    return line


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(ROOT / "content")


@pytest.fixture(scope="module")
def lines(archive: Archive) -> tuple[LifeLine, ...]:
    return lifelines_of(archive, records_of(archive))


class Page(HTMLParser):
    """What a page's elements are, and what its links are called."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_answer_compares_the_newest_with_the_oldest_budget() -> None:
    answer = answer_of(trees(y2030=year("200,000"), y2032=year("300,000")))
    assert answer.stated.replace("\xa0", " ") == "2032년 예산은 3억 원, 2030년 예산은 2억 원입니다."
    assert answer.computed.replace("\xa0", " ") == "2030년보다 1억 원 (50.0%) 많습니다."


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("400", "300", "10만 원 (25.0%) 적습니다."), ("400", "400", "같습니다."), ("0", "3", "3천 원 많습니다.")],
)
def test_the_answer_says_what_became_of_the_budget(first: str, last: str, said: str) -> None:
    answer = answer_of(trees(y2030=year(first), y2031=year(last)))
    assert answer.computed.replace("\xa0", " ").endswith(said)


def test_the_years_told_of_are_not_those_of_the_reports(lines: tuple[LifeLine, ...]) -> None:
    (line,) = (line for line in lines if line.id == "residents-school")
    assert answer_of(line).stated == "2019·2020·2021·2022년의 일이 보고서 2건에 나옵니다."


def test_computed_words_are_marked() -> None:
    line = trees(y2030=year("200"), y2031=year("300"))
    body = lifeline_page(line).body
    assert f'<span class="computed">{answer_of(line).computed}</span>' in body
    assert body.count("계산한 값") == 2, "the execution rate of each year"


def test_a_gap_is_a_column_of_its_own() -> None:
    table = table_of(trees(y2030=year("200"), y2034=year("300")))
    assert [(column.year, column.is_gap) for column in table.columns] == [
        ("2030", False),
        ("2031–2033", True),
        ("2034", False),
    ]
    assert all(not row.cells[1].text for row in table.rows)
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_plan_and_result_stand_under_one_year() -> None:
    plan = year("150").replace("제목: 주요업무 추진실적", "제목: 2031년 추진계획\n종류: 추진계획")
    plan = re.sub(r"    예산현황: .*", "    소요예산: 150천원", plan)
    files = {"2030/sample/계획.yml": plan, "2031/sample/실적.yml": year("180")}
    (line,) = lines_of(files)
    table = table_of(line)
    assert [(column.year, column.span, column.stage) for column in table.columns] == [
        ("2031", 2, "계획"),
        ("", 2, "실적"),
    ]
    assert [cell.text for cell in table.rows[0].cells] == ["150", "180"]
    assert '<th scope="colgroup" colspan="2">2031</th>' in lifeline_page(line).body


def test_a_chart_needs_two_years() -> None:
    line = trees(y2030=year("200"), y2031=year("300", lines=("○ 기간: 연중", "○ 대상: 구민")))
    assert [chart.id for chart in charts_of(line)] == ["_money"]


def test_the_chart_has_every_year_of_the_axis() -> None:
    (money, _) = charts_of(trees(y2030=year("200"), y2034=year("300")))
    assert [row.years for row in money.chart.rows] == ["2030", "2031–2033", "2034"]
    assert money.chart.rows[1].gap == "보고서 없음"
    assert "2031–2033년은 보고서가 없습니다." in money.sentence


def test_only_new_words_are_marked_and_moved_lines_are_not() -> None:
    (step,) = wording_steps(trees(y2030=year("1"), y2031=year("1", lines=NEW)))
    new = {pair.name: [run.text for run in pair.newer.runs if run.kind.value == "ins"] for pair in step.pairs}
    assert new == {"목적": ["심고 가꿈"], "사업개요": ["50", "나무 은행을 새로 엶"]}
    (outline,) = (pair for pair in step.pairs if pair.name == "사업개요")
    assert "".join(run.text for run in outline.newer.runs) == "\n".join(NEW)
    assert "".join(run.text for run in outline.older.runs) == "\n".join(OLD)


def test_notes_keep_their_mark(lines: tuple[LifeLine, ...]) -> None:
    (line,) = (line for line in lines if line.id == "public-work")
    told = {text for point in line.points for passage in point.passages for text in passage.lines}
    assert "※ 주·월차수당, 간식비 등 부대경비 5,000원 별도" in told


def test_text_is_escaped() -> None:
    line = trees(y2030=year("1", title='"<b>가 & 나"'), y2031=year("2", title='"<b>가 & 나"'))
    for page in (lifeline_page(line), programmes_page([line], records_of(archive_of_files({})))):
        assert "<b>가" not in page.body
        assert "&lt;b&gt;가 &amp; 나" in page.body


def test_every_link_leads_to_a_division_of_its_report(archive: Archive, lines: tuple[LifeLine, ...]) -> None:
    anchors = {r.folder: {division.id for division in walk_divisions(r.document.parts)} for r in archive.reports}
    pages = [*map(lifeline_page, lines), programmes_page(lines, records_of(archive))]
    seen = 0
    for page in pages:
        root = "../" * page.path.count("/")
        for href in Page(page.body).values("href"):
            assert href.startswith(root)
            address, _, anchor = href.removeprefix(root).partition("#")
            folder = address.removesuffix("/index.html")
            if folder in anchors:
                seen += 1
                assert anchor in anchors[folder], href
            else:
                assert address in {"index.html", "programmes/index.html", *(line.href for line in lines)}
    assert seen > 100


def test_every_figure_of_a_line_stands_in_its_table_with_its_link(lines: tuple[LifeLine, ...]) -> None:
    for line in lines:
        cells = {(cell.href, cell.text) for row in table_of(line).rows for cell in row.cells if cell.text}
        hrefs = {href for href, _ in cells}
        assert {figure.href for point in line.points for figure in point.figures} == hrefs
        written = {figure.text for _, figure in line.figures(Role.PEOPLE)}
        assert written <= {text for _, text in cells}


def test_pages_need_no_script_and_no_inline_style(archive: Archive, lines: tuple[LifeLine, ...]) -> None:
    for page in [*map(lifeline_page, lines), programmes_page(lines, records_of(archive))]:
        read = Page(page.body)
        assert not {"script", "style"} & {tag for tag, _ in read.tags}
        names = {name for _, attributes in read.tags for name in attributes}
        assert not {name for name in names if name == "style" or name.startswith("on")}
        ids = read.values("id")
        assert len(ids) == len(set(ids))
        named = {word for value in read.values("aria-labelledby") for word in value.split()}
        assert named <= set(ids)
        levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels))


def test_links_of_reports_name_programmes_that_have_a_line(lines: tuple[LifeLine, ...]) -> None:
    links = lifeline_links(lines)
    assert links["2017/jobs-policy", "public-work"] == "programmes/public-work/index.html"
    assert links["2017/jobs-policy", "public-work-plan"] == "programmes/public-work/index.html"
    assert ("2022/jobs-economy", "public-jobs") not in links, "a programme is not the parts in it"


def test_programmes_lead_to_the_lines_of_what_they_tell_of(lines: tuple[LifeLine, ...]) -> None:
    links = links_of_reports(lines)
    told = links["2022/jobs-economy"]["public-jobs-주요-추진실적"]
    assert [(link.name, link.is_own) for link in told] == [("안심일자리", False), ("지역공동체일자리", False)]
    own = links["2017/jobs-policy"]["public-work"]
    assert [(link.href, link.is_own) for link in own] == [("programmes/public-work/index.html", True)]


def test_the_list_has_every_programme_of_the_archive(archive: Archive, lines: tuple[LifeLine, ...]) -> None:
    records = records_of(archive)
    text = text_of(programmes_page(lines, records).body)
    assert f"보고서에 실린 사업 {len(records.programmes)}건" in text
    for record in records.programmes:
        assert " ".join(record.title.split()) in text
