"""How wide a table's columns are on paper: as their authors say, but never narrower than what must not break in them.

A figure that breaks in the middle is misread, and a word is hard to read; so each column gets the room that its longest
figure and word need, and the others give way. All widths are in em of the table's type.
"""

from __future__ import annotations

import re
import unicodedata

from generator.document import Block, Cell, Outline, Paragraph, Table, plain
from generator.document.geometry import grid
from generator.outputs.paper.sheet import A4, Sheet

PAGE = 44.6
"""The width of the text on A4 (170 mm) in em of a table's type (10.8 pt)."""

_TYPE, _MANY_TYPE, _DENSE_TYPE = 0.8, 0.71, 0.68
_STYLE_TYPES = {"facilities": 0.755, "matrix": 0.77}
"""The sizes of the style sheet, as parts of the size of the text."""
_SLACK = 0.95
"""The part of a sheet's width that what must not break may take, so that longer texts beside it have some room."""
MOST_COLUMNS = 10
"""A table with more columns is set in smaller type whatever stands in it."""

_PADDING, _NUMBER_PADDING = 0.95, 1.2
_MARK = 1.35
"""What a list's mark takes before its text, at each level."""
# Where a line of a cell may break, beside spaces: after a stroke or a comma between words, before a bracket.
_BREAKS = re.compile(r"\s+|(?<=[/,·)])(?!\d)|(?=[(「『‘“])")


def column_shares(table: Table, sheet: Sheet = A4) -> tuple[str, ...]:
    """Give each column's share of the width in percent; nothing where the content decides."""
    wished = [column.width for column in table.columns]
    if not sum(wished) or min(wished) <= 0:
        return ()
    widths = _with_room([sheet.room(PAGE) * width / sum(wished) for width in wished], column_needs(table, sheet))
    return tuple(f"{100 * width / sum(widths):.3f}%" for width in widths)


def is_dense(table: Table) -> bool:
    """Tell whether what must not break needs more than the page's width, so that the type has to be smaller."""
    return sum(column_needs(table)) > PAGE


def reduced_type(table: Table, sheet: Sheet = A4) -> str:
    """Give the size of a table's type, as a part of that of the text, where what must not break in it needs more than
    the sheet's width; empty where it need not be smaller than the style sheet sets it. It is never printed smaller than
    in the standard edition."""
    if sheet.scale == 1:
        return ""
    own = _type_of(table)
    needed = sum(column_needs(table, sheet)) * own / _TYPE
    room = sheet.room(PAGE) * _SLACK
    return f"{max(own * room / needed, own / sheet.scale):.4f}" if needed > room else ""


def column_needs(table: Table, sheet: Sheet = A4) -> list[float]:
    """Give the width that each column needs for its longest figure or word, with padding."""
    needs = [0.0] * len(table.columns)
    for rows in (table.head, table.body):
        for line, row in zip(grid(rows, len(needs)), rows, strict=True):
            for cell in row.cells:
                if cell.colspan == 1:
                    place = next(place for place, found in enumerate(line) if found is cell)
                    needs[place] = max(needs[place], _cell_need(cell, sheet.longest_in_cell))
    return needs


def text_width(text: str) -> float:
    """Give a text's width in em of NanumGothic."""
    return sum(_character_width(character) for character in text)


def _type_of(table: Table) -> float:
    if len(table.columns) > MOST_COLUMNS:
        return _MANY_TYPE
    return _DENSE_TYPE if is_dense(table) else _STYLE_TYPES.get(table.style, _TYPE)


def _with_room(widths: list[float], needs: list[float]) -> list[float]:
    """Widen what is too narrow and take it from the others, in proportion to what they have beyond their needs."""
    if sum(needs) >= sum(widths):
        return needs
    missing = sum(max(need - width, 0.0) for width, need in zip(widths, needs, strict=True))
    spare = [max(width - need, 0.0) for width, need in zip(widths, needs, strict=True)]
    if not missing:
        return widths
    kept = 1 - missing / sum(spare)
    return [need + more * kept for need, more in zip(needs, spare, strict=True)]


def _cell_need(cell: Cell, longest: int) -> float:
    padding = _NUMBER_PADDING if cell.align == "end" else _PADDING
    if cell.value is not None:
        return max((text_width(plain(line)) for line in cell.lines), default=0.0) + padding
    return max((_block_need(block, 0, longest) for block in cell.blocks), default=0.0) + padding


def _block_need(block: Block, level: int, longest: int) -> float:
    match block:
        case Paragraph(content):
            return _longest_piece(plain(content), longest)
        case Outline(items):
            texts = (_longest_piece(plain(item.content), longest) for item in items)
            below = (_block_need(child, level + 1, longest) for item in items for child in item.children)
            return _MARK + max((*texts, *below), default=0.0)
        case _:
            return 0.0


def _longest_piece(text: str, longest: int) -> float:
    return max((_piece_width(piece, longest) for piece in _BREAKS.split(text) if piece), default=0.0)


def _piece_width(piece: str, longest: int) -> float:
    """A word that is too long to be kept whole may take two lines."""
    width = text_width(piece)
    return width if len(piece) <= longest else width / 2


def _character_width(character: str) -> float:
    if character.isdigit():
        return 0.61
    if character in " ,.:;'’‘·!|":
        return 0.3
    if character in "()[]-/":
        return 0.36
    return 0.94 if unicodedata.east_asian_width(character) in "WFA" else 0.6
