"""Documents for the tests: of a text, and of the reports that the archive has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.compose import compose_library
from generator.document import Document
from generator.file_tree import FolderTree
from generator.library import read_library
from tests.trees import MemoryTree, archive_of

CONTENT = Path(__file__).resolve().parents[2] / "content"


def documents_of(files: Mapping[str, str | bytes]) -> list[Document]:
    """Compose a content folder; whether it passes the checks does not matter here."""
    return [report.document for report in compose_library(read_library(MemoryTree(files)))]


def document_of(section: str) -> Document:
    """Compose a report of one section."""
    (document,) = documents_of(archive_of({"일반현황.yml": section}).files)
    return document


@cache
def real_files() -> Mapping[str, bytes]:
    """Give the archive's own content."""
    tree = FolderTree(CONTENT)
    return {path: data for path in tree.paths if (data := tree.read(path)) is not None}


@cache
def real_documents() -> tuple[Document, ...]:
    """Compose the archive's own content."""
    return tuple(documents_of(real_files()))
