"""The three ways a text is read: as prose, as one line, as one table."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.diagnostics import Diagnostic, Severity, Span
from generator.document import Block, Inlines, Note, plain
from generator.markup.footnote import FootnoteScope
from generator.markup.grid import Grid, read_table
from generator.markup.inline import read_inlines
from generator.markup.leaves import define_footnotes, read_heading, read_note, token_bounds
from generator.markup.marks import Marks
from generator.markup.outline import hang_blocks, join_asides, read_aside, read_cell
from generator.markup.parser import parse_blocks
from generator.markup.passage import Located, Passage
from generator.markup.run import Bounds, join_lines
from generator.markup.unit_line import UnitLine
from generator.markup.window import Window


@dataclass(frozen=True, slots=True)
class ProseTopic:
    """What a □ line opens. `□ 예산현황 (단위: 천원)` has the title `예산현황` and the suffix `단위: 천원`."""

    title: Inlines
    suffix: str = ""
    blocks: tuple[Block, ...] = ()
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text: the blocks before its first □, and its topics."""

    blocks: tuple[Block, ...] = ()
    topics: tuple[ProseTopic, ...] = ()


def read_prose(
    scalar: Located, marks: Marks, footnotes: FootnoteScope, *, caption: str = ""
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """Read text written as in HWP. `caption` is the heading it stands under, for tables before the first □."""
    passage = Passage(scalar, marks, footnotes)
    tokens = parse_blocks(passage.shape, Window(passage))
    define_footnotes(passage, tokens)
    starts = [index for index, token in enumerate(tokens) if token.type == "topic"]
    first = starts[0] if starts else len(tokens)
    blocks = hang_blocks(passage, tokens[:first], caption)
    ends = [*starts[1:], len(tokens)]
    topics = tuple(_topic(passage, tokens[start:end]) for start, end in zip(starts, ends, strict=False))
    passage.report_alike()
    return Prose(blocks, topics), passage.sorted_findings()


def read_line(scalar: Located, footnotes: FootnoteScope) -> tuple[Inlines, tuple[Diagnostic, ...]]:
    """Read a title or a purpose: inline markup only, lines joined by a space."""
    passage = Passage(scalar, Marks(), footnotes)
    inlines = read_inlines(passage, join_lines(passage.text, _lines(passage.shape)))
    return inlines, passage.sorted_findings()


def read_grid(scalar: Located, marks: Marks, footnotes: FootnoteScope) -> tuple[Grid, tuple[Diagnostic, ...]]:
    """Read one pipe table with its unit line and remarks; an empty grid where there is none.

    Other text beside the table is a finding: it has no place to be printed.
    """
    passage = Passage(scalar, marks, footnotes)
    tokens = parse_blocks(passage.shape, Window(passage))
    define_footnotes(passage, tokens)
    grid: Grid | None = None
    asides: list[UnitLine] = []
    notes: list[Note] = []
    for token in tokens:
        match token.type:
            case "table" if grid is None:
                grid = read_table(passage, token, read_cell)
            case "aside":
                asides.append(read_aside(passage, token))
            case "note":
                notes.append(read_note(passage, token))
            case "definition":
                continue
            case _:
                _report_extra(passage, token)
    if grid is None:
        _report_missing(passage)
        return Grid(at=passage.at((0, len(passage.text)))), passage.sorted_findings()
    passage.report_alike()
    unit, basis = join_asides(asides)
    grid = Grid(grid.head, grid.body, grid.width, grid.aligns, unit, basis, tuple(notes), grid.at)
    return grid, passage.sorted_findings()


def _topic(passage: Passage, tokens: list[Token]) -> ProseTopic:
    heading, *inside = tokens
    passage.note_alike(heading.meta["mark"], passage.marks.levels[0], heading.meta["begin"])
    title, suffix = read_heading(passage, heading)
    blocks = hang_blocks(passage, inside, plain(title))
    return ProseTopic(title, suffix, blocks, passage.at(token_bounds(heading)))


def _lines(shape: str) -> list[Bounds]:
    """The places of the lines that are not empty, without the spaces around them."""
    lines, start = [], 0
    for line in shape.split("\n"):
        if inner := line.strip():
            begin = start + len(line) - len(line.lstrip())
            lines.append((begin, begin + len(inner)))
        start += len(line) + 1
    return lines


def _report_extra(passage: Passage, token: Token) -> None:
    what = "표가 하나 더 있습니다." if token.type == "table" else "표 밖에 글이 있습니다."
    hint = "표 하나만 적으세요. 글은 본문에 적고, 설명은 '※'로 시작하는 줄에 적습니다."
    message = f"{what} 이 자리에는 인쇄되지 않습니다."
    passage.report("table-extra", Severity.ERROR, message, token_bounds(token), hint)


def _report_missing(passage: Passage) -> None:
    hint = "칸을 '|'로 나누어 한 행을 한 줄에 적으세요. 보기: | 구분 | 계획 | 실적 |"
    passage.report("table-missing", Severity.ERROR, "표가 없습니다.", (0, len(passage.text)), hint)
