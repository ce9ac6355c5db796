"""The sheet that a report is laid out on, and how much larger it is drawn.

Large print is the standard layout on a sheet with less room, drawn larger, so that it comes out on A4: whatever is
measured in the layout keeps its proportions, and there is one style sheet for both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.editions import BRIEF, LARGE, STANDARD, Edition
from generator.outputs.paper.words import LONGEST_WHOLE, LONGEST_WHOLE_IN_CELL

PrintMedium = Literal["pdf", "large", "brief"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the medium whose templates and styles it takes, and how many times as large as it is laid out it is
    drawn. On one that is drawn 1.3 times as large, a line of text has 1/1.3 of the room."""

    medium: PrintMedium = "pdf"
    scale: float = 1.0

    def room(self, of_standard: float) -> float:
        """Give the part of a standard A4 measure that there is on this sheet."""
        return of_standard / self.scale

    @property
    def longest_in_cell(self) -> int:
        """The letters of the longest word that is kept whole in a table cell. Where a cell holds few letters, a broken
        word is hard to find again; there the table's type gives way instead."""
        return LONGEST_WHOLE_IN_CELL if self.scale == 1 else LONGEST_WHOLE


A4 = Sheet()

_MEDIA: dict[Edition, PrintMedium] = {STANDARD: "pdf", LARGE: "large", BRIEF: "brief"}


def sheet_of(edition: Edition) -> Sheet:
    """Give the sheet that an edition is laid out on."""
    return Sheet(_MEDIA[edition], edition.scale)
