"""The HTML that paper is printed from, by a browser or by our own PDF printer; both get the same templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Literal

from jinja2 import Environment

from generator.document import Division, Document, NoteRef, footnotes, plain, programmes
from generator.outputs.paper.forms import filters_of, tests_of
from generator.outputs.paper.sheet import A4, Sheet
from generator.outputs.paper.stretches import Stretch
from generator.outputs.templating import environment

Assets = Callable[[str], bytes]
"""Gives the bytes of a file of the report's folder for its relative path; raises `OSError` where there is none."""

PLACE = "place:"
"""Begins the address of a division in what the PDF printer gets. A stretch of a report holds only some of them, and the
printer would drop a link to any other; so they pass through it as addresses of this scheme."""


def print_html(
    document: Document,
    medium: Literal["browser", "pdf"],
    *,
    style: str,
    tightness: Mapping[str, int],
    pages: Mapping[str, int],
    picture_of: Callable[[str], str],
    stretch: Stretch | None = None,
    sheet: Sheet = A4,
) -> str:
    """Give the report as HTML, or a `stretch` of it, for a browser or for our printer's `sheet`.

    `tightness` holds the step of each division that is set as one; `pages` are printed page numbers, as far as they are
    known; `picture_of` gives a picture's address for its path, empty where it cannot be had.
    """
    return (
        paper_environment(medium, sheet)
        .get_template("report/report.html")
        .render(
            document=document,
            style=style,
            cover=stretch is None or stretch.cover,
            shown=None if stretch is None else stretch.shown,
            around=frozenset() if stretch is None else stretch.around,
            tightness=tightness,
            pages=pages,
            paged=medium == "pdf",
            place=PLACE if medium == "pdf" else "#",
            picture_of=picture_of,
            notes_below=_notes_below(document, tightness) if medium == "browser" else {},
            author=author_of(document),
            keywords=keywords_of(document),
            description=description_of(document),
        )
    )


def author_of(document: Document) -> str:
    """Give who reports."""
    return " ".join(filter(None, (document.institution, document.department)))


def keywords_of(document: Document) -> tuple[str, ...]:
    """Give what a report is about: who reports, its kind, its programmes."""
    titles = (plain(division.title) for division in programmes(document))
    return tuple(dict.fromkeys(filter(None, (document.institution, document.department, document.kind, *titles))))


def description_of(document: Document) -> str:
    """Say in a few words what the report is."""
    return f"{document.year}년 {document.kind}"


def read_picture(path: str, assets: Assets | None) -> bytes | None:
    """Give a picture's bytes, or None where the report's folder does not have it."""
    if assets is None:
        return None
    try:
        return assets(path)
    except OSError:
        return None


def picture_type(data: bytes) -> str:
    """Tell a picture's media type from its first bytes; empty for anything that is no picture."""
    for start, name in ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif")):
        if data.startswith(start):
            return f"image/{name}"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if b"<svg" in data[:1000] else ""


@cache
def paper_environment(medium: Literal["browser", "pdf"], sheet: Sheet = A4) -> Environment:
    """Give the templates of paper with its filters and tests; those of our printer are its sheet's."""
    made = environment(sheet.medium if medium == "pdf" else medium)
    made.filters.update(filters_of(sheet))
    made.tests.update(tests_of(sheet))
    return made


def _notes_below(document: Document, units: Mapping[str, int]) -> dict[str, tuple[NoteRef, ...]]:
    """Give the footnotes that stand below each division, where there is no page bottom to set them on.

    A note that is called again stands below the first division that calls it.
    """
    shown: set[str] = set()
    below: dict[str, tuple[NoteRef, ...]] = {}
    for division in _set_as_one(document.parts, units):
        notes = tuple(note for note in footnotes(division) if note.id not in shown)
        shown.update(note.id for note in notes)
        if notes:
            below[division.id] = notes
    return below


def _set_as_one(divisions: tuple[Division, ...], units: Mapping[str, int]) -> Iterator[Division]:
    """Give the divisions that are set as one, and what the others hold themselves, in printed order."""
    for division in divisions:
        if division.id in units:
            yield division
        else:
            yield replace(division, children=())
            yield from _set_as_one(division.children, units)
