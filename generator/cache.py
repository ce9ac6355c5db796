"""A store of made things under the digest of what they were made from: `.cache/`, safe to delete.

An entry is written aside and moved into place, so that two builds at once cannot harm each other; it carries the digest
of its own bytes, so that a damaged or half-written one is as good as none. The store is shared by all branches of a
checkout and bounded in size: what was used least recently goes first.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

_DIGEST = 32
_KEEP = 0.8
"""The share of the limit that is left after clearing, so that not every new entry clears again."""


class Store:
    """A folder of entries, each a few bytes to a few megabytes, named by keys of `key_of`."""

    def __init__(self, folder: Path, limit: int = 1 << 30) -> None:
        """`limit` is in bytes. The folder is made when something is first kept."""
        self._folder = folder
        self._limit = limit

    def get(self, key: str) -> bytes | None:
        """Give what is kept under a key; None where there is nothing or it is damaged."""
        place = self._place(key)
        try:
            held = place.read_bytes()
        except OSError:
            return None
        digest, data = held[:_DIGEST], held[_DIGEST:]
        if hashlib.sha256(data).digest() != digest:
            place.unlink(missing_ok=True)
            return None
        _mark_used(place)
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key. A full disk or a folder that cannot be written is no trouble: it is a cache."""
        place = self._place(key)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as fresh:
                try:
                    fresh.write(hashlib.sha256(data).digest())
                    fresh.write(data)
                    fresh.close()
                    Path(fresh.name).replace(place)
                except OSError:
                    Path(fresh.name).unlink(missing_ok=True)
        except OSError:
            return

    def clear_old(self) -> None:
        """Remove what was used least recently, where the store has grown over its limit."""
        entries = []
        for place in self._folder.glob("??/*"):
            try:
                about = place.stat()
            except OSError:  # another build has just cleared it
                continue
            entries.append((about.st_mtime_ns, about.st_size, place))
        size = sum(entry[1] for entry in entries)
        if size <= self._limit:
            return
        for _, own, place in sorted(entries):
            place.unlink(missing_ok=True)
            size -= own
            if size <= self._limit * _KEEP:
                return

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def key_of(kind: str, parts: Iterable[bytes | str]) -> str:
    """Give the key of something of a kind that is made from these parts: it changes whenever one of them does."""
    digest = hashlib.sha256(kind.encode())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        # The length apart keeps ("ab", "c") from being ("a", "bc").
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def _mark_used(place: Path) -> None:
    try:
        os.utime(place)
    except OSError:
        return
