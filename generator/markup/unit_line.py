"""Unit and basis date in brackets: `(단위: 천원)`, `(2022. 8. 31.기준)`, `(2022. 8. 31. 현재, 단위: 명)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"(": ")", "（": "）", "[": "]", "<": ">"}
_UNIT = r"단\s?위\s*[:：]\s*\S.*"
_BASIS = r"[^:：]*\d[^:：]*(?:기\s?준|현\s?재)일?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<unit>{_UNIT})[,/]\s*(?P<basis>\S{_BASIS})",
        rf"(?P<basis>{_BASIS})\s*[,/]?\s*(?P<unit>{_UNIT})",
        rf"(?P<basis>{_BASIS})",
        rf"(?P<unit>{_UNIT})",
    )
)
_MOST = 60
_TRAILING = re.compile(r"\s*([(（][^()（）]+[)）])$")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """What the brackets name, as published and without the brackets: `단위: 천원`, `2022. 8. 31.기준`."""

    unit: str
    basis: str


def read_unit_line(line: str) -> UnitLine | None:
    """Read a line that is one pair of brackets; None where it names neither a unit nor a basis date."""
    if len(line) > _MOST or len(line) < 4 or _PAIRS.get(line[0]) != line[-1]:
        return None
    inner = line[1:-1].strip()
    if any(mark in inner for mark in (line[0], line[-1])):
        return None
    for form in _FORMS:
        if found := form.fullmatch(inner):
            parts = found.groupdict()
            return UnitLine((parts.get("unit") or "").strip(), (parts.get("basis") or "").strip())
    return None


def trailing_unit(title: str) -> tuple[int, str]:
    """Find a unit or basis date in brackets at the end of a heading.

    Gives the place where the heading proper ends, and the text in the brackets; `(len(title), "")` where there is none.
    """
    found = _TRAILING.search(title)
    if found is None or not title[: found.start()].strip() or read_unit_line(found[1]) is None:
        return len(title), ""
    return found.start(), found[1][1:-1].strip()
