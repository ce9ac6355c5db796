"""The comparison misses nothing: whatever is taken out of a PDF's text is named."""

from __future__ import annotations

import re

import pytest

from tests.fidelity.comparison import Comparison, compare
from tests.fidelity.reading import Departure, PdfText, read_departures, read_source, squeeze

SOURCE = """\
 ⅠⅠⅠ... 일 반 현 황일 반 현 황일 반 현 황

일자리창출팀 시장지원팀

- 취업 지원

- 시장 관리

단위사업명 예 산 액
집 행 액
계 36,118,055 26,351,314

시장 지원 527,948 260,269

(단위: 천원)
 Ⅱ. 주요업무 추진실적

\uf081 희망이 되는 일자리 ······················4
 1 희망이 되는 일자리 일자리창출팀
ㅇㅇ

지역 내 좋은 일자리를 연계하고자 함

□ 사업개요
○ 사업기간: ’22. 1. ~ 12.

․ 발굴․육성: 5개 과정,\ufffd 225명

□ 예산현황 (단위: 천원)

예 산 액 집 행 액
728,991
(국176,000 시325,000 , 구비403,991)
465,903 63.9

\t2022년 주요업무 보고
\tⅠ. 일반현황
"""

FLOW = """\
Ⅰ. 일반현황
일자리창출팀
취업 지원
시장지원팀
시장 관리
단위사업명 예산액 집행액
계 36,118,055 26,351,314
시장 지원 527,948 260,269
-
-
- 1 -
(단위: 천원)
\fⅡ. 주요업무 추진실적
희망이 되는 일자리 ·
·
·
·
· 4
- 3 -
\f1 희망이 되는 일자리 일자리창출팀
지역 내 좋은 일자리를 연계하고\u2060자
○
- 4 -
\f함
□ 사업개요
사업기간: ’22. 1. ~ 12.
발굴·육성: 5개 과정, 225명
□ 예산현황
(단위: 천원)
예산액 집행액
728,991
(국 176,000, 시 325,000, 구 403,991)
465,903
63.9
·
- 5 -
"""

LAYOUT = """\
  일자리창출팀      시장지원팀
  - 취업 지원     - 시장 관리
□ 사업개요
 ○ 사업기간: ’22. 1. ~ 12.
   · 발굴·육성: 5개 과정, 225명
□ 예산현황                       (단위: 천원)
"""

PDF = PdfText(FLOW, LAYOUT, ("2022년 주요업무 보고", "Ⅰ. 일반현황"))
WORDS = list(re.finditer(r"[^\s·○□\u2060-]+", re.sub(r"- \d -", "     ", FLOW)))


def test_the_same_report_has_no_differences() -> None:
    assert compare(SOURCE, PDF) == Comparison()


@pytest.mark.parametrize("word", WORDS, ids=lambda match: f"{match.start()}-{match[0]}")
def test_a_dropped_word_is_named(word: re.Match[str]) -> None:
    found = compare(SOURCE, PdfText(FLOW[: word.start()] + FLOW[word.end() :], LAYOUT)).lines
    assert any(squeeze(word[0]) in squeeze(item.line.text) for item in found)


@pytest.mark.parametrize("number", ["36,118,055", "527,948", "176,000", "63.9", "225", "12"])
def test_a_changed_number_is_named_with_both_counts(number: str) -> None:
    changed = compare(SOURCE, PdfText(FLOW.replace(number, "7"), LAYOUT.replace(number, "7")))
    assert [(item.what, item.pdf_count) for item in changed.numbers] == [(number, 0)]


def test_a_number_that_is_printed_less_often_is_named() -> None:
    once = "\n12명\n12명\n"
    found = compare(once, PdfText("12명\n", ""))
    assert [str(item) for item in found.numbers] == ["'12': 2 in the source, 1 in the PDF"]
    assert [item.line.number for item in found.lines] == [3]


def test_page_numbers_at_the_foot_do_not_stand_in_for_numbers() -> None:
    assert compare("4명\n", PdfText("명\n- 4 -\n", "명\n     - 4 -\n")).numbers


