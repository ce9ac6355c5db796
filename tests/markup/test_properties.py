"""Whatever is typed: no exception, and no character is lost."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import (
    Block,
    Cell,
    Figure,
    Inlines,
    Item,
    Link,
    Note,
    NoteRef,
    Outline,
    Paragraph,
    Strong,
    Table,
    Text,
)
from generator.markup import Footnotes, Marks, Prose, read_grid, read_line, read_prose
from tests.markup.texts import FileText

SIGNS = "□○-·※*|<^\\[]()!:#~_`&>△▲•․ž①②⏎\"'/."
WORDS = [
    "가",
    "나다",
    "1,234",
    "단위: 천원",
    "2022. 8. 31.기준",
    "<br>",
    "---",
    "|---|",
    "**",
    "[^1]",
    "[^1]: ",
    "http://a.kr/",
]
PIECES = [
    *SIGNS,
    *WORDS,
    " ",
    "\n",
    "\n\n",
    "　",
    "\u00a0",
    "\t",
    "\r\n",
    "![가](나.png)",
    "[가](나.html)",
    "| 가 | 나 |\n",
    "○ 가: ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)

SYNTAX = set("|<^*\\[]()!:-br/>⏎" + "".join(Marks().alike) + "".join(Marks().levels) + "".join(Marks().note))


def _letters(text: str) -> list[str]:
    return [character for character in text if character not in SYNTAX and not character.isspace()]


def _inlines(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case Strong(children):
                yield from _inlines(children)
            case Link(href, children):
                yield from (*_inlines(children), href)
            case NoteRef():
                # The label is syntax; the note's text is where it was defined.
                yield "^1"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content):
            yield from _inlines(content)
        case Note(content, mark):
            yield from (mark, *_inlines(content))
        case Outline(items):
            for item in items:
                yield from _item(item)
        case Figure(source, alternative, caption):
            yield from (alternative, source, *_inlines(caption))
        case Table():
            yield from (block.unit, block.basis)
            yield from (piece for row in (*block.head, *block.body) for cell in row.cells for piece in _cell(cell))
            yield from (piece for note in block.notes for piece in _block(note))


def _item(item: Item) -> Iterator[str]:
    yield from _inlines(item.content)
    yield from (piece for child in item.children for piece in _block(child))


def _cell(cell: Cell) -> Iterator[str]:
    yield from (piece for block in cell.blocks for piece in _block(block))


def _prose(prose: Prose) -> Iterator[str]:
    yield from (piece for block in prose.blocks for piece in _block(block))
    for topic in prose.topics:
        yield from (*_inlines(topic.title), topic.suffix)
        yield from (piece for block in topic.blocks for piece in _block(block))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_prose_keeps_every_letter_in_order(text: str) -> None:
    # A footnote's text moves to its call, and a unit line to its table: those are tested by cases.
    text = text.replace("[^1]:", "[^1] ").replace("단위", "단가").replace("기준", "근거")
    prose, _ = read_prose(FileText(text), Marks(), Footnotes().scope())
    assert _letters("".join(_prose(prose))) == _letters(text)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_prose_keeps_every_letter(text: str) -> None:
    scope = Footnotes().scope()
    text = text.replace("[^1]:", "[^1] ")
    prose, _ = read_prose(FileText(text), Marks(), scope)
    assert sorted(_letters("".join(_prose(prose)))) == sorted(_letters(text))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_findings_stand_inside_the_text(text: str) -> None:
    scope = Footnotes().scope()
    _, findings = read_prose(FileText(text), Marks(), scope)
    lines = text.split("\n")
    for finding in (*findings, *scope.findings()):
        at = finding.at
        assert (1, 1) <= (at.line, at.column) <= (at.end_line, at.end_column)
        assert at.end_line <= len(lines) and at.end_column <= len(lines[at.end_line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(TEXTS | st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    scope = Footnotes().scope()
    read_prose(FileText(text), Marks(), scope)
    read_grid(FileText(text), Marks(), scope)
    inlines, _ = read_line(FileText(text), scope)
    if "[^" not in text:
        assert _letters("".join(_inlines(inlines))) == _letters(text)
