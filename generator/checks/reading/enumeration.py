"""Enumerations: names one after another, with the number of them where the author gave it.

    9개 자치구(동작, 용산, 강서, …)            11개 자치구: 강동, 마포, …
    9개 자치구 / · 8년차(동작, 용산), 7년차(중구), …      베를린, 암스테르담, 파리 등 3개 도시

A bracket after a number may as well describe what was counted (`1개소(상담실, 교육장)`); so a number far from that of
the names, or a lone name, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.reading.figure import Figure, find_figures
from generator.checks.reading.pieces import AND_SO_ON, Piece, closing, cut, without_brackets
from generator.checks.reading.statement import Kind, Statement, families
from generator.notation.date import find_dates
from generator.notation.number import fold_width

_COUNTABLE = re.compile(r"개(?!월|년|호실|조).*|곳|종|社|사")
_NOUN = re.compile(r"\s?(?P<noun>[가-힣·]{0,10}(?:\s[가-힣·]{1,8})?)\s?\(")
_TAIL = re.compile(r"\s?(?P<noun>[가-힣·]{0,10}(?:\s[가-힣·\d]{1,6}){0,3})\s*(?:\([^()]*\))?\s*$")
_OPEN_ENDED = re.compile(rf"\s*{AND_SO_ON}(?:등)?(?=\s|$|[)])")
_AND_SO_ON = re.compile(r"(?P<names>[^().:]*?[^\s,(])\s*등\s*$")
_GROUP = re.compile(r"(?P<label>[^()]*\d[^()]*?)\s*\((?P<inner>[^()]*)\)[^()]*")
_NAME = re.compile(r"[가-힣A-Za-z㈜][가-힣A-Za-z㈜·\s&.-]{0,19}")
_NO_NAME = re.compile(
    r"(?:등|및|외|예정|완료|가능|필요|제외|포함|이상|이하|별도|무료|유료|직영|위탁|민간위탁)$|(?:하고|하여|되어|에서|으로)$"
)


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name in an enumeration, with its statement and place."""

    text: str
    statement: Statement
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Enumeration:
    """Names, and the figure that says how many there are (None where there is none). `noun` is what was counted.

    `is_open` tells that the names are only some of them (등). `counted_in` is the statement of the figure.
    """

    names: tuple[Name, ...]
    figure: Figure | None = None
    noun: str = ""
    is_open: bool = False
    counted_in: Statement | None = None


@lru_cache(maxsize=2)
def enumerations(statements: tuple[Statement, ...]) -> tuple[Enumeration, ...]:
    """Find all enumerations of a report, with and without a number."""
    return tuple(_enumerations(statements))


def _enumerations(statements: Sequence[Statement]) -> Iterator[Enumeration]:
    for statement in statements:
        if statement.kind in (Kind.ITEM, Kind.NOTE, Kind.TEXT, Kind.CELL):
            yield from _counted_brackets(statement)
            yield from _after_colon(statement)
            yield from _and_so_on(statement)
    for parent, children in families(statements):
        yield from _in_children(parent, children)


def names_in(statement: Statement, start: int, end: int) -> tuple[tuple[Name, ...], bool] | None:
    """Read `text[start:end]` as names and nothing else, and tell whether 등 follows them; None for other text."""
    text = statement.text
    pieces = cut(text, start, end, separators=",，、")
    names, is_open = [], False
    for index, piece in enumerate(pieces):
        bare = _without_marks(piece.text)
        if _OPEN_ENDED.search(bare) and index == len(pieces) - 1:
            is_open = True
            bare = _OPEN_ENDED.split(bare)[0].strip()
        months = _is_month(bare)
        if not bare or not (months or _NAME.fullmatch(bare)) or _NO_NAME.search(bare):
            return None
        names.append(Name(bare, statement, piece.start, piece.start + max(1, len(piece.text))))
    return (tuple(names), is_open) if names else None


def is_countable(figure: Figure) -> bool:
    """Tell whether a figure counts things that have names."""
    return bool(_COUNTABLE.fullmatch(figure.unit)) and not figure.is_hedged and figure.value == int(figure.value)


def _counted_brackets(statement: Statement) -> Iterator[Enumeration]:
    text = fold_width(statement.text)
    for figure in find_figures(statement.text):
        found = _NOUN.match(text, figure.end)
        end = closing(text, found.end() - 1) if found else None
        if found is None or end is None or not (is_countable(figure) or figure.unit == "회"):
            continue
        read = names_in(statement, found.end(), end)
        if read and (figure.unit == "회") == all(_is_month(name.text) for name in read[0]):
            yield Enumeration(read[0], figure, found["noun"].strip(), read[1], statement)


def _after_colon(statement: Statement) -> Iterator[Enumeration]:
    text = fold_width(statement.text)
    colon = re.search(r"\s*:\s*", text)
    if colon is None:
        return
    names = _listed(statement, colon.end(), len(text))
    if not names or len(names[0]) < 2:
        return
    head = text[: colon.start()]
    counted = [f for f in find_figures(statement.text) if f.end <= len(head) and f.depth == 0 and is_countable(f)]
    tail = _TAIL.fullmatch(head, counted[-1].end) if counted else None
    if counted and tail:
        yield Enumeration(names[0], counted[-1], tail["noun"].strip(), names[1], statement)
    else:
        yield Enumeration(names[0], None, "", names[1], statement)


