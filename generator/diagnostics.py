"""Findings: what is wrong where, and what to do about it.

A problem in content is a value of this type, never an exception: all problems are collected and shown together.
Finding and showing are separate: `render_text`, `render_github`, `to_code_quality` and `to_json` print the same value.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a finding is; the value is the word that readers see."""

    ERROR = "오류"
    WARNING = "주의"
    NOTE = "참고"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file.

    `path` is relative to the content folder, with `/` and composed Hangul. Lines and columns count characters from 1;
    the end is exclusive, so an empty span has equal start and end.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a finding."""

    at: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` states the fact and stands alone; `hint` says what to do."""

    code: str
    severity: Severity
    message: str
    at: Span
    hint: str = ""
    related: tuple[Related, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """All places that it speaks of, its own first."""
        return (self.at, *(other.at for other in self.related))


LinesOf = Callable[[str], Sequence[str]]
"""Gives the lines of a source file for its path; an empty sequence where the file cannot be read."""


def has_errors(diagnostics: Sequence[Diagnostic]) -> bool:
    """Tell whether any finding forbids publishing."""
    return any(item.severity is Severity.ERROR for item in diagnostics)


def display_width(text: str) -> int:
    """Count terminal cells: Hangul and other wide characters take two, combining marks none (Unicode UAX #11)."""
    return sum(_cells(character) for character in text)


def render_text(item: Diagnostic, lines_of: LinesOf, root: str = "") -> str:
    """Show a finding with its source line, a caret under the very characters, and the hint."""
    at = item.at
    place = f"{root}{at.path}:{at.line}:{at.column}"
    shown = [f"{place}: {item.severity}[{item.code}] {item.message}"]
    shown += _excerpt(at, lines_of)
    shown += [f"  참고: {root}{r.at.path}:{r.at.line}:{r.at.column}: {r.message}" for r in item.related]
    if item.hint:
        shown.append(f"  도움말: {item.hint}")
    return "\n".join(shown)


def render_github(item: Diagnostic, root: str = "") -> str:
    """Show a finding as a GitHub Actions workflow command, so that it stands beside the changed line."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}[item.severity]
    at = item.at
    properties = {
        "file": f"{root}{at.path}",
        "line": str(at.line),
        "col": str(at.column),
        "endLine": str(at.end_line),
        "title": f"{item.severity}[{item.code}]",
    }
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    text = item.message if not item.hint else f"{item.message}\n{item.hint}"
    return f"::{level} {listed}::{_escape_data(text)}"


def to_code_quality(item: Diagnostic, root: str = "") -> dict[str, object]:
    """Give a finding as an entry of GitLab's code quality report, which shows it beside the changed line.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. The fingerprint leaves the line out, so
    that a finding stays the same as the file grows.
    """
    path = f"{root}{item.at.path}"
    grave = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}
    return {
        "description": f"{item.message} {item.hint}".strip(),
        "check_name": item.code,
        "fingerprint": hashlib.sha256("\0".join((item.code, path, item.message)).encode()).hexdigest(),
        "severity": grave[item.severity],
        "location": {"path": path, "lines": {"begin": item.at.line}},
    }


def to_json(item: Diagnostic) -> dict[str, object]:
    """Give a finding as plain data."""
    return {
        "code": item.code,
        "severity": item.severity.name.lower(),
        "message": item.message,
        "hint": item.hint,
        "at": _span_json(item.at),
        "related": [{"at": _span_json(r.at), "message": r.message} for r in item.related],
    }


def _span_json(at: Span) -> dict[str, object]:
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_WIDEST_EXCERPT = 100


def _excerpt(at: Span, lines_of: LinesOf) -> list[str]:
    lines = lines_of(at.path)
    if not 1 <= at.line <= len(lines):
        return []
    line = "".join(_visible(character) for character in lines[at.line - 1].rstrip("\r\n"))
    if not line.strip():
        return []
    start = min(at.column - 1, len(line))
    end = at.end_column - 1 if at.end_line == at.line else len(line)
    before, shown, after = _window(line[:start], line[start:end], line[end:] if end > start else line[start:])
    carets = max(1, display_width(shown.rstrip()))
    gutter = f"{at.line:>5} | "
    return [gutter + before + shown + after, " " * 5 + " | " + " " * display_width(before) + "^" * carets]


def _visible(character: str) -> str:
    """Replace what moves the caret by an unknown amount or commands the terminal."""
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cf"} else character


def _window(before: str, shown: str, after: str) -> tuple[str, str, str]:
    """Cut a long line around the place: in a line that the terminal wraps, carets stand under the wrong characters."""
    room = _WIDEST_EXCERPT - min(display_width(shown), _WIDEST_EXCERPT // 2)
    if display_width(before + shown + after) <= _WIDEST_EXCERPT:
        return before, shown, after
    shown = _fit(shown, _WIDEST_EXCERPT // 2)
    before = _fit(before[::-1], max(room // 2, room - display_width(after)))[::-1]
    return before, shown, _fit(after, room - display_width(before))


def _fit(text: str, cells: int) -> str:
    """Give the beginning of a text that fits into a number of cells, with a mark where it was cut."""
    if display_width(text) <= cells:
        return text
    fitting, width = "", 1
    for character in text:
        width += _cells(character)
        if width > cells:
            break
        fitting += character
    return fitting + "…"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
