"""Running rules: relations that do not hold and troubles become findings; all relations are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.relation import Relation
from generator.checks.rule import Finding, Found, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.notation.number import format_number
from generator.notation.particle import with_particle


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and how many relations held and did not, by folder of the report and code of the rule."""

    findings: tuple[Finding, ...]
    held: Mapping[tuple[str, str], int]
    broken: Mapping[tuple[str, str], int]


def run_rules(rules: Iterable[Rule], subjects: Sequence[Subject]) -> Checked:
    """Look at all reports with all rules."""
    findings: dict[Finding, None] = {}
    held: Counter[tuple[str, str]] = Counter()
    broken: Counter[tuple[str, str]] = Counter()
    for rule in rules:
        for folder, found in _look(rule, subjects):
            if isinstance(found, Relation):
                (held if found.holds else broken)[folder, rule.code] += 1
            if not isinstance(found, Relation) or not found.holds:
                findings.setdefault(_finding(rule, found))
    ordered = sorted(findings, key=lambda finding: (finding.diagnostic.at, finding.diagnostic.code))
    return Checked(tuple(ordered), held, broken)


def _look(rule: Rule, subjects: Sequence[Subject]) -> Iterator[tuple[str, Found]]:
    if rule.report is not None:
        for subject in subjects:
            for found in rule.report(subject):
                yield subject.composed.folder, found
    if rule.archive is not None:
        for found in rule.archive(subjects):
            yield "/".join(found.at.path.split("/")[:2]), found


def _finding(rule: Rule, found: Found) -> Finding:
    if isinstance(found, Trouble):
        severity = found.severity or rule.severity
        diagnostic = Diagnostic(rule.code, severity, found.message, found.at, found.hint)
        return Finding(diagnostic, rule, replacement=found.replacement)
    return Finding(_diagnostic(rule, found), rule, relation=found)


def _diagnostic(rule: Rule, relation: Relation) -> Diagnostic:
    written, computed = _shown(relation.written, relation), _shown(relation.computed, relation)
    difference = _shown(abs(relation.difference), relation)
    topic = with_particle(relation.label, "이/가")
    message = f"{topic} 맞지 않습니다: 적힌 값 {written}, 계산한 값 {computed}, 차이 {difference}"
    how = f" 계산: {relation.formula}." if relation.formula else ""
    hint = f"어느 숫자가 틀렸는지 확인해 고치세요.{how}"
    return Diagnostic(rule.code, rule.severity, message, relation.at, hint, relation.related)


def _shown(value: Decimal, relation: Relation) -> str:
    return format_number(value) + relation.unit


def counts_by_folder(counted: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """Add up counts over the rules."""
    total: Counter[str] = Counter()
    for (folder, _), count in counted.items():
        total[folder] += count
    return dict(total)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Give the gravest severity among findings; None where there are none."""
    order = list(Severity)
    found = [finding.diagnostic.severity for finding in findings]
    return min(found, key=order.index) if found else None
