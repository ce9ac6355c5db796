"""Content as Git keeps it: any revision, the index, the folder on disk."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.git_tree import GitTrouble, Repository
from tests.repositories import commit, git, write


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with two commits on `main`, content in a folder of its own."""
    root = tmp_path / "work"
    commit(root, {"content/organization.yml": "기관: 가", "content/2030/a/보고서.yml": "옛 글", "README.md": "밖"}, "1")
    commit(root, {"content/2030/a/보고서.yml": "새 글", "content/2030/b/보고서.yml": "둘째"}, "2")
    return root


def test_a_revision_gives_its_files_and_contents(place: Path) -> None:
    with Repository(place / "content") as repository:
        old, new = repository.tree("HEAD~1"), repository.tree("main")
        assert old.paths == ("2030/a/보고서.yml", "organization.yml")
        assert new.paths == ("2030/a/보고서.yml", "2030/b/보고서.yml", "organization.yml")
        assert (old.read("2030/a/보고서.yml"), new.read("2030/a/보고서.yml")) == ("옛 글".encode(), "새 글".encode())
        assert new.read("README.md") is None and new.read("../README.md") is None
        assert old.identity("organization.yml") == new.identity("organization.yml")


def test_the_folder_on_disk_is_known_by_the_same_ids(place: Path) -> None:
    write(place, {"content/2030/b/보고서.yml": "고친 둘째", "content/2030/c/보고서.yml": "셋째"})
    with Repository(place / "content") as repository:
        last, disk = repository.tree("HEAD"), repository.working()
        same = [path for path in disk.paths if disk.identity(path) == last.identity(path)]
        assert same == ["2030/a/보고서.yml", "organization.yml"]


def test_what_is_staged_is_neither_the_last_commit_nor_the_folder(place: Path) -> None:
    write(place, {"content/organization.yml": "기관: 나"})
    git(place, "add", "content/organization.yml")
    write(place, {"content/organization.yml": "기관: 다"})
    with Repository(place / "content") as repository:
        read = [t.read("organization.yml") for t in (repository.last(), repository.staged(), repository.working())]
    assert read == ["기관: 가".encode(), "기관: 나".encode(), "기관: 다".encode()]


def test_before_the_first_commit_there_is_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, {"a.yml": "가"})
    git(tmp_path, "add", "a.yml")
    with Repository(tmp_path) as repository:
        assert repository.last().paths == ()
        assert repository.staged().paths == ("a.yml",)


def test_a_revision_without_the_folder_has_no_files(tmp_path: Path) -> None:
    commit(tmp_path, {"README.md": "밖"})
    commit(tmp_path, {"content/a.yml": "가"})
    with Repository(tmp_path / "content") as repository:
        assert repository.tree("HEAD~1").paths == ()


def test_a_content_folder_may_be_the_whole_repository(tmp_path: Path) -> None:
    commit(tmp_path, {"2030/a/보고서.yml": "가"})
    with Repository(tmp_path) as repository:
        assert repository.tree("HEAD").paths == ("2030/a/보고서.yml",)


def test_hidden_files_and_links_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"content/a.yml": "가", "content/.hidden.yml": "나"})
    (tmp_path / "content" / "link.yml").symlink_to("/etc/passwd")
    commit(tmp_path, {})
    with Repository(tmp_path / "content") as repository:
        tree = repository.tree("HEAD")
    assert tree.paths == ("a.yml",)
    assert [(finding.code, finding.at.path) for finding in tree.findings] == [("file-refused", "link.yml")]


def test_decomposed_names_are_composed(tmp_path: Path) -> None:
    commit(tmp_path, {unicodedata.normalize("NFD", "content/보고서.yml"): "가"})
    with Repository(tmp_path / "content") as repository:
        assert repository.tree("HEAD").read("보고서.yml") == "가".encode()


@pytest.mark.parametrize(
    ("revision", "hint"),
    [("mian", "'main'"), ("0123456", "git log"), ("--all", "git log"), ("HEAD:README.md", "git log")],
)
def test_an_unknown_revision_is_said(place: Path, revision: str, hint: str) -> None:
    with Repository(place / "content") as repository, pytest.raises(GitTrouble, match="찾을 수 없습니다") as trouble:
        repository.tree(revision)
    assert hint in trouble.value.hint


def test_a_shallow_clone_is_told_how_to_get_the_rest(place: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", place.as_uri(), "shallow")
    with Repository(tmp_path / "shallow" / "content") as repository:
        assert repository.tree("HEAD").read("2030/a/보고서.yml") == "새 글".encode()
        with pytest.raises(GitTrouble) as trouble:
            repository.tree("HEAD~1")
    assert "--unshallow" in trouble.value.hint


def test_files_in_conflict_are_named(place: Path) -> None:
    git(place, "checkout", "-q", "-b", "other", "HEAD~1")
    commit(place, {"content/2030/a/보고서.yml": "다른 글"})
    with pytest.raises(Exception, match="merge"):
        git(place, "merge", "main")
    with Repository(place / "content") as repository, pytest.raises(GitTrouble, match=r"2030/a/보고서\.yml"):
        repository.working()


def test_a_folder_without_git_is_said(tmp_path: Path) -> None:
    with pytest.raises(GitTrouble, match="Git으로 관리되지 않아"):
        Repository(tmp_path)


def test_a_machine_without_git_is_said(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(place))
    with pytest.raises(GitTrouble, match="Git이 없습니다"):
        Repository(place / "content")


def test_an_object_that_the_clone_lacks_is_said(place: Path) -> None:
    with Repository(place / "content") as repository:
        tree = repository.tree("HEAD")
        object_id = tree.identity("organization.yml")
        assert object_id is not None
        (place / ".git" / "objects" / object_id[:2] / object_id[2:]).unlink()
        with pytest.raises(GitTrouble, match="내용이 없습니다"):
            tree.read("organization.yml")


def test_two_branches_meet_where_they_parted(place: Path) -> None:
    base = git(place, "rev-parse", "HEAD~1")
    git(place, "checkout", "-q", "-b", "other", "HEAD~1")
    commit(place, {"content/2030/c/보고서.yml": "셋째"})
    git(place, "checkout", "-q", "--orphan", "alone")
    commit(place, {"content/2030/d/보고서.yml": "넷째"})
    with Repository(place / "content") as repository:
        assert repository.merge_base("main", "other") == base
        with pytest.raises(GitTrouble, match="갈라진 시점"):
            repository.merge_base("main", "alone")
