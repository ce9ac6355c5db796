"""Lines of a cover: broken at words, evenly, and small enough. `/` shows a break."""

from __future__ import annotations

import pytest

from generator.outputs.paper.display_lines import organization_lines, title_lines


@pytest.mark.parametrize(
    ("title", "size", "lines"),
    [
        ("주요업무 보고", "", "주요업무 보고"),
        ("2022년 주요업무 추진계획", "long", "2022년 주요업무 추진계획"),
        ("2017년 주요업무 추진실적 및 2018년 추진계획", "long", "2017년 주요업무 추진실적 및/2018년 추진계획"),
        ("자치구 사회적경제 통합지원체계 구축", "long", "자치구 사회적경제/통합지원체계 구축"),
        (
            "2024년 하반기 지역사회 통합돌봄과 사회적경제 활성화를 위한 주요업무 추진실적 보고",
            "longer",
            "2024년 하반기 지역사회 통합돌봄과/사회적경제 활성화를 위한/주요업무 추진실적 보고",
        ),
        ("", "", ""),
    ],
)
def test_title(title: str, size: str, lines: str) -> None:
    made = title_lines(title)
    assert (made.size, "/".join(made.lines)) == (size, lines)


@pytest.mark.parametrize(
    ("name", "size", "lines"),
    [
        ("서울특별시 영등포구 일자리정책과", "", "서울특별시 영등포구 일자리정책과"),
        ("서울특별시사회적경제지원센터", "", "서울특별시사회적경제지원센터"),
        ("서울특별시 노동공정상생정책관 공정경제담당관", "", "서울특별시 노동공정상생정책관/공정경제담당관"),
        ("사단법인한국사회적경제네트워크지원센터", "long", "사단법인한국사회적경제네트워크지원센터"),
    ],
)
def test_organization(name: str, size: str, lines: str) -> None:
    made = organization_lines(name)
    assert (made.size, "/".join(made.lines)) == (size, lines)


def test_no_word_is_lost_or_broken() -> None:
    words = "가나다라마바사 " * 9
    assert " ".join(title_lines(words).lines) == words.strip()
