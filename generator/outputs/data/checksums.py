"""`SHA256SUMS`: the published files and their digests, as `sha256sum -c` reads and writes them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.outputs.artifacts import Asset

FILE = "SHA256SUMS"

PUBLISHED = frozenset({".pdf", ".csv", ".json", ".xlsx", ".yml", ".zip"})
"""Kinds of files that people keep and pass on; pages, styles and programs change with the site."""

_LINE = re.compile(r"(?P<slash>\\?)(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)")
# GNU coreutils writes a name with these escaped and a backslash before the line.
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}


def checksums(assets: Iterable[Asset]) -> Asset:
    """Give the file of digests of all PDFs and data files among these, in the order of their paths."""
    kept = sorted((asset for asset in assets if _is_published(asset.path)), key=lambda asset: asset.path)
    lines = (_line(hashlib.sha256(asset.data).hexdigest(), asset.path) for asset in kept)
    return Asset(FILE, "".join(lines).encode())


def read_checksums(data: bytes) -> Mapping[str, str]:
    """Give the digests by their files' paths; lines that are none are passed over."""
    found = {}
    for line in data.decode(errors="replace").splitlines():
        if match := _LINE.fullmatch(line):
            name = match["name"]
            found[_unescaped(name) if match["slash"] else name] = match["digest"]
    return found


def _is_published(path: str) -> bool:
    return PurePosixPath(path).suffix.lower() in PUBLISHED


def _line(digest: str, path: str) -> str:
    escaped = "".join(_ESCAPES.get(character, character) for character in path)
    return f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n"


def _unescaped(name: str) -> str:
    return re.sub(r"\\([\\nr])", lambda found: {"n": "\n", "r": "\r"}.get(found[1], "\\"), name)
