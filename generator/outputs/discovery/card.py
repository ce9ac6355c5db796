"""The card that stands for a page where its address is passed on: a picture of 1200 × 630 points (ogp.me).

It is drawn in one ink on paper, in sixteen tones, so that it is small and quick to draw. Text is broken between words
only and set smaller until it fits. The same text gives the same bytes with the same fonts; without the fonts there is
no card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from generator.outputs.artifacts import Asset
from generator.outputs.paper.fonts import find_faces

WIDTH, HEIGHT = 1200, 630

_INK = (15, 74, 156)
_PAPER = (255, 255, 255)
_TONES = 16
_FULL, _SOFT = 255, 200
_LEFT, _RIGHT = 88, 1112
_TITLE_TOP, _TITLE_BOTTOM = 250, 512
_TITLE_SIZES = range(84, 35, -4)
_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of a card: what it belongs to, who speaks, the title, and what stands below it."""

    name: str
    issuer: str
    title: str
    foot: str


def card_assets(path: str, card: Card) -> list[Asset]:
    """Give a card as a PNG file; nothing where the fonts are not installed."""
    if len(_families()) < 2:
        return []
    return [Asset(path, draw_card(card))]


def draw_card(card: Card) -> bytes:
    """Draw a card and give it as PNG; expects the fonts."""
    plate = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(plate)
    _draw_mark(pen)
    _line(pen, card.name, (_LEFT + 88, 98), 34, _FULL)
    _line(pen, card.issuer, (_LEFT, 196), 38, _SOFT)
    _draw_title(pen, card.title)
    pen.rectangle((_LEFT, 536, _RIGHT, 538), fill=_SOFT)
    _line(pen, card.foot, (_LEFT, 574), 32, _FULL)
    return _printed(plate)


def broken(text: str, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break a text into lines between words; a word that is too long by itself stands on a line of its own."""
    space = font.getlength(" ")
    lines: list[str] = []
    filled = width
    for word in text.split():
        length = font.getlength(word)
        if lines and filled + space + length <= width:
            lines[-1] += f" {word}"
            filled += space + length
        else:
            lines.append(word)
            filled = length
    return lines


def _draw_title(pen: ImageDraw.ImageDraw, title: str) -> None:
    width, height = _RIGHT - _LEFT, _TITLE_BOTTOM - _TITLE_TOP
    for size in _TITLE_SIZES:
        font = _font(title, size, strong=True)
        lines = [line for part in title.splitlines() for line in broken(part, width, font)]
        if len(lines) * size * _LEADING <= height and all(font.getlength(line) <= width for line in lines):
            lines = [line for part in title.splitlines() for line in _even(part, width, font)]
            break
    else:
        lines = _cut(lines, int(height // (size * _LEADING)), width, font)
    for index, line in enumerate(lines):
        middle = _TITLE_TOP + (index + 0.5) * size * _LEADING
        pen.text((_LEFT, middle), line, fill=_FULL, font=font, anchor="lm")


def _cut(lines: list[str], most: int, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Give as many lines as there is room for. Only what fits at no size is broken inside a word."""
    whole: list[str] = []
    for line in lines:
        rest = line
        while font.getlength(rest) > width:
            end = next(n for n in range(len(rest) - 1, 0, -1) if n == 1 or font.getlength(rest[:n]) <= width)
            whole.append(rest[:end])
            rest = rest[end:]
        whole.append(rest)
    return whole if len(whole) <= most else [*whole[: most - 1], _shortened(f"{whole[most - 1]} …", width, font)]


def _even(text: str, width: float, font: ImageFont.FreeTypeFont) -> list[str]:
    """Break a text into as few lines as it needs, all about as long."""
    lines = broken(text, width, font)
    for part in (0.85, 0.7, 0.55):
        tried = broken(text, width * part, font)
        if len(tried) == len(lines) and all(font.getlength(line) <= width for line in tried):
            lines = tried
    return lines


def _line(
    pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], size: int, tone: int, *, right: int = _RIGHT
) -> None:
    """Draw one line with its middle at a height, shortened by whole words where it would leave the card."""
    font = _font(text, size, strong=False)
    pen.text(at, _shortened(" ".join(text.split()), right - at[0], font), fill=tone, font=font, anchor="lm")


def _shortened(text: str, width: float, font: ImageFont.FreeTypeFont) -> str:
    words = text.split()
    while len(words) > 1 and font.getlength(text) > width:
        words = words[:-2] if words[-1] == "…" else words[:-1]
        words.append("…")
        text = " ".join(words)
    return text


def _draw_mark(pen: ImageDraw.ImageDraw) -> None:
    """Draw the marks that order every report, □ ○ –, as the archive's sign."""
    left, top, side = _LEFT, 64, 68
    unit = side / 32
    pen.rounded_rectangle((left, top, left + side, top + side), radius=5 * unit, fill=_FULL)
    pen.rectangle(_box(left, top, unit, 5.5, 5.5, 13.5, 13.5), outline=0, width=5)
    pen.ellipse(_box(left, top, unit, 11.8, 12.8, 20.2, 21.2), outline=0, width=5)
    pen.rectangle(_box(left, top, unit, 19.5, 24.9, 26.5, 27.1), fill=0)


def _box(left: int, top: int, unit: float, *edges: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = edges
    return left + x0 * unit, top + y0 * unit, left + x1 * unit, top + y1 * unit


def _printed(plate: Image.Image) -> bytes:
    """Give the picture whose ink is as strong as the plate is light."""
    steps = plate.point([min(_TONES - 1, (value * (_TONES - 1) + 127) // 255) for value in range(256)])
    steps.putpalette([_mixed(part, tone) for tone in range(_TONES) for part in range(3)])
    made = BytesIO()
    steps.save(made, "PNG", bits=4, optimize=False, compress_level=6)
    return made.getvalue()


def _mixed(part: int, tone: int) -> int:
    return _PAPER[part] + (_INK[part] - _PAPER[part]) * tone // (_TONES - 1)


def _font(text: str, size: int, *, strong: bool) -> ImageFont.FreeTypeFont:
    """Give the first face that has all characters of a text: the display face lacks rare syllables and signs."""
    families: Sequence[Path] = _families()
    ordered = families if strong else families[1:]
    path = next((path for path in ordered if _characters(path).issuperset(map(ord, text))), ordered[-1])
    return _loaded(path, size)


@cache
def _families() -> tuple[Path, ...]:
    """Give our faces for heads and then for text; fewer than two where one is missing."""
    wanted = ("NanumSquareB.ttf", "NanumGothicBold.ttf", "NanumGothic.ttf")
    found = {face.file: path for face, path in find_faces().items()}
    return tuple(found[name] for name in wanted if name in found)


@cache
def _loaded(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is part of Pillow; another library may be missing on one machine and present on the next.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap()) | {0x20, 0x0A}
