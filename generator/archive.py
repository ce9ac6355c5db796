"""The content of an archive, read and composed, with everything that is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.compose import ComposedReport, compose_library
from generator.diagnostics import Diagnostic, Span
from generator.file_tree import FolderTree
from generator.library import Library, read_library


@dataclass(frozen=True, slots=True)
class Archive:
    """The library, its composed reports, and all findings in the order of files and lines."""

    library: Library
    reports: tuple[ComposedReport, ...]
    findings: tuple[Diagnostic, ...]


def read_archive(content: Path) -> Archive:
    """Read and compose all reports of a content folder; raises FileNotFoundError where the folder does not exist."""
    library = read_library(FolderTree(content))
    reports = compose_library(library)
    found = dict.fromkeys((*library.findings, *(f for report in reports for f in report.findings)))
    return Archive(library, reports, tuple(sorted(found, key=_order)))


def _order(finding: Diagnostic) -> tuple[Span, str]:
    return finding.at, finding.code
