"""What WeasyPrint marks while it draws: which piece of which page shows which element.

Its boxes and streams have no public face. All that tagging reads of them, and changes in them, is here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import pydyf

_FOOTER = {"Type": "/Pagination", "Subtype": "/Footer"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A marked piece: the element that it shows, the part of it (`li::marker`; the element's own name otherwise), its
    text, its number on the page. `printed_again` is a table head on a later page; `margin` a piece outside of the text;
    `extent` the place of a picture as the PDF measures it: left, bottom, right, top in points."""

    page: int
    number: int
    element: Any
    part: str
    text: str
    printed_again: bool
    margin: bool
    extent: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A link on a page: its element and the number of its annotation's object."""

    page: int
    number: int
    element: Any


class Recording:
    """Listens to the pages while they are painted. Made before the PDF is written, read afterwards or while WeasyPrint
    finishes it."""

    def __init__(self, laid_out: Any, scale: float = 1.0) -> None:
        """Listen to the pages of a document that is laid out and will be drawn `scale` times as large."""
        self.laid_out = laid_out
        self._scale = scale
        self._streams: list[Any] = []
        self._marks: list[dict[Any, Any]] = []
        for page in laid_out.pages:
            self._listen(page)

    def _listen(self, page: Any) -> None:
        paint = page.paint

        def painting(stream: Any, scale: float = 1) -> None:
            paint(stream, scale)
            self._streams.append(stream)
            self._marks.append({box: mark["mcid"] for box, mark in stream._tags.items()})

        page.paint = painting

    @property
    def root(self) -> Any:
        """The HTML element of the document."""
        return self.laid_out.pages[0]._page_box.children[0].element

    def pieces(self) -> Iterator[Piece]:
        """Give the marked pieces, page by page, on each page in the order of the text: the notes after it, then the
        margins."""
        head_pages: dict[Any, int] = {}
        for index, page in enumerate(self.laid_out.pages):
            marks = self._marks[index]
            for box, group, margin in _boxes(page._page_box):
                if box not in marks:
                    continue
                again = group is not None and head_pages.setdefault(group, index) != index
                element = self.root if box.element is None else box.element
                text, extent = getattr(box, "text", ""), _extent(box, page, self._scale)
                yield Piece(index, marks[box], element, str(box.element_tag), text, again, margin, extent)

    def links(self) -> Iterator[LinkPlace]:
        """Give the links that have a place on a page. To be asked once the PDF is made."""
        for index, page in enumerate(self.laid_out.pages):
            for kind, _, _, box in page.links:
                if kind in ("internal", "external") and box.link_annotation:
                    yield LinkPlace(index, box.link_annotation.number, box.element)

    def spell(self) -> None:
        """Say the text of what is set with wide spaces between its letters (ISO 32000-1 14.9.4): a reader of the page
        would take each letter for a word. To be called before the PDF is written out."""
        for marks, stream in zip(self._marks, self._streams, strict=True):
            spaced = {number: box.text for box, number in marks.items() if _is_spaced(box)}
            for item in stream.stream:
                if isinstance(item, pydyf.Dictionary) and item.get("MCID") in spaced:
                    item["ActualText"] = pydyf.String(spaced[item["MCID"]].replace("\N{WORD JOINER}", ""))

    def decorate(self, pieces: Collection[tuple[int, int]]) -> None:
        """Turn marked pieces, given by page and number, into artefacts (ISO 32000-1 14.8.2.2). To be called before the
        PDF is written out."""
        for index, stream in enumerate(self._streams):
            items = stream.stream
            for at, item in enumerate(items):
                if isinstance(item, pydyf.Dictionary) and (index, item.get("MCID")) in pieces:
                    items[at - 1], items[at] = "/Artifact", pydyf.Dictionary(_FOOTER)


def _boxes(page_box: Any) -> Iterator[tuple[Any, Any, bool]]:
    """Give all boxes in the order of the text, each with the table head around it and whether a margin holds it."""

    def walk(box: Any, head: Any, margin: bool) -> Iterator[tuple[Any, Any, bool]]:
        box = getattr(box, "_box", box)  # what is placed out of the flow stands behind a placeholder
        if box.element is not None and box.element_tag == "thead":
            head = box.element
        yield box, head, margin
        for child in getattr(box, "children", ()):
            yield from walk(child, head, margin or type(child).__name__ == "MarginBox")

    return walk(page_box, None, False)


def _is_spaced(box: Any) -> bool:
    spacing = box.style["letter_spacing"] if hasattr(box, "text") else 0
    return spacing not in ("normal", 0)


def _extent(box: Any, page: Any, scale: float) -> tuple[float, ...]:
    if hasattr(box, "text"):
        return ()
    left, top = box.content_box_x(), box.content_box_y()
    points = (left, page.height - top - box.height, left + box.width, page.height - top)
    return tuple(round(float(value) * 0.75 * scale, 2) for value in points)
