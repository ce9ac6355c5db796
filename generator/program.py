"""The program itself as something that outputs are made from: its code, templates and packages."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_OWN = ("generator", "templates")
_PACKAGES = (
    "fonttools", "jinja2", "markdown-it-py", "mkdocs", "mkdocs-material", "pillow", "pikepdf", "pydantic", "pydyf",
    "pymdown-extensions", "pyphen", "pyyaml", "tinycss2", "tinyhtml5", "uharfbuzz", "weasyprint",
)  # fmt: skip


@cache
def program_digest() -> str:
    """Give a digest of everything but the content that the outputs depend on; file times and places do not count."""
    digest = hashlib.sha256(sys.version.encode())
    for name in _PACKAGES:
        digest.update(f"{name} {_version(name)}\n".encode())
    for place in _files():
        digest.update(f"{place.relative_to(ROOT).as_posix()}\n".encode())
        digest.update(hashlib.sha256(place.read_bytes()).digest())
    return digest.hexdigest()


def digest_of(places: Iterable[Path]) -> str:
    """Give a digest of files by their names and contents, in the order given."""
    digest = hashlib.sha256()
    for place in places:
        digest.update(f"{place.name}\n".encode())
        digest.update(hashlib.sha256(place.read_bytes()).digest())
    return digest.hexdigest()


def _files() -> list[Path]:
    found = [ROOT / "mkdocs.yml"]
    for name in _OWN:
        for folder, folders, files in os.walk(ROOT / name):
            folders[:] = [inner for inner in folders if inner != "__pycache__"]
            found += [Path(folder, file) for file in files]
    return sorted(found)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
