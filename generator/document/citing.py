"""The numbers by which people cite a place in a report."""

from __future__ import annotations

from generator.document.divisions import Division

ROMAN = range(0x2160, 0x2180)
"""Unicode's Roman numerals, Ⅰ to ↀ."""


def cited_number(part: Division, division: Division) -> str:
    """Give the number by which people cite a programme: `Ⅱ-5` under a Roman part, its own number elsewhere."""
    outer, inner = part.number.strip(" ."), division.number.strip(" .")
    if outer and inner and ord(outer[0]) in ROMAN:
        return f"{outer}-{inner}"
    return inner or outer
