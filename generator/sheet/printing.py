"""The look of a computed figure: that of the figures written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.document import Table, cell_text
from generator.document.geometry import grid
from generator.notation.number import EXACT, budget_mark_length, format_number


@dataclass(frozen=True, slots=True)
class Look:
    """How figures are written: the budget books' mark before them (`(x-) `), the sign after them, and a nought."""

    prefix: str = ""
    sign: str = ""
    nought: str = ""


def look_of(table: Table, column: int) -> Look:
    """Tell how the figures of a column are written; the mark is the table's, where all its written figures bear it."""
    cells = [cell for row in table.body for cell in row.cells if cell.value is not None and not cell.computed]
    texts = [cell_text(cell).strip() for cell in cells]
    prefixes = {text[: budget_mark_length(text)] for text in texts}
    prefix = prefixes.pop() if len(prefixes) == 1 else ""
    # A mark that holds a figure, `(x-22,000)`, belongs to its own cell.
    prefix = "" if any(character.isdigit() for character in prefix) else prefix
    noughts = {text[-1] for cell, text in zip(cells, texts, strict=True) if not cell.value and text[-1] in "0-"}
    return Look(prefix, _sign_of(table, column), noughts.pop() if len(noughts) == 1 else "")


def print_figure(value: Decimal, look: Look, *, is_rate: bool) -> str:
    """Print a computed figure; a nought is `-` where nothing written says otherwise, and `0` for a rate."""
    if not value:
        text = look.nought or ("0" if is_rate else "-")
        return look.prefix + text + (look.sign if text != "-" else "")
    return look.prefix + format_number(value) + look.sign


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up."""
    return value.quantize(Decimal(1).scaleb(-places), context=EXACT)


def places_of(value: Decimal) -> int:
    """Count the decimals of a figure as written."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def shortened(value: Decimal) -> Decimal:
    """Give a figure without decimals that are all noughts."""
    whole = value.to_integral_value(context=EXACT)
    return whole if whole == value else value


def _sign_of(table: Table, column: int) -> str:
    laid = (row[column] for row in grid(table.body, len(table.columns)))
    texts = [cell_text(cell).strip() for cell in laid if cell is not None and cell.value is not None]
    return "%" if any(text.endswith(("%", "％")) for text in texts) else ""
