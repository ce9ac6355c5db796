"""What is wrong with a piece of notation, and where in its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """The ways in which a text fails to be the notation it should be."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not-a-number"
    BAD_GROUPING = "bad-grouping"
    UNKNOWN_UNIT = "unknown-unit"
    UNKNOWN_SOURCE = "unknown-source"
    SOURCE_TWICE = "source-twice"
    UNCLOSED_BRACKET = "unclosed-bracket"
    MISSING_BRACKET = "missing-bracket"
    MALFORMED_SPLIT = "malformed-split"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble: `text[start:end]` is the place, `message` the fact, `hint` what to do."""

    kind: ProblemKind
    start: int
    end: int
    message: str
    hint: str = ""
