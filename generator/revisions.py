"""Two revisions of the content, read as far as they differ, with the findings that came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.archive import Archive, check_library
from generator.checks import RULES
from generator.diagnostics import Diagnostic
from generator.file_tree import FileTree
from generator.git_tree import IdentifiedTree
from generator.library import read_library
from generator.narrowing import (
    NarrowTree,
    changed_folders,
    folder_of_path,
    related_folders,
    same_years,
    settings_changed,
)

_OVER_SEVERAL = frozenset(rule.code for rule in RULES if rule.archive is not None)


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of two revisions set against each other: those that came, those that went, those that stayed."""

    new: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Revisions:
    """Two revisions. `old` and `new` hold the reports in the `changed` folders, and those beside them that rules look
    at together with them."""

    old: Archive
    new: Archive
    changed: tuple[str, ...]
    findings: Findings


def read_revisions(old: IdentifiedTree, new: IdentifiedTree) -> Revisions:
    """Read, compose and check what differs between two revisions; raises GitTrouble where a file is not in this
    clone."""
    changed = changed_folders(old, new)
    wanted = changed | related_folders(old, changed) | related_folders(new, changed)
    archives, found = _compared(old, new, wanted, changed)
    if any(finding.code in _OVER_SEVERAL for finding in (*found.new, *found.fixed)):
        # A programme that a report lacks may have gone to another department in the same year.
        wider = wanted | same_years(old, wanted) | same_years(new, wanted)
        archives, found = _compared(old, new, wider, changed)
    if not settings_changed(old, new):
        found = replace(found, remaining=tuple(f for f in found.remaining if _is_certain(f)))
    return Revisions(*archives, tuple(sorted(changed)), found)


def compare_findings(old: Sequence[Diagnostic], new: Sequence[Diagnostic]) -> Findings:
    """Set findings against each other. Lines move as a file grows, so a finding is known by its rule, file and
    message; one whose message changed is a new one, because another figure is wrong now."""
    before = Counter(_known_by(finding) for finding in old)
    came, stayed = [], []
    for finding in new:
        if before[_known_by(finding)]:
            before[_known_by(finding)] -= 1
            stayed.append(finding)
        else:
            came.append(finding)
    went = []
    for finding in reversed(old):
        if before[_known_by(finding)]:
            before[_known_by(finding)] -= 1
            went.append(finding)
    return Findings(tuple(came), tuple(reversed(went)), tuple(stayed))


def _compared(
    old: FileTree, new: FileTree, folders: frozenset[str], changed: frozenset[str]
) -> tuple[tuple[Archive, Archive], Findings]:
    before, after = (check_library(read_library(NarrowTree(tree, folders))) for tree in (old, new))
    return (before, after), compare_findings(*(tuple(_of_interest(archive, changed)) for archive in (before, after)))


def _is_certain(finding: Diagnostic) -> bool:
    """What settings, or rules over several reports, say of reports that were not read here is no finding; what came or
    went with a change is."""
    return bool(folder_of_path(finding.at.path)) and finding.code not in _OVER_SEVERAL


def _of_interest(archive: Archive, changed: frozenset[str]) -> Iterator[Diagnostic]:
    """The findings in changed reports and in settings; and, in reports beside them, those of rules over several."""
    for finding in archive.findings:
        folder = folder_of_path(finding.at.path)
        if not folder or folder in changed or finding.code in _OVER_SEVERAL:
            yield finding


def _known_by(finding: Diagnostic) -> tuple[str, str, str]:
    return finding.code, finding.at.path, finding.message
