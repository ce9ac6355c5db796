"""A rule of the checker: its code, what it is about, where it comes from, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.checks.relation import Agreement, Relation
from generator.checks.subject import Subject
from generator.diagnostics import Diagnostic, Related, Severity, Span


class Group(StrEnum):
    """What a rule is about; the value is the heading that staff see."""

    ARITHMETIC = "숫자"
    LISTS = "목록"
    CALENDAR = "날짜"
    CONSISTENCY = "앞뒤 맞음"
    CONTINUITY = "해마다 이어짐"
    NOTATION = "표기"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a rule found that is no relation of figures: the fact, the place, and what to do.

    `replacement` may be written in place of the text there without changing its meaning; None where there is none.
    """

    message: str
    at: Span
    hint: str
    replacement: str | None = None
    severity: Severity | None = None
    related: tuple[Related, ...] = ()


Found = Relation | Agreement | Trouble
LookAtReport = Callable[[Subject], Iterable[Found]]
LookAtArchive = Callable[[Sequence[Subject]], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    `code` is the module's name with hyphens. `title` says in Korean what must be true, `reason` why, `source` the law,
    article or custom behind it. A rule looks at one report (`report`) or at all of them (`archive`). `example` is a
    text that breaks it, for the staff guide, and `corrected` the same text put right.
    """

    code: str
    title: str
    reason: str
    source: str
    group: Group
    severity: Severity
    report: LookAtReport | None = None
    archive: LookAtArchive | None = None
    example: str = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic with the rule that made it and, where it is one, the relation that does not hold.

    `rule` is None for what reading and composing found.
    """

    diagnostic: Diagnostic
    rule: Rule | None = None
    relation: Relation | None = None
    replacement: str | None = None
