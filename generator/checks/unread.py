"""Places that no rule may judge, because what stands there could not be read as it was meant.

An amount that is cut short by a blank, or a table in which a cell is missing, yields figures that nobody wrote; what
rules say of them would only hide the one finding that helps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, LinesOf, Severity

_RAGGED, _TO_WRITE = "table-ragged", "to-write"

Line = tuple[str, int]
"""A file and a line in it, from 1."""


def unread_lines(findings: Iterable[Diagnostic], lines_of: LinesOf) -> frozenset[Line]:
    """Give the lines on which something could not be read or is still to be written, of a table with a missing cell all
    of them."""
    return frozenset(line for finding in findings for line in _unread(finding, lines_of))


def _unread(finding: Diagnostic, lines_of: LinesOf) -> Iterator[Line]:
    if finding.severity is not Severity.ERROR and finding.code != _TO_WRITE:
        return
    at = finding.at
    yield at.path, at.line
    if finding.code == _RAGGED:
        lines = lines_of(at.path)
        for step in (-1, 1):
            number = at.line
            while 0 < number <= len(lines) and lines[number - 1].strip().startswith("|"):
                yield at.path, number
                number += step