def _listed(statement: Statement, start: int, end: int) -> tuple[tuple[Name, ...], bool] | None:
    """Names, or groups of names: `8년차(동작, 용산), 7년차(중구)`, `3단계 : 강동, 마포 / 2단계 : 금천`."""
    text = fold_width(statement.text)
    pieces = cut(text, start, end)
    groups = [_GROUP.fullmatch(text, piece.start, piece.end) for piece in pieces]
    if pieces and all(groups):
        return _grouped(statement, [g.span("inner") for g in groups if g])
    if re.search(r"\d[가-힣]*\s*:", text[start:end]) or "/" in text[start:end]:
        parts = list(_labelled(text, start, end))
        return _grouped(statement, parts) if parts else None
    return names_in(statement, start, end)


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the names behind each label in `3단계 : 강동, 마포 / 2단계 : 금천`."""
    labels = list(re.finditer(r"(?:^|[/,]\s*)\d[^:,/()]{0,10}\s*:\s*|/\s*", text[start:end]))
    first = 0 if not labels or labels[0].start() > 0 else labels[0].end()
    bounds = [(first, None), *((label.end(), label) for label in labels if label.start() > 0)]
    ends = [label.start() for label in labels if label.start() > 0] + [end - start]
    for (begin, _), stop in zip(bounds, ends, strict=True):
        if text[start + begin : start + stop].strip():
            yield start + begin, start + stop


def _grouped(statement: Statement, bounds: Sequence[tuple[int, int]]) -> tuple[tuple[Name, ...], bool] | None:
    names: list[Name] = []
    is_open = False
    for start, end in bounds:
        read = names_in(statement, start, end)
        if read is None:
            return None
        names.extend(read[0])
        is_open |= read[1]
    return tuple(names), is_open


def _and_so_on(statement: Statement) -> Iterator[Enumeration]:
    """`베를린, 암스테르담, 파리 등 3개 도시`: the names are among so many."""
    text = fold_width(statement.text)
    for figure in find_figures(statement.text):
        before = text[: figure.start]
        opening = max(before.rfind("("), before.rfind(":")) + 1
        found = _AND_SO_ON.fullmatch(before, opening)
        if found and is_countable(figure) and "," in found["names"]:
            read = names_in(statement, *found.span("names"))
            if read:
                noun = re.compile(r"\s?([가-힣]{0,10})").match(text, figure.end)
                yield Enumeration(read[0], figure, noun[1] if noun else "", True, statement)


def _in_children(parent: Statement, children: Sequence[Statement]) -> Iterator[Enumeration]:
    text = fold_width(parent.text)
    counted = [f for f in find_figures(parent.text) if f.depth == 0 and is_countable(f)]
    if not counted or not (tail := _TAIL.fullmatch(text, counted[-1].end)):
        return
    read = [_child_names(child) for child in children]
    pure = [names for names in read if names]
    names = tuple(name for found in pure for name in found[0])
    told = all(found or _tells_otherwise(child) for found, child in zip(read, children, strict=True))
    if told and len(names) > 1 and all(" " not in name.text for name in names):
        yield Enumeration(names, counted[-1], tail["noun"].strip(), any(found[1] for found in pure), parent)


def _child_names(child: Statement) -> tuple[tuple[Name, ...], bool] | None:
    text = fold_width(child.text)
    if find_figures(child.text) and not re.search(r"\d\s?(?:년차|단계|차)", text):
        return None
    label = re.match(r"[^:,]{1,30}?\s*:\s*", text)
    several = len(re.findall(r":", text)) > 1
    return _listed(child, label.end() if label and not several else 0, len(text))


def _tells_otherwise(child: Statement) -> bool:
    """A line with a count of its own speaks of something else: `'22년 3개구(강동, 마포, 도봉) 지원 종료`."""
    return any(is_countable(figure) for figure in find_figures(child.text))


def _without_marks(text: str) -> str:
    return without_brackets(text).strip(" '\"‘’“”「」『』")


def _is_month(text: str) -> bool:
    dates = find_dates(text)
    return bool(dates) and dates[0][0] == 0 and dates[-1][1] == len(text)


def plain_lists(statements: Sequence[Statement]) -> Iterator[tuple[Name, ...]]:
    """Give the brackets that hold nothing but three or more single-word names."""
    for statement in statements:
        if statement.kind not in (Kind.ITEM, Kind.NOTE, Kind.TEXT, Kind.CELL):
            continue
        text = fold_width(statement.text)
        for opening in (found.start() for found in re.finditer(r"\(", text)):
            end = closing(text, opening)
            read = names_in(statement, opening + 1, end) if end else None
            if read and len(read[0]) > 2 and all(" " not in name.text for name in read[0]):
                yield read[0]


__all__ = ["Enumeration", "Name", "Piece", "enumerations", "is_countable", "names_in", "plain_lists"]
