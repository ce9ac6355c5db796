"""Labels in a breakdown: `8년차 5개소, 7년차 1개소` has the labels 8년차 and 7년차."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.reading.enumeration import Name
from generator.checks.reading.pieces import closing, cut
from generator.checks.reading.statement import Statement
from generator.notation.number import fold_width

_PART = re.compile(
    r"(?P<label>[^:]*?[^\d\s.,:△▲+×*~-])\s*:?\s*(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d\s(),.:]*)"
)


def labelled_figures(statement: Statement) -> Iterator[tuple[Name, ...]]:
    """Give the labels of each bracket that holds nothing but labels with figures of one unit."""
    text = fold_width(statement.text)
    for opening in (found.start() for found in re.finditer(r"\(", text)):
        end = closing(text, opening)
        if end is None:
            continue
        pieces = cut(text, opening + 1, end)
        parts = [_PART.fullmatch(text, piece.start, piece.end) for piece in pieces]
        if len(pieces) > 1 and all(parts) and len({part["unit"] for part in parts if part}) == 1:
            yield tuple(
                Name(part["label"].strip(), statement, piece.start, piece.end)
                for part, piece in zip(parts, pieces, strict=True)
                if part
            )
