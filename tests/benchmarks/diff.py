"""How long a review takes: `python -m tests.benchmarks.diff`.

Two revisions of an archive in a repository, of which the second changes one figure in one report. Measured in one run,
after start-up: reading what differs and comparing it, beside reading and checking both revisions whole, which is what a
comparison of two builds would do.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.archive import check_library
from generator.file_tree import FileTree, FolderTree
from generator.git_tree import Repository
from generator.library import read_library
from generator.reviewing import between_revisions
from tests.benchmarks.recombined import recombined
from tests.repositories import commit

ROOT = Path(__file__).resolve().parents[2]
RUNS = 3
_BUDGET = re.compile('예산액"?: *"?(\\d)'.encode())


def main() -> None:
    """Print a table of seconds and ratios."""
    print(f"{'reports':>8} {'review s':>9} {'whole s':>9} {'ratio':>7}  changed  figures")
    for name, tree in (("5 real", FolderTree(ROOT / "content")), ("200", recombined(200))):
        with tempfile.TemporaryDirectory() as folder:
            _measure(name, {path: tree.read(path) or b"" for path in tree.paths}, Path(folder))


def _measure(name: str, files: Mapping[str, bytes], folder: Path) -> None:
    commit(folder, {f"content/{path}": data for path, data in files.items()})
    place, text = _with_figure(files)
    commit(folder, {f"content/{place}": text})
    content = folder / "content"
    with between_revisions(content, "HEAD~1", "HEAD") as compared:
        found = compared.review.changes
    figures = sum(len(change.figures) for report in found.reports for change in report.changes)
    review = _fastest(lambda: _review(content))
    whole = _fastest(lambda: _whole(content)) if len(files) < 200 else _once(lambda: _whole(content))
    print(f"{name:>8} {review:>9.2f} {whole:>9.2f} {review / whole:>7.3f}  {len(found.reports):>7}  {figures:>7}")


def _with_figure(files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Give a file in which a budget is another one now."""
    for path, data in sorted(files.items(), reverse=True):
        found = _BUDGET.search(data) if path[:1].isdigit() else None
        if found:
            digit = b"2" if found[1] != b"2" else b"3"
            return path, data[: found.start(1)] + digit + data[found.end(1) :]
    raise ValueError("no budget in these files")


def _review(content: Path) -> None:
    with between_revisions(content, "HEAD~1", "HEAD"):
        pass


def _whole(content: Path) -> None:
    with Repository(content) as repository:
        trees: tuple[FileTree, ...] = (repository.tree("HEAD~1"), repository.tree("HEAD"))
        for tree in trees:
            check_library(read_library(tree))


def _once(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _fastest(work: Callable[[], None]) -> float:
    return min(_once(work) for _ in range(RUNS))


if __name__ == "__main__":
    main()
