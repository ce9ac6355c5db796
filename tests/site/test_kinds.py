"""The page kinds that the archive is made of; other tests of the site take what they find."""

from __future__ import annotations

from tests.site.documents import MISSING, PAPER, HtmlFile, Sample

NEEDED = {
    "front",
    "year",
    "departments",
    "department",
    "report",
    "programmes",
    "lifeline",
    "finance",
    "errata",
    "data",
    "search",
    "guide",
    PAPER,
    MISSING,
}


def test_every_kind_of_page_is_there(files: dict[str, HtmlFile]) -> None:
    assert {file.kind for file in files.values()} >= NEEDED


def test_every_file_is_of_a_kind(files: dict[str, HtmlFile]) -> None:
    assert [path for path, file in files.items() if not file.kind] == []


def test_every_kind_has_a_page_that_stands_for_it(files: dict[str, HtmlFile], samples: list[Sample]) -> None:
    assert {sample.kind for sample in samples} == {file.kind for file in files.values()} - {MISSING}
