"""A folder of files as the library sees it: names with composed Hangul, contents as bytes, nothing from outside."""

from __future__ import annotations

import os
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from generator.diagnostics import Diagnostic, Severity, Span

MAX_FILES = 20_000


class FileTree(Protocol):
    """Files by their path relative to the content folder, with `/` and composed Hangul."""

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, sorted."""
        ...

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files themselves: two names that are one, links that lead outside."""
        ...

    def read(self, path: str) -> bytes | None:
        """Give a file's content, or None where there is no such file."""
        ...


class FolderTree:
    """The files of a folder on disk. Contents are read when asked for and then kept, so that all readers of one build
    see the same bytes."""

    def __init__(self, root: Path) -> None:
        """Look at the folder's names; raises FileNotFoundError where it does not exist."""
        self.root = root.resolve(strict=True)
        self._files, self.findings = _named(self.root, sorted(_walk(self.root)))
        self._paths = tuple(sorted(self._files))
        self._contents: dict[str, bytes | None] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths, sorted."""
        return self._paths

    def place(self, path: str) -> Path:
        """Give where a file of the tree is on disk, its name spelled as there; raises KeyError for another path."""
        return self._files[path]

    def read(self, path: str) -> bytes | None:
        """Give a file's content, or None where there is no such file."""
        if path not in self._contents:
            place = self._files.get(path)
            self._contents[path] = place.read_bytes() if place is not None else None
        return self._contents[path]


def paths_under(tree: FileTree, folder: str) -> tuple[str, ...]:
    """Give the paths of all files in a folder of the tree, sorted; none where there is no such folder."""
    paths = tree.paths
    after = chr(ord("/") + 1)
    return paths[bisect_left(paths, f"{folder}/") : bisect_left(paths, f"{folder}{after}")]


def _walk(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder) / name for name in files if not name.startswith("."))


def _named(root: Path, places: list[Path]) -> tuple[Mapping[str, Path], tuple[Diagnostic, ...]]:
    files: dict[str, Path] = {}
    findings = []
    for place in places[:MAX_FILES]:
        name = unicodedata.normalize("NFC", place.relative_to(root).as_posix())
        if not place.resolve().is_relative_to(root):
            findings.append(
                _refused(name, "폴더 밖의 파일로 이어진 바로 가기입니다.", "바로 가기 대신 파일을 복사해 넣으세요.")
            )
        elif name in files:
            findings.append(
                _refused(name, "같은 이름의 파일이 둘 있습니다.", "한글이 풀어쓰기로 저장된 파일을 하나 지우세요.")
            )
        elif place.is_file():
            files[name] = place
    if len(places) > MAX_FILES:
        findings.append(_refused(".", f"파일이 {MAX_FILES:,}개보다 많습니다.", "보고서와 관계없는 파일을 옮기세요."))
    return files, tuple(findings)


def _refused(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("file-refused", Severity.ERROR, message, Span(path), hint)
