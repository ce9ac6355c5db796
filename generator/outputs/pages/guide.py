"""The generated pages of the staff guide: the reference of keys, and what the checker looks at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.checks.rule import Group, Rule
from generator.guide import key_groups
from generator.outputs.artifacts import Page
from generator.outputs.templating import environment


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules about one thing, in the order in which they run."""

    title: str
    rules: tuple[Rule, ...]


def guide_pages(rules: Iterable[Rule]) -> tuple[Page, ...]:
    """Give the pages of the staff guide that are made: from the model the reference of keys, from `rules` that of the
    checks."""
    web = environment("web")
    keys = web.get_template("pages/keys.html").render(groups=key_groups())
    checks = web.get_template("pages/checks.html").render(groups=rule_groups(rules))
    return (
        Page("guide/checks/index.html", "guide", "검사하는 것", checks, "검사 하나하나의 까닭과 보기, 빼는 법"),
        Page("guide/keys/index.html", "guide", "쓸 수 있는 항목", keys, "보고서 파일에 쓸 수 있는 모든 항목과 보기"),
    )


def rule_groups(rules: Iterable[Rule]) -> tuple[RuleGroup, ...]:
    """Give the rules by what they are about; a group without rules is left out."""
    known = tuple(rules)
    grouped = (RuleGroup(group.value, tuple(rule for rule in known if rule.group is group)) for group in Group)
    return tuple(group for group in grouped if group.rules)
