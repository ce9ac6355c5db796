"""Running rules: relations that do not hold and troubles become findings; all that was compared is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.checks.relation import Agreement, Comparison, Relation, show_figure
from generator.checks.rule import Finding, Found, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Diagnostic, Span
from generator.notation.particle import with_particle


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and how many relations held and did not, by folder of the report and code of the rule."""

    findings: tuple[Finding, ...] = ()
    held: Mapping[tuple[str, str], int] = field(default_factory=dict)
    broken: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """What rules found at one report, or over all: findings in the order found, and how many relations held."""

    findings: tuple[Finding, ...]
    held: Mapping[tuple[str, str], int]


def run_rules(rules: Iterable[Rule], subjects: Sequence[Subject]) -> Checked:
    """Look at all reports with all rules; the same place is counted once for each rule and statement."""
    known = tuple(rules)
    return counted([*(look_at_report(known, subject) for subject in subjects), look_at_archive(known, subjects)])


def look_at_report(rules: Sequence[Rule], subject: Subject) -> Looked:
    """Look at one report with the rules that need no other."""
    found = ((rule, item) for rule in rules if rule.report for item in dict.fromkeys(rule.report(subject)))
    return _looked(found)


def look_at_archive(rules: Sequence[Rule], subjects: Sequence[Subject]) -> Looked:
    """Look at all reports with the rules that compare them."""
    found = ((rule, item) for rule in rules if rule.archive for item in dict.fromkeys(rule.archive(subjects)))
    return _looked(found)


def counted(looked: Iterable[Looked]) -> Checked:
    """Put together what was found, each thing once, in the order of files and lines."""
    findings: dict[Diagnostic, Finding] = {}
    held: Counter[tuple[str, str]] = Counter()
    for one in looked:
        held.update(one.held)
        for finding in one.findings:
            findings.setdefault(finding.diagnostic, finding)
    broken = Counter((folder_of(diagnostic.at), diagnostic.code) for diagnostic in findings)
    ordered = sorted(findings.values(), key=lambda finding: (finding.diagnostic.at, finding.diagnostic.code))
    return Checked(tuple(ordered), held, broken)


def folder_of(at: Span) -> str:
    """Give the report's folder, such as `2022/jobs-economy`, for a place in one of its files."""
    return "/".join(at.path.split("/")[:2])


def _looked(found: Iterable[tuple[Rule, Found]]) -> Looked:
    findings = []
    held: Counter[tuple[str, str]] = Counter()
    for rule, item in found:
        if isinstance(item, Agreement) or (isinstance(item, Relation) and item.holds):
            held[folder_of(item.at), rule.code] += 1
        else:
            findings.append(_finding(rule, item))
    return Looked(tuple(findings), held)


def _finding(rule: Rule, found: Trouble | Relation) -> Finding:
    severity = found.severity or rule.severity
    if isinstance(found, Trouble):
        diagnostic = Diagnostic(rule.code, severity, found.message, found.at, found.hint, found.related)
        return Finding(diagnostic, rule, replacement=found.replacement)
    how = f"계산: {found.formula}." if found.formula else ""
    remark = found.remark or "어느 숫자가 틀렸는지 확인해 고치세요."
    hint = f"{remark} {how}".strip()
    diagnostic = Diagnostic(rule.code, severity, _message(found), found.at, hint, found.related)
    return Finding(diagnostic, rule, relation=found)


def _message(relation: Relation) -> str:
    written, computed = show_figure(relation.written, relation), show_figure(relation.computed, relation)
    difference = show_figure(abs(relation.difference), relation)
    topic = with_particle(relation.label, "이/가")
    if relation.comparison is Comparison.AT_MOST:
        return f"{topic} 넘칩니다: 적힌 값 {written}, 많아도 {computed}, 차이 {difference}"
    return f"{topic} 맞지 않습니다: 적힌 값 {written}, 계산한 값 {computed}, 차이 {difference}"
