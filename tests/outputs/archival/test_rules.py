"""Every report keeps every rule; and every rule can be broken."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from tests.outputs.archival.opened import Opened
from tests.outputs.archival.rules import RULES, Rule, faults


def test_reports_keep_the_rules(printed_reports: dict[str, bytes]) -> None:
    assert len(printed_reports) >= 5
    for folder, data in printed_reports.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert faults(pdf) == {}, folder


def test_the_artificial_report_keeps_the_rules(small: bytes) -> None:
    with pikepdf.open(BytesIO(small)) as pdf:
        assert faults(pdf) == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.says)
def test_a_broken_rule_is_seen(rule: Rule, small: bytes) -> None:
    with pikepdf.open(BytesIO(small)) as pdf:
        rule.wrong(Opened(pdf))
        assert list(rule.faults(Opened(pdf)))
