"""신구대조표 pages: both sides of each change, told by more than colour, with links that lead somewhere."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.changes.documents import compare_archives, compare_documents
from generator.diagnostics import Diagnostic, Severity, Span
from generator.document import Document
from generator.outputs.artifacts import Page
from generator.outputs.pages.overview import site_assets
from generator.outputs.pages.review import (
    PagePictures,
    comparison_links,
    comparison_pages,
    comparisons,
    review_list_page,
    review_page,
)
from generator.outputs.web.shelf import ShelfDepartment
from generator.revisions import Findings
from tests.browsing import new_context
from tests.cases import Case, cases
from tests.changes.reading import document_of

OLD = """\
제목: 일반현황
본문:
  개요: |
    ○ 협동조합을 지원함
사업:
  - 사업명: 상담소 <운영>
    id: counsel
    목적: 도움
    본문:
      사업개요: |
        ○ 참여인원: 370명
        ○ 홍보물 배부
    예산현황:
      예산액: 1,000
      집행액: 500
"""
NEW = OLD.replace("370명", "300명").replace("협동조합을", "협동조합이").replace("예산액: 1,000", "예산액: 2,000")
NEW += '  - {사업명: 새 사업, id: fresh, 목적: 함, 본문: {사업개요: "○ 하나\\n○ 둘\\n○ 셋\\n○ 넷"}}\n'
MANY = NEW + "".join(f"  - {{사업명: 새 사업 {number}, id: more-{number}, 목적: 함}}\n" for number in range(1, 45))
FINDINGS = Findings(
    (Diagnostic("table-sum", Severity.ERROR, "'계'가 <맞지> 않습니다.", Span("2030/sample/일반현황.yml", 3, 1, 3, 2)),),
    (Diagnostic("weekday", Severity.WARNING, "요일이 다릅니다.", Span("2030/sample/일반현황.yml", 4, 1, 4, 2)),),
    (),
)
DEPARTMENTS = (ShelfDepartment("sample", "보기과", "가상시", ("before",)), ShelfDepartment("before", "전과", "가상시"))


def page(old: str = OLD, new: str = NEW, **options: object) -> Page:
    changes = compare_documents(document_of(old), document_of(new))
    return review_page("review/2030-sample/index.html", "바뀐 것", changes, **options)  # type: ignore[arg-type]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def row(html: str, name: str) -> str:
    rows: list[str] = re.findall(r"<tr id=\"change-\d+\".*?</tr>", html, re.DOTALL)
    (found,) = [r for r in rows if f"</small>{name}</th>" in r or f">{name}</th>" in r]
    return found


def test_each_side_has_its_own_wording() -> None:
    found = row(page().body, "참여인원")
    old, new = re.findall(r"<td class=\"review__(?:old|new)\">.*?</td>", found, re.DOTALL)
    assert "370" in old and "300" not in old and "<ins>" not in old
    assert "300" in new and "370" not in new and "<del>" not in new


def test_a_change_is_told_by_words_too() -> None:
    html = page().body
    assert re.search(r"<del><span class=\"visually-hidden\">\[삭제\] </span>370", html)
    assert re.search(r"<ins><span class=\"visually-hidden\">\[추가\] </span>300", html)
    assert "△70명 (△18.9%)" in row(html, "참여인원")


def test_figures_come_first_and_say_which_were_computed() -> None:
    html = page().body
    table = html[html.index('id="_figures"') : html.index("변경 목록")]
    assert html.index('id="_figures"') < html.index("review__group")
    assert "1,000천원" in table and "2,000천원" in table and "+1,000" in table and "+100.0%" in table
    derived = re.findall(r"<tr class=\"review__derived\">.*?</tr>", table, re.DOTALL)
    assert len(derived) == 1 and "집행률" in derived[0] and "계산" in derived[0]


def test_a_whole_programme_is_shown_and_folded() -> None:
    html = page().body
    assert "<ins>새 사업</ins>" in html
    folded = re.search(
        r"<details class=\"review__more\"><summary>(\d+)줄 더 보기</summary>(.*?)</details>", html, re.DOTALL
    )
    assert folded and "넷" in folded[2] and "사업개요" not in folded[2]


def test_what_reports_say_is_escaped() -> None:
    html = page(findings=FINDINGS).body
    assert "<운영>" not in html and "상담소 &lt;운영&gt;" in html
    assert "<맞지>" not in html


def test_findings_new_and_fixed() -> None:
    html = page(findings=FINDINGS).body
    assert "검사에서 새로 생긴 것" in html and "검사에서 고쳐진 것" in html and "검사에서 남은 것" not in html
    assert "2030/sample/일반현황.yml 3번째 줄" in words(html)


def test_pictures_before_and_after() -> None:
    pictures = [PagePictures("5", "review/a.png", "review/b.png"), PagePictures("6", "", "review/c.png")]
    html = page(pictures=pictures).body
    assert re.findall(r"<img src=\"([^\"]+)\" alt=\"([^\"]+)\"", html) == [
        ("../../review/a.png", "현행 5쪽의 모양"),
        ("../../review/b.png", "개정(안) 5쪽의 모양"),
        ("../../review/c.png", "개정(안) 6쪽의 모양"),
    ]
    assert "이 쪽이 없습니다" in html


def test_nothing_inline_and_every_link_within_leads_somewhere() -> None:
    html = page(findings=FINDINGS).body
    assert not re.search(r"\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)
    ids = re.findall(r"\sid=\"([^\"]+)\"", html)
    assert not [name for name, count in Counter(ids).items() if count > 1]
    inner = re.findall(r"href=\"#([^\"]+)\"", html)
    assert inner and set(inner) <= set(ids)
    labels = [name for names in re.findall(r"aria-labelledby=\"([^\"]+)\"", html) for name in names.split()]
    assert set(labels) <= set(ids)


def test_a_proposal_is_not_listed_and_a_published_comparison_is() -> None:
    assert page().head.unlisted
    assert not page(listed=True).head.unlisted


def test_no_change_is_said() -> None:
    html = page(OLD, OLD).body
    assert "달라진 내용이 없습니다." in html
    assert "<table" not in html and "review.js" not in html


@pytest.mark.parametrize("case", cases("changes/documents"))
def test_every_change_has_its_row(case: Case) -> None:
    changes = compare_documents(document_of(case.files["old"]), document_of(case.files["new"]))
    html = review_page("review/x/index.html", "바뀐 것", changes).body
    assert html.count("data-change=") == len(changes.changes)
    assert html.count("data-said=") == len(changes.changes)


def report(year: int, slug: str, department: str, kind: str = "추진실적") -> Document:
    made = dataclasses.replace(document_of(OLD), year=year, slug=slug, department_slug=department, kind=kind)
    return dataclasses.replace(made, department=department)


def test_a_report_is_paired_with_the_newest_before_it_or_that_of_its_predecessor() -> None:
    first, second, third = report(2028, "old", "before"), report(2029, "a", "sample"), report(2031, "a", "sample")
    plan = report(2029, "b", "sample", "추진계획")
    pairs = comparisons([third, plan, first, second], DEPARTMENTS)
    assert [(p.old.year, p.old.slug, p.new.year, p.new.slug) for p in pairs] == [
        (2028, "old", 2029, "a"),
        (2028, "old", 2029, "b"),
        (2029, "a", 2031, "a"),
    ]


def test_both_reports_link_to_their_comparison() -> None:
    documents = [report(2028, "old", "before"), report(2029, "a", "sample")]
    links = comparison_links(documents, DEPARTMENTS)
    (made,) = comparison_pages(documents, DEPARTMENTS)
    assert {folder: [link.href for link in found] for folder, found in links.items()} == {
        "2028/old": [made.path],
        "2029/a": [made.path],
    }
    assert made.title == "2028년 추진실적과 2029년 추진실적"
    for target in ("../../2028/old/index.html", "../../2029/a/index.html"):
        assert f'href="{target}"' in made.body


def test_last_years_plan_stands_beside_this_years_result() -> None:
    plan = OLD.replace("일반현황", "2029년 추진계획").replace("id: counsel", "id: counsel-plan")
    planned = dataclasses.replace(document_of(plan), year=2028, slug="a")
    result = dataclasses.replace(document_of(NEW), year=2029, slug="a")
    (made,) = comparison_pages([planned, result], [ShelfDepartment("sample", "보기과", "가상시")])
    band = made.body[made.body.index("계획과 실적") :]
    assert "370" in band and "300" in band and "△70명" in band
    # A plan for a year that has no report says nothing of a later one.
    (later,) = comparison_pages(
        [planned, dataclasses.replace(result, year=2031)], [ShelfDepartment("sample", "보기과", "가상시")]
    )
    assert "계획과 실적" not in later.body


def test_the_list_of_everything() -> None:
    old, new = document_of(OLD), document_of(NEW)
    gone, fresh = dataclasses.replace(old, slug="gone", kind="가"), dataclasses.replace(old, slug="fresh", kind="나")
    changes = compare_archives([old, gone], [new, fresh])
    html = review_list_page(
        "review/index.html", "제안", changes, {"2030/sample": "review/2030-sample/index.html"}, FINDINGS
    ).body
    assert 'href="../review/2030-sample/index.html"' in html
    assert 'href="../2030/fresh/index.html"' in html
    assert "2030/gone" not in html, "a report that is gone has no page"
    assert "추가한 보고서 1건, 삭제한 보고서 1건, 달라진 보고서 1건" in words(html)


@pytest.fixture
def tab(browser: Browser, tmp_path: Path) -> Iterator[Tab]:
    yield from opened(browser, tmp_path, page())


@pytest.fixture
def long_tab(browser: Browser, tmp_path: Path) -> Iterator[Tab]:
    """A page of more changes than are shown at once."""
    yield from opened(browser, tmp_path, page(new=MANY))


def opened(browser: Browser, folder: Path, made: Page) -> Iterator[Tab]:
    """Write a page with what it loads, and open it."""
    assets = {asset.path: asset.data for asset in site_assets()}
    for path in ("assets/review.js", "assets/archive.css"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(assets[path])
    target = folder / made.path
    target.parent.mkdir(parents=True)
    style = '<link rel="stylesheet" href="../../assets/archive.css">'
    target.write_text(f'<!doctype html><meta charset="utf-8">{style}<title>x</title>{made.body}', encoding="utf-8")
    context = new_context(browser, 1280)
    tab = context.new_page()
    tab.goto(target.as_uri())
    yield tab
    context.close()


def focused(tab: Tab) -> str:
    return str(tab.evaluate("document.activeElement.id"))


def test_keys_lead_from_change_to_change(tab: Tab) -> None:
    tab.keyboard.press("n")
    assert focused(tab) == "change-1"
    # A Korean keyboard gives another letter for the same key.
    tab.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅜ', code: 'KeyN'}))")
    assert focused(tab) == "change-2"
    said = tab.text_content("[data-review-announced]") or ""
    assert "2번째" in said and (tab.get_attribute("#change-2", "data-said") or "?") in said
    tab.keyboard.press("p")
    tab.keyboard.press("p")
    assert focused(tab) == "change-1"
    assert tab.text_content("[data-review-announced]") == "첫 변경입니다."


def test_buttons_lead_there_too(tab: Tab) -> None:
    tab.click("[data-review-next]")
    tab.click("[data-review-next]")
    assert focused(tab) == "change-2"
    assert (tab.text_content("[data-review-where]") or "").startswith("2 / ")


def test_kinds_can_be_left_out(tab: Tab) -> None:
    every = tab.locator("[data-change]").count()
    figures = tab.locator("[data-change=figure]").count()
    tab.click(".review__filter summary")
    tab.uncheck("[data-review-kind][value=figure]")
    assert tab.locator("[data-change]:visible").count() == every - figures > 0
    # A link from the table of figures still leads to its row.
    tab.evaluate("location.hash = document.querySelector('[data-change=figure]').id")
    tab.wait_for_selector("[data-change=figure]:visible")


def test_of_few_changes_all_are_shown() -> None:
    assert "review__wholes" not in page().body


def test_of_many_changes_those_that_differ_are_shown(long_tab: Tab) -> None:
    seen = {str(row.get_attribute("data-change")) for row in long_tab.locator("[data-change]:visible").all()}
    assert seen == {"figure", "text"}
    folded = long_tab.locator(".review__wholes")
    assert "추가 1건" in folded.first.inner_text()
    every = [row.get_attribute("id") for row in long_tab.locator("[data-change]").all()]
    assert len(every) == len(set(every)) > 45


def test_what_is_folded_opens_for_who_goes_there(long_tab: Tab) -> None:
    link = long_tab.locator(".review__lists li a").last
    change = str(link.get_attribute("href"))
    assert not long_tab.locator(change).is_visible()
    link.click()
    assert long_tab.locator(change).is_visible()
    long_tab.keyboard.press("p")
    before = f"change-{int(change.rpartition('-')[2]) - 1}"
    assert focused(long_tab) == before and long_tab.locator(f"#{before}").is_visible()


def test_paper_shows_what_is_folded(long_tab: Tab) -> None:
    long_tab.emulate_media(media="print")
    rows = long_tab.locator(".review__wholes [data-change]")
    drawn = "row => row.getBoundingClientRect().height > 0 && row.checkVisibility({ contentVisibilityAuto: true })"
    assert rows.count() > 0 and all(row.evaluate(drawn) for row in rows.all())
