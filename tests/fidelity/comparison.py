"""Compares a published report, as text extracted from its HWP file, with the text of the PDF that we print of it.

    source lines  ->  found in the PDF's text, each in a place of its own
    numbers       ->  at least as often as in the source
    bullets       ->  before the same words
    bookmarks     ->  in the PDF's outline

Each line has to have a place of its own in the text: a stretch that one line was found in is taken, and no other line
may claim it. So a word that was dropped is missed even where the same word stands elsewhere. A line that no stretch
holds as a whole (a row of team names above an organisation chart, a caption that floats to the right) is looked for as
runs of its words, and every word of it has to be in one, all of them about a page from each other. What we print more
often than the source does (a table's head again on its next page) is the only text that may stand in for a lost word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.fidelity.reading import (
    LEADING_MARK,
    MARKS,
    TAKEN,
    Departure,
    Line,
    PdfText,
    inner_pages,
    read_source,
    squeeze,
    squeeze_flow,
)

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SHORT = 4
_NEAR = 1200  # about a page


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A line of which `words` are not in the PDF."""

    line: Line
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"line {self.line.number} '{self.line.text}': not found: {', '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Shortage:
    """Something that the source has more often than the PDF."""

    what: str
    source_count: int
    pdf_count: int

    def __str__(self) -> str:
        return f"'{self.what}': {self.source_count} in the source, {self.pdf_count} in the PDF"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the PDF lacks. `unused` are departures that excuse nothing: the line is found as it is, or is not there."""

    lines: tuple[MissingLine, ...] = ()
    numbers: tuple[Shortage, ...] = ()
    marks: tuple[Shortage, ...] = ()
    bookmarks: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def compare(source: str, pdf: PdfText, departures: tuple[Departure, ...] = ()) -> Comparison:
    """Find what the source has and the PDF lacks, with the lines that we print otherwise replaced."""
    published, bookmarks = read_source(source)
    lines, unused = _depart(published, departures, pdf)
    return Comparison(
        lines=find_missing(lines, pdf.flow),
        numbers=find_scarce_numbers(lines, pdf),
        marks=find_lost_marks(lines, pdf.layout),
        bookmarks=tuple(title for title in bookmarks if squeeze(title) not in map(squeeze, pdf.outline)),
        unused=unused,
    )


def find_missing(lines: list[Line], flow: str) -> tuple[MissingLine, ...]:
    """Give the lines that have no place of their own in the PDF, in the order of the source.

    Whole lines choose first and long ones before short ones; then lines in runs; last the shortest (`계`, `시`), which
    would otherwise sit down inside any word. Of several places a line takes the one nearest to its neighbours.
    """
    in_turn = sorted(lines, key=lambda line: -len(squeeze(_bare(line))))
    stream = squeeze_flow(flow)
    placed: dict[int, int] = {}
    broken = []
    for line in in_turn:
        whole = squeeze(_bare(line))
        places = _places(stream, whole) if len(whole) >= _SHORT else []
        if places:
            place = min(places, key=_distance_from(_expected(placed, line)))
            placed[line.number] = place
            stream = _blank(stream, place, len(whole))
        else:
            broken.append(line)
    missing = []
    for line in broken:
        stream, words = _take_runs(stream, _bare(line).split(), _expected(placed, line))
        if words:
            missing.append(MissingLine(line, words))
    return tuple(sorted(missing, key=lambda item: item.line.number))


def _bare(line: Line) -> str:
    return LEADING_MARK.sub("", line.text)


def _expected(placed: dict[int, int], line: Line) -> int:
    """Give the place of the nearest line of the source that has one."""
    return placed[min(placed, key=_distance_from(line.number))] if placed else 0


def _distance_from(middle: int) -> Callable[[int], int]:
    return lambda place: abs(place - middle)


def find_scarce_numbers(lines: list[Line], pdf: PdfText) -> tuple[Shortage, ...]:
    """Give the numbers that the source has more often than the PDF, whichever of its two texts has more of them."""
    wanted = Counter(number for line in lines for number in _NUMBER.findall(line.text))
    flow, layout = (Counter(_NUMBER.findall("\n".join(inner_pages(text)))) for text in (pdf.flow, pdf.layout))
    printed = flow | layout
    return tuple(Shortage(n, count, printed[n]) for n, count in wanted.items() if printed[n] < count)


def find_lost_marks(lines: list[Line], layout: str) -> tuple[Shortage, ...]:
    """Give the bullets that stand before fewer lines than in the source."""
    wanted = Counter(mark for line in lines if (mark := _mark_of(line)))
    text = squeeze(layout)
    return tuple(
        Shortage(f"{family[0]} {start}", count, printed)
        for (family, start), count in wanted.items()
        if (printed := sum(text.count(mark + start) for mark in family)) < count
    )


def _mark_of(line: Line) -> tuple[str, str] | None:
    """Give the bullets that may stand before a line, and two letters that tell which line is meant.

    A line may break anywhere after them.
    """
    found = LEADING_MARK.match(line.text)
    return (MARKS[found[1]], squeeze(line.text[found.end() :])[:2]) if found else None


def _depart(lines: list[Line], departures: tuple[Departure, ...], pdf: PdfText) -> tuple[list[Line], tuple[str, ...]]:
    """Replace the lines that are printed otherwise, those only that the PDF lacks as they are."""
    lost = {item.what for item in find_lost_marks(lines, pdf.layout)}
    lacking = [item.line for item in find_missing(lines, pdf.flow)]
    lacking += [line for line in lines if (mark := _mark_of(line)) and f"{mark[0][0]} {mark[1]}" in lost]
    lines, unused = list(lines), []
    for departure in departures:
        if not departure.line:
            lines.append(Line(0, departure.instead))
            continue
        line = next((line for line in lacking if line.text == departure.line and line in lines), None)
        if line is None:
            unused.append(departure.line)
            continue
        place = lines.index(line)
        lines[place : place + 1] = [replace(line, text=departure.instead)] if departure.instead else []
    return lines, tuple(unused)


def _take_runs(stream: str, words: list[str], expected: int) -> tuple[str, tuple[str, ...]]:
    """Take a line out of the stream in runs of its words; give what is left of it, and the words that have no place.

    The longest run tells where the line is; the others have to be near it.
    """
    spans = [(start, end) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    spans.sort(key=lambda span: -len(_run(words, *span)))
    longest = next((span for span in spans if _run(words, *span) in stream), None)
    if longest is None:
        return stream, tuple(words)
    places = sorted(_places(stream, _run(words, *longest)), key=_distance_from(expected))
    return min((_take_around(stream, words, longest, place) for place in places), key=lambda attempt: len(attempt[1]))


def _take_around(stream: str, words: list[str], span: tuple[int, int], place: int) -> tuple[str, tuple[str, ...]]:
    start, end = span
    stream = _blank(stream, place, len(_run(words, start, end)))
    near = slice(max(0, place - _NEAR), place + _NEAR)
    stream, before = _take_near(stream, words[:start], near)
    stream, after = _take_near(stream, words[end:], near)
    return stream, (*before, *after)


def _take_near(stream: str, words: list[str], near: slice) -> tuple[str, tuple[str, ...]]:
    missing = []
    start = 0
    while start < len(words):
        ends = (end for end in range(len(words), start, -1) if _run(words, start, end) in stream[near])
        if squeeze(words[start]) in MARKS and squeeze(words[start]) in stream:
            # A bullet in a cell: those of a page come behind its text.
            stream = _blank(stream, stream.rfind(squeeze(words[start])), 1)
            end = start + 1
        elif end := next(ends, 0):
            run = _run(words, start, end)
            place = min(_places(stream[near], run), key=_distance_from(_NEAR))
            stream = _blank(stream, near.start + place, len(run))
        else:
            missing.append(words[start])
            end = start + 1
        start = end
    return stream, tuple(missing)


def _run(words: list[str], start: int, end: int) -> str:
    return squeeze("".join(words[start:end]))


def _blank(stream: str, place: int, length: int) -> str:
    return stream[:place] + TAKEN * length + stream[place + length :]


def _places(stream: str, run: str) -> list[int]:
    """Give the places of a run. `1건` is in `31건` too, but rather is the `1건` that stands alone."""
    end = r"(?!\d)" if run[-1].isdigit() else ""
    alone = re.compile(rf"(?<!\d){re.escape(run)}{end}") if run[0].isdigit() else re.compile(re.escape(run))
    found = alone.finditer(stream) if alone.search(stream) else re.finditer(re.escape(run), stream)
    return [match.start() for match in found]
