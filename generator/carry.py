"""Carrying a report into a new year: what stays is kept to the letter, comments and all; what speaks of the old year is
emptied and marked.

    kept      titles, ids, teams, purposes, 사업개요, organisation, staff, facilities, order of everything
    shifted   the year in titles (`2022년` in the title of a report of 2022), nothing else: other dates are listed
    moved     예산액 to 전년도 예산액 in budget tables that have the column
    emptied   results and plans of the old year, executed amounts, notes on them
    dropped   exclusions of checks: what excused a figure of the old report excuses none of the new one
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.diagnostics import Span
from generator.document.geometry import bare_name
from generator.kinds import KINDS, Kind
from generator.library import TO_WRITE
from generator.markup import Footnotes, Grid, Marks, read_grid
from generator.notation.particle import with_particle
from generator.source import (
    Edit,
    Mapping,
    Node,
    Scalar,
    Sequence,
    apply_edits,
    moved_line,
    read_yaml,
    source_lines,
    whole_lines,
)
from generator.source.text import SUPPRESSION

_DATE = re.compile(r"(?:19|20)\d{2}\s*[.년]|[’'‘]\d{2}\s*[.년]|\d{1,2}\s?\.\s?\d{1,2}\.?\s?기준")
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]*")
_MONEY = ("예산액", "집행액")
_DROPPED = ("집행률", "주")


@dataclass(slots=True)
class Carried:
    """A report in its new year: files by name, what was carried, and the lines that staff must look at, as
    (file, what to do)."""

    files: dict[str, str] = field(default_factory=dict)
    programmes: list[str] = field(default_factory=list)
    to_fill: list[tuple[str, str]] = field(default_factory=list)
    to_check: list[tuple[str, str]] = field(default_factory=list)


def carry_file(name: str, data: bytes, old_year: int, new_year: int, kind: Kind, carried: Carried) -> None:
    """Carry one YAML file and note in `carried` what was done; a file that cannot be read is copied as it is."""
    tree, _ = read_yaml(name, data)
    lines = source_lines(data)
    if isinstance(tree, Mapping):
        section_kind = tree.get("종류")
        if isinstance(section_kind, Scalar):
            kind = KINDS.get(section_kind.text.strip(), kind)
        walker = _Walker(name, old_year, new_year, kind, carried)
        edits = list(walker.edits(tree))
        carried.files[name] = SUPPRESSION.sub("", apply_edits(lines, edits))
        walker.place(edits)
        dates = _dates(tree, edits)
        carried.to_check += [(f"{name}:{moved_line(edits, line)}", what) for line, what in dates]
    else:
        carried.files[name] = "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _Walker:
    """Walks one file's tree and says what to change in it."""

    name: str
    old_year: int
    new_year: int
    kind: Kind
    carried: Carried
    found: list[tuple[int, int, str]] = field(default_factory=list)

    def place(self, edits: list[Edit]) -> None:
        """Note what staff must write with the lines that it has in the new file."""
        for line, below, what in self.found:
            self.carried.to_fill.append((f"{self.name}:{moved_line(edits, line) + below}", what))

    def edits(self, node: Node) -> Iterator[Edit]:
        if isinstance(node, Sequence):
            for item in node.items:
                yield from self.edits(item)
        elif isinstance(node, Mapping):
            for entry in node.entries:
                yield from self.entry(entry.key, entry.value)

    def entry(self, key: Scalar, value: Node) -> Iterator[Edit]:
        name = key.text
        if name == "제목" and isinstance(value, Scalar):
            yield from self.shift(value)
        elif name in {"기준일", "출처", "날짜"} and isinstance(value, Scalar):
            self.fill(value, f"{with_particle(name, '을/를')} 새로 적으세요. 지난해: {' '.join(value.text.split())}")
            yield Edit(value.at, TO_WRITE)
        elif name == "표기 검사":
            # What excused a published original does not excuse what is written anew.
            yield Edit(whole_lines(_between(key.at, value.at)), "")
        elif name == "사업명" and isinstance(value, Scalar):
            self.carried.programmes.append(value.text.strip())
        elif name in {"예산현황", "소요예산"} and _is_budget(value):
            yield from self.budget(name, key, value)
        elif name == "예산표" and isinstance(value, Mapping):
            yield from self.budget_table(value)
        elif _same(name, self.kind.results):
            edit = _emptied(key, value)
            what = f"{with_particle(name, '을/를', quote=True)} 새로 쓰세요."
            self.found.append((key.at.line, edit.text.count("\n"), what))
            yield edit
        else:
            yield from self.edits(value)

    def shift(self, value: Scalar) -> Iterator[Edit]:
        """Put the new year in a title that names the old one."""
        for match in re.finditer(rf"(?<!\d){self.old_year}(?=\s*년|\s)", value.text):
            yield Edit(value.locate(match.start(), match.end()), str(self.new_year))

    def budget(self, name: str, key: Scalar, value: Node) -> Iterator[Edit]:
        if isinstance(value, Scalar):
            self.fill(value, f"{with_particle(name, '을/를')} 새로 적으세요. 지난해: {value.text.strip()}")
            yield Edit(value.at, f"0천원  # {TO_WRITE} 지난해: {value.text.strip()}")
            return
        for entry in value.entries if isinstance(value, Mapping) else ():
            if entry.key.text in _MONEY and isinstance(entry.value, Scalar):
                old = " ".join(entry.value.text.split())
                self.fill(entry.value, f"{with_particle(entry.key.text, '을/를')} 새로 적으세요. 지난해: {old}")
                yield Edit(entry.value.at, f"0  # {TO_WRITE} 지난해: {old}")
            elif entry.key.text in _DROPPED:
                yield Edit(whole_lines(_between(entry.key.at, entry.value.at)), "")

    def budget_table(self, block: Mapping) -> Iterator[Edit]:
        rows = block.get("표")
        if not isinstance(rows, Scalar):
            return
        grid, _ = read_grid(rows, Marks(), Footnotes().scope())
        self.fill(rows, "예산표의 금액을 새로 적으세요.")
        yield from _marked(rows)
        yield from _moved_amounts(grid)

    def fill(self, value: Node, what: str) -> None:
        """Note something that staff must write."""
        self.found.append((value.at.line, 0, what))


