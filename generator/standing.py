"""Knowing that a finished site still stands as this very content made it, so that it need not be made again."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.cache import Store, key_of
from generator.program import program_digest


@dataclass(frozen=True, slots=True)
class Standing:
    """A finished build: the digest of the site's folder, what was said of it, and the exit status."""

    site: str
    said: tuple[str, ...]
    status: int


def build_key(content: Path, settings: Mapping[str, str]) -> str:
    """Give the key of a build: the content's files, the program, and settings that change what is made."""
    said = json.dumps(dict(settings), sort_keys=True)
    return key_of("site", (program_digest(), said, *_parts(content)))


def folder_digest(folder: Path) -> str:
    """Give a digest of a folder's files, by names and bytes; empty where there is no such folder."""
    return key_of("folder", _parts(folder)) if folder.is_dir() else ""


def still_stands(store: Store, key: str, site: Path) -> Standing | None:
    """Give the build of this key, where its site stands untouched."""
    kept = store.get(key)
    if kept is None:
        return None
    read = json.loads(kept)
    standing = Standing(read["site"], tuple(read["said"]), read["status"])
    return standing if standing.site == folder_digest(site) else None


def keep_standing(store: Store, key: str, standing: Standing) -> None:
    """Remember a build."""
    store.put(key, json.dumps(asdict(standing), ensure_ascii=False).encode())


def _parts(folder: Path) -> Iterator[bytes | str]:
    for place in sorted(_files(folder)):
        yield unicodedata.normalize("NFC", place.relative_to(folder).as_posix())
        yield hashlib.sha256(place.read_bytes()).digest()


def _files(folder: Path) -> Iterator[Path]:
    for inner, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(inner, name) for name in files)
