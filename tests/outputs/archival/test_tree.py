"""The tree that is made of the HTML: roles, order, what is left out, what goes on over pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.outputs.paper.archival.nodes import Node
from generator.outputs.paper.archival.recording import Piece
from generator.outputs.paper.archival.tree import build_tree


def pieces_of(html: Any) -> Iterator[Piece]:
    """Give a piece for each text of an element's own and for each picture; `page` says from which page on it is drawn,
    a class `again` that a head is printed again."""
    page = number = 0
    for element in html.iter():
        page = int(element.get("page", page))
        if element.tag == "img" or (element.text or "").strip():
            part = element.get("part", element.tag)
            number += 1
            yield Piece(page, number, element, part, element.text or "", element.get("class") == "again", False)


def drawn(node: Node) -> str:
    """Write a tree in one line: roles, texts, attributes of cells."""
    kids = " ".join(drawn(kid) if isinstance(kid, Node) else getattr(kid, "text", "*").strip() for kid in node.kids)
    return f"{node.role}({kids})"


def tree_of(body: str) -> Node:
    html = ElementTree.fromstring(f"<html><body><main>{body}</main></body></html>")
    return build_tree(html, list(pieces_of(html)), ()).root


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1><span>제목</span></h1><div><p>가</p></div>", "H1(제목) P(가)"),
        ('<section class="part"><h2>하나</h2><section><h3>둘</h3></section></section>', "Part(H2(하나) Sect(H3(둘)))"),
        ("<ul><li>가<ul><li>나</li></ul></li></ul>", "L(LI(LBody(가 L(LI(LBody(나))))))"),
        ('<ul><li part="li::marker">□</li></ul>', "L(LI(Lbl(□)))"),
        ('<div role="group"><div>상자</div><div aria-hidden="true">⇒</div></div>', "Div(P(상자))"),
        ("<p></p><div><p> </p></div><p>글</p>", "P(글)"),
        ("<p>앞 <b>가운데</b></p>", "P(앞 가운데)"),
        ('<figure><img alt="모습"/><figcaption>센터</figcaption></figure>', "Div(Figure() Caption(센터))"),
        ('<figure class="lost"><figcaption>센터</figcaption></figure>', "Div(P(센터))"),
        (
            '<table class="contents"><caption>차례</caption><thead><tr><th>쪽</th></tr></thead><tbody><tr>'
            '<td class="place"><span>1</span></td><td class="entry"><a>사업</a></td><td class="page"><a>3</a></td>'
            "</tr></tbody></table>",
            "TOC(Caption(차례) TOCI(Lbl(1) Reference(Link(사업 3))))",
        ),
        (
            '<h2>제목<span class="footnote" part="span::footnote-call">1)</span></h2><p>글</p>',
            "H2(제목 Reference(1))) P(글)",
        ),
        (
            '<div role="group"><ul class="teams"><li><p>가팀</p></li><li><p>나팀</p></li></ul>'
            '<ul class="centres"><li class="none"></li><li><div><p>나센터</p></div></li></ul></div>',
            "Div(L(LI(LBody(P(가팀))) LI(LBody(P(나팀) P(나센터)))))",
        ),
        ('<p>글<span class="call">1)</span></p>', "P(글 Reference(1)))"),
        (
            "<table><tbody><tr><td></td><td>2</td></tr></tbody></table>",
            "Table(TBody(TR(TD() TD(2))))",
        ),
        (
            '<table><caption>이름</caption><thead><tr><th>머리</th></tr></thead><tbody><tr page="1"><td>2</td></tr>'
            "</tbody></table>",
            "Table(Caption(이름) THead(TR(TH(머리))) TBody(TR(TD(2))))",
        ),
    ],
)
def test_elements_have_their_roles(body: str, expected: str) -> None:
    assert drawn(tree_of(body)) == f"Document({expected})"


def test_a_note_in_a_heading_follows_it() -> None:
    html = ElementTree.fromstring('<html><body><h2>제목<span class="footnote">풀이</span></h2><p>글</p></body></html>')
    span = next(html.iter("span"))
    first, *others = pieces_of(html)
    call = Piece(0, 8, span, "span::footnote-call", "1)", False, False)
    marker = Piece(0, 9, span, "span::footnote-marker", "1)", False, False)
    note = next(piece for piece in others if piece.element is span)
    paragraph = next(piece for piece in others if piece.text == "글")
    root = build_tree(html, [first, call, paragraph, marker, note], ()).root
    assert drawn(root) == "Document(H2(제목 Reference(1))) Note(Lbl(1)) 풀이) P(글))"
    assert [node.name for node in root.nodes() if node.role == "Note"] == ["note-1"]


def test_a_head_that_is_printed_again_is_an_artefact() -> None:
    html = ElementTree.fromstring("<html><table><tr><th>머리</th></tr><tr><td>1</td></tr></table></html>")
    first, second = pieces_of(html)
    again = Piece(1, 1, first.element, "th", "머리", True, False)
    tagged = build_tree(html, [first, second, again], ())
    assert tagged.artefacts == {(1, 1)}
    assert drawn(tagged.root) == "Document(Table(TR(TH(머리)) TR(TD(1))))"


def test_a_paragraph_over_two_pages_is_one() -> None:
    html = ElementTree.fromstring("<html><p>글</p></html>")
    (piece,) = pieces_of(html)
    root = build_tree(html, [piece, Piece(1, 1, piece.element, "p", "이어서", False, False)], ()).root
    assert drawn(root) == "Document(P(글 이어서))"
    assert root.text == "글 이어서"


HEADS = """
<table><thead>
<tr><th scope="col" rowspan="2">구분</th><th scope="col" rowspan="2">계</th><th scope="colgroup" colspan="2">일반직</th>
<th scope="col">관리직</th></tr>
<tr><th scope="col">4급</th><th scope="col">5급</th><th scope="col">6급</th></tr></thead>
<tbody><tr><th scope="rowgroup" rowspan="2">시설</th><th scope="row">정원</th><td>a</td><td>b</td><td>c</td></tr>
<tr><th scope="row">현원</th><td>d</td><td colspan="2">e</td></tr></tbody></table>
"""


@pytest.mark.parametrize(
    ("cell", "heads"),
    [
        ("a", ["일반직", "4급", "시설", "정원"]),
        ("b", ["일반직", "5급", "시설", "정원"]),
        ("c", ["관리직", "6급", "시설", "정원"]),
        ("d", ["일반직", "4급", "시설", "현원"]),
        ("e", ["일반직", "관리직", "5급", "6급", "시설", "현원"]),
        ("5급", ["일반직"]),
        ("현원", ["계", "시설"]),
        ("구분", []),
    ],
)
def test_cells_name_their_heads(cell: str, heads: list[str]) -> None:
    cells = {node.text: node for node in tree_of(HEADS).nodes() if node.role in ("TH", "TD")}
    by_name = {node.name: text for text, node in cells.items() if node.name}
    assert [by_name[name] for name in cells[cell].attributes.get("Headers", [])] == heads  # type: ignore[union-attr]


def test_heads_say_what_they_are_heads_of() -> None:
    scopes = {node.text: node.attributes["Scope"] for node in tree_of(HEADS).nodes() if node.role == "TH"}
    assert {name for name, scope in scopes.items() if scope == "Row"} == {"시설", "정원", "현원"}
    assert scopes["일반직"] == "Column"


def test_a_cell_that_reaches_too_far_ends_with_the_table() -> None:
    (cell,) = (n for n in tree_of("<table><tr><td rowspan='5'>1</td></tr></table>").nodes() if n.role == "TD")
    assert "RowSpan" not in cell.attributes
