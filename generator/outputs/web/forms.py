"""The form that a block takes on a screen: name-and-value lists, large figures, execution bars, shares of funding.

These are decisions about the web only; paper keeps the printed form. They are filters and tests of the web's Jinja
environment, so that block templates stay free of arithmetic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from jinja2 import Environment

from generator.document import Align, Amount, Budget, Cell, Inlines, Item, Outline, Paragraph, Row, Share, Table, plain
from generator.document.geometry import bare_name, grid, head_paths
from generator.outputs.templating import environment
from generator.outputs.web.annotation import figure_runs

LONGEST_NAME = 8
"""A name of more letters than this is a sentence's beginning, not a name beside a value."""

MOST_FIGURES = 8
"""More figures than this in one row are read as a table."""

_UNIT_AT_END = re.compile(r"^(?P<name>.+?)\s*\((?P<unit>[^()]{1,4})\)$", re.DOTALL)
_LETTERS_SPACED_OUT = re.compile(r"^\S(?: \S)+$")


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, its value and the item they were written as."""

    name: str
    value: Inlines
    item: Item


@dataclass(frozen=True, slots=True)
class BigFigure:
    """One figure of a one-row table: its head, its text as published, and the unit that the head named."""

    name: str
    content: Inlines
    unit: str


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One funding source in a budget: its long name and its text in each amount, `-` where it has none. `percent` is
    its part of the first amount, for a bar."""

    source: str
    texts: tuple[str, ...]
    percent: Decimal


def close_up(name: str) -> str:
    """Close up a name whose letters are spaced out to fill a column on paper: `사 업 비` is `사업비`."""
    return name.replace(" ", "") if _LETTERS_SPACED_OUT.match(name) else name


def facts_of(outline: Outline) -> tuple[Fact, ...]:
    """Give an outline as names with values, empty unless every one of its items is one and there are at least two.

    An item without a value but with lines below it counts where most items have a value: its text is then the name.
    """
    if len(outline.items) < 2 or any(item.level != 1 for item in outline.items):
        return ()
    found = tuple(fact for item in outline.items if (fact := _fact(item)) is not None)
    valued = sum(bool(fact.value) for fact in found)
    return found if len(found) == len(outline.items) and valued * 2 > len(found) else ()


def figures_of(table: Table) -> tuple[BigFigure, ...]:
    """Give a table of one row of figures as named figures; empty where the table is of another shape."""
    if len(table.body) != 1 or not table.head or not 2 <= len(table.columns) <= MOST_FIGURES:
        return ()
    cells = table.body[0].cells
    if len(cells) != len(table.columns) or any(not _is_plain_figure(cell) for cell in cells):
        return ()
    paths = head_paths(table)
    leaves = [path[-1] if path else "" for path in paths]
    # Two columns called 정규 are told apart by the head above them.
    names = leaves if len(set(leaves)) == len(leaves) else [" ".join(path) for path in paths]
    return tuple(_figure(name, cell.lines[0]) for name, cell in zip(names, cells, strict=True))


def placed(rows: tuple[Row, ...], table: Table) -> tuple[tuple[Row, tuple[tuple[Cell, int], ...]], ...]:
    """Give each row with its cells and the index of the column in which each of them begins."""
    laid = grid(rows, len(table.columns))
    return tuple((row, _with_columns(row.cells, line)) for row, line in zip(rows, laid, strict=True))


def rate_columns(table: Table) -> frozenset[int]:
    """Find the columns of a budget table that hold execution rates from 0 to 100, by index.

    Only an execution rate (집행률) is a part of a whole; a rate of change is in percent too and has no bar.
    """
    if table.style != "budget":
        return frozenset()
    named = (i for i, path in enumerate(head_paths(table)) if any("집행률" in bare_name(text) for text in path))
    return frozenset(named)


def is_share(value: Decimal | None) -> bool:
    """Tell whether a percentage can be drawn as a part of a whole."""
    return value is not None and 0 <= value <= 100


