"""What a kind of report is: its numbering and what its programmes must hold."""

from __future__ import annotations

from dataclasses import dataclass

_ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ", "Ⅶ", "Ⅷ", "Ⅸ", "Ⅹ", "Ⅺ", "Ⅻ")
_CIRCLED = tuple(chr(0x2460 + n) for n in range(20))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report. `short` is one word for it, where a whole name has no room.

    Numbers are patterns: the first of Ⅰ, 1, ① in one stands for the count, the rest is printed as it is (`Ⅰ.`, `[1]`);
    `□` counts nothing. `part` numbers the sections of a report, `heading` the headings of a section's own text,
    `levels` the divisions inside a section from the outermost, `programme` its programmes; `{above}` in a pattern is
    the number of the division above, without its punctuation (`{above}-1`).
    `topics` are the headings that every programme must have, each with its accepted spellings; `budget` tells whether a
    programme must state its budget; `parts` are the titles that a report of this kind must have, in any order. Parts
    start pages unless `part_starts_page` says that they follow each other. `results` are the headings whose text speaks
    of one year only, so that a report carried into a new year has them written anew.
    `brief` are the headings whose items a one-page brief tells, each with its spellings without spaces: of a programme
    the first that it has, of a report about one programme all of them. `purpose` are headings, without spaces, that
    tell what a programme is for where it has no 목적 of its own.
    """

    name: str
    short: str
    part: str = "Ⅰ"
    heading: str = "1"
    levels: tuple[str, ...] = ("1",)
    programme: str = "1"
    topics: tuple[tuple[str, ...], ...] = ()
    budget: bool = True
    parts: tuple[tuple[str, ...], ...] = ()
    part_starts_page: bool = True
    results: tuple[str, ...] = ("주요 추진실적", "추진실적", "향후계획", "향후 추진일정", "추진일정")
    brief: tuple[tuple[str, ...], ...] = ()
    purpose: tuple[str, ...] = ("사업목적", "추진목적", "목적")


def number(pattern: str, count: int, above: str = "") -> str:
    """Print a number by its pattern: the third part of `Ⅰ.` is `Ⅲ.`; past the series, plain digits take over."""
    for first, series in (("Ⅰ", _ROMAN), ("①", _CIRCLED)):
        if first in pattern:
            return pattern.replace(first, series[count - 1] if count <= len(series) else str(count), 1)
    filled = pattern.replace("1", str(count), 1)
    return filled.replace("{above}", above.strip("[]().○ "))
