"""Plain numbers: `1,234`, `△13`, `-` for nothing.

    parse_number("△44,879")   -> Number(Decimal("-44879"), "△44,879")
    parse_number("-")         -> Number(Decimal("0"), "-")
    parse_number("1,24,000")  -> None, and is_grouped_wrong("1,24,000") -> True

A triangle means a negative amount and a lone dash means none: the custom of local-government budget forms, not a rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Arithmetic that never rounds a figure of a report (the default context would, at 28 digits)."""

NEGATIVE_SIGNS = "△▲−‐-"
"""White and black triangle, minus sign, hyphen, hyphen-minus; folding adds the full-width forms."""

DIGITS = r"[0-9][0-9,]*(?:\.[0-9]+)?"
"""A run of digits as an author may write it, well grouped or not."""

# A longer run of digits is a slip of the keyboard or an account number, and would outgrow EXACT.
_MOST_DIGITS = 30
_GROUPED = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_SIGNED = re.compile(rf"(?P<sign>[+{re.escape(NEGATIVE_SIGNS)}]|[△▲]\s)?(?P<digits>[0-9][0-9,.]*)")
_DASH = re.compile(r"[-−‐‑‒–—―─]")
_BUDGET_MARK = re.compile(r"\(\s*[xX×]\s*(?P<inner>[^()]*?)\s*\)\s*")
_FOLDED = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | dict.fromkeys(
    (0x00A0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000), 0x20
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the text it was written as."""

    value: Decimal
    text: str


def fold_width(text: str) -> str:
    """Turn full-width forms and unusual spaces into the plain ones, one for one: `１，０００％` -> `1,000%`.

    The length stays the same, so offsets into the result are offsets into `text`.
    """
    return text.translate(_FOLDED)


def parse_number(text: str, *, budget_mark: bool = False) -> Number | None:
    """Read a number; surrounding spaces are ignored.

    With `budget_mark` the mark that budget books print before a figure, `(x-) 651,000`, is allowed and left out.
    """
    plain = fold_width(text).strip()
    if budget_mark:
        plain = plain[budget_mark_length(plain) :]
    value = Decimal(0) if _DASH.fullmatch(plain) else _read_signed(plain)
    return None if value is None else Number(value, text.strip())


def budget_mark_length(text: str) -> int:
    """Count the characters of a leading budget-book mark such as `(x-) `, spaces included; 0 where there is none."""
    found = _BUDGET_MARK.match(text)
    return found.end() if found and (not found["inner"] or parse_number(found["inner"])) else 0


def read_digits(digits: str) -> Decimal | None:
    """Read unsigned ASCII digits with an optional fraction; None where the commas do not part groups of three."""
    if not _GROUPED.fullmatch(digits) or len(digits) > _MOST_DIGITS:
        return None
    return Decimal(digits.replace(",", ""))


def is_grouped_wrong(text: str) -> bool:
    """Tell whether the text would be a number, were its commas in the right places: `1,24,000`, `12,34`, `1,000,`."""
    found = _SIGNED.fullmatch(fold_width(text).strip())
    if not found or "," not in found["digits"]:
        return False
    return read_digits(found["digits"]) is None and read_digits(found["digits"].replace(",", "")) is not None


def format_number(value: Decimal, decimals: int | None = None, *, dash_for_zero: bool = False) -> str:
    """Print a number the house way: `1,234`, `△44,879`, and `-` for zero where asked.

    `decimals` rounds half up to so many places; without it the number keeps the places it has.
    """
    rounded = value if decimals is None else value.quantize(Decimal(1).scaleb(-decimals), context=EXACT)
    if not rounded and dash_for_zero:
        return "-"
    return f"{'△' if rounded < 0 else ''}{abs(rounded):,f}"


def _read_signed(text: str) -> Decimal | None:
    found = _SIGNED.fullmatch(text)
    value = read_digits(found["digits"]) if found else None
    if not found or value is None:
        return None
    # Subtraction gives a plain zero for a written `△0`, where negation would give a negative one.
    return EXACT.subtract(Decimal(0), value) if (found["sign"] or "+")[0] in NEGATIVE_SIGNS else value
