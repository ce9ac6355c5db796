"""How a programme's words changed from one report to the next (신구대조)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from generator.changes.words import Run, RunKind, compare_words
from generator.document.geometry import bare_name
from generator.lifelines import LifeLine, LinePoint, Passage, Stage

LEAST_ALIKE = 0.6
"""Lines with less in common are two lines and not two wordings of one."""

_BULLET = re.compile(r"[^\w\s(（\[「『‘“\"'] ")


@dataclass(frozen=True, slots=True)
class WordingSide:
    """One report's wording. `note` says of what it is where the programme is only a part of that."""

    year: int
    stage: str
    title: str
    runs: tuple[Run, ...]
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WordingPair:
    """The wordings of one passage in two reports that follow each other: the older as it stands, in the newer the new
    words marked. `compared` tells whether both have the passage; otherwise each says what it has."""

    name: str
    older: WordingSide
    newer: WordingSide
    compared: bool = True


@dataclass(frozen=True, slots=True)
class WordingStep:
    """Everything that two neighbouring reports say of a programme."""

    heading: str
    pairs: tuple[WordingPair, ...]


def wording_steps(line: LifeLine) -> tuple[WordingStep, ...]:
    """Compare each report with the one before, the newest first. What is told of a facility's state is compared apart
    from plans and results."""
    told = [point for point in line.points if point.passages and point.stage is not Stage.STATE]
    states = [point for point in line.points if point.passages and point.stage is Stage.STATE]
    steps = [WordingStep(_heading(old, new), tuple(_pairs(old, new))) for old, new in _neighbours(told, states)]
    return tuple(step for step in steps if step.pairs)


def _neighbours(*series: Sequence[LinePoint]) -> Iterator[tuple[LinePoint, LinePoint]]:
    for points in series:
        yield from reversed(list(pairwise(points)))


def _heading(old: LinePoint, new: LinePoint) -> str:
    return f"{_named(old)} → {_named(new)}"


def _named(point: LinePoint) -> str:
    return f"{point.year}년 {point.stage.value}"


def _pairs(old: LinePoint, new: LinePoint) -> Iterator[WordingPair]:
    before = {bare_name(passage.name): passage for passage in old.passages}
    common = [passage for passage in new.passages if bare_name(passage.name) in before]
    for passage in common:
        earlier = before[bare_name(passage.name)]
        runs = tuple(_new_runs(earlier.lines, passage.lines))
        yield WordingPair(passage.name, _side(old, earlier, (_same(earlier),)), _side(new, passage, runs))
    if not common and old.passages and new.passages:
        earlier, later = old.passages[0], new.passages[0]
        name = earlier.name if earlier.name == later.name else f"{earlier.name}, {later.name}"
        older, newer = _side(old, earlier, (_same(earlier),)), _side(new, later, (_same(later),))
        yield WordingPair(name, older, newer, compared=False)


def _new_runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Mark the new words, line by line: a line that only moved is not new."""
    matches = _matches(old, new)
    for place, line in enumerate(new):
        if place:
            yield Run(RunKind.SAME, "\n")
        earlier = matches[place]
        mark, text = _parted(line)
        yield Run(RunKind.SAME, mark)
        runs = (Run(RunKind.INS, text),) if earlier is None else compare_words(_parted(earlier)[1], text)
        yield from (run for run in runs if run.kind is not RunKind.DEL)


def _parted(line: str) -> tuple[str, str]:
    """Part a line's bullet from its text: another bullet is no new word."""
    found = _BULLET.match(line)
    return (found[0], line[found.end() :]) if found else ("", line)


def _matches(old: Sequence[str], new: Sequence[str]) -> list[str | None]:
    """Find each new line's old one: the same line, that of the same name (`○ 목표인원: …`), or the most alike."""
    left = list(old)
    found: list[str | None] = [None] * len(new)
    for resembling in (_equal, _same_name, _alike):
        for place, line in enumerate(new):
            if found[place] is None and (match := next(resembling(line, left), None)) is not None:
                found[place] = match
                left.remove(match)
    return found


def _equal(new: str, left: Sequence[str]) -> Iterator[str]:
    return (old for old in left if old == new)


def _same_name(new: str, left: Sequence[str]) -> Iterator[str]:
    name, mark = _name(new)
    return (old for old in left if mark and _name(old)[0] == name)


def _name(line: str) -> tuple[str, str]:
    name, mark, _ = _parted(line)[1].partition(":")
    return "".join(name.split()), mark


def _alike(new: str, left: Sequence[str]) -> Iterator[str]:
    # The matcher works out the second text once for all that it is compared with.
    matcher = SequenceMatcher(None, "", new, autojunk=False)
    # The quick bounds spare the slow comparison for most pairs.
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    for old in left:
        matcher.set_seq1(old)
        if all(bound() >= LEAST_ALIKE for bound in bounds):
            yield old


def _side(point: LinePoint, passage: Passage, runs: tuple[Run, ...]) -> WordingSide:
    note = f"‘{point.host}’에 적힌 글" if point.host else ""
    return WordingSide(point.year, point.stage.value, point.title, runs, passage.href, note)


def _same(passage: Passage) -> Run:
    return Run(RunKind.SAME, _text(passage))


def _text(passage: Passage) -> str:
    return "\n".join(passage.lines)
