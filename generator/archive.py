"""The content of an archive, read, composed and checked, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.checks import RULES
from generator.checks.engine import Checked, counted, folder_of, look_at_archive, look_at_report
from generator.checks.exclusion import Exclusion, Silenced, read_exclusions, sift
from generator.checks.profile import chosen_rules, unknown_rules
from generator.checks.rule import Finding, Rule
from generator.checks.subject import Subject, subject_of
from generator.checks.unread import unread_lines
from generator.compose import ComposedReport, compose_report
from generator.diagnostics import Diagnostic, Severity, Span
from generator.fields import words
from generator.file_tree import FileTree, FolderTree
from generator.library import REPORT_FILE, Library, read_library
from generator.lineage import ResolvedLineage, resolve_lineages
from generator.organization import house_of, repeated_names
from generator.pictures import missing_pictures
from generator.remembering import Memory
from generator.source import comments

# A file in another encoding is a finding, and its comments speak all the same.
_EXCLUSION_MARKS = tuple("검사 제외".encode(encoding) for encoding in ("utf-8", "cp949", "utf-16-le", "utf-16-be"))
# What a kind of report asks for may be missing from a published original; what cannot be read or printed may not.
_COMPOSING_CODES = frozenset({"required-part", "required-topic"})


@dataclass(frozen=True, slots=True)
class Archive:
    """The library, its composed reports, and all findings in the order of files and lines.

    `checked` is what the rules compared, before exclusions; `silenced` are the findings that a comment in the content
    has taken out of `findings`. `lineages` are the entries of programs.yml with what they lead to. `unsound` are the
    folders of reports of which not everything could be read.
    """

    library: Library
    reports: tuple[ComposedReport, ...]
    findings: tuple[Diagnostic, ...]
    checked: Checked = field(default_factory=Checked)
    silenced: tuple[Silenced, ...] = ()
    lineages: tuple[ResolvedLineage, ...] = ()
    unsound: frozenset[str] = frozenset()


def read_archive(content: Path) -> Archive:
    """Read, compose and check all reports of a content folder; raises FileNotFoundError where it does not exist."""
    return check_library(read_library(FolderTree(content)))


class Reader:
    """Reads an archive again and again, doing anew only what depends on a file that changed. The parts of an archive
    that did not change are the same objects as before. It holds what the last archive was made of."""

    def __init__(self) -> None:
        self._memory = Memory()

    def read(self, tree: FileTree) -> Archive:
        """Read, compose and check; the archive is the one that `check_library(read_library(tree))` gives."""
        with self._memory.round():
            return check_library(read_library(tree, self._memory), self._memory)


def check_library(library: Library, memory: Memory | None = None) -> Archive:
    """Compose and check what was read. What a `memory` has of an earlier time is not done again."""
    memory = memory or Memory()
    reports = _composed(library, memory)
    rules = memory.recall("rules", (library.organization,), partial(chosen_rules, RULES, library.organization))
    checked = _checked(rules, tuple(_subjects(library, reports, memory)), memory)
    unread = unread_lines((*library.findings, *(f for r in reports for f in r.findings)), library.lines_of)
    judged = (f for f in checked.findings if not any((at.path, at.line) in unread for at in f.diagnostic.places))
    composing = (Finding(f) for report in reports for f in report.findings)
    known = _COMPOSING_CODES | {rule.code for rule in RULES}
    unsound = _unsound(library, reports, checked)
    read = frozenset(s.path for report in library.reports if report.folder not in unsound for s in report.sections)
    found_by_rules = (*composing, *judged)
    sifted = sift(found_by_rules, tuple(_exclusions(library.tree, memory)), known, read.__contains__)
    remaining = (finding.diagnostic for finding in sifted.remaining)
    settings = (*unknown_rules(RULES, library.organization), *repeated_names(library.organization))
    lineages, lost = _lineages(library, reports, unsound)
    pictures = missing_pictures(library, reports)
    found = dict.fromkeys((*library.findings, *settings, *lost, *pictures, *remaining, *sifted.troubles))
    return Archive(library, reports, tuple(sorted(found, key=_order)), checked, sifted.silenced, lineages, unsound)


def _composed(library: Library, memory: Memory) -> tuple[ComposedReport, ...]:
    organization = library.organization
    if organization is None:
        return ()
    house = memory.recall("house", (organization,), partial(house_of, organization))
    made = (
        memory.recall(("composed", r.folder), (r, organization), partial(compose_report, r, organization, house))
        for r in library.reports
        if r.sections
    )
    return tuple(report for report in made if report is not None)


def _checked(rules: tuple[Rule, ...], subjects: tuple[Subject, ...], memory: Memory) -> Checked:
    looked = [
        memory.recall(("looked", subject.composed.folder), (subject, rules), partial(look_at_report, rules, subject))
        for subject in subjects
    ]
    return counted([*looked, look_at_archive(rules, subjects)])


def _unsound(library: Library, reports: tuple[ComposedReport, ...], checked: Checked) -> frozenset[str]:
    """Give the folders of reports in which something could not be read or composed, or whose head is wrong: what seems
    to be missing there, or not to be wrong any more, may only be unread. Their own errors come first."""
    heads = (f.diagnostic for f in checked.findings if f.diagnostic.at.path.endswith(f"/{REPORT_FILE}"))
    found = (*library.findings, *(finding for report in reports for finding in report.findings), *heads)
    in_error = {folder_of(finding.at) for finding in found if finding.severity is Severity.ERROR}
    composed = {report.folder for report in reports}
    partly = {r.folder for r in library.reports if not r.whole or r.folder not in composed}
    return frozenset(in_error | partly)


def _lineages(
    library: Library, reports: tuple[ComposedReport, ...], unsound: frozenset[str]
) -> tuple[tuple[ResolvedLineage, ...], tuple[Diagnostic, ...]]:
    organization = library.organization
    if organization is None:
        return (), ()
    documents = {report.folder: report.document for report in reports}
    house, institution = house_of(organization), words(organization.institution)
    return resolve_lineages(library.lineages, documents, house, institution, unsound)


def _subjects(library: Library, reports: tuple[ComposedReport, ...], memory: Memory) -> Iterator[Subject]:
    organization = library.organization
    if organization is None:
        return
    house = memory.recall("house", (organization,), partial(house_of, organization))
    loaded = {report.folder: report for report in library.reports}
    for composed in reports:
        department = organization.department(composed.document.department_slug)
        predecessors = tuple(p.text.strip() for p in department.predecessors) if department else ()
        own = loaded[composed.folder]
        read = partial(subject_of, own, composed, house, predecessors)
        yield memory.recall(("subject", composed.folder), (own, composed, house, predecessors), read)


def _exclusions(tree: FileTree, memory: Memory) -> Iterator[Exclusion]:
    for path in tree.paths:
        data = tree.read(path) if path.endswith((".yml", ".yaml")) else None
        if data is not None and any(mark in data for mark in _EXCLUSION_MARKS):
            yield from memory.recall(("exclusions", path), (data,), partial(_exclusions_in, path, data))


def _exclusions_in(path: str, data: bytes) -> tuple[Exclusion, ...]:
    return tuple(exclusion for comment in comments(path, data) for exclusion in read_exclusions(comment))


def _order(finding: Diagnostic) -> tuple[Span, str]:
    return finding.at, finding.code