def test_a_wrong_page_in_the_contents_is_a_missing_line() -> None:
    found = compare(SOURCE, PdfText(FLOW.replace("· 4\n", "· 5\n"), LAYOUT))
    assert [item.words for item in found.lines] == [("4",)]


def test_a_line_swallowed_by_its_double_is_missing() -> None:
    assert compare("○ 수시 점검\n○ 수시 점검\n", PdfText("수시 점검", "○ 수시 점검 ○ 수시")).lines


def test_words_of_one_line_do_not_serve_another() -> None:
    found = compare("신규 선정: 1개소\n사후 관리\n", PdfText("선정: 1개소\n신규 사후\n", ""))
    assert [item.words for item in found.lines] == [("관리",)]


@pytest.mark.parametrize("mark", ["□", "○", "-", "·"])
def test_a_lost_bullet_is_named(mark: str) -> None:
    found = compare(SOURCE, PdfText(FLOW, LAYOUT.replace(f"{mark} ", "  ", 1))).marks
    assert len(found) == 1
    assert found[0].what.startswith("-" if mark == "·" else mark)


def test_small_bullets_are_alike_and_large_ones_are_not() -> None:
    assert not compare("￭ 시장 관리\n", PdfText("시장 관리", "- 시장 관리")).marks
    assert compare("○ 시장 관리\n", PdfText("시장 관리", "- 시장 관리")).marks


def test_bullets_of_other_typography_stand_at_any_depth() -> None:
    assert not compare("• 시장 관리\n", PdfText("시장 관리", "○ 시장 관리")).marks
    assert compare("• 시장 관리\n", PdfText("시장 관리", "※ 시장 관리")).marks


def test_recognised_text_is_read_without_its_typography() -> None:
    source = (
        "## □ 시설\n- **위치**\n - ※ 개관\n회계\t<input checked type='checkbox'/> 연례\n면적 779.18m^2\n\t3,600원\n끝\n"
    )
    lines, bookmarks = read_source(source)
    assert [line.text for line in lines] == [
        "□ 시설",
        "- 위치",
        "※ 개관",
        "회계 ☑ 연례",
        "면적 779.18㎡",
        "3,600원",
        "끝",
    ]
    assert not bookmarks


def test_bullets_in_a_recognised_row_begin_lines() -> None:
    lines, _ = read_source(
        "돌봄\t<ul> <li>• 위치: 1층</li> <li>- 공방 - 식당 ※ 2017년부터</li> </ul>\t3건 -\n계\t35\t-\n"
    )
    assert [(line.number, line.text) for line in lines] == [
        (1, "돌봄"),
        (1, "• 위치: 1층"),
        (1, "- 공방"),
        (1, "- 식당"),
        (1, "※ 2017년부터"),
        (1, "3건 -"),
        (2, "계 35 -"),
    ]


@pytest.mark.parametrize("title", PDF.outline)
def test_a_lost_bookmark_is_named(title: str) -> None:
    kept = tuple(other for other in PDF.outline if other != title)
    assert compare(SOURCE, PdfText(FLOW, LAYOUT, kept)).bookmarks == (title,)


@pytest.mark.parametrize(
    ("published", "printed"),
    [
        ("(국572,467 시250,461 구비83,410)", "(국 572,467, 시 250,461, 구 83,410)"),
        ("(국 171,728, 시 314,119", "(국비 171,728, 시비 314,119,"),
        ("발굴․육성 취ž창업", "발굴·육성 취·창업"),
        ("사 업 비", "사업비"),
        ("일자리\u00a0창출", "일자\u00ad리창\u2060출"),
        ("ⅡⅡⅡ... 2022년 추진계획2022년 추진계획2022년 추진계획", "Ⅱ. 2022년 추진계획"),
    ],
)
def test_spellings_of_one_thing(published: str, printed: str) -> None:
    assert not compare(published, PdfText(printed, printed)).lines


