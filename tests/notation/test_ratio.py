"""Funding ratios."""

from __future__ import annotations

import pytest

from generator.notation.money import DEFAULT_SOURCES, Problem, parse_ratio
from tests.notation.pairs import show_problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("시70:구30", "시비 70, 구비 30"),
        ("국50:시25:구25", "국비 50, 시비 25, 구비 25"),
        ("구비 100%", "구비 100"),
        ("국비 80%, 구비 20% 매칭", "국비 80, 구비 20"),
        ("국 70% 시 15% 구 15%", "국비 70, 시비 15, 구비 15"),
        ("국:시:구=50:25:25", "국비 50, 시비 25, 구비 25"),
        ("국비 : 도비 : 군비 = 50% : 15% : 35%", "국비 50, 도비 15, 군비 35"),
        ("국:도:군 = 5:3:2", "국비 50, 도비 30, 군비 20"),
        ("국비 50%, 구비 40%", "국비 50, 구비 40"),
        ("시 62.5 구 37.5", "시비 62.5, 구비 37.5"),
        ("전액 구비", "구비 100"),
        (" ", "! empty [ ]"),
        ("시비 300천원", "! malformed-split [시비 300천원]"),
        ("협의 중", "! malformed-split [협의 중]"),
        ("시70:시30", "! source-twice [시]"),
        ("시70:굳30", "! unknown-source [굳]"),
        ("국:시=50:25:25", "! malformed-split [국:시=50:25:25]"),
    ],
)
def test_parse_ratio(text: str, expected: str) -> None:
    ratios = parse_ratio(text, DEFAULT_SOURCES)
    if isinstance(ratios, Problem):
        assert show_problem(text, ratios) == expected
    else:
        assert ", ".join(f"{source.name} {percent:f}" for source, percent in ratios) == expected
