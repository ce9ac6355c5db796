"""Computed cells: fills what an author left empty in a table, by formulas that name its rows and columns.

    집행률 = 집행액/예산액      a column, for every row
    계 = 합계                  a row, over what it covers; or a column, over the other columns of figures
    과부족 = 현원-정원          a row, for every column of figures

1. `plan` finds out which rows and columns a formula means, or what is wrong with it.
2. `coverage` tells what a total covers, in tables where subtotals stand above or below their rows.
3. `computing` computes: `fill` writes into empty cells, `relations` compares with those that are written.
4. `printing` gives computed figures the look of the figures beside them.

Only empty cells are filled: what is written stays. Nothing here raises for what an author wrote.
"""

from generator.document import Formula
from generator.sheet.computing import Relation, fill, relations
from generator.sheet.plan import TOTAL_NAMES, FormulaTrouble, examine, head_formulas

__all__ = [
    "TOTAL_NAMES",
    "Formula",
    "FormulaTrouble",
    "Relation",
    "examine",
    "fill",
    "head_formulas",
    "relations",
]
