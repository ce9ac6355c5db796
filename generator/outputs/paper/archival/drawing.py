"""Drawing pages that are laid out: from what WeasyPrint writes to pages that wait to be bound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf

from generator.outputs.paper.archival.drawn import Bookmark, Drawn, FontUse, Spot
from generator.outputs.paper.archival.links import number_places, settle_links
from generator.outputs.paper.archival.nodes import Node
from generator.outputs.paper.archival.pictures import settle_pictures
from generator.outputs.paper.archival.recording import Recording
from generator.outputs.paper.archival.tree import Tagged, build_tree
from generator.outputs.paper.fonts import FAMILIES, own_files

_POINTS = 0.75
"""Points in a pixel of CSS."""

_BUILT_ANEW = ("/StructTreeRoot", "/Names", "/Outlines", "/Metadata")


def draw(laid_out: Any, steps: Mapping[str, int], scale: float = 1.0) -> Drawn:
    """Draw a stretch of pages `scale` times as large as it is laid out; the same pages give the same bytes."""
    fonts = laid_out.fonts = _KeptBack()
    tree, data = _painted(laid_out, scale)
    return Drawn(
        data=data,
        page_count=len(laid_out.pages),
        places=_places(laid_out, scale),
        bookmarks=tuple(_bookmarks(laid_out, scale)),
        fonts=tuple(_use(font, file) for font, file in fonts.own()),
        tree=tree,
        steps=steps,
        warnings=_alien_fonts(laid_out),
    )


class _KeptBack(dict[Any, Any]):
    """The fonts of a document, of which WeasyPrint gets to see only those that it must put into the file itself: faces
    that are not ours, and ours where they lack a glyph, for whose place it makes up numbers."""

    def values(self) -> Any:
        own = [font for font, _ in self.own()]
        return [font for font in super().values() if font not in own]

    def own(self) -> Iterator[tuple[Any, str]]:
        """Give each font that is one of our faces, with the name of its file."""
        for font in super().values():
            file = own_files().get(font.file_content)
            if file is not None and not font.missing:
                yield font, file


def _painted(laid_out: Any, scale: float) -> tuple[Node, bytes]:
    recording = Recording(laid_out, scale)
    tagged: list[Tagged] = []

    def finish(_laid_out: Any, _pdf: Any) -> None:
        tagged.append(build_tree(recording.root, list(recording.pieces()), recording.links()))
        recording.decorate(tagged[0].artefacts)
        recording.spell()

    # The identifier of the bound file is made of its content; WeasyPrint's would be random.
    printed = laid_out.write_pdf(
        zoom=scale, finisher=finish, pdf_tags=True, pdf_version="1.7", pdf_identifier=b"0" * 16
    )
    root = tagged[0].root
    with pikepdf.open(BytesIO(printed)) as pdf:
        settle_links(pdf, root)
        number_places(pdf, root)
        settle_pictures(pdf)
        for key in _BUILT_ANEW:
            if key in pdf.Root:
                del pdf.Root[key]
        drawn = BytesIO()
        pdf.save(drawn, static_id=True)
    return root, drawn.getvalue()


def _use(font: Any, file: str) -> FontUse:
    return FontUse(
        name=font.hash,
        base=font.name.decode()[1:],
        family=font.family,
        file=file,
        flags=font.flags,
        ascent=font.ascent,
        descent=font.descent,
        stem=font.stemv,
        widths=dict(font.widths),
        letters=dict(font.to_unicode),
    )


def _places(laid_out: Any, scale: float) -> dict[str, Spot]:
    """A division that goes on over pages has a place on each; it begins at the first."""
    found: dict[str, Spot] = {}
    for index, page in enumerate(laid_out.pages):
        for name, (x, y, *_) in page.anchors.items():
            found.setdefault(name, _spot(page, index, x, y, scale))
    return found


def _bookmarks(laid_out: Any, scale: float) -> Iterator[Bookmark]:
    for index, page in enumerate(laid_out.pages):
        for level, label, (x, y), _state in page.bookmarks:
            yield Bookmark(level, label, _spot(page, index, x, y, scale))


def _spot(page: Any, index: int, x: float, y: float, scale: float) -> Spot:
    return Spot(index, round(x * _POINTS * scale, 3), round((page.height - y) * _POINTS * scale, 3))


def _alien_fonts(laid_out: Any) -> tuple[str, ...]:
    """Name the families that stand in the PDF beside ours; the machine's font settings can bring them in."""
    families = {str(font.family) for _, font in laid_out.fonts.items()}
    return tuple(f"지정하지 않은 글꼴이 쓰였습니다: {family}" for family in sorted(families - FAMILIES))
