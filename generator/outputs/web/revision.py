"""The revision of a report's source: short, and changing only when the report does.

A commit's number would change with every other report's commit, and a page with it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping

from generator.file_tree import FileTree, paths_under

LENGTH = 12
"""Hexadecimal digits shown: 48 bits tell all revisions of one report apart."""


def revision_of(files: Mapping[str, bytes]) -> str:
    """Give the revision of files by their names: SHA-256 over names (NFC) and contents in the order of the names, each
    with its length, so that no two sets of files read alike."""
    digest = hashlib.sha256()
    composed = {unicodedata.normalize("NFC", name): data for name, data in files.items()}
    for name, data in sorted(composed.items()):
        for piece in (name.encode(), data):
            digest.update(len(piece).to_bytes(8, "big"))
            digest.update(piece)
    return digest.hexdigest()[:LENGTH]


def report_revision(tree: FileTree, folder: str) -> str:
    """Give the revision of the report in a folder: all its files, pictures included."""
    return revision_of({path.removeprefix(f"{folder}/"): tree.read(path) or b"" for path in paths_under(tree, folder)})
