"""Figures that changed, in running text and in cells: from, to, difference and percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.changes.kinds import FigureChange
from generator.changes.words import Run, RunKind, tokens
from generator.checks.reading.figure import find_figures, shown_unit
from generator.notation.date import find_dates
from generator.notation.number import DIGITS, EXACT, fold_width, format_number, read_digits
from generator.notation.percent import format_percent, ratio_percent
from generator.notation.unit import MONEY_UNITS, convert, find_unit

PERCENT = "%"

_PERCENT = re.compile(rf"(?<![\d.,])(?P<sign>[△▲]\s?)?(?P<digits>{DIGITS})\s?%(?!p)")
# A number without a unit is a figure only where its commas or its size say so: 1,492,566 but not 제3호 or 5월.
_GROUPED = re.compile(r"(?<![\d.,])(?P<sign>[△▲]\s?)?(?P<digits>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)(?!\d|,\d)")
_PARTICLE = re.compile("[은는이가을를과와]|으?로")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a text: its value in `unit`, and the place of figure and unit."""

    value: Decimal
    unit: str
    start: int
    end: int


def figure_change(
    label: str, old: Decimal, new: Decimal, unit: str, texts: tuple[str, str] = ("", ""), *, derived: bool = False
) -> FigureChange:
    """Make the change of one figure; `texts` are the figures as printed, by default as this project prints them."""
    difference = EXACT.subtract(new, old)
    is_rate = unit == PERCENT
    shown = _signed(format_number(abs(difference)), difference) + ("%p" if is_rate else "")
    percent = None if is_rate or old <= 0 or new < 0 else ratio_percent(difference, old)
    return FigureChange(
        label,
        old,
        new,
        unit,
        texts[0] or format_number(old),
        texts[1] or format_number(new),
        shown,
        "" if not percent else _signed(format_percent(abs(percent)), difference),
        derived,
    )


def changed_figures(label: str, old: str, new: str, runs: Sequence[Run], unit: str = "") -> tuple[FigureChange, ...]:
    """Give the figures of a line that took the place of others which count the same.

    `unit` is that of bare numbers, as in a cell of a table. Figures are paired where as many were struck out as were
    put in, and where nothing else changed there or the word before them is the same.
    """
    ones, others = figures_in(old, unit), figures_in(new, unit)
    made: list[tuple[Found, Found]] = []
    for struck, put in _replaced(runs):
        before = [figure for figure in ones if struck[0] < figure.end and figure.start < struck[1]]
        after = [figure for figure in others if put[0] < figure.end and figure.start < put[1]]
        if len(before) != len(after):
            continue
        alike = _skeleton(old[slice(*struck)]) == _skeleton(new[slice(*put)])
        for one, other in zip(before, after, strict=True):
            pair = _comparable(one, other)
            if pair and (alike or _label(old, one, "") == _label(new, other, "") != ""):
                made.append(pair)
    return tuple(
        figure_change(
            _label(new, after, label),
            before.value,
            after.value,
            after.unit,
            (old[before.start : before.end], new[after.start : after.end]),
        )
        for before, after in made
        if before.value != after.value
    )


def figures_in(text: str, unit: str = "") -> tuple[Found, ...]:
    """Find the figures of a text: money, counted things, percentages, and numbers with grouped digits, which count in
    the unit of the money before them, or else in `unit`."""
    plain = fold_width(text)
    if not any(character.isdigit() for character in plain):
        return ()
    found = [*_with_unit(plain), *_percentages(plain)]
    taken = [(figure.start, figure.end) for figure in found]
    taken += [(start, end) for start, end, _ in find_dates(plain)]
    for match in _GROUPED.finditer(plain):
        value = _value(match)
        if value is not None and not any(start < match.end() and match.start() < end for start, end in taken):
            before = [f for f in found if f.end <= match.start() and find_unit(f.unit)]
            found.append(Found(value, before[-1].unit if before else unit, match.start(), match.end()))
    return tuple(sorted(found, key=lambda figure: figure.start))


def money_unit(unit: str) -> str:
    """Give the one unit that `단위: 천원` names; empty where it names several or none."""
    names = [part.strip() for part in unit.partition(":")[2].split(",")] if ":" in unit else [unit.strip()]
    return names[0] if len(names) == 1 else ""


def _with_unit(plain: str) -> Iterator[Found]:
    for figure in find_figures(plain):
        unit, worth = shown_unit(figure)
        yield Found(EXACT.divide(figure.value, worth), unit, figure.start, figure.end)


def _percentages(plain: str) -> Iterator[Found]:
    for match in _PERCENT.finditer(plain):
        if (value := _value(match)) is not None:
            yield Found(value, PERCENT, match.start(), match.end())


def _value(match: re.Match[str]) -> Decimal | None:
    value = read_digits(match["digits"].rstrip(","))
    return EXACT.minus(value) if value and match["sign"] else value


def _replaced(runs: Sequence[Run]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Give the places, in the old and in the new text, of stretches that took each other's place."""
    i = k = 0
    before: tuple[int, int] | None = None
    for run in runs:
        size = len(run.text)
        if run.kind is RunKind.DEL:
            before = (i, i + size)
        elif run.kind is RunKind.INS and before is not None:
            yield before, (k, k + size)
        else:
            before = None
        i += size if run.kind is not RunKind.INS else 0
        k += size if run.kind is not RunKind.DEL else 0


def _skeleton(text: str) -> str:
    """Give what a text says beside its figures; a particle that follows the sound of a figure is left out too."""
    return "".join(token for token in tokens(text) if token.isalpha() and not _PARTICLE.fullmatch(token))


def _comparable(old: Found, new: Found) -> tuple[Found, Found] | None:
    if old.unit == new.unit:
        return old, new
    if find_unit(old.unit, MONEY_UNITS) and find_unit(new.unit, MONEY_UNITS):
        return Found(convert(old.value, old.unit, new.unit), new.unit, old.start, old.end), new
    return None


# `구인기업 발굴: 10개사` is named by the whole phrase, `상반기 185명` by the word, `노동교육(22회, 59명)` by what
# stands before the bracket.
_NAME_BEFORE = re.compile(
    r"(?:^|[(,/])\s*(?P<phrase>[^(,/:]{1,40}?)\s*:\s*(?:총|약)?\s*$"
    r"|(?:^|[\s(,/·:])(?P<word>[가-힣A-Za-z][가-힣A-Za-z·]*)\s*$"
)
_NAME_OF_BRACKET = re.compile(r"(?:^|[),/:])\s*(?P<phrase>[^(),/:]{1,40}?)\s*\([^()]*$")
# A noun with one of these is no name (`3억원 이하 지원에서 …`); the other particles also end nouns (`전문가`, `별도`).
_NAMES_NOTHING = frozenset(
    ("은", "는", "을", "를", "에", "에서", "으로", "부터", "까지", "이하", "이상", "하여", "및", "등")
)


def _label(text: str, figure: Found, label: str) -> str:
    """Name a figure by its line's label and by what stands right before it: `목표인원(상반기)`."""
    name = _name_before(text[: figure.start])
    if not label or not name or name == label:
        return label or name
    return f"{label}({name})"


def _name_before(text: str) -> str:
    found = _NAME_BEFORE.search(text) or _NAME_OF_BRACKET.search(text)
    name = next(filter(None, found.groupdict().values()), "") if found else ""
    return "" if name and tokens(name)[-1] in _NAMES_NOTHING else name


def _signed(text: str, difference: Decimal) -> str:
    return ("+" if difference > 0 else "△" if difference < 0 else "") + text
