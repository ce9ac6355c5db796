"""Which rules an office wants, and how grave it takes them: `검사` in organization.yml.

검사:
  tilde-space: 끄기
  table-unit: 오류
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.checks.relation import Agreement
from generator.checks.rule import Found, Rule
from generator.diagnostics import Diagnostic, Severity
from generator.fields import nearest
from generator.notation.particle import with_particle
from generator.organization import Organization

T = TypeVar("T")


def chosen_rules(rules: Iterable[Rule], organization: Organization | None) -> tuple[Rule, ...]:
    """Give the rules that an office wants, as grave as it wants them; all as they are where it says nothing."""
    wanted: Mapping[str, Severity | None] = organization.severities if organization else {}
    return tuple(_graded(rule, wanted.get(rule.code, rule.severity)) for rule in _on(rules, wanted))


def unknown_rules(rules: Iterable[Rule], organization: Organization | None) -> Iterator[Diagnostic]:
    """Find names in the settings that no rule has."""
    known = {rule.code for rule in rules}
    for name in organization.checks if organization else ():
        if (code := name.text.strip()) not in known:
            near = nearest(code, known)
            meant = f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? " if near else ""
            message = f"'{code}' 검사는 없습니다."
            hint = f"{meant}검사의 이름은 검사 결과의 대괄호 안에 있습니다."
            yield Diagnostic("check-unknown", Severity.ERROR, message, name.at, hint)


def _on(rules: Iterable[Rule], wanted: Mapping[str, Severity | None]) -> Iterator[Rule]:
    return (rule for rule in rules if wanted.get(rule.code, rule.severity) is not None)


def _graded(rule: Rule, severity: Severity | None) -> Rule:
    if severity is None or severity is rule.severity:
        return rule
    return replace(
        rule,
        severity=severity,
        report=_with_severity(rule.report, severity) if rule.report else None,
        archive=_with_severity(rule.archive, severity) if rule.archive else None,
    )


def _with_severity(look: Callable[[T], Iterable[Found]], severity: Severity) -> Callable[[T], Iterable[Found]]:
    def graded(subject: T) -> Iterator[Found]:
        for found in look(subject):
            yield found if isinstance(found, Agreement) else replace(found, severity=severity)

    return graded
