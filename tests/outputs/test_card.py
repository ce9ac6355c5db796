"""The cards: their size, their bytes, and how they break texts."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageFont

from generator.outputs.discovery import card as cards
from generator.outputs.discovery.card import HEIGHT, WIDTH, Card, broken, card_assets, draw_card

LARGEST = 30_000
LONG = "자치구 사회적경제 통합지원체계 구축 및 운영 지원 사업 설명서와 그 밖의 부속 서류 일체에 관한 종합 보고서"
CARDS = [
    Card("주요업무 아카이브", "서울특별시 영등포구 일자리경제과", "2022년 주요업무 보고", "2022년 · 추진실적"),
    Card("아카이브", "기관", "무슨 일을 하고\n얼마를 썼는지 찾아봅니다", "지방자치단체가 해마다 내는 보고를 " * 9),
    Card("이름이 " * 30, "기관 " * 60, LONG * 3, ""),
    Card("똠", "㉮", "한낱말로된제목" * 20, "똠 ㉮ ▣"),
    Card("", "", "", ""),
]


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.title[:12])
def test_a_card_is_a_small_picture_of_the_size_that_networks_ask_for(card: Card) -> None:
    data = draw_card(card)
    picture = opened(data)
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))
    assert len(data) < LARGEST
    colours = picture.convert("RGB").getcolors(16)
    assert colours is not None and {(255, 255, 255), (15, 74, 156)} <= {colour for _, colour in colours}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.title[:12])
def test_nothing_leaves_the_card(card: Card) -> None:
    picture = opened(draw_card(card)).convert("L")
    ink = picture.point(lambda tone: 255 - tone).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert left >= 60 and top >= 40 and right <= WIDTH - 60 and bottom <= HEIGHT - 20


def test_the_same_text_gives_the_same_bytes_and_another_text_another_picture() -> None:
    assert draw_card(CARDS[0]) == draw_card(CARDS[0])
    assert len({draw_card(card) for card in CARDS}) == len(CARDS)


def test_lines_break_between_words() -> None:
    font = cards._font(LONG, 60, strong=True)
    lines = broken(LONG, 900, font)
    assert len(lines) > 2
    assert " ".join(lines) == LONG
    assert all(font.getlength(line) <= 900 for line in lines)


@pytest.mark.parametrize("title", [LONG, LONG * 3, "무슨 일을 하고\n얼마를 썼는지"])
def test_a_title_is_broken_inside_no_word(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        cards.ImageDraw.ImageDraw, "text", lambda pen, at, text, **how: drawn.append(text), raising=True
    )
    draw_card(Card("", "", title, ""))
    words = " ".join(drawn).replace("…", "").split()
    assert words == title.split()[: len(words)]
    assert len(words) > 3


def test_a_character_that_the_face_for_titles_lacks_is_drawn_by_another() -> None:
    families = cards._families()
    rare = next(c for c in map(chr, cards._characters(families[1])) if ord(c) not in cards._characters(families[0]))
    path = cards._font(f"보고 {rare}", 60, strong=True).path
    assert path == families[1]
    assert cards._font("보고", 60, strong=True).path == families[0]


def test_without_fonts_there_is_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cards, "_families", lambda: ())
    assert card_assets("card.png", CARDS[0]) == []


def test_the_basic_layout_is_used_on_every_machine() -> None:
    assert cards._font("보고", 40, strong=False).layout_engine == ImageFont.Layout.BASIC