def _marked(rows: Scalar) -> Iterator[Edit]:
    """Put the mark behind the `|` of a table: its emptied cells have no room for it."""
    header = _BLOCK_HEADER.match(rows.raw.parsed, rows.raw.start)
    if header:
        column = rows.at.column + len(header[0])
        yield Edit(replace(rows.at, column=column, end_line=rows.at.line, end_column=column), f"  # {TO_WRITE} 금액")


def _emptied(key: Scalar, value: Node) -> Edit:
    """Put the mark in the place of a value; a comment behind a value on one line stays."""
    if isinstance(value, Scalar) and value.at.line == value.at.end_line == key.at.line:
        return Edit(value.at, f"○ {TO_WRITE}")
    indent = " " * (key.at.column + 1)
    after_key = replace(key.at, line=key.at.end_line, column=key.at.end_column)
    return Edit(_between(after_key, value.at), f": |\n{indent}○ {TO_WRITE}")


def _between(start: Span, end: Span) -> Span:
    return replace(start, end_line=end.end_line, end_column=end.end_column)


def _moved_amounts(grid: Grid) -> Iterator[Edit]:
    """Empty the figures of a budget table, last year's budget moving to the column for it where there is one."""
    columns = {bare_name(cell.text): cell.column for row in grid.head for cell in row}
    budget, before = columns.get("예산액"), columns.get("전년도예산액")
    for row in grid.body:
        cells = {cell.column: cell for cell in row}
        for cell in row:
            if cell.column == 0 or cell.at is None or not cell.text:
                continue
            if cell.column == before and budget in cells:
                yield Edit(cell.at, cells[budget].text)
            else:
                yield Edit(cell.at, " " * len(cell.text))


def _dates(tree: Node, edits: list[Edit]) -> Iterator[tuple[int, str]]:
    """Point at dates in texts that were kept; whether they move with the year only staff can know."""
    touched = [(edit.at.line, edit.at.end_line) for edit in edits]
    for scalar in _scalars(tree):
        for match in _DATE.finditer(scalar.text):
            at = scalar.locate(match.start(), match.end())
            if not any(first <= at.line <= last for first, last in touched):
                yield at.line, f"날짜 '{match[0].rstrip('. ')}'"


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _scalars(entry.value)
    else:
        for item in node.items:
            yield from _scalars(item)


def _is_budget(value: Node) -> bool:
    """Tell a programme's budget from a heading of the same name."""
    return isinstance(value, Scalar) or (isinstance(value, Mapping) and value.get("예산액") is not None)


def _same(name: str, names: tuple[str, ...]) -> bool:
    return "".join(name.split()) in {"".join(other.split()) for other in names}
