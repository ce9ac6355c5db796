"""Every rule against its cases, and what the registry promises."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from generator.checks import RULES
from generator.checks.rule import Group, Rule
from tests.cases import Case, cases, mismatches
from tests.checks.reading_cases import archive_of_case, bare, expected_in

CASES = Path(__file__).parents[1] / "cases" / "checks"
CODES = [rule.code for rule in RULES]
NOTATION = {rule.code for rule in RULES if rule.group is Group.NOTATION}
FIGURES = [rule for rule in RULES if rule.group is not Group.NOTATION]


@pytest.mark.parametrize("case", [c for c in cases("checks") if c.values[0].place not in NOTATION])
def test_cases(case: Case) -> None:
    archive = archive_of_case(case)
    found = [f for f in archive.findings if f.code not in {r.code for r in RULES if r.group is Group.NOTATION}]
    assert not mismatches(expected_in(case), [bare(finding) for finding in found])


def test_codes_are_unique() -> None:
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_code_is_the_name_of_the_module(rule: Rule) -> None:
    look = rule.report or rule.archive
    module = inspect.getmodule(look)
    assert module is not None
    assert module.__name__.rsplit(".", 1)[-1].replace("_", "-") == rule.code
    assert getattr(module, "RULE", rule) is rule


@pytest.mark.parametrize("rule", FIGURES, ids=[rule.code for rule in FIGURES])
def test_rule_has_cases_that_pass_and_that_fail(rule: Rule) -> None:
    text = (CASES / f"{rule.code}.md").read_text("utf-8")
    assert f"[{rule.code}]" in text
    archives = [archive_of_case(case.values[0]) for case in cases(f"checks/{rule.code}")]  # type: ignore[attr-defined]
    assert any(count for archive in archives for key, count in archive.checked.held.items() if key[1] == rule.code)


def test_no_case_file_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.md")} <= set(CODES)


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_rule_explains_itself(rule: Rule) -> None:
    assert (rule.report is None) != (rule.archive is None)
    assert rule.title.endswith(".")
    assert rule.reason.endswith(".")
    assert rule.source
    assert rule.example
    assert rule.corrected
    assert rule.example != rule.corrected
