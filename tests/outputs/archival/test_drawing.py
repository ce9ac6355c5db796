"""Drawn stretches: what is kept of them, and what binding makes of them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
import uharfbuzz

from generator.outputs.paper.archival.drawn import FontUse, pack_drawn, unpack_drawn
from generator.outputs.paper.archival.embedding import embed_faces
from generator.outputs.paper.fonts import own_faces
from generator.outputs.paper.page_drawing import PageDrawer
from generator.outputs.paper.sheet import A4
from generator.outputs.paper.stretch_drawing import StretchDrawer
from generator.outputs.paper.stretches import stretches
from tests.outputs.archival.conftest import ORIGIN, picture
from tests.outputs.example import report

FILE = "NanumGothic.ttf"


def use(letters: dict[int, str], width: int) -> FontUse:
    return FontUse("A", "A+Sample", "Sample", FILE, 4, 900, -200, 80, dict.fromkeys(letters, width), letters)


@pytest.mark.parametrize("index", range(len(stretches(report()))))
def test_drawn_pages_survive_being_kept(index: int) -> None:
    drawer = StretchDrawer(report(), picture, A4, None)
    kept = pack_drawn(drawer.draw(stretches(report())[index], 1))
    again = unpack_drawn(kept)
    assert pack_drawn(again) == kept
    assert again.places.keys() >= stretches(report())[index].shown


def test_drawn_pages_hold_none_of_our_faces() -> None:
    drawn = PageDrawer(A4, None).closing(ORIGIN)
    assert drawn is not None and drawn.fonts
    with pikepdf.open(BytesIO(drawn.data)) as pdf:
        assert not [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Length1" in item]


def test_a_face_holds_the_glyphs_of_all_stretches_once() -> None:
    font = uharfbuzz.Font(own_faces()[FILE])
    first, second = (font.get_nominal_glyph(ord(letter)) for letter in "가나")
    with pikepdf.new() as pdf:
        fonts = embed_faces(pdf, [use({first: "가"}, 920), use({second: "나", first: "?"}, 930)])
        (made,) = fonts.values()
        within = made.DescendantFonts[0]
        assert [int(code) for code in within.W if not isinstance(code, pikepdf.Array)] == sorted({first, second})
        mapped = made.ToUnicode.read_bytes().decode()
        assert f"<{first:04x}> <{ord('가'):04x}>" in mapped and f"<{second:04x}> <{ord('나'):04x}>" in mapped
        embedded = uharfbuzz.Face(within.FontDescriptor.FontFile2.read_bytes())
        assert set(map(chr, embedded.unicodes)) >= {"가", "나"}
        assert len(embedded.unicodes) < 10
