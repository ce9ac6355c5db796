"""The content folder as the library sees it: composed names, nothing from outside."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator import file_tree
from generator.archive import read_archive
from generator.file_tree import FolderTree
from tests.trees import ORGANIZATION, REPORT


def test_paths_are_sorted_composed_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("나.yml", "가.yml", ".hidden", ".git/config"):
        path = tmp_path / unicodedata.normalize("NFD", name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    tree = FolderTree(tmp_path)
    assert tree.paths == ("가.yml", "나.yml")
    assert tree.read("가.yml") == "가.yml".encode()
    assert tree.read("없음.yml") is None
    assert not tree.findings


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yml"
    outside.write_text("비밀: 값", encoding="utf-8")
    inside = tmp_path / "content"
    inside.mkdir()
    (inside / "link.yml").symlink_to(outside)
    (inside / "own.yml").write_text("가: 나", encoding="utf-8")
    (inside / "alias.yml").symlink_to(inside / "own.yml")
    tree = FolderTree(inside)
    assert tree.paths == ("alias.yml", "own.yml")
    assert [(finding.code, finding.at.path) for finding in tree.findings] == [("file-refused", "link.yml")]


@pytest.mark.parametrize("path", ["../secret.yml", "/etc/passwd", "./own.yml"])
def test_only_listed_paths_can_be_read(tmp_path: Path, path: str) -> None:
    inside = tmp_path / "content"
    inside.mkdir()
    (tmp_path / "secret.yml").write_text("비밀", encoding="utf-8")
    (inside / "own.yml").write_text("가", encoding="utf-8")
    assert FolderTree(inside).read(path) is None


def test_too_many_files_are_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_tree, "MAX_FILES", 3)
    for number in range(5):
        (tmp_path / f"{number}.yml").write_text("", encoding="utf-8")
    tree = FolderTree(tmp_path)
    assert len(tree.paths) == 3
    assert [finding.code for finding in tree.findings] == ["file-refused"]


def test_two_names_that_are_one_are_a_finding(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "가.yml")).write_text(form, encoding="utf-8")
    if len(list(tmp_path.iterdir())) == 1:
        return  # this file system takes both names for one, so the trouble cannot arise
    assert [finding.code for finding in FolderTree(tmp_path).findings] == ["file-refused"]


def test_a_picture_cannot_be_fetched_from_outside_its_report(tmp_path: Path) -> None:
    folder = tmp_path / "2030" / "sample"
    folder.mkdir(parents=True)
    (tmp_path / "organization.yml").write_text(ORGANIZATION, encoding="utf-8")
    (folder / "보고서.yml").write_text(REPORT, encoding="utf-8")
    (folder / "일반현황.yml").write_text("제목: 가\n내용: |\n  ![그림](../../secret.png)\n", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(b"\x89PNG")
    assert [finding.code for finding in read_archive(tmp_path).findings] == ["picture-path"]
