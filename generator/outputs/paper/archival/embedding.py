"""The faces of a report in its PDF: each file once, cut down to the glyphs of all stretches.

Composite fonts after ISO 32000-1 9.7; glyphs keep the numbers of their file, so a character code is a glyph's number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from generator.outputs.paper.archival.drawn import FontUse
from generator.outputs.paper.fonts import own_faces
from generator.outputs.paper.subsetting import cut_to_glyphs

_MOST_IN_A_BLOCK = 100
"""Entries of a CMap's block (Adobe Technical Note 5411, 1.4.1)."""

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed_faces(pdf: pikepdf.Pdf, uses: Iterable[FontUse]) -> Mapping[str, pikepdf.Object]:
    """Put the faces into a file; give the font of each name that pages call them by."""
    joined = _joined(uses)
    glyphs: defaultdict[str, set[int]] = defaultdict(set)
    for use in joined.values():
        glyphs[use.file] |= use.letters.keys() | use.widths.keys()
    files = {name: _font_file(pdf, name, found) for name, found in glyphs.items()}
    return {name: _font(pdf, use, files[use.file]) for name, use in joined.items()}


def _joined(uses: Iterable[FontUse]) -> dict[str, FontUse]:
    """Of two stretches that say otherwise of a glyph, the first is believed, as one that comes twice in a stretch."""
    joined: dict[str, FontUse] = {}
    for use in uses:
        there = joined.get(use.name, use)
        widths, letters = {**use.widths, **there.widths}, {**use.letters, **there.letters}
        joined[use.name] = replace(there, widths=widths, letters=letters)
    return joined


def _font_file(pdf: pikepdf.Pdf, name: str, glyphs: set[int]) -> pikepdf.Object:
    data = cut_to_glyphs(own_faces()[name], glyphs)
    stream = pdf.make_stream(data)
    stream.Length1 = len(data)
    return stream


def _font(pdf: pikepdf.Pdf, use: FontUse, file: pikepdf.Object) -> pikepdf.Object:
    name = Name(f"/{use.base}")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        FontFamily=String(use.family),
        Flags=use.flags,
        FontBBox=Array([0, use.descent, max(use.widths.values(), default=0), use.ascent]),
        ItalicAngle=0,
        Ascent=use.ascent,
        Descent=use.descent,
        CapHeight=use.ascent,
        StemV=use.stem,
        FontFile2=file,
    )
    within = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        W=Array(_widths(use.widths)),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(within)]),
            ToUnicode=pdf.make_stream(_to_unicode(use.letters).encode()),
        )
    )


def _widths(widths: Mapping[int, int]) -> Iterator[int | Array]:
    """Give the widths by runs of glyphs that follow each other (ISO 32000-1 9.7.4.3)."""
    run: list[int] = []
    for glyph in sorted(widths):
        run.append(widths[glyph])
        if glyph + 1 not in widths:
            yield glyph - len(run) + 1
            yield Array(run)
            run = []


def _to_unicode(letters: Mapping[int, str]) -> str:
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(letters.items())]
    blocks = (lines[start : start + _MOST_IN_A_BLOCK] for start in range(0, len(lines), _MOST_IN_A_BLOCK))
    return _TO_UNICODE.format(blocks="\n".join("\n".join(_block(block)) for block in blocks))


def _block(lines: list[str]) -> list[str]:
    return [f"{len(lines)} beginbfchar", *lines, "endbfchar"]
