"""What leads into a document: bookmarks (ISO 32000-1 12.3.3) and named places (12.3.2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from generator.outputs.paper.archival.drawn import Bookmark, Spot


def write_outline(pdf: pikepdf.Pdf, bookmarks: Iterable[Bookmark]) -> None:
    """Write bookmarks in their order, each below the last one of a lower level."""
    with pdf.open_outline() as outline:
        above: list[tuple[int, list[OutlineItem]]] = [(0, outline.root)]
        for bookmark in bookmarks:
            while above[-1][0] >= bookmark.level:
                above.pop()
            spot = bookmark.spot
            item = OutlineItem(bookmark.label, spot.page, "XYZ", left=spot.x, top=spot.y, zoom=0)
            above[-1][1].append(item)
            above.append((bookmark.level, item.children))


def write_places(pdf: pikepdf.Pdf, places: Mapping[str, Spot]) -> None:
    """Write the places that links lead to, by the ids of the divisions that begin there."""
    names = Array()
    # A name tree is ordered by the bytes of its names as they are written (ISO 32000-1 7.9.6).
    for name, spot in sorted(places.items(), key=lambda it: bytes(String(it[0]))):
        names.append(String(name))
        names.append(Array([pdf.pages[spot.page].obj, Name.XYZ, spot.x, spot.y, 0]))
    if names:
        if "/Names" not in pdf.Root:
            pdf.Root.Names = Dictionary()
        pdf.Root.Names.Dests = pdf.make_indirect(Dictionary(Names=names))
