"""How long a build takes when nothing, little or everything is new: `python -m tests.benchmarks.builds`.

The command is run as staff run it, on a copy of this project's content, with a store of its own: everything for the
first time, again without a change, after one sentence changed, and with a site that is gone and a store that is
there. Ratios are to the first build, taken in one run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.press import usable_processors

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Print a table of seconds and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        print(f"processors: {usable_processors()}")
        first = _build("first build", folder, None)
        _build("no change", folder, first)
        _edit(folder / "content")
        _build("one sentence changed", folder, first)
        shutil.rmtree(folder / "site")
        _build("site gone, store there", folder, first)


def _edit(content: Path) -> None:
    """Put a word into the first purpose of the newest report that has one."""
    for place in sorted(content.glob("[0-9]*/*/*.yml"), reverse=True):
        head, mark, tail = place.read_text(encoding="utf-8").partition("    목적: >-\n      ")
        if mark:
            place.write_text(f"{head}{mark}새로 {tail}", encoding="utf-8")
            return
    raise ValueError("no purpose in this content")


def _build(name: str, folder: Path, first: float | None) -> float:
    options = ["--content", "content", "--site", "site", "--cache", "cache"]
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "generator.cli", "build", *options],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        stderr=subprocess.DEVNULL,
        check=True,
    )
    taken = time.perf_counter() - started
    print(f"{name:<24} {taken:>7.2f} s {taken / (first or taken):>7.3f}")
    return taken


if __name__ == "__main__":
    main()
