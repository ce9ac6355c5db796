"""Which characters paper can draw, and what a font is cut down to."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from generator.outputs.errors import FontsMissing, PdfUnavailable
from generator.outputs.paper import fonts
from generator.outputs.paper.signs import SIGNS_FAMILY

REPORT_SIGNS = "□○※△㎡⇒▸➀①☑☐→‘’「」ⅠⅡ․▪✓漢字％㈜·ㆍ’22"


def faces(css: str) -> dict[tuple[str, int], set[int]]:
    """Give the characters of each embedded face."""
    rule = re.compile(r'font-family: "(\w+)"; font-weight: (\d+); src: url\("data:[^,]+,([^"]+)"')
    return {
        (family, int(weight)): set(TTFont(BytesIO(base64.b64decode(data))).getBestCmap())
        for family, weight, data in rule.findall(css)
    }


def test_signs_of_reports_can_be_drawn() -> None:
    assert fonts.undrawable(REPORT_SIGNS) == ()


def test_what_cannot_be_drawn_is_named_once() -> None:
    assert fonts.undrawable("가☃나々☃\u2060\u00a0\n") == ("☃", "々")


def test_signs_are_only_what_other_faces_lack() -> None:
    signs = set(TTFont(BytesIO(fonts.signs_font())).getBestCmap())
    assert {ord(c) for c in "▸➀☑․▪✓"} <= signs
    assert not signs & {ord(c) for c in "□○①가A"}


def test_a_sign_has_an_outline_of_its_own() -> None:
    font = TTFont(BytesIO(fonts.signs_font()))
    glyphs, cmap = font["glyf"], font.getBestCmap()
    outlines = {c: glyphs[cmap[ord(c)]].numberOfContours for c in "▸➀☑․▪✓☐"}
    assert all(outlines.values())
    assert outlines["☑"] == outlines["☐"] + outlines["✓"]


def test_embedded_faces_hold_the_text_and_no_more() -> None:
    embedded = faces(fonts.embedded_fonts("가나다abc", "가"))
    assert embedded["NanumMyeongjo", 400] == {ord(c) for c in "가나다abc"}
    assert embedded["NanumSquare", 700] == {ord("가")}
    assert (SIGNS_FAMILY, 400) in embedded


def test_embedding_is_repeatable() -> None:
    first = fonts.embedded_fonts("가나다", "가")
    fonts._cut_down.cache_clear()
    fonts.signs_font.cache_clear()
    assert fonts.embedded_fonts("가나다", "가") == first


def test_missing_fonts_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_faces", dict)
    with pytest.raises(FontsMissing, match="fonts-nanum") as raised:
        fonts.require_faces()
    assert isinstance(raised.value, PdfUnavailable)
    assert "NanumMyeongjo.ttf" in str(raised.value)
