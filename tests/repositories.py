"""Small Git repositories for tests."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

SETTINGS = ("-c", "user.name=tester", "-c", "user.email=tester@example.org", "-c", "init.defaultBranch=main")


def git(folder: Path, *words: str) -> str:
    """Run Git in a folder and give what it says."""
    done = subprocess.run(["git", *SETTINGS, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files, making their folders."""
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())


def commit(folder: Path, files: Mapping[str, str | bytes], message: str = "change") -> str:
    """Write files, commit everything, and give the commit's id; the repository is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return git(folder, "rev-parse", "HEAD")
