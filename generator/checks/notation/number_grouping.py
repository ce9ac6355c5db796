"""Commas part groups of three digits: `1,234,000`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import mask
from generator.checks.notation.reading.prose import prose, trouble
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import format_number, read_digits

_RUN = re.compile(r"(?<![\d.,\w])\d+(?:,\d+)+(?![\d])")
_COUNTED = re.compile(r"\s?(?:[십백천만억]*원|[백천만억]|명|건|개|㎡|대|회|%)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _look(subject: Subject) -> Iterator[Trouble]:
    for passage in prose(subject):
        masked = mask(passage.text)
        for found in _RUN.finditer(masked):
            value = read_digits(found[0].replace(",", ""))
            if read_digits(found[0]) is None and value is not None and _is_one_number(found[0], masked[found.end() :]):
                message = f"'{found[0]}'의 쉼표 자리가 맞지 않습니다."
                hint = f"쉼표는 세 자리마다 찍습니다. 빠지거나 겹친 숫자가 없다면 '{format_number(value)}'입니다."
                yield trouble(passage, *found.span(), message, hint)


def _is_one_number(run: str, after: str) -> bool:
    """Tell a number from a list: `5,6,8월`, `2020,2021년` and `101,102동` are lists."""
    groups = run.split(",")
    if any(_YEAR.fullmatch(group) for group in groups) or groups[0] == "0":
        return False
    ends_in_three = len(groups) > 2 and all(len(group) == 3 for group in groups[2:])
    is_counted = bool(_COUNTED.match(after))
    if len(groups) == 2:
        # `1234,567`: nobody counts four digits before a comma but to group them; `12,34명` has lost a digit.
        return is_counted and (len(groups[0]) > 3 or (len(groups[0]) > 1 and len(groups[1]) in (2, 4)))
    return is_counted or ends_in_three


RULE = Rule(
    code="number-grouping",
    title="쉼표는 세 자리마다 찍습니다.",
    reason="쉼표 자리가 틀린 숫자는 자릿수가 빠진 것인지 알 수 없고 계산에 쓸 수 없습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정」 제7조제4항, 예산서 서식의 관례",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ 사업비: 1,24,000원",
    corrected="○ 사업비: 1,240,000원",
)
