"""Two revisions of the content, read as far as they differ, with the findings that came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.archive import Archive, check_library
from generator.checks import RULES
from generator.checks.exclusion import Silenced
from generator.checks.notation import NOTATION_RULES
from generator.diagnostics import Diagnostic
from generator.fields import words
from generator.file_tree import FileTree
from generator.git_tree import IdentifiedTree
from generator.library import Library, LoadedReport, read_library
from generator.narrowing import (
    NarrowTree,
    changed_folders,
    folder_of_path,
    related_folders,
    same_years,
    settings_changed,
)

NOTHING_RENAMED: Mapping[str, str] = {}

_OVER_SEVERAL = frozenset(rule.code for rule in RULES if rule.archive is not None)
_IN_NO_REPORT = "lineage-programme"
_NOTATION = frozenset(rule.code for rule in NOTATION_RULES)


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of two revisions set against each other: those that came, those that went, those that stayed, and
    those that a comment silences since, or for another reason than before; the message of these ends in the reason."""

    new: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]
    silenced: tuple[Diagnostic, ...] = ()


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


def compare_findings(
    old: Sequence[Diagnostic], new: Sequence[Diagnostic], renamed: Mapping[str, str] = NOTHING_RENAMED
) -> Findings:
    """Set findings against each other. Lines move as a file grows and files are renamed, so a finding is known by its
    rule, report and message; one whose message changed is a new one, because another figure is wrong now. `renamed`
    leads from a report's old folder to its new one."""
    before = Counter(_known_by(finding, renamed) for finding in old)
    came, stayed = [], []
    for finding in new:
        if before[_known_by(finding)]:
            before[_known_by(finding)] -= 1
            stayed.append(finding)
        else:
            came.append(finding)
    went = []
    for finding in reversed(old):
        if before[_known_by(finding, renamed)]:
            before[_known_by(finding, renamed)] -= 1
            went.append(finding)
    return Findings(tuple(came), tuple(reversed(went)), tuple(stayed))


def _compared(
    old: FileTree, new: FileTree, folders: frozenset[str], changed: frozenset[str]
) -> tuple[tuple[Archive, Archive], Findings]:
    before, after = (check_library(read_library(NarrowTree(tree, folders))) for tree in (old, new))
    renamed = _renamed(before.library, after.library)
    one, other = (tuple(_of_interest(archive.findings, changed)) for archive in (before, after))
    if before.unsound or after.unsound:
        # Where a report is broken nobody can tell which programme is in no report; that is not looked for there.
        one, other = (tuple(f for f in found if f.code != _IN_NO_REPORT) for found in (one, other))
    found = compare_findings(one, other, renamed)
    one, other = (tuple(_of_interest(map(_with_reason, a.silenced), changed)) for a in (before, after))
    silenced = compare_findings(one, other, renamed).new
    unlooked = _unlooked(after, renamed)
    return (before, after), replace(
        found,
        fixed=tuple(finding for finding in found.fixed if not unlooked(finding)),
        silenced=silenced,
    )


def _with_reason(silenced: Silenced) -> Diagnostic:
    found = silenced.finding.diagnostic
    return replace(found, message=f"{found.message} (뺀 까닭: {silenced.exclusion.reason})", hint="", related=())


def _renamed(old: Library, new: Library) -> Mapping[str, str]:
    """Find reports whose folder has another name now: of the same year, department and kind."""
    before, after = ({report.folder: report for report in library.reports} for library in (old, new))
    came = {_identity(after[folder]): folder for folder in after.keys() - before.keys()}
    gone = sorted(before.keys() - after.keys())
    return {folder: came[name] for folder in gone if (name := _identity(before[folder])) and name in came}


def _identity(loaded: LoadedReport) -> tuple[object, ...] | None:
    report = loaded.report
    return (loaded.year, words(report.department), words(report.kind)) if report else None


def _unlooked(archive: Archive, renamed: Mapping[str, str]) -> Callable[[Diagnostic], bool]:
    """Tell which findings an archive lacks though nobody mended anything: they are silenced there, their rule is
    switched off for the office or for the report, or the report cannot be read any more."""
    silenced = {_known_by(item.finding.diagnostic) for item in archive.silenced}
    organization = archive.library.organization
    off = {code for code, severity in (organization.severities if organization else {}).items() if severity is None}
    reports = archive.library.reports
    broken = {loaded.folder for loaded in reports if loaded.report is None or not loaded.whole}
    as_published = {loaded.folder for loaded in reports if loaded.report and not loaded.report.notation_check}

    def is_unlooked(finding: Diagnostic) -> bool:
        folder = folder_of_path(finding.at.path)
        folder = renamed.get(folder, folder)
        unread = folder in broken or (finding.code in _NOTATION and folder in as_published)
        return unread or finding.code in off or _known_by(finding, renamed) in silenced

    return is_unlooked


def _is_certain(finding: Diagnostic) -> bool:
    """What settings, or rules over several reports, say of reports that were not read here is no finding; what came or
    went with a change is."""
    return bool(folder_of_path(finding.at.path)) and finding.code not in _OVER_SEVERAL


def _of_interest(findings: Iterable[Diagnostic], changed: frozenset[str]) -> Iterator[Diagnostic]:
    """The findings in changed reports and in settings; and, in reports beside them, those of rules over several."""
    for finding in findings:
        folder = folder_of_path(finding.at.path)
        if not folder or folder in changed or finding.code in _OVER_SEVERAL:
            yield finding


def _known_by(finding: Diagnostic, renamed: Mapping[str, str] = NOTHING_RENAMED) -> tuple[str, str, str]:
    folder = folder_of_path(finding.at.path)
    return finding.code, renamed.get(folder, folder) or finding.at.path, finding.message
