"""Markdown twins: what they say, and that a reader of Markdown gets back exactly the words of the report."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.archive import check_library, read_archive
from generator.document import Document, Figure, NoteRef, Strong, Table, Text, plain, walk_nodes
from generator.document.geometry import grid
from generator.library import read_library
from generator.outputs.discovery.markdown_text import escaped, in_cell, line_of, opened
from generator.outputs.discovery.twin_blocks import block_lines
from generator.outputs.discovery.twins import render_twin, twin_asset, twin_path
from tests.cases import Case, cases
from tests.outputs.example import ERRATA, Markup, report, table, with_texts
from tests.outputs.works import FOLDER, works
from tests.trees import REPORT, archive_of

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CONTENT = Path(__file__).parents[2] / "content"
NASTY = [
    "# 제목", "- 글", "+ 글", "1. 글", "12) 글", "2022. 8. 31.", "> 글", "---", "===", "| a | b |", "~~~", "```글",
    "    글", "*글*", "**글**은", "_글_", "[글](x)", "![글](x)", "[^1]: 글", "<b>글</b>", "<!-- 글 -->",
    "&lt; &amp;lt; &#35;", "1~2, 3~4", "~~글~~", "a\\b", "\\", "글 #", "글 ##", "https://example.org/", "A&B;",
    "△1,200", "「글」", "-", "+", "10.", "=", "`", "글 `",
]  # fmt: skip


def words_of(markdown: str) -> str:
    """Give the words that a reader of Markdown sees, GitHub's footnotes read as paragraphs."""
    markdown = re.sub(r"^\[\^[\w-]+\]: ", "", markdown, flags=re.MULTILINE)
    html = READER.render(markdown).replace("<br>", " ")
    return " ".join("".join(e.words for e in Markup(f"<main>{html}</main>").elements[:1]).split())


def twin_of(case: Case) -> str:
    files = {block.name: block.text for block in case.blocks if block.language == "yaml"}
    listed = "\n".join(f"  - {name.removesuffix('.yml')}" for name in files)
    settings = REPORT.replace("  - 일반현황", listed)
    archive = check_library(read_library(archive_of({"보고서.yml": settings, **files})))
    (composed,) = archive.reports
    return render_twin(works(composed.document)[0])


@pytest.mark.parametrize("case", cases("twins"))
def test_twins(case: Case) -> None:
    assert case.blocks[-1].text in twin_of(case)


@pytest.mark.parametrize("text", NASTY)
def test_every_character_stands_for_itself_wherever_it_stands(text: str) -> None:
    check_places(text)


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("가1 .)#*_-+~`<>[]()!&;|\\=:a/^\"'@"), min_size=1, max_size=12))
@example("1.#")
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    if text.strip():
        check_places(text)


def check_places(text: str) -> None:
    shown = " ".join(text.split())
    line = opened(escaped(text))
    assert words_of(line) == shown
    assert words_of(f"## {line}") == shown
    assert words_of(f"- {line}\n  - {line}") == f"{shown} {shown}"
    row = f"| {in_cell(escaped(text))} | 끝 |"
    assert words_of(f"| 가 | 나 |\n| --- | --- |\n{row}") == f"가 나 {shown} 끝"


@pytest.mark.parametrize("text", ["(가)", "가", "가.", "*"])
def test_strong_text_is_strong_whatever_stands_beside(text: str) -> None:
    line = line_of((Text("앞"), Strong((Text(text),)), Text("은")))
    html = READER.render(line)
    assert [e.words for e in Markup(html).named("strong")] == [text]
    assert words_of(line) == f"앞{text}은"


def documents() -> list[Document]:
    return [report(), *(one.document for one in read_archive(CONTENT).reports)]


@pytest.mark.parametrize("document", documents(), ids=lambda d: d.slug)
def test_no_word_of_a_report_is_lost(document: Document) -> None:
    seen = words_of(render_twin(works(document)[0]))
    squeezed = re.sub(r"\s+", "", seen)
    for node in walk_nodes(document.parts):
        if isinstance(node, Text | NoteRef):
            text = node.text if isinstance(node, Text) else plain(node.content)
            assert re.sub(r"\s+", "", text) in squeezed


@pytest.mark.parametrize("document", documents(), ids=lambda d: d.slug)
def test_every_table_is_a_whole_rectangle(document: Document) -> None:
    twin = render_twin(works(document)[0])
    drawn = Markup(f"<main>{READER.render(twin)}</main>")
    outer = sum(isinstance(node, Table) for node in walk_nodes(document.parts))
    assert 0 < len(list(drawn.named("table"))) <= outer + 100
    for lines in re.findall(r"(?:^ *\|.*\n)+", twin, re.MULTILINE):
        rows = [len(re.findall(r"(?<!\\)\|", line)) for line in lines.splitlines()]
        assert len(set(rows)) == 1, lines


def test_rows_are_those_of_the_table() -> None:
    given_table = table("구분|값", "가|1", "나|2", caption="표")
    lines = [line for line in block_lines(given_table, "표") if line.startswith("|")]
    assert len(lines) == 2 + len(grid(given_table.body, 2))


def test_the_heading_is_not_said_twice() -> None:
    given_table = table("구분|값", "가|1", caption="예산", unit="단위: 천원", basis="8. 31.기준")
    assert block_lines(given_table, "예산")[0] == "(단위: 천원, 8. 31.기준)"
    assert block_lines(given_table, "현황")[0] == "**예산** (단위: 천원, 8. 31.기준)"
    assert block_lines(table("구분|값", "가|1", caption="예산"), "예산")[0].startswith("|")


def test_pictures() -> None:
    there = block_lines(Figure("그림/센 터.png", "모습", ()))
    assert READER.render(there[0]).startswith('<p><img src="%EA%B7%B8%EB%A6%BC/%EC%84%BC%20%ED%84%B0.png" alt="모습"')
    assert "남아 있지 않습니다" in block_lines(Figure("", "", (Text("음성장치"),)))[0]


def test_errata_stand_at_the_end() -> None:
    told = render_twin(works()[0], ERRATA)
    assert "- Ⅱ-1 안정적 일자리 지원 › 예산현황: 적힌 값 64.0%, 계산한 값 64.1%. 원문의 집행률입니다." in told
    assert "정오" not in render_twin(works()[0])


def test_computed_figures_are_told_apart_and_explained() -> None:
    told = render_twin(works()[0])
    assert "| 정원 | *23* | 15 | 8 |" in told
    assert told.rstrip().endswith("적힌 값에서 계산한 것입니다.")


def test_footnotes() -> None:
    told = render_twin(works()[0])
    assert told.count("[^n1]: 실시간 방송으로 파는 방식") == 1
    assert told.count("[^n1]") > 1


def test_a_twin_stands_beside_its_page_and_names_the_files() -> None:
    asset = twin_asset(works()[0])
    assert asset.path == twin_path(f"{FOLDER}/index.html") == f"{FOLDER}/index.html.md"
    assert "[PDF](report.pdf)" in asset.data.decode()
    assert "report.pdf" not in twin_asset(works(files=[])[0]).data.decode()


def test_headings_go_down_step_by_step() -> None:
    html = READER.render(render_twin(works()[0]))
    levels = [int(e.name[1]) for e in Markup(f"<main>{html}</main>").elements if re.fullmatch("h[1-6]", e.name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_odd_texts_make_no_markup_anywhere() -> None:
    odd = with_texts(report(), lambda words: f"{words} <b> *글* |")
    html = READER.render(render_twin(works(odd)[0]))
    assert not list(Markup(f"<main>{html}</main>").named("b"))
