"""Arithmetic with names: what is read, what it comes to, and how it is written out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.notation.expression import ExpressionError, evaluate, holds, names_in, read_expression, show

VALUES = {
    "가": Decimal(6),
    "나": Decimal(3),
    "2021년": Decimal(10),
    "집행액(8.31)": Decimal(4),
    "별정직-임기제": Decimal(2),
}
KNOWN = ("2021년", "집행액(8.31)", "별정직-임기제")

READ = (
    ("가+나*2", 12, "가 + 나 × 2"),
    ("(가+나)*2", 18, "(가 + 나) × 2"),
    ("가-(나-1)", 4, "가 - (나 - 1)"),
    ("가 / 나 / 2", 1, "가 ÷ 나 ÷ 2"),
    ("가÷(나×2)", 1, "가 ÷ (나 × 2)"),
    ("-가+나", -3, "0 - 가 + 나"),
    ("2021년-가", 4, "2021년 - 가"),
    ("2021 년 − 가", 4, "2021 년 - 가"),
    ("집행액 (8.31)*50%", 2, "집행액 (8.31) × 0.5"),
    ("별정직-임기제+1,000", 1002, "별정직-임기제 + 1,000"),
    ("가/0", None, "가 ÷ 0"),
    ("가+없음", None, "가 + 없음"),
    ("９＋１", 10, "9 + 1"),
)


@pytest.mark.parametrize(("text", "value", "shown"), READ, ids=[row[0] for row in READ])
def test_read_computed_and_written_out(text: str, value: int | None, shown: str) -> None:
    expression = read_expression(text, KNOWN)
    assert evaluate(expression, lambda name: VALUES.get("".join(name.text.split()))) == value
    assert show(expression, lambda name: name.text) == shown


REFUSED = (
    ("", 0, 0, "끝나지 않았습니다"),
    ("가+", 0, 2, "끝나지 않았습니다"),
    ("가+*나", 2, 3, "'*' 자리"),
    ("(가", 0, 1, "닫는 괄호"),
    ("가)", 1, 2, "')' 자리"),
    ("가(나", 1, 2, "'(' 자리"),
    ("(" * 30 + "가" + ")" * 30, 20, 21, "'(' 자리"),
    ("가+" * 300, 500, 600, "너무 깁니다"),
)


@pytest.mark.parametrize(("text", "start", "end", "part"), REFUSED, ids=[row[0][:12] for row in REFUSED])
def test_refused_with_the_place(text: str, start: int, end: int, part: str) -> None:
    with pytest.raises(
        ExpressionError, match=part.replace("*", r"\*").replace(")", r"\)").replace("(", r"\(")
    ) as found:
        read_expression(text)
    assert (found.value.start, found.value.end) == (start, end)


def test_names_know_their_places() -> None:
    names = names_in(read_expression(" 가 - 2021 년", KNOWN))
    assert [(name.text, name.start, name.end) for name in names] == [("가", 1, 2), ("2021 년", 5, 11)]


def test_signs_are_found_with_their_numbers() -> None:
    expression = read_expression("(가-나)*100/나")
    assert holds(expression, "*", Decimal(100)) and holds(expression, "/") and not holds(expression, "+")
    assert not holds(read_expression("가*10"), "*", Decimal(100))


def test_a_result_beyond_all_figures_is_none() -> None:
    huge = "*".join(["가"] * 200)
    assert evaluate(read_expression(huge), lambda _: Decimal(10)) is None
