"""Money with its funding split: reading, trouble, printing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.notation.money import (
    DEFAULT_SOURCES,
    FundingSource,
    Money,
    MoneyShare,
    Problem,
    ProblemKind,
    format_amount,
    format_money,
    format_money_line,
    format_split,
    parse_money,
    shares_total,
)
from tests.effort import calls_of
from tests.notation.pairs import pairs, show_money, show_problem

DISTRICT = (FundingSource("국비", "국"), FundingSource("시비", "시"), FundingSource("구비", "구"))

values = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)
percents = st.integers(1, 100).map(Decimal)


@st.composite
def moneys(draw: st.DrawFn) -> Money:
    payers = draw(st.lists(st.sampled_from(DEFAULT_SOURCES), unique=True, max_size=4))
    prefix, per = draw(st.sampled_from(["", "총", "약"])), draw(st.sampled_from(["", "월", "1인"]))
    note = draw(st.sampled_from(["", "미집행", "15개 내외 협업체당 최대 30백만원"]))
    money = Money(draw(values), "천원", prefix=prefix, note=note)
    kind = draw(st.sampled_from(["shares", "ratios", "both", "only", "none"]))
    if kind == "only" and payers:
        return Money(money.value, money.unit, only=payers[0], prefix=prefix, per=per, note=note)
    shares = tuple(MoneyShare(source, draw(values)) for source in payers) if kind in ("shares", "both") else ()
    ratios = tuple((source, draw(percents)) for source in payers) if kind in ("ratios", "both") else ()
    if len(ratios) == 1 and not shares:
        ratios = ((ratios[0][0], Decimal(60)),)
    return Money(money.value, money.unit, shares, ratios, prefix=prefix, note=note)


def read(text: str, sources: tuple[FundingSource, ...] = DEFAULT_SOURCES, unit: str = "천원") -> Money:
    money = parse_money(text, sources, unit)
    assert isinstance(money, Money), money
    return money


def fail(text: str, sources: tuple[FundingSource, ...] = DEFAULT_SOURCES, unit: str = "천원") -> Problem:
    problem = parse_money(text, sources, unit)
    assert isinstance(problem, Problem), problem
    return problem


@pytest.mark.parametrize(("text", "expected"), pairs("money"))
def test_parse_money(text: str, expected: str) -> None:
    money = parse_money(text, DEFAULT_SOURCES, "천원")
    assert (show_problem(text, money) if isinstance(money, Problem) else show_money(money)) == expected


@pytest.mark.parametrize(("text", "expected"), pairs("money", "split"))
def test_every_split_of_the_sources_survives_printing(text: str, expected: str) -> None:
    money = read(text)
    assert read(format_money(money)) == money
    assert show_money(read(format_money_line(money))) == expected


def test_an_empty_text_is_trouble() -> None:
    assert fail("").kind is ProblemKind.EMPTY


def test_the_list_of_sources_is_the_callers() -> None:
    assert show_money(read("100 (국 70, 구 30)", DISTRICT)) == "100천원 | 국비 70, 구비 30"
    problem = fail("100 (국 70, 군 30)", DISTRICT)
    assert (problem.kind, problem.start, problem.end) == (ProblemKind.UNKNOWN_SOURCE, 11, 12)
    assert problem.message == "'군'은 이 기관의 재원 목록에 없습니다."
    assert "'구비'" in problem.hint
    assert problem.hint.endswith("국비, 시비, 구비")
    village = (FundingSource("마을 기금 2호", aliases=("2호기금",)),)
    assert show_money(read("100 (2호기금 100)", village)) == "100천원 | 마을 기금 2호 100"
    assert read("100 (국 70, 구 30)", ()).note == "국 70, 구 30"


def test_the_unit_of_the_field_is_kept_and_what_was_written_is_remembered() -> None:
    money = read("418백만원(시비 209백만원, 국비 209,000천원)", unit="원")
    assert (money.value, money.unit, money.written, money.written_unit) == (418000000, "원", "418백만원", "백만원")
    assert [share.value for share in money.shares] == [209000000, 209000000]
    plain = read("418", unit="백만 원")
    assert (plain.value, plain.unit, plain.written, plain.written_unit) == (418, "백만원", "418", "")


def test_a_wrong_unit_of_the_field_is_a_problem_too() -> None:
    problem = fail("418 (구비)", unit="천워")
    assert problem.kind is ProblemKind.UNKNOWN_UNIT
    assert (problem.start, problem.end) == (0, 8)
    assert "'천원'" in problem.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("1,24,000", "'124,000'"),
        ("418벡만원", "'백만원'"),
        ("100 (사비 100)", "'시비'"),
        ("100 (자담 100)", "'자부담'"),
        ("(시 325,000, 구 403,991)", "728,991입니다"),
        ("100 시 50, 구 50", "'(시 50, 구 50)'"),
        ("100 (시 50", "'(시 325,000, 구 403,991)'"),
    ],
)
def test_hints_say_what_to_write(text: str, hint: str) -> None:
    assert hint in fail(text).hint


def test_shares_are_added_up_but_not_judged() -> None:
    assert shares_total(read("100 (시 50, 구 20.5)")) == Decimal("70.5")
    assert shares_total(read("100 (전액 구비)")) is None


def test_house_notation() -> None:
    money = read("총 540,187천원 (시70,000 구비470,187)")
    assert format_amount(money.value) == "540,187"
    assert format_split(money) == "시 70,000, 구 470,187"
    assert format_money(money) == "총 540,187 (시 70,000, 구 470,187)"
    assert format_money_line(money) == "총 540,187천원(시비 70,000, 구비 470,187)"
    assert format_money(read("0"), dash_for_zero=True) == "-"
    assert format_money(read("59,419 (구비)")) == "59,419 (전액 구비)"


def test_labels_follow_the_current_list() -> None:
    renamed = (FundingSource("시비", "市"),)
    assert format_split(read("100 (시 70, 구 30)"), renamed) == "市 70, 구 30"


@pytest.mark.parametrize("piece", ["1천 ", "1 천 ", "국1 ", "1,", "9", "(", "국 ", "1/", "1억 ", "시 1천원/"])
def test_reading_grows_with_the_length_of_the_text(piece: str) -> None:
    """A pattern with two ways to take the same blank would never end on the long texts."""
    for frame in ("{}", "1 ({})", "1 (시 {})"):
        short, long = (_effort(frame.format(piece * times)) for times in (250, 1000))
        assert long < 6 * short + 1000


@given(moneys())
def test_what_is_printed_is_read_back(money: Money) -> None:
    assert read(format_money(money)) == money
    assert read(format_money_line(money)) == money


@given(st.text(alphabet="0123456789,.%()△- ~총국시구비기금전액원천만억\n:/가l", max_size=30))
def test_any_text_gives_money_or_a_problem_inside_it(text: str) -> None:
    result = parse_money(text, DEFAULT_SOURCES, "천원")
    if isinstance(result, Problem):
        assert 0 <= result.start <= result.end <= len(text)
        assert result.start < len(text) or not text


def _effort(text: str) -> int:
    return calls_of(lambda: parse_money(text, DEFAULT_SOURCES, "천원"))
