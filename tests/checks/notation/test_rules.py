"""Every rule of notation against its cases, in which no other rule may find anything either."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.notation import NOTATION_RULES
from generator.checks.rule import Group, Rule
from generator.diagnostics import Severity
from generator.fixing import correct
from generator.source import source_lines
from tests.cases import Case, cases, mismatches
from tests.checks.reading_cases import archive_of_case, bare, expected_in
from tests.trees import REPORT, MemoryTree, archive_of

CORRECTED = "고친 뒤"
CASES = Path(__file__).parents[2] / "cases" / "checks" / "notation"
CODES = [rule.code for rule in NOTATION_RULES]
SECTION = "2030/sample/일반현황.yml"


def _written(case: Case) -> Case:
    return replace(case, blocks=[block for block in case.blocks if block.name != CORRECTED])


def _tree(text: str, report: str = REPORT) -> MemoryTree:
    body = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    return archive_of({"보고서.yml": report, "일반현황.yml": f"제목: 사례\n내용: |\n{body}"})


def _codes(text: str) -> list[str]:
    case = replace(_EMPTY, blocks=[replace(_EMPTY.blocks[0], text=f"{text}\n", expected=())])
    return [finding.code for finding in archive_of_case(case).findings if finding.code in CODES]


_EMPTY: Case = cases("checks/notation/date-form")[0].values[0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", cases("checks/notation"))
def test_cases(case: Case) -> None:
    case = _written(case)
    found = [finding for finding in archive_of_case(case).findings if finding.code in CODES]
    assert not mismatches(expected_in(case), [bare(finding) for finding in found])


@pytest.mark.parametrize("case", [c for c in cases("checks/notation") if len(c.values[0].blocks) > 1])  # type: ignore[attr-defined]
def test_corrections(case: Case) -> None:
    written, corrected = (
        next(b.text for b in case.blocks if (b.name == CORRECTED) is after) for after in (False, True)
    )
    tree = _tree(written.rstrip("\n"))
    done = correct(tree)
    lines = source_lines(done.files.get(SECTION) or tree.read(SECTION) or b"")
    assert [line.removeprefix("  ") for line in lines[2:] if line] == corrected.splitlines()


@pytest.mark.parametrize("rule", NOTATION_RULES, ids=CODES)
def test_example_is_found_and_its_correction_is_not(rule: Rule) -> None:
    assert rule.code in _codes(rule.example)
    assert not _codes(rule.corrected)


@pytest.mark.parametrize("rule", NOTATION_RULES, ids=CODES)
def test_rule_has_cases_that_pass_and_that_fail(rule: Rule) -> None:
    text = (CASES / f"{rule.code}.md").read_text("utf-8")
    own = [line for block in text.split("```text\n")[1:] for line in block.split("```")[0].splitlines()]
    assert any(f"[{rule.code}]" in line for line in own)
    assert any("# " not in line for line in own)


def test_no_case_file_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.md")} == set(CODES)


@pytest.mark.parametrize("rule", NOTATION_RULES, ids=CODES)
def test_rule_explains_itself(rule: Rule) -> None:
    assert rule.group is Group.NOTATION
    assert rule.severity in (Severity.WARNING, Severity.NOTE)
    assert rule.title.endswith(".") and rule.reason.endswith(".") and rule.source


def test_published_originals_are_left_alone() -> None:
    text = "\n".join(rule.example for rule in NOTATION_RULES)
    tree = _tree(text, f"{REPORT}표기 검사: 하지 않음\n")
    assert not correct(tree).files
    assert correct(_tree(text)).files
