"""Narrowing a content folder to the reports that a change can touch, so that comparing two revisions of a large archive
reads only those.

A report's own findings depend on its files and on the settings. Rules over several reports look at the year before, in
the same department or in one whose work it took over, and at all reports of a year.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from generator.diagnostics import Diagnostic
from generator.file_tree import FileTree
from generator.git_tree import IdentifiedTree
from generator.library import ORGANIZATION_FILE, REPORT_FILE
from generator.source import Mapping as YamlMapping
from generator.source import Scalar, Sequence, read_tolerantly

_IN_REPORT = re.compile(r"(?P<folder>(?:19|20)\d{2}/[^/]+)/")
_NOT_SETTINGS = ("guide/", "schema/")


class NarrowTree:
    """A tree of which only some report folders are seen; what lies in no report folder is seen as before."""

    def __init__(self, tree: FileTree, folders: Collection[str]) -> None:
        self._tree = tree
        self._folders = folders

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths that are seen, sorted."""
        return tuple(path for path in self._tree.paths if self._is_seen(path))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files that are seen."""
        return tuple(finding for finding in self._tree.findings if self._is_seen(finding.at.path))

    def read(self, path: str) -> bytes | None:
        """Give a file's content, or None where there is no such file or it is not seen."""
        return self._tree.read(path) if self._is_seen(path) else None

    def _is_seen(self, path: str) -> bool:
        folder = folder_of_path(path)
        return not folder or folder in self._folders


def folder_of_path(path: str) -> str:
    """Give the report folder that a file lies in, `2022/jobs-economy`; empty for a file outside of all."""
    found = _IN_REPORT.match(path)
    return found["folder"] if found else ""


def report_folders(tree: FileTree) -> frozenset[str]:
    """Give all report folders of a tree."""
    return frozenset(folder for path in tree.paths if (folder := folder_of_path(path)))


def changed_folders(old: IdentifiedTree, new: IdentifiedTree) -> frozenset[str]:
    """Give the report folders in which a file was changed, added or removed; all of them where a setting for the whole
    archive was."""
    if settings_changed(old, new):
        return report_folders(old) | report_folders(new)
    return frozenset(folder for path in _changed_paths(old, new) if (folder := folder_of_path(path)))


def settings_changed(old: IdentifiedTree, new: IdentifiedTree) -> bool:
    """Tell whether a file of settings for the whole archive was changed, added or removed."""
    return any(not folder_of_path(path) and path.endswith(".yml") for path in _changed_paths(old, new))


def related_folders(tree: FileTree, folders: Collection[str]) -> frozenset[str]:
    """Give the reports of the year before and after of the same department, of one whose work it took over, or of one
    that took over its work."""
    years = {int(folder[:4]) for folder in folders}
    near = {folder for folder in report_folders(tree) if {int(folder[:4]) - 1, int(folder[:4]) + 1} & years}
    if not near:
        return frozenset()
    before = _predecessors(tree)
    department = {folder: _department(tree, folder) for folder in {*near, *folders}}

    def follows(later: str, earlier: str) -> bool:
        own = (department[later], *before.get(department[later], ()))
        return int(later[:4]) == int(earlier[:4]) + 1 and department[earlier] in own

    return frozenset(one for one in near for other in folders if follows(one, other) or follows(other, one))


def same_years(tree: FileTree, folders: Collection[str]) -> frozenset[str]:
    """Give all reports of the years of some folders."""
    years = {folder[:4] for folder in folders}
    return frozenset(folder for folder in report_folders(tree) if folder[:4] in years)


def _changed_paths(old: IdentifiedTree, new: IdentifiedTree) -> set[str]:
    paths = (path for path in {*old.paths, *new.paths} if not path.startswith(_NOT_SETTINGS))
    return {path for path in paths if old.identity(path) != new.identity(path)}


def _department(tree: FileTree, folder: str) -> str:
    return _text(_read(tree, f"{folder}/{REPORT_FILE}"), "부서")


def _predecessors(tree: FileTree) -> Mapping[str, tuple[str, ...]]:
    root = _read(tree, ORGANIZATION_FILE)
    listed = root.get("부서 목록") if root else None
    departments = listed.items if isinstance(listed, Sequence) else ()
    found = {}
    for department in departments:
        if isinstance(department, YamlMapping):
            earlier = department.get("전신")
            names = earlier.items if isinstance(earlier, Sequence) else (earlier,)
            found[_text(department, "id")] = tuple(n.text.strip() for n in names if isinstance(n, Scalar))
    return found


def _read(tree: FileTree, path: str) -> YamlMapping | None:
    data = tree.read(path)
    found = read_tolerantly(path, data).tree if data is not None else None
    return found if isinstance(found, YamlMapping) else None


def _text(mapping: YamlMapping | None, key: str) -> str:
    value = mapping.get(key) if mapping else None
    return value.text.strip() if isinstance(value, Scalar) else ""
