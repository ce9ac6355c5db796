"""How verbs speak of findings as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, Severity


def content_root(content: Path) -> str:
    """Give the content folder as staff see it from where they stand, ending in `/`."""
    place = content.resolve()
    here = Path.cwd().resolve()
    shown = place.relative_to(here) if place.is_relative_to(here) else place
    return "" if shown == Path() else f"{shown.as_posix()}/"


def summary(findings: Sequence[Diagnostic], reports: int) -> str:
    """Say in one line how many reports were read and what was found."""
    if not findings:
        return f"보고서 {reports}건을 검사했습니다. 틀린 곳이 없습니다."
    counted = Counter(finding.severity for finding in findings)
    listed = ", ".join(f"{severity} {counted[severity]}건" for severity in Severity if counted[severity])
    return f"보고서 {reports}건을 검사했습니다. {listed}."
