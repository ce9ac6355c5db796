"""The table that stands with a chart and holds the same figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DataCell:
    """Finished text; `href` leads, from the archive's root, to its place in a report. `computed` marks a figure that no
    report states."""

    text: str
    href: str = ""
    computed: bool = False

    @property
    def is_negative(self) -> bool:
        """Tell whether the text is a figure below zero."""
        return self.text.startswith("△")


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row: what it is of, then a cell for each further column."""

    head: DataCell
    cells: tuple[DataCell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with one line of heads; the first names the rows. `words` counts the last columns that hold words and not
    figures. `unit` may be empty."""

    caption: str
    unit: str
    heads: tuple[str, ...]
    rows: tuple[DataRow, ...]
    note: str = ""
    words: int = 0

    @property
    def has_computed(self) -> bool:
        """Tell whether a figure of the table was computed by us."""
        return any(cell.computed for row in self.rows for cell in row.cells)


NOTHING = DataCell("–")
"""No figure in the report: not the same as zero."""
