"""Running rules: counting, severities, messages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from generator.checks.engine import run_rules
from generator.checks.relation import Agreement, Comparison, Relation
from generator.checks.rule import Found, Group, Rule, Trouble
from generator.checks.subject import Subject, subject_of
from generator.compose import compose_library
from generator.diagnostics import Severity, Span
from generator.house import House
from generator.library import read_library
from tests.trees import archive_of

AT = Span("2030/sample/일반현황.yml", 3, 5, 3, 8)


@pytest.fixture(scope="module")
def subject() -> Subject:
    library = read_library(archive_of({"일반현황.yml": "제목: 일반현황\n내용: 가\n"}))
    (composed,) = compose_library(library)
    return subject_of(library.reports[0], composed, House())


def rule(*found: Found, severity: Severity = Severity.ERROR) -> Rule:
    def look(subject: Subject) -> Iterable[Found]:
        return found

    return Rule("some-rule", "제목.", "까닭.", "관례", Group.ARITHMETIC, severity, report=look)


def relation(written: str, computed: str, **more: object) -> Relation:
    return Relation("'계'의 예산액", Decimal(written), Decimal(computed), AT, **more)  # type: ignore[arg-type]


def test_what_holds_is_counted_and_not_reported(subject: Subject) -> None:
    checked = run_rules(
        [rule(relation("10", "10"), relation("10.4", "10", tolerance=Decimal("0.5")), Agreement(AT))], [subject]
    )
    assert checked.findings == ()
    assert checked.held == {("2030/sample", "some-rule"): 3}
    assert not checked.broken


def test_what_does_not_hold_tells_both_figures_and_their_difference(subject: Subject) -> None:
    checked = run_rules([rule(relation("1200", "1180", unit="천원", formula="700 + 480"))], [subject])
    (finding,) = checked.findings
    message = "'계'의 예산액이 맞지 않습니다: 적힌 값 1,200천원, 계산한 값 1,180천원, 차이 20천원"
    assert finding.diagnostic.message == message
    assert "700 + 480" in finding.diagnostic.hint
    assert checked.broken == {("2030/sample", "some-rule"): 1}


def test_a_limit_may_be_kept_but_not_exceeded(subject: Subject) -> None:
    kept = relation("9", "10", comparison=Comparison.AT_MOST)
    exceeded = relation("11", "10", comparison=Comparison.AT_MOST)
    checked = run_rules([rule(kept, exceeded)], [subject])
    (finding,) = checked.findings
    assert "많아도 10" in finding.diagnostic.message
    assert checked.held == checked.broken == {("2030/sample", "some-rule"): 1}


def test_the_same_thing_found_twice_is_one_finding(subject: Subject) -> None:
    trouble = Trouble("틀렸습니다.", AT, "고치세요.")
    checked = run_rules([rule(trouble, trouble)], [subject])
    assert len(checked.findings) == 1
    assert checked.broken == {("2030/sample", "some-rule"): 1}


def test_a_finding_may_be_less_grave_than_its_rule(subject: Subject) -> None:
    trouble = Trouble("틀렸습니다.", AT, "고치세요.", severity=Severity.NOTE)
    (finding,) = run_rules([rule(trouble)], [subject]).findings
    assert finding.diagnostic.severity is Severity.NOTE


def test_zeros_that_computing_added_are_not_shown(subject: Subject) -> None:
    (finding,) = run_rules([rule(relation("10", "12.500"))], [subject]).findings
    assert "계산한 값 12.5, 차이 2.5" in finding.diagnostic.message
