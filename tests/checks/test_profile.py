"""`검사` in organization.yml: which rules an office wants and how grave it takes them."""

from __future__ import annotations

import pytest

from generator.archive import check_library
from generator.checks import RULES
from generator.checks.profile import chosen_rules
from generator.diagnostics import Diagnostic, Severity
from generator.library import read_library
from tests.trees import ORGANIZATION, REPORT, archive_of

SECTION = (
    "제목: 사례\n내용: |\n  ○ 대상: 총30명\n  | 구분 | 인원 |\n  |---|---:|\n  | 계 | 5 |\n  | 가 | 1 |\n  | 나 | 3 |\n"
)


def findings(settings: str) -> list[Diagnostic]:
    files = {"organization.yml": ORGANIZATION + settings, "보고서.yml": REPORT, "일반현황.yml": SECTION}
    return list(check_library(read_library(archive_of(files))).findings)


def graded(settings: str) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in findings(settings)}


def test_without_settings_all_rules_stand() -> None:
    assert graded("") == {"numeral-determiner": Severity.WARNING, "table-sum": Severity.ERROR}
    assert chosen_rules(RULES, None) == RULES


def test_a_rule_is_off() -> None:
    assert graded("검사:\n  numeral-determiner: 끄기\n") == {"table-sum": Severity.ERROR}


def test_a_rule_is_graver_or_milder() -> None:
    found = graded("검사: {numeral-determiner: 오류, table-sum: 참고}\n")
    assert found == {"numeral-determiner": Severity.ERROR, "table-sum": Severity.NOTE}


def test_an_unknown_rule_is_reported_with_the_nearest() -> None:
    (found,) = (f for f in findings("검사:\n  tilde-spase: 끄기\n") if f.code == "check-unknown")
    assert (found.at.path, found.at.line, found.at.column) == ("organization.yml", 10, 3)
    assert "'tilde-space'" in found.hint


@pytest.mark.parametrize("grade", ["off", "경고", "예"])
def test_an_unknown_grade_is_reported(grade: str) -> None:
    found = [f for f in findings(f"검사:\n  tilde-space: {grade}\n") if f.at.path == "organization.yml"]
    assert [f.code for f in found] == ["wrong-value"]
    assert "끄기, 오류, 주의, 참고" in found[0].hint
