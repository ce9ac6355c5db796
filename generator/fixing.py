"""Writing the safe corrections of the checker into the files: `check --fix`.

Only a finding that brings its own replacement is corrected, one that a comment excuses is not. A file keeps its
comments, its lines, their ends and its byte order mark; lines that nothing is corrected in keep their bytes.
Corrections are made until none is left, so a second run finds nothing to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from generator.archive import Archive, check_library
from generator.diagnostics import Diagnostic
from generator.file_tree import FileTree
from generator.library import read_library
from generator.notation.number import fold_width
from generator.source import Edit, Node, Scalar, apply_edits, read_yaml, source_lines
from generator.source import Mapping as Tree
from generator.source import Sequence as Items

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_MOST_ROUNDS = 10
"""A correction may uncover another one at the same place; more than two rounds have not been seen."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A line that was corrected."""

    path: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The files that change, by path, and their corrected lines in the order of files."""

    files: Mapping[str, bytes]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A content folder with some files replaced."""

    base: FileTree
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[str, ...]:
        return self.base.paths

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return self.base.findings

    def read(self, path: str) -> bytes | None:
        return self.files.get(path, self.base.read(path))


def correct(tree: FileTree, wanted: Callable[[str], bool] = lambda path: True) -> Corrected:
    """Correct what can be corrected safely in the files whose path is wanted."""
    draft = _Draft(tree)
    for _ in range(_MOST_ROUNDS):
        files = dict(draft.files)
        edits = sorted(_edits(check_library(read_library(draft))), key=lambda edit: edit.at)
        for path, own in groupby((edit for edit in edits if wanted(edit.at.path)), key=lambda edit: edit.at.path):
            data = draft.read(path)
            if data is not None and (changed := _apply(path, data, list(own))) != data:
                files[path] = changed
        if files == draft.files:
            break
        draft = _Draft(tree, files)
    corrections = (line for path in sorted(draft.files) for line in _changed_lines(path, tree, draft))
    return Corrected(draft.files, tuple(corrections))


def rewrite(data: bytes, edits: Iterable[Edit]) -> bytes | None:
    """Give a file's bytes after edits that keep its lines; None for a file that is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    pieces = [*_LINE_END.split(text.removeprefix(mark)), ""]
    old = source_lines(data)
    new = apply_edits(old, edits).split("\n")
    # A line that stays keeps its own spelling of composed Hangul too.
    kept = (raw if before == after else after for raw, before, after in zip(pieces[::2], old, new, strict=True))
    return (mark + "".join(line + end for line, end in zip(kept, pieces[1::2], strict=True))).encode()


def _edits(archive: Archive) -> Iterator[Edit]:
    excused = {silenced.finding.diagnostic for silenced in archive.silenced}
    for finding in archive.checked.findings:
        if finding.replacement is not None and finding.diagnostic not in excused:
            yield Edit(finding.diagnostic.at, finding.replacement)


def _apply(path: str, data: bytes, edits: list[Edit]) -> bytes:
    """Make the edits of a file together; where that would spoil it, make those that do not."""
    changed = rewrite(data, edits)
    if changed is None:
        return data
    if _keeps_meaning(path, data, changed):
        return changed
    kept: list[Edit] = []
    for edit in edits:
        tried = rewrite(data, [*kept, edit])
        if tried is not None and _keeps_meaning(path, data, tried):
            kept.append(edit)
    return rewrite(data, kept) or data


def _keeps_meaning(path: str, before: bytes, after: bytes) -> bool:
    """Tell whether a file reads as the same tree with the same numbers in it."""
    old, old_findings = read_yaml(path, before)
    new, new_findings = read_yaml(path, after)
    same_trouble = [f.code for f in old_findings] == [f.code for f in new_findings]
    return same_trouble and old is not None and new is not None and _is_like(old, new)


def _is_like(old: Node, new: Node) -> bool:
    match old, new:
        case Scalar(), Scalar():
            return old.text == new.text or _numbers(old.text) == _numbers(new.text)
        case Items(), Items():
            return len(old.items) == len(new.items) and all(map(_is_like, old.items, new.items))
        case Tree(), Tree():
            pairs = list(zip(old.entries, new.entries, strict=False))
            same = len(old.entries) == len(new.entries)
            return same and all(_is_like(a.key, b.key) and _is_like(a.value, b.value) for a, b in pairs)
    return False


def _numbers(text: str) -> list[int]:
    """Give the numbers of a text without their leading zeros, which dates lose."""
    return [int(digits) for digits in re.findall(r"\d+", fold_width(text))]


def _changed_lines(path: str, tree: FileTree, draft: _Draft) -> Iterator[Correction]:
    old, new = (source_lines(source.read(path) or b"") for source in (tree, draft))
    for number, (before, after) in enumerate(zip(old, new, strict=True), start=1):
        if before != after:
            yield Correction(path, number, before.strip(), after.strip())