@pytest.mark.parametrize(
    ("published", "printed"),
    [
        ("(국 572,467, 시 250,461)", "(국 572,467, 구 250,461)"),
        ("(시 17,000)", "(시 1,700)"),
        ("전액 구비", "전액 시비"),
        ("정비", "정"),
        ("△687", "687"),
        ("수시·상시", "수시상시"),
        ("“job 포 유”", "‘job 포 유’"),
    ],
)
def test_different_things(published: str, printed: str) -> None:
    assert compare(published, PdfText(printed, printed)).lines


def test_a_departure_replaces_one_line() -> None:
    departure = Departure("목차 3", "목차 2", "한 쪽 앞으로")
    found = compare("목차 3\n목차 3\n", PdfText("목차 2", "목차 2"), (departure,))
    assert [item.line.number for item in found.lines] == [2]
    assert [(item.what, item.source_count) for item in found.numbers] == [("3", 1)]


def test_what_a_departure_promises_is_looked_for() -> None:
    found = compare("목차 3\n", PdfText("목차 4", ""), (Departure("목차 3", "목차 2", "한 쪽 앞으로"),))
    assert [item.words for item in found.lines] == [("2",)]


def test_a_departure_without_a_replacement_drops_the_line() -> None:
    assert compare("○ 음성장치 3\n", PdfText("", ""), (Departure("○ 음성장치 3", "", "사진 속 글자"),)) == Comparison()


def test_a_departure_that_excuses_nothing_is_named() -> None:
    departures = tuple(Departure(line, "", "이유") for line in ("음성장치", "없는 줄"))
    assert compare("음성장치\n", PdfText("음성장치", ""), departures).unused == ("음성장치", "없는 줄")


def test_a_departure_may_change_a_bullet() -> None:
    departure = Departure("· 도시락 개발", "○ 도시락 개발", "깊이")
    pdf = PdfText("도시락 개발", "○ 도시락 개발")
    assert compare("· 도시락 개발\n", pdf).marks
    assert compare("· 도시락 개발\n", pdf, (departure,)) == Comparison()
    assert compare(
        "○ 도시락 개발\n· 도시락 개발\n", PdfText("도시락 개발\n도시락 개발", "○ 도시락 개발"), (departure,)
    ).marks


def test_a_number_takes_the_one_that_stands_alone() -> None:
    assert not compare("1건 12건\n31건 4건\n", PdfText("31건\n1건\n4건\n12건\n", "")).lines


def test_an_addition_has_to_be_there_and_serves_no_other_line() -> None:
    addition = Departure("", "[추진계획]", "원문에 제목이 없음")
    assert not compare("계획 수립\n", PdfText("[추진계획]\n계획 수립", ""), (addition,)).lines
    found = compare("사업 계획 수립\n", PdfText("[추진계획]\n사업 수립", ""), (addition,))
    assert [item.words for item in found.lines] == [("계획",)]
    assert [item.line.text for item in compare("", PdfText("", ""), (addition,)).lines] == ["[추진계획]"]


def test_departures_are_written_with_their_reason() -> None:
    text = "# 머리말\n\n사업 시행  12 => 사업 시행 11  # 앞으로\n음성장치 =>  # 사진 속 글자\n=> [제목]  # 없음\n"
    assert read_departures(text) == (
        Departure("사업 시행 12", "사업 시행 11", "앞으로"),
        Departure("음성장치", "", "사진 속 글자"),
        Departure("", "[제목]", "없음"),
    )


@pytest.mark.parametrize("row", ["음성장치", "음성장치 => 장치", "음성장치  # 이유", "음성장치 =>  # ", "=>  # 이유"])
def test_a_departure_of_another_form_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="published => printed"):
        read_departures(row)


def test_bullets_in_cells_do_not_take_dots_out_of_words() -> None:
    pdf = PdfText("지정·통보 ⇒ 서울시\n·\n·\n- 1 -\n", "")
    assert not compare("․ 지정․통보 ⇒ ․ 서울시\n", pdf).lines
