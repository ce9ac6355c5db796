"""The report as one HTML file: whole in itself, readable in order, and true to the text it was given."""

from __future__ import annotations

import dataclasses
import itertools
import re

import pytest

from generator.document import Block, Budget, Document, Figure
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.templating import stylesheet
from tests.outputs.example import Markup, budget, outline, programme, report, text, topic, with_texts
from tests.outputs.test_fonts import faces

PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(20)


PAGES = {"stable-jobs": 4, "live-commerce": 15}


def pictures(path: str) -> bytes:
    if path != "그림/센터.png":
        raise FileNotFoundError(path)
    return PIXEL


@pytest.fixture(scope="module")
def html() -> str:
    return render_paper(report(), PAGES, pictures)


@pytest.fixture(scope="module")
def page(html: str) -> Markup:
    return Markup(html)


def classed(page: Markup, name: str) -> list[str]:
    return [" ".join(element.words.split()) for element in page.classed(name)]


def test_nothing_is_fetched(html: str, page: Markup) -> None:
    assert not list(page.named("script", "link", "iframe", "object", "base"))
    addresses = [element.attributes["src"] for element in page.elements if "src" in element.attributes]
    addresses += re.findall(r"url\(\s*[\"']?([^\"')]*)", html)
    assert addresses
    assert all(address.startswith("data:") for address in addresses)
    assert "@import" not in html


def test_the_policy_forbids_scripts_and_addresses(page: Markup) -> None:
    policies = [e.attributes["content"] for e in page.named("meta") if "http-equiv" in e.attributes]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"]


def test_headings_go_down_by_one(page: Markup) -> None:
    levels = [int(element.name[1]) for element in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_language_and_names(page: Markup) -> None:
    assert next(page.named("html")).attributes["lang"] == "ko-KR"
    assert next(page.named("title")).words == "2022년 주요업무 보고(일자리경제과)"


def test_contents_name_the_printed_pages(page: Markup) -> None:
    rows = [e for e in page.named("tr") if "안정적 일자리 지원" in e.words or "라이브커머스" in e.words]
    assert ["".join(row.words.split()) for row in rows] == ["1안정적일자리지원4", "2라이브커머스지원15"]


def test_without_pages_the_contents_name_none() -> None:
    found = [e.words.strip() for e in Markup(render_paper(report())).classed("page")]
    assert found == ["쪽", "", ""]


def test_every_inner_link_lands_once(page: Markup) -> None:
    names = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(names) == len(set(names))
    targets = [e.attributes["href"][1:] for e in page.named("a") if e.attributes["href"].startswith("#")]
    assert "n1" in targets
    assert set(targets) <= set(names)


def test_a_footnote_stands_once_below_its_first_call(page: Markup) -> None:
    notes = classed(page, "footnotes")
    assert notes == ["2) 잠정값", "1) 실시간 방송으로 파는 방식"]


def test_tables_have_captions_and_scopes(page: Markup) -> None:
    tables = list(page.named("table"))
    captions = list(page.named("caption"))
    assert len(tables) == len(captions) > 4
    assert all(caption.words.strip() for caption in captions)
    assert all(element.attributes.get("scope") for element in page.named("th"))


def test_units_stand_in_brackets_once(page: Markup) -> None:
    assert "(2022. 8. 31.기준, 단위: 천원)" in classed(page, "unit")
    assert "(단위: 천원)" in classed(page, "unit")


def test_marks_are_list_marks(page: Markup) -> None:
    styles = [e.attributes["style"] for e in page.classed("outline")]
    assert styles.count('list-style-type: "○ "') > 2
    assert 'list-style-type: "- "' in styles


def test_a_mark_cannot_leave_its_string() -> None:
    bad = dataclasses.replace(outline("글").items[0], mark='";} body{color:red')
    drawn = Markup(render_paper(with_topic(outline(bad))))
    style = next(e for e in drawn.classed("outline")).attributes["style"]
    assert style.count('"') == 2
    assert style.startswith('list-style-type: "\\22 ')


def test_a_lost_picture_leaves_its_caption(page: Markup) -> None:
    images = [element.attributes for element in page.named("img")]
    assert [image["alt"] for image in images] == ["센터 모습"]
    assert images[0]["src"].startswith("data:image/png;base64,")
    assert "음성장치" in [" ".join(e.words.split()) for e in page.named("figcaption")]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"", b"<html>"])
def test_only_pictures_are_embedded(data: bytes) -> None:
    made = Markup(render_paper(with_topic(Figure("a.png", "a", text("설명"))), assets=lambda _: data))
    assert not list(made.named("img"))


def with_topic(*blocks: Block) -> Document:
    part = report().parts[1]
    only = programme("1", "only", text("사업"), topic("only-1", "내용", *blocks))
    return report(parts=(dataclasses.replace(part, children=(only,)),))


def test_text_stays_text(page: Markup) -> None:
    nasty = '<script>alert("1")</script>&amp;\''
    changed = Markup(render_paper(with_texts(report(), lambda words: words + nasty if words else words), PAGES))
    assert outer(changed) == outer(page, without_pictures=True)
    assert nasty in next(changed.named("h1")).words


def outer(page: Markup, without_pictures: bool = False) -> list[str]:
    """Give the elements' names; how many lines a cover's title takes depends on its length."""
    return [e.name for e in page.elements if e.name != "br" and (e.name != "img" or not without_pictures)]


def test_fonts_hold_every_character_shown(html: str, page: Markup) -> None:
    style = next(page.named("style")).words
    embedded = faces(style)
    assert len(embedded) == 6
    plain = {code for (_, weight), codes in embedded.items() if weight == 400 for code in codes}
    strong = {code for (_, weight), codes in embedded.items() if weight == 700 for code in codes}
    shown = set(next(page.named("body")).words) - {"\n"}
    assert {c for c in shown if ord(c) not in plain} == set()
    heads = {c for element in page.named("h1", "h2", "h3", "h4", "th", "strong") for c in element.words} - {"\n"}
    assert {c for c in heads if ord(c) not in strong} == set()


def test_the_same_report_gives_the_same_file(html: str) -> None:
    assert render_paper(report(), {"stable-jobs": 4, "live-commerce": 15}, pictures) == html


def test_tightness_reaches_the_page() -> None:
    made = Markup(render_paper(report(), tightness={"stable-jobs": 2}))
    assert [element.attributes["id"] for element in made.classed("tight-2")] == ["stable-jobs"]


def test_letters_are_not_spaced_out() -> None:
    """Wider spacing makes readers of the text take a word for single letters."""
    for medium in ("browser", "pdf"):
        widths = re.findall(r"letter-spacing:\s*([^;}\s]+)", stylesheet(medium))  # type: ignore[arg-type]
        assert widths
        assert all(width == "0" or (width.endswith("em") and float(width[:-2]) <= 0.08) for width in widths)


def test_a_budget_on_a_line_is_printed_whole() -> None:
    line = "540,187천원(국비 70,000, 구비 470,187)"
    made = Markup(render_paper(with_topic(budget_line(line))))
    assert [element.words for element in made.classed("budget-line")] == [line]


def budget_line(line: str) -> Budget:
    return dataclasses.replace(budget("1", "1", "100"), form="line", line=line)
