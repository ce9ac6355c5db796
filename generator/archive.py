"""The content of an archive, read, composed and checked, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks import RULES
from generator.checks.engine import Checked, run_rules
from generator.checks.exclusion import Exclusion, Silenced, read_exclusions, sift
from generator.checks.profile import chosen_rules, unknown_rules
from generator.checks.rule import Finding
from generator.checks.subject import Subject, subject_of
from generator.compose import ComposedReport, compose_library
from generator.diagnostics import Diagnostic, Span
from generator.fields import words
from generator.file_tree import FileTree, FolderTree
from generator.library import Library, read_library
from generator.lineage import ResolvedLineage, resolve_lineages
from generator.organization import house_of
from generator.source import comments

# What a kind of report asks for may be missing from a published original; what cannot be read or printed may not.
_COMPOSING_CODES = frozenset({"required-part", "required-topic"})


@dataclass(frozen=True, slots=True)
class Archive:
    """The library, its composed reports, and all findings in the order of files and lines.

    `checked` is what the rules compared, before exclusions; `silenced` are the findings that a comment in the content
    has taken out of `findings`. `lineages` are the entries of programs.yml with what they lead to.
    """

    library: Library
    reports: tuple[ComposedReport, ...]
    findings: tuple[Diagnostic, ...]
    checked: Checked = field(default_factory=Checked)
    silenced: tuple[Silenced, ...] = ()
    lineages: tuple[ResolvedLineage, ...] = ()


def read_archive(content: Path) -> Archive:
    """Read, compose and check all reports of a content folder; raises FileNotFoundError where it does not exist."""
    return check_library(read_library(FolderTree(content)))


def check_library(library: Library) -> Archive:
    """Compose and check what was read."""
    reports = compose_library(library)
    checked = run_rules(chosen_rules(RULES, library.organization), tuple(_subjects(library, reports)))
    composing = (Finding(f) for report in reports for f in report.findings)
    known = _COMPOSING_CODES | {rule.code for rule in RULES}
    read = frozenset(section.path for report in library.reports for section in report.sections)
    found_by_rules = (*composing, *checked.findings)
    sifted = sift(found_by_rules, tuple(_exclusions(library.tree)), known, read.__contains__)
    remaining = (finding.diagnostic for finding in sifted.remaining)
    settings = unknown_rules(RULES, library.organization)
    lineages, lost = _lineages(library, reports)
    found = dict.fromkeys((*library.findings, *settings, *lost, *remaining, *sifted.troubles))
    return Archive(library, reports, tuple(sorted(found, key=_order)), checked, sifted.silenced, lineages)


def _lineages(
    library: Library, reports: tuple[ComposedReport, ...]
) -> tuple[tuple[ResolvedLineage, ...], tuple[Diagnostic, ...]]:
    organization = library.organization
    if organization is None:
        return (), ()
    documents = {report.folder: report.document for report in reports}
    broken = frozenset(r.folder for r in library.reports if not r.whole or r.folder not in documents)
    house, institution = house_of(organization), words(organization.institution)
    return resolve_lineages(library.lineages, documents, house, institution, broken)


def _subjects(library: Library, reports: tuple[ComposedReport, ...]) -> Iterator[Subject]:
    organization = library.organization
    if organization is None:
        return
    house = house_of(organization)
    loaded = {report.folder: report for report in library.reports}
    for composed in reports:
        department = organization.department(composed.document.department_slug)
        predecessors = department.predecessors if department else ()
        yield subject_of(loaded[composed.folder], composed, house, tuple(p.text.strip() for p in predecessors))


def _exclusions(tree: FileTree) -> Iterator[Exclusion]:
    for path in tree.paths:
        data = tree.read(path) if path.endswith((".yml", ".yaml")) else None
        if data is not None and "검사 제외".encode() in data:
            for comment in comments(path, data):
                yield from read_exclusions(comment)


def _order(finding: Diagnostic) -> tuple[Span, str]:
    return finding.at, finding.code
