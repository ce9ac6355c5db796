"""The edit that the benchmarks make: a word put before a purpose, as staff would write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_PURPOSE = re.compile(r'"?목적"?: (?:>-\s+)?"?(?P<beginning>\w+ \w+)')


def files_with_purposes(content: Path) -> Iterator[Path]:
    """Give the files of all reports that state a purpose, the oldest year first."""
    places = sorted(content.glob("[0-9]*/*/*.yml"))
    return (place for place in places if _PURPOSE.search(place.read_text(encoding="utf-8")))


def newest_with_purpose(content: Path) -> Path:
    """Give the last of these files; raises ValueError where there is none."""
    found = tuple(files_with_purposes(content))
    if not found:
        raise ValueError("no purpose in this content")
    return found[-1]


def with_word(source: str, word: str) -> str:
    """Give a file's source with a word put before its first purpose."""
    return _PURPOSE.sub(lambda found: found[0].replace(found["beginning"], f"{word} {found['beginning']}"), source, 1)


def beginning_of_purpose(source: str) -> str:
    """Give the first two words of a file's first purpose, by which it is found in another format."""
    found = _PURPOSE.search(source)
    return found["beginning"] if found else ""
