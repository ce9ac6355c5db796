"""The store of made things: it gives back what was kept, never anything else, and stays within its size."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from generator.cache import Store, key_of

KEY = key_of("sample", ("a", b"b"))


def test_what_is_kept_is_given_back(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert store.get(KEY) is None
    store.put(KEY, b"made")
    assert store.get(KEY) == b"made" == Store(tmp_path / "cache").get(KEY)
    store.put(KEY, b"")
    assert store.get(KEY) == b""


def test_a_key_changes_with_every_part() -> None:
    parts = [("ab", "c"), ("a", "bc"), ("abc",), ("ab", b"c", ""), ("", "ab", "c"), ("c", "ab")]
    keys = {key_of("sample", part) for part in parts} | {key_of("other", parts[0])}
    assert len(keys) == len(parts) + 1
    assert key_of("sample", ("가", b"b")) == key_of("sample", (b"\xea\xb0\x80", "b"))


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 40])
def test_a_damaged_entry_is_none(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"made")
    (entry,) = tmp_path.glob("??/*")
    entry.write_bytes(damage)
    assert store.get(KEY) is None and not entry.exists()
    store.put(KEY, b"again")
    assert store.get(KEY) == b"again"


def test_a_half_written_entry_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(KEY, b"made of many bytes")
    (entry,) = tmp_path.glob("??/*")
    entry.write_bytes(entry.read_bytes()[:-3])
    assert store.get(KEY) is None


def test_what_was_used_least_recently_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1000)
    keys = [key_of("sample", (str(number),)) for number in range(10)]
    for age, key in enumerate(keys):
        store.put(key, b"x" * 100)
        entry = tmp_path / key[:2] / key[2:]
        os.utime(entry, ns=(age, age))
    assert store.get(keys[0]) is not None  # used now
    store.clear_old()
    left = [key for key in keys if store.get(key) is not None]
    assert keys[0] in left and keys[1] not in left and keys[-1] in left
    assert sum(entry.stat().st_size for entry in tmp_path.glob("??/*")) <= 1000


def test_within_its_size_nothing_goes(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1000)
    store.put(KEY, b"x" * 900)
    store.clear_old()
    assert store.get(KEY) is not None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    store = Store(blocked / "cache")
    store.put(KEY, b"made")
    assert store.get(KEY) is None
    store.clear_old()


def test_many_writers_do_not_harm_each_other(tmp_path: Path) -> None:
    texts = [bytes([number]) * 100_000 for number in range(8)]
    seen: list[bytes | None] = []

    def write(text: bytes) -> None:
        store = Store(tmp_path)
        for _ in range(20):
            store.put(KEY, text)
            seen.append(store.get(KEY))

    threads = [threading.Thread(target=write, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) <= set(texts), "a reader saw a mixture or a half"
    assert not list(tmp_path.glob("??/.*")), "nothing is left lying beside the entries"
