"""Prose written as in HWP, read by markdown-it-py with rules of our own: □ ○ - · ※, pipe tables, footnotes.

1. `marks` tells which characters open a line, and when they are text.
2. `parser` runs the rules: `block_rules/` (what a line begins) and `inline_rules/` (what stands inside a line), one
   module per rule. Block tokens carry places in the text, never text, so that every finding points at its characters.
3. `leaves`, `grid` and `outline` turn tokens into nodes of the document; `grid_table` gives tables their meaning.
4. `reading` puts it together: `read_prose`, `read_line`, `read_grid`.

Nothing that was written is lost without a finding: what no rule takes is text.
"""

from generator.markup.footnote import Footnotes, FootnoteScope
from generator.markup.grid import Grid, GridCell
from generator.markup.grid_table import SHORT, grid_table, read_value, row_role
from generator.markup.marks import ALIKE, BY_CONTEXT, Marks
from generator.markup.passage import Located
from generator.markup.reading import Prose, ProseTopic, read_grid, read_line, read_prose

__all__ = [
    "ALIKE",
    "BY_CONTEXT",
    "SHORT",
    "FootnoteScope",
    "Footnotes",
    "Grid",
    "GridCell",
    "Located",
    "Marks",
    "Prose",
    "ProseTopic",
    "grid_table",
    "read_grid",
    "read_line",
    "read_prose",
    "read_value",
    "row_role",
]
