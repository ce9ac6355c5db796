"""Where marks and notes stand in a report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.diagnostics import Diagnostic, Severity, Span
from generator.document import (
    Amount,
    Block,
    Budget,
    Cell,
    Division,
    Document,
    Note,
    Operation,
    Paragraph,
    Process,
    Rate,
    Role,
    Step,
    Text,
    Unit,
)
from generator.outputs.pages.overview import report_page
from generator.outputs.web.annotating import annotate
from generator.outputs.web.annotation import Annotation, finding_annotation
from tests.outputs.example import Markup, cell, item, outline, programme, report, section, shelf, table, text, topic

LINES = ["제목: 나무", "○ 심기: 5월", "○ 5월에 5월", "| 가 | 5월 |", "5월"]
PATH = "2022/jobs-economy/일반현황.yml"


def at(line: int, column: int = 1, end_column: int = 0, end_line: int = 0) -> Span:
    return Span(PATH, line, column, end_line or line, end_column or len(LINES[line - 1]) + 1)


def annotations(*places: Span) -> tuple[Annotation, ...]:
    found = (Diagnostic("code", Severity.ERROR, "틀립니다.", place, "고치세요.") for place in places)
    return tuple(finding_annotation(number, finding) for number, finding in enumerate(found, start=1))


def page(blocks: tuple[Block, ...] | Division, *places: Span) -> Markup:
    """Give the page of a report of one part with these blocks, annotated at some places of `LINES`."""
    own = blocks if isinstance(blocks, Division) else replace(section("1", "a", "나무", *blocks), at=at(1, 5))
    document = report(parts=(Division(Role.PART, "p", "Ⅰ", text("부"), (), (own,)),))
    found = [annotation.subject for annotation in annotations(*places)]
    made = report_page(document, shelf(), pages={}, pdf=None, findings=found, lines_of=lambda _: LINES)  # type: ignore[arg-type]
    return Markup(made.body)


def marks(page_: Markup) -> list[str]:
    return [e.words.removesuffix("오류 설명") for e in page_.classed("marked")]


MONTH = at(2, 7)


@pytest.mark.parametrize(
    ("block", "place", "words"),
    [
        (Paragraph(text("5월"), at(2)), MONTH, "5월"),
        (Note(text("심기는 5월"), at=at(2)), MONTH, "5월"),
        (outline(replace(item("심기: 5월"), at=at(2))), MONTH, "5월"),
        (outline("가: 나", replace(item("심기: 5월"), at=at(2))), MONTH, "5월"),
        (outline("가: 나", replace(item("심기: 5월"), at=at(2))), at(2), "5월"),
        (outline("가: 나", replace(item("심기: 5월"), at=at(2))), at(2, 3, 5), ""),
        (outline(replace(item("5월에 5월"), at=at(3))), at(3, 7), "5월"),
        (Process("절차", (Step(text("5월 심기"), at=at(2)),)), MONTH, "5월"),
        (Operation("운영", Unit("공원", "", (), (Unit("숲"),)), at=at(2)), MONTH, ""),
        (table("구분|때", "가|나"), at(4), ""),
        (Budget("예산", "천원", (Amount("예산액", Decimal(5), "5", at=at(2)),)), MONTH, "5"),
        (
            Budget(
                "예산",
                "천원",
                (Amount("예산액", Decimal(5), "5", at=at(2)), Amount("집행액", Decimal(1), "1", at=at(3))),
                Rate("집행률", Decimal(20), "20%", at=at(5)),
            ),
            at(5),
            "20",
        ),
    ],
)
def test_every_kind_of_block_is_marked_and_noted_once(block: Block, place: Span, words: str) -> None:
    made = page((block,), place)
    assert marks(made) == [words]
    (remark,) = made.classed("remark")
    assert "틀립니다." in remark.words
    assert "고치세요." in remark.words


def test_the_second_of_two_equal_words_is_marked_where_it_is_meant() -> None:
    line = replace(item("5월에 5월"), at=at(3))
    made = annotate(
        report(parts=(section("1", "a", "나무", outline(line)),)), annotations(at(3, 7)), lambda _: LINES
    ).document
    (block, _) = made.parts[0].blocks
    assert block.items[0].content[0] == Text("5월에 ")  # type: ignore[union-attr]


def test_a_table_keeps_its_notes_below_itself_and_a_list_below_it() -> None:
    inner = replace(table("구분|때", "가|나"), notes=(Note(text("각각")),))
    marked = replace(cell("5월"), at=at(4, 7, 9))
    rows = (replace(inner.body[0], cells=(inner.body[0].cells[0], marked)),)
    made = page((outline(item("표", replace(inner, body=rows))), Paragraph(text("끝"))), at(4, 7, 9))
    order = [e.attributes["class"].split()[0] for e in made.elements if e.attributes.get("class", "").split()[:1]]
    assert order.index("note") < order.index("remark") < order.index("paragraph")
    assert marks(made) == ["5월"]


def test_an_empty_cell_shows_the_word_alone() -> None:
    empty = table("구분|때", "가|나")
    rows = (replace(empty.body[0], cells=(empty.body[0].cells[0], Cell((), at=at(4, 7, 7)))),)
    assert marks(page((replace(empty, body=rows),), at(4, 7, 7))) == [""]


def test_a_finding_of_a_whole_table_stands_at_its_first_cell() -> None:
    whole = table("구분|때", "가|나")
    first = replace(whole.body[0].cells[0], at=at(4, 3, 4))
    rows = (replace(whole.body[0], cells=(first, whole.body[0].cells[1])),)
    assert marks(page((replace(whole, body=rows, at=at(4)),), at(4))) == ["가"]


def test_a_title_is_marked_and_the_contents_stay_as_they_are() -> None:
    made = page((Paragraph(text("글")),), at(1, 5))
    assert marks(made) == ["나무"]
    (contents,) = made.classed("toc__list")
    assert "오류" not in contents.words


def test_what_has_no_text_of_its_own_is_noted_under_the_heading_before_it() -> None:
    made = page((Paragraph(text("글")),), at(5))
    assert marks(made) == [""]
    assert "나무" in next(made.named("h3")).words


def test_a_budget_in_the_rail_is_marked_there_and_nowhere_else() -> None:
    money = Budget("예산현황", "천원", (Amount("예산액", Decimal(5), "5", at=at(2)), Amount("집행액", Decimal(1), "1")))
    division = replace(programme("1", "trees", text("나무"), money=money), at=at(1, 5))
    whole = replace(topic("trees-money", "예산현황", money), at=Span(PATH, 2, 1, 3, 3))
    made = page(replace(division, children=(whole,)), at(2), Span(PATH, 2, 1, 3, 3))
    assert marks(made) == ["5", ""]
    (side,) = made.classed("programme__side")
    assert side.words.count("틀립니다.") == 2


def test_one_line_of_two_findings_has_two_marks_and_two_notes() -> None:
    made = page((outline(replace(item("5월에 5월"), at=at(3))),), at(3, 3, 5), at(3), at(3, 7))
    assert len(made.classed("remark")) == 3
    assert marks(made) == ["5월", "", "5월"]
    ids = [e.attributes["id"] for e in made.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))


def test_a_finding_of_a_file_that_is_not_shown_stays_in_the_list_above() -> None:
    elsewhere = Span("2022/jobs-economy/보고서.yml", 3, 1, 3, 4)
    made = page((Paragraph(text("글"), at(2)),), elsewhere)
    assert not made.classed("marked")
    (entry,) = made.classed("finding")
    assert "고치세요." in entry.words
    assert "본문에서 보기" not in entry.words


def test_the_list_above_leads_to_the_notes() -> None:
    made = page((Paragraph(text("5월"), at(2)),), MONTH)
    (link,) = [e for e in made.named("a") if e.words == "본문에서 보기"]
    (remark,) = made.classed("remark")
    assert link.attributes["href"] == f"#{remark.attributes['id']}"


def test_nothing_changes_without_annotations() -> None:
    document: Document = report()
    assert annotate(document, (), lambda _: ()).document is document
