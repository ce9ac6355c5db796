"""A site that stands as its content made it is known, whatever the file times."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cache import Store
from generator.standing import Standing, build_key, folder_digest, keep_standing, still_stands
from tests.repositories import write


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write(tmp_path, {"content/2030/a/보고서.yml": "글", "site/index.html": "쪽", "site/a/b.css": "모양"})
    return tmp_path


def kept(place: Path, key: str) -> Store:
    store = Store(place / "cache")
    keep_standing(store, key, Standing(folder_digest(place / "site"), ("말",), 0))
    return store


def test_an_untouched_site_is_known(place: Path) -> None:
    key = build_key(place / "content", {})
    store = kept(place, key)
    for file in place.rglob("*.*"):
        os.utime(file, (0, 0))
    assert build_key(place / "content", {}) == key
    standing = still_stands(store, key, place / "site")
    assert standing is not None and (standing.said, standing.status) == (("말",), 0)


@pytest.mark.parametrize(
    "change",
    [{"site/index.html": "다른 쪽"}, {"site/new.html": ""}, {"site/a/c.css": "모양"}],
    ids=["changed", "added", "another name"],
)
def test_a_touched_site_is_made_again(place: Path, change: dict[str, str]) -> None:
    key = build_key(place / "content", {})
    store = kept(place, key)
    write(place, change)
    assert still_stands(store, key, place / "site") is None


def test_a_site_that_is_gone_is_made_again(place: Path) -> None:
    key = build_key(place / "content", {})
    store = kept(place, key)
    assert still_stands(store, key, place / "elsewhere") is None
    assert still_stands(store, "0" * 64, place / "site") is None


def test_the_key_follows_content_and_settings(place: Path) -> None:
    keys = {build_key(place / "content", {}), build_key(place / "content", {"SITE_URL": "https://example.org/"})}
    for change in ({"content/2030/a/보고서.yml": "고친 글"}, {"content/guide/new.md": ""}):
        write(place, change)
        keys.add(build_key(place / "content", {}))
    assert len(keys) == 4
