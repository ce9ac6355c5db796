"""A report as stretches of pages: the cover, and everything from one forced page start to the next.

What stands in a stretch is laid out without the others: it starts on a page of its own, and nothing of it reaches into
another but page numbers. So after an edit only the stretches that it changes are laid out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.document import Division, Document, Role
from generator.outputs.paper.tightness import Run


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is printed from one page start to the next.

    `shown` are the ids of the divisions whose headings and blocks stand here, `around` those of the divisions that hold
    them and begin elsewhere, `run` those that are set as one, in printed order. `counts` tells that page numbers of
    other stretches are named here.
    """

    shown: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    run: Run = ()
    counts: bool = False
    cover: bool = False


COVER = Stretch(cover=True)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A division that is set as one with all below it, or only the head of one (`unit` is false), and those around."""

    division: Division
    above: tuple[str, ...]
    unit: bool


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Give the report's stretches in printed order, the cover first."""
    found: list[list[_Piece]] = []
    for piece in _pieces(document.parts, ()):
        if piece.division.starts_page or not found:
            found.append([])
        found[-1].append(piece)
    return (COVER, *map(_stretch, found))


def runs(document: Document) -> tuple[Run, ...]:
    """Give the report's runs in printed order."""
    return tuple(stretch.run for stretch in stretches(document) if stretch.run)


def _stretch(pieces: list[_Piece]) -> Stretch:
    shown = frozenset(name for piece in pieces for name in _shown(piece))
    return Stretch(
        shown=shown,
        around=frozenset(name for piece in pieces for name in piece.above) - shown,
        run=tuple(piece.division.id for piece in pieces if piece.unit),
        counts=any(piece.division.contents for piece in pieces),
    )


def _shown(piece: _Piece) -> Iterator[str]:
    yield piece.division.id
    if piece.unit:
        yield from (name for child in piece.division.children for name in _shown(_Piece(child, (), True)))


def _pieces(divisions: tuple[Division, ...], above: tuple[str, ...]) -> Iterator[_Piece]:
    for division in divisions:
        unit = division.role is Role.PROGRAMME or all(child.role is Role.TOPIC for child in division.children)
        yield _Piece(division, above, unit)
        if not unit:
            yield from _pieces(division.children, (*above, division.id))
