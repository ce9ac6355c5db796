"""Reading a file: parse, name what is wrong, set the broken place aside, and look again.

A parser stops at the first fault. Staff should see all faults in one run, so each known fault comes with a mend of
equal length (`faults`), and the mended text is parsed for what else is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Span
from generator.source import refusals
from generator.source.comments import find_comments, find_swallowed_text
from generator.source.composing import Composition, compose
from generator.source.conflicts import find_conflicts, without_conflicts
from generator.source.faults import find_fault
from generator.source.faults.scene import Fault, indentation
from generator.source.indents import find_odd_indents, widen_indents
from generator.source.pasted import find_pasted_tables
from generator.source.stray import find_stray_lines, with_stray_lines
from generator.source.text import SourceText, parseable, read_text
from generator.source.tree import Node

MAX_BYTES = 1024 * 1024
_MOST_MENDS = 20
_MOST_MENDED_TEXT = 4_000_000  # characters, over all mends of a file: each costs a parse


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `tree` is None where the file has no content or its structure cannot be told. Where it is
    `mended`, the tree lacks what was set aside: it serves to find further mistakes, and nothing may be made of it."""

    tree: Node | None
    findings: tuple[Diagnostic, ...]
    mended: bool = False


def read_yaml(path: str, data: bytes) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read a YAML file; `path` is the one that places shall show.

    The tree is None where the file has no content or its structure cannot be told. It is given beside findings where
    these leave no doubt about what was meant, so that the content can be checked in the same run.
    """
    reading = read_tolerantly(path, data)
    return (None if reading.mended else reading.tree), reading.findings


def read_tolerantly(path: str, data: bytes) -> Reading:
    """Read a YAML file as `read_yaml` does, and give what is left of a broken one as well."""
    source, found = read_text(path, data)
    if len(data) > MAX_BYTES:
        return Reading(None, (refusals.too_large(SourceText(path, ""), len(data), MAX_BYTES),))
    odd = tuple(find_odd_indents(source))
    if odd:
        source = widen_indents(source)
    stray = tuple(find_stray_lines(source))
    if stray:
        source = with_stray_lines(source)
    conflicts = tuple(find_conflicts(source))
    parsed = parseable(without_conflicts(source.text) if conflicts else source.text)
    first = compose(source, parsed)
    if first.is_empty and not found:
        return Reading(None, (refusals.empty_file(source),))
    is_doubtful = bool(odd) or any(item.code == "encoding" for item in found)
    # Behind a line that is indented otherwise, a text runs together; that is no fault of its own.
    seen, last = (_but_joined(first.findings), first) if is_doubtful else _mended(source, parsed, first)
    findings = [
        *found,
        *odd,
        *stray,
        *conflicts,
        *find_pasted_tables(source),
        *seen,
        *find_swallowed_text(source, find_comments(source, parsed, first)),
    ]
    tree = None if last.error else last.root
    return Reading(tree, _in_order(findings), mended=bool(first.error or odd or stray or conflicts))


def _mended(source: SourceText, parsed: str, composition: Composition) -> tuple[list[Diagnostic], Composition]:
    """Give the findings of a text, where it is broken its faults and what the mended text shows, and the last parse."""
    findings = list(composition.findings)
    lines: list[int] = []
    most = min(_MOST_MENDS, _MOST_MENDED_TEXT // (len(parsed) + 1))
    while composition.error and len(lines) < most:
        fault = find_fault(source, parsed, composition)
        line = source.line_of(fault.start)
        if line in lines:
            break
        if not _is_consequence(source, fault, lines):
            findings = [item for item in findings if not _contains(fault.diagnostic.at, item.at)]
            findings.append(fault.diagnostic)
        lines.append(line)
        if fault.mend is None:
            break
        start, replacement = fault.mend
        parsed = parsed[:start] + replacement + parsed[start + len(replacement) :]
        composition = compose(source, parsed)
        # A text that lost its frame runs together; that is no fault of its own.
        findings += _but_joined(composition.findings)
    return findings, composition


def _but_joined(findings: list[Diagnostic]) -> list[Diagnostic]:
    return [item for item in findings if item.code != "joined-lines"]


def _is_consequence(source: SourceText, fault: Fault, mended: list[int]) -> bool:
    """Tell whether a line only seems to be misplaced because the line above it was set aside."""
    line = source.line_of(fault.start)
    above = next((number for number in range(line - 1, -1, -1) if source.line(number).strip()), -1)
    if above not in mended:
        return False
    is_level = indentation(source.line(above)) == indentation(source.line(line))
    return fault.diagnostic.code == "bad-indent" or (fault.diagnostic.code == "missing-colon" and not is_level)


def _contains(outer: Span, inner: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) < end


def _in_order(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by place, and name each trouble once, though every new parse finds it again."""
    unique = {(item.code, item.at.line, item.at.column): item for item in findings}
    return tuple(sorted(unique.values(), key=lambda item: (item.at, item.code)))
