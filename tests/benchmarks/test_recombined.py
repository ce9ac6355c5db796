"""Recombined reports are reports: whole, without errors, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.archive import Archive, check_library
from generator.diagnostics import Severity
from generator.document import Role, walk_divisions
from generator.file_tree import FolderTree
from generator.library import read_library
from tests.benchmarks.recombined import FEWEST, MOST, recombined, renamed

COUNT = 5


@pytest.fixture(scope="module")
def archive() -> Archive:
    return check_library(read_library(recombined(COUNT, years=3)))


def test_same_seed_gives_same_bytes_and_another_others() -> None:
    assert recombined(COUNT).files == recombined(COUNT).files
    assert recombined(COUNT).files != recombined(COUNT, seed=1).files


def test_reports_of_a_smaller_archive_stand_in_a_larger_one() -> None:
    smaller, larger = recombined(COUNT, years=COUNT), recombined(2 * COUNT, years=COUNT)
    reports = [path for path in smaller.paths if "/" in path]
    assert [smaller.files[path] for path in reports] == [larger.files[path] for path in reports]


def test_reports_have_no_errors(archive: Archive) -> None:
    assert [finding for finding in archive.findings if finding.severity is Severity.ERROR] == []


def test_every_report_is_composed_and_each_department_reports_once_a_year(archive: Archive) -> None:
    assert len(archive.reports) == len({(r.document.year, r.document.department) for r in archive.reports}) == COUNT
    assert len({report.document.year for report in archive.reports}) == 3


def test_programmes_are_as_many_as_in_real_reports_and_their_ids_unique(archive: Archive) -> None:
    for report in archive.reports:
        found = [d for d in walk_divisions(report.document.parts) if d.role is Role.PROGRAMME and d.programme]
        assert FEWEST <= len(found) <= MOST
        assert max(Counter(division.programme.id for division in found if division.programme).values()) == 1


def test_departments_keep_programmes_over_the_years(archive: Archive) -> None:
    years: dict[str, set[int]] = {}
    for report in archive.reports:
        for division in walk_divisions(report.document.parts):
            if division.programme:
                years.setdefault(division.programme.id, set()).add(report.document.year)
    assert any(len(found) > 1 for found in years.values())


def test_folder_on_disk_is_the_same_tree(tmp_path: Path) -> None:
    tree = recombined(COUNT)
    tree.write_to(tmp_path)
    written = FolderTree(tmp_path)
    assert {path: written.read(path) for path in written.paths} == dict(tree.files)


def test_a_renamed_programme_is_the_only_difference() -> None:
    old, new = recombined(COUNT), renamed(recombined(COUNT))
    (path,) = (path for path in old.paths if old.files[path] != new.files[path])
    assert new.files[path].replace("고친 ".encode(), b"") == old.files[path]
    assert read_library(new).findings == read_library(old).findings
