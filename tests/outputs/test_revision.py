"""A report's revision changes with its files and with nothing else."""

from __future__ import annotations

import unicodedata

import pytest

from generator.outputs.web.revision import LENGTH, report_revision, revision_of
from tests.trees import MemoryTree

FILES = {"보고서.yml": b"a", "추진실적.yml": b"bc"}


def test_the_order_of_files_and_the_composition_of_names_do_not_count() -> None:
    turned = {unicodedata.normalize("NFD", name): data for name, data in reversed(FILES.items())}
    assert revision_of(turned) == revision_of(FILES)
    assert len(revision_of(FILES)) == LENGTH


@pytest.mark.parametrize(
    "changed",
    [
        {**FILES, "보고서.yml": b"b"},
        {"보고서.yml": b"a"},
        {**FILES, "일반현황.yml": b""},
        {"보고서.yml": b"ab", "추진실적.yml": b"c"},
        {"보고서.ymla": b"", "추진실적.yml": b"bc"},
    ],
)
def test_any_change_counts(changed: dict[str, bytes]) -> None:
    assert revision_of(changed) != revision_of(FILES)


def test_only_the_files_of_the_report_count() -> None:
    own = {f"2030/sample/{name}": data for name, data in FILES.items()}
    tree = MemoryTree({**own, "2030/sample/그림/가.png": b"x"})
    others = MemoryTree(
        {**tree.files, "2030/sample-2/보고서.yml": b"z", "2029/sample/보고서.yml": b"z", "organization.yml": b"z"}
    )
    assert report_revision(others, "2030/sample") == report_revision(tree, "2030/sample")
    assert report_revision(tree, "2030/sample") == revision_of({**FILES, "그림/가.png": b"x"})