def funding_rows(budget: Budget) -> tuple[FundingRow, ...]:
    """Give the funding sources of a budget's amounts, in the order in which they are first named."""
    order = {share.source: None for amount in budget.amounts for share in amount.shares}
    return tuple(
        FundingRow(
            source,
            tuple(_share_text(amount, source) for amount in budget.amounts),
            _percent(budget.amounts[0], source),
        )
        for source in order
    )


def unit_name(unit: str) -> str:
    """Give the bare unit of a unit line: `단위: 천원` is `천원`."""
    return re.sub(r"^단위\s*:\s*", "", unit)


def is_wide(table: Table) -> bool:
    """Tell whether a table needs the whole width of the page's text."""
    return len(table.columns) >= 4


def figure_columns(table: Table) -> frozenset[int]:
    """Find the columns that hold figures, by index: those declared so, and those where most cells have a value."""
    valued = [0] * len(table.columns)
    filled = [0] * len(table.columns)
    for _, cells in placed(table.body, table):
        for cell, column in cells:
            if not cell.scope and column < len(valued) and cell.colspan == 1:
                filled[column] += bool(cell.blocks)
                valued[column] += cell.value is not None
    declared = (i for i, column in enumerate(table.columns) if column.numeric)
    return frozenset([*declared, *(i for i, count in enumerate(valued) if count * 2 > filled[i])])


def side(cell: Cell, column: int, figures: frozenset[int]) -> str:
    """Give the side on which a cell's text stands. On a screen text starts at the left, figures end at the right with
    their heads above them, and only a head over several columns is centred."""
    if cell.colspan > 1 and cell.scope in ("col", "colgroup"):
        return "center"
    if column not in figures or cell.scope in ("row", "rowgroup"):
        return "end" if cell.align is Align.END and not cell.scope else "start"
    return "end" if cell.scope or len(cell.lines) == 1 else "start"


@cache
def web_environment() -> Environment:
    """Give the Jinja environment of the web with the filters and tests of this module."""
    made = environment("web")
    made.filters.update(
        facts=facts_of,
        big_figures=figures_of,
        placed=placed,
        figure_columns=figure_columns,
        rate_columns=rate_columns,
        funding=funding_rows,
        figure_runs=figure_runs,
        unit_name=unit_name,
        side=side,
    )
    made.tests.update(wide=is_wide, share=is_share)
    return made


def _with_columns(cells: tuple[Cell, ...], line: list[Cell | None]) -> tuple[tuple[Cell, int], ...]:
    placed_cells: list[tuple[Cell, int]] = []
    column = 0
    for cell in cells:
        while column < len(line) and line[column] is not cell:
            column += 1
        placed_cells.append((cell, column))
        column += cell.colspan
    return tuple(placed_cells)


def _fact(item: Item) -> Fact | None:
    name, value = (item.label, item.value) if item.label else (plain(item.content), ())
    name = close_up(name.strip())
    letters = len(name.replace(" ", ""))
    if not 0 < letters <= LONGEST_NAME or not (value or item.children):
        return None
    return Fact(name, value, item)


def _figure(head: str, content: Inlines) -> BigFigure:
    matched = _UNIT_AT_END.match(head)
    return BigFigure(matched["name"], content, matched["unit"]) if matched else BigFigure(head, content, "")


def _is_plain_figure(cell: Cell) -> bool:
    lines = cell.lines
    single = len(lines) == 1 and all(isinstance(block, Paragraph) for block in cell.blocks)
    return not cell.scope and cell.colspan == 1 and cell.value is not None and single


def _share(amount: Amount, source: str) -> Share | None:
    return next((share for share in amount.shares if share.source == source), None)


def _share_text(amount: Amount, source: str) -> str:
    share = _share(amount, source)
    return share.text if share else "-"


def _percent(amount: Amount, source: str) -> Decimal:
    share = _share(amount, source)
    total = sum((part.value for part in amount.shares), Decimal(0))
    if share is None or total <= 0 or share.value < 0:
        return Decimal(0)
    return (share.value * 100 / total).quantize(Decimal("0.1"))
