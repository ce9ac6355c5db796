"""A stretch of pages as it is drawn and kept: the pages, their tags, and what leads to them.

The pages' own faces are not in it. A face holds the glyphs of a whole report, so it is put in when the stretches are
bound; here stands which glyphs the pages use.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.outputs.paper.archival.nodes import Mark, Node, Place


@dataclass(frozen=True, slots=True)
class FontUse:
    """Which glyphs of a face the pages show. `name` is what the pages call it, `base` its name in the file (ISO 32000-1
    9.6.4), `file` the face's file; `ascent` and `descent` are in thousandths of an em, as are `widths` by glyph;
    `letters` is the text of each glyph."""

    name: str
    base: str
    family: str
    file: str
    flags: int
    ascent: int
    descent: int
    stem: int
    widths: Mapping[int, int]
    letters: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page that is led to: the page from 0, and points from its lower left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark of a level, 1 being the outermost."""

    level: int
    label: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Drawn:
    """Drawn pages: a PDF without our faces, where divisions begin by their ids, bookmarks, the use of faces, the tree
    of tags, the step of each division that is set as one, and warnings in Korean."""

    data: bytes
    page_count: int
    places: Mapping[str, Spot]
    bookmarks: tuple[Bookmark, ...]
    fonts: tuple[FontUse, ...]
    tree: Node
    steps: Mapping[str, int]
    warnings: tuple[str, ...]


def pack_drawn(drawn: Drawn) -> bytes:
    """Give drawn pages as bytes: a line of JSON, then the PDF."""
    head = {
        "page_count": drawn.page_count,
        "places": {name: asdict(spot) for name, spot in drawn.places.items()},
        "bookmarks": [asdict(bookmark) for bookmark in drawn.bookmarks],
        "fonts": [asdict(use) for use in drawn.fonts],
        "tree": _packed(drawn.tree),
        "steps": dict(drawn.steps),
        "warnings": list(drawn.warnings),
    }
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + drawn.data


def unpack_drawn(data: bytes) -> Drawn:
    """Give back what `pack_drawn` made; raises ValueError for anything else."""
    head, _, pages = data.partition(b"\n")
    read = json.loads(head)
    return Drawn(
        data=pages,
        page_count=read["page_count"],
        places={name: Spot(**spot) for name, spot in read["places"].items()},
        bookmarks=tuple(Bookmark(it["level"], it["label"], Spot(**it["spot"])) for it in read["bookmarks"]),
        fonts=tuple(_font_use(use) for use in read["fonts"]),
        tree=_unpacked(read["tree"]),
        steps=read["steps"],
        warnings=tuple(read["warnings"]),
    )


def _font_use(read: dict[str, Any]) -> FontUse:
    # JSON has no numbers as names.
    widths = {int(glyph): width for glyph, width in read.pop("widths").items()}
    letters = {int(glyph): text for glyph, text in read.pop("letters").items()}
    return FontUse(**read, widths=widths, letters=letters)


def _packed(node: Node) -> list[Any]:
    said = (node.role, node.division, node.owner, node.attributes, node.name, node.alternative, node.title)
    return [*said, [_packed_kid(kid) for kid in node.kids]]


def _packed_kid(kid: Node | Mark | Place) -> list[Any]:
    if isinstance(kid, Node):
        return _packed(kid)
    return [kid.page, kid.number, isinstance(kid, Place)]


def _unpacked(read: list[Any]) -> Node:
    role, division, owner, attributes, name, alternative, title, kids = read
    return Node(
        role,
        division=division,
        kids=[_unpacked_kid(kid) for kid in kids],
        owner=owner,
        attributes=attributes,
        name=name,
        alternative=alternative,
        title=title,
    )


def _unpacked_kid(read: list[Any]) -> Node | Mark | Place:
    if isinstance(read[0], str):
        return _unpacked(read)
    page, number, is_place = read
    return Place(page, number) if is_place else Mark(page, number)
