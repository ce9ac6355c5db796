"""Making a review: between two revisions of the content, or between two reports of different years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.archive import Archive, check_library
from generator.changes.documents import Heads, compare_archives
from generator.changes.kinds import ArchiveChanges, Change
from generator.changes.settings import compare_settings
from generator.changes.years import compare_years
from generator.compose import ComposedReport
from generator.file_tree import FileTree, FolderTree
from generator.git_tree import IdentifiedTree, Repository
from generator.library import LINEAGES_FILE, ORGANIZATION_FILE, REPORT_FILE, read_library
from generator.narrowing import NarrowTree, report_folders
from generator.outputs.review.kinds import Review
from generator.revisions import Findings, read_revisions
from generator.source import Node, read_tolerantly

WORKING = "지금 폴더"
_FOLDER = re.compile(r"(?:19|20)\d{2}/[^/.]+")
_APART, _RANGE = "...", ".."


class ReviewTrouble(Exception):
    """What was asked for cannot be compared; the text says in Korean why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Compared:
    """A review with the two archives that it compares, as far as they were read, and their files."""

    review: Review
    old: Archive
    new: Archive


@contextmanager
def between_revisions(content: Path, base: str, head: str = "", *, root: str = "") -> Iterator[Compared]:
    """Compare two revisions of the content folder. `base` may be `A...B` (what B changed since it parted from A) or
    `A..B`; without a `head` it is compared with the folder as it stands. Files are at hand inside the `with` block.

    Raises GitTrouble where Git cannot give them.
    """
    with Repository(content) as repository:
        old, new, names = _trees(repository, base, head)
        found = read_revisions(old, new)
        changed = set(found.changed)
        before = [r.document for r in found.old.reports if r.folder in changed]
        after = [r.document for r in found.new.reports if r.folder in changed]
        yield Compared(
            Review(
                *names,
                changes=compare_archives(before, after, _heads(old, new, changed), tuple(_settings(old, new))),
                findings=found.findings,
                old_lines=cache(found.old.library.lines_of),
                new_lines=cache(found.new.library.lines_of),
                root=root,
            ),
            found.old,
            found.new,
        )


def between_reports(content: Path, old: str, new: str) -> Review:
    """Compare two reports of the folder as it stands; raises ReviewTrouble where one is missing or cannot be read."""
    tree = FolderTree(content)
    known = report_folders(tree)
    for folder in (old, new):
        if folder not in known:
            years = ", ".join(sorted(known, reverse=True)[:6])
            raise ReviewTrouble(f"'{folder}' 보고서가 없습니다.", f"있는 보고서: {years}")
    archive = check_library(read_library(NarrowTree(tree, {old, new})))
    before, after = (_report(archive, folder).document for folder in (old, new))
    changes = ArchiveChanges(changed=(compare_years(before, after),))
    return Review(old, new, changes, Findings((), (), ()), archive.library.lines_of, archive.library.lines_of)


def names_a_report(word: str) -> bool:
    """Tell whether a word names a report's folder and not a revision: `2022/jobs-economy`."""
    return _FOLDER.fullmatch(word) is not None


def _trees(repository: Repository, base: str, head: str) -> tuple[IdentifiedTree, IdentifiedTree, tuple[str, str]]:
    if _APART in base:
        one, _, other = base.partition(_APART)
        return repository.tree(repository.merge_base(one, other)), repository.tree(other), (_short(one), _short(other))
    if _RANGE in base:
        base, _, head = base.partition(_RANGE)
    if head:
        return repository.tree(base), repository.tree(head), (_short(base), _short(head))
    return repository.tree(base), repository.working(), (_short(base), WORKING)


def _settings(old: IdentifiedTree, new: IdentifiedTree) -> Iterator[Change]:
    for path, title in ((ORGANIZATION_FILE, "기관 설정"), (LINEAGES_FILE, "사업 이력")):
        if old.identity(path) != new.identity(path):
            yield from compare_settings(_node(old, path), _node(new, path), title)


def _heads(old: IdentifiedTree, new: IdentifiedTree, folders: Collection[str]) -> tuple[Heads, Heads]:
    paths = {folder: f"{folder}/{REPORT_FILE}" for folder in sorted(folders)}
    differing = {folder: path for folder, path in paths.items() if old.identity(path) != new.identity(path)}
    before, after = (
        {folder: node for folder, path in differing.items() if (node := _node(tree, path))} for tree in (old, new)
    )
    return before, after


def _node(tree: FileTree, path: str) -> Node | None:
    data = tree.read(path)
    return read_tolerantly(path, data).tree if data is not None else None


def _short(revision: str) -> str:
    return revision[:10] if re.fullmatch(r"[0-9a-f]{40,64}", revision) else revision


def _report(archive: Archive, folder: str) -> ComposedReport:
    found = next((report for report in archive.reports if report.folder == folder), None)
    if found is None:
        hint = f"'python3 build.py check {folder}'로 무엇이 틀렸는지 보고 고친 뒤 다시 하세요."
        raise ReviewTrouble(f"'{folder}' 보고서를 읽을 수 없습니다.", hint)
    return found
