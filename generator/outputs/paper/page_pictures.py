"""Pictures of the pages of two editions of a PDF, side by side where they differ."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 60
_FOOT = 0.06
"""The part of a page's height at its foot that holds the page number, which says nothing of the page's content."""
_COLOURS = 16


@dataclass(frozen=True, slots=True)
class PagePair:
    """A page that changed: its number, counted from 1, and its picture as PNG in each edition; 0 and empty in the
    edition that lacks it."""

    old_number: int
    new_number: int
    old: bytes
    new: bytes


def changed_pages(old: bytes, new: bytes) -> tuple[PagePair, ...]:
    """Give the pages whose picture differs between two PDFs, in order. Pages that only moved are not among them."""
    before, after = list(_pictures(old)), list(_pictures(new))
    matcher = SequenceMatcher(None, [_digest(p) for p in before], [_digest(p) for p in after], autojunk=False)
    return tuple(
        pair
        for tag, low, high, start, end in matcher.get_opcodes()
        if tag != "equal"
        for pair in _paired(before, range(low, high), after, range(start, end))
    )


def _paired(before: Sequence[Image.Image], old: range, after: Sequence[Image.Image], new: range) -> Iterator[PagePair]:
    for place in range(max(len(old), len(new))):
        left = old[place] if place < len(old) else None
        right = new[place] if place < len(new) else None
        yield PagePair(
            0 if left is None else left + 1,
            0 if right is None else right + 1,
            b"" if left is None else _png(before[left]),
            b"" if right is None else _png(after[right]),
        )


def _pictures(data: bytes) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            picture = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB")
            page.close()
            yield picture


def _digest(picture: Image.Image) -> str:
    width, height = picture.size
    return hashlib.sha256(picture.crop((0, 0, width, round(height * (1 - _FOOT)))).tobytes()).hexdigest()


def _png(picture: Image.Image) -> bytes:
    held = io.BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()
