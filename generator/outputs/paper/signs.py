"""A small typeface of the signs that Korean reports use and the Nanum families lack: ▸ ➀ ☑ ․ ▪ and their kin.

Most are copies of a Nanum glyph, some scaled; ticks are drawn here. The characters themselves stay in the text, so
that copying and searching give back what the author wrote. The Open Font License reserves the name Nanum (its section
3), therefore the face has a name of its own.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.misc.transform import Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from generator.outputs.paper.subsetting import characters_of, cut_to_characters, face_of

SIGNS_FAMILY = "ReportSigns"


@dataclass(frozen=True, slots=True)
class Sign:
    """How a character is made: from the glyph of `base`, scaled about the middle, with a tick over it if asked."""

    base: str
    scale: float = 1.0
    ticked: bool = False


_SMALL = 0.55

_LIKENESSES: dict[str, Sign] = {
    **{c: Sign("·") for c in "․‧∙⋅・･"},
    **{chr(0x2780 + n): Sign(chr(0x2460 + n)) for n in range(10)},
    **{chr(0x278A + n): Sign(chr(0x2776 + n)) for n in range(10)},
    **{c: Sign("▶", _SMALL) for c in "▸‣"},
    **{c: Sign("▷", _SMALL) for c in "▹"},
    **{c: Sign("◀", _SMALL) for c in "◂"},
    **{c: Sign("▲", _SMALL) for c in "▴"},
    **{c: Sign("▼", _SMALL) for c in "▾"},
    **{c: Sign("■", _SMALL) for c in "▪◾￭⬝"},
    **{c: Sign("□", _SMALL) for c in "▫◽"},
    **{c: Sign("●", _SMALL) for c in "⦁"},
    **{c: Sign("○", _SMALL) for c in "◦∘￮⚬"},
    **{c: Sign("○") for c in "❍⭕◯"},
    **{c: Sign("□") for c in "☐❏❑❒⬜▢"},
    **{c: Sign("■") for c in "◼⬛"},
    **{c: Sign("◆") for c in "❖"},
    **{c: Sign("★") for c in "✭✮⭐"},
    **{c: Sign("※") for c in "✻✽"},
    **{c: Sign("→") for c in "⟶➔➙➝➞➜"},
    **{c: Sign("⇒") for c in "⟹➡⇨"},
    **{c: Sign("▶") for c in "➢➤➣"},
    **{c: Sign("□", ticked=True) for c in "☑✅"},
    **{c: Sign("", ticked=True) for c in "✓✔"},
    **{c: Sign("×") for c in "✕✖❌╳"},
    **{c: Sign("-") for c in "‐‑⁃﹣"},
    **{c: Sign("–") for c in "‒−"},
    **{c: Sign("～") for c in "〜∼"},
    "ￚ": Sign("ㅡ"),
    "☒": Sign("▣"),
}

# A tick in a square of 1000 units, as one outline.
_TICK = ((180, 520), (280, 600), (420, 420), (760, 880), (850, 810), (430, 240))


def build_signs(source: Path, present: Collection[int]) -> bytes:
    """Make the face, as TrueType, out of a Nanum face, with the signs whose characters are not `present` elsewhere."""
    face = face_of(source)
    there = characters_of(face)
    wanted = {
        ord(c): sign
        for c, sign in _LIKENESSES.items()
        if ord(c) not in present and (not sign.base or ord(sign.base) in there)
    }
    bases = {ord(sign.base) for sign in wanted.values() if sign.base} | {ord(" ")}
    made = BytesIO()
    with TTFont(BytesIO(cut_to_characters(face, bases)), recalcTimestamp=False) as font:
        _draw(font, wanted)
        _rename(font)
        font.save(made, reorderTables=False)
    return made.getvalue()


def _draw(font: TTFont, wanted: dict[int, Sign]) -> None:
    """Replace the cmap by the wanted characters, each with a glyph of its own."""
    units = font["head"].unitsPerEm
    cmap, glyphs, widths = font.getBestCmap(), font.getGlyphSet(), font["hmtx"]
    drawn = {}
    for code, sign in sorted(wanted.items()):
        base = cmap.get(ord(sign.base)) if sign.base else None
        advance = widths[base][0] if base else units
        drawn[code] = (_outline(glyphs, base, sign, advance, units), advance)
    order = font.getGlyphOrder()
    for code, (glyph, advance) in drawn.items():
        name = f"uni{code:04X}"
        font["glyf"].glyphs[name] = glyph
        order = [*order, name]
        glyph.recalcBounds(font["glyf"])
        widths[name] = (advance, getattr(glyph, "xMin", 0))
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for table in font["cmap"].tables:
        table.cmap = {code: f"uni{code:04X}" for code in drawn} if table.isUnicode() else {}


def _outline(glyphs: Any, base: str | None, sign: Sign, advance: int, units: int) -> Any:
    pen = TTGlyphPen(None)
    if base:
        middle = (advance / 2, units * 0.36)
        place = Transform().translate(*middle).scale(sign.scale).translate(-middle[0], -middle[1])
        glyphs[base].draw(TransformPen(pen, place))
    if sign.ticked:
        points = [(x * units / 1000, (y - 130) * units / 1000) for x, y in _TICK]
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def _rename(font: TTFont) -> None:
    names = font["name"]
    names.names = []
    for identifier, text in ((1, SIGNS_FAMILY), (2, "Regular"), (4, SIGNS_FAMILY), (6, SIGNS_FAMILY)):
        names.setName(text, identifier, 3, 1, 0x409)
