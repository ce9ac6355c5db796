"""What `serve` shows where a report cannot be read: its findings with the source lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, LinesOf, Severity
from generator.outputs.artifacts import Page
from generator.outputs.web.rendering import render_body


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A finding's source line, cut into what stands before, at and after its span."""

    line: int
    before: str
    at: str
    after: str


def problem_page(path: str, title: str, findings: Sequence[Diagnostic], lines_of: LinesOf) -> Page:
    """Make the page that stands for a report that cannot be read."""
    ordered = gravest_first(findings)
    excerpts = {index: excerpt for index, item in enumerate(ordered) if (excerpt := _excerpt(item, lines_of))}
    body = render_body("problem", title=title, findings=ordered, excerpts=excerpts, root="../" * path.count("/"))
    return Page(path, "problem", title, body)


def gravest_first(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Order findings by how grave they are, then by their places."""
    grave = list(Severity)
    return sorted(findings, key=lambda item: (grave.index(item.severity), item.at))


def _excerpt(item: Diagnostic, lines_of: LinesOf) -> Excerpt | None:
    lines = lines_of(item.at.path)
    if not 1 <= item.at.line <= len(lines):
        return None
    line = lines[item.at.line - 1].rstrip("\r\n")
    start = item.at.column - 1
    end = item.at.end_column - 1 if item.at.end_line == item.at.line else len(line)
    return Excerpt(item.at.line, line[:start], line[start : max(end, start + 1)], line[max(end, start + 1) :])
