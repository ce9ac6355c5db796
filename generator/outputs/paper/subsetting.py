"""Fonts cut down to what a text needs, by HarfBuzz: no hints, no features, nothing that tells of a clock."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

_NAMES = (0, 1, 2, 4, 6, 13, 14)
"""Who made a font, what it is called and its licence (OpenType, `name` table); a subset has to go on saying so."""

_LAYOUT = ("BASE", "GDEF", "GPOS", "GSUB", "gasp")
"""Tables that say how to set text, of no use once it is set."""


def cut_to_characters(face: uharfbuzz.Face, characters: Iterable[int]) -> bytes:
    """Give a face with only these characters, by their codes, as a font file of its kind."""
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(characters)
    return _cut(face, wanted, uharfbuzz.SubsetFlags.NO_HINTING)


def cut_to_glyphs(face: uharfbuzz.Face, glyphs: Iterable[int]) -> bytes:
    """Give a face with only these glyphs, which keep their numbers, as a font file of its kind."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    return _cut(face, wanted, uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.RETAIN_GIDS)


@cache
def face_of(place: Path) -> uharfbuzz.Face:
    """Open a font file; it stays open, since a report asks for the same few."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(place)))


def characters_of(face: uharfbuzz.Face) -> frozenset[int]:
    """Give the codes of the characters that a face has glyphs for."""
    return frozenset(face.unicodes)


def as_woff(font: bytes) -> bytes:
    """Give a font as WOFF (W3C, WOFF File Format 1.0). WOFF2 would be a quarter smaller and takes forty times as long
    to make, which for a page with five faces is longer than everything else that is made of its report."""
    made = BytesIO()
    with TTFont(BytesIO(font), recalcTimestamp=False) as opened:
        opened.flavor = "woff"
        opened.save(made, reorderTables=False)
    return made.getvalue()


def _cut(face: uharfbuzz.Face, wanted: uharfbuzz.SubsetInput, flags: uharfbuzz.SubsetFlags) -> bytes:
    wanted.flags = flags
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _LAYOUT)
    names = wanted.name_id_set
    names.clear()
    names.update(_NAMES)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)
