"""Where a word joiner keeps a word whole, and where a line may still break. `|` shows the joiner."""

from __future__ import annotations

import pytest

from generator.outputs.paper.words import LONGEST_WHOLE, LONGEST_WHOLE_IN_CELL, join_letters, keep_words

JOINER = "\N{WORD JOINER}"


def shown(text: str) -> str:
    return text.replace(JOINER, "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("일자리 창출", "일|자|리 창|출"),
        ("2,011명", "2,011|명"),
        ("JOB포유 운영", "JOB|포|유 운|영"),
        ("중·소상공인", "중|·|소|상|공|인"),
        ("(10시~17시)하여 상담", "(10|시|~17|시)|하|여 상|담"),
        ("청년(공공근로)일자리사업", "청|년(공|공|근|로)일|자|리|사|업"),
        ("발굴·육성", "발|굴|·육|성"),
        ("송출(11월~) 예정", "송|출(11|월|~) 예|정"),
        ("8. 31.기준", "8. 31.|기|준"),
        ("(국 223, 시 111)", "(국 |223, 시 |111)"),
        ("49㎡ 사용", "49|㎡ 사|용"),
        ("plain text 1,234", "plain text 1,234"),
        ("", ""),
    ],
)
def test_joined(text: str, expected: str) -> None:
    assert shown(join_letters(text)) == expected


def test_nothing_but_joiners_is_added() -> None:
    text = "관내상시근로자5인이상중소기업및15세이상~35세이하청년미취업자 (국 1, 시 2) 「기본조례」를 ※ △1"
    assert join_letters(text).replace(JOINER, "") == text


@pytest.mark.parametrize(("longest", "cell"), [(LONGEST_WHOLE, False), (LONGEST_WHOLE_IN_CELL, True)])
def test_longer_words_stay_breakable(longest: int, cell: bool) -> None:
    fits, too_long = "가" * longest, "가" * (longest + 1)
    html = f"<td>{fits} {too_long}</td>" if cell else f"<p>{fits} {too_long}</p>"
    text = keep_words(f"<html><head></head><body>{html}</body></html>")
    assert JOINER.join(fits) in text
    assert too_long in text


def test_head_and_tags_stay_as_they_are() -> None:
    html = '<html><head><title>일자리</title></head><body><p id="일자리" title="창출">일자리</p></body></html>'
    kept = keep_words(html)
    assert "<title>일자리</title>" in kept
    assert '<p id="일자리" title="창출">' in kept
    assert f">{JOINER.join('일자리')}</p>" in kept


def test_a_cell_ends_where_its_tag_does() -> None:
    word = "가" * (LONGEST_WHOLE_IN_CELL + 1)
    kept = keep_words(f"<html><head></head><body><table><tr><td>{word}</td></tr></table><p>{word}</p></body></html>")
    assert f"<td>{word}</td>" in kept
    assert f"<p>{JOINER.join(word)}</p>" in kept
