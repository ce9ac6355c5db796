"""The branch that is served: the site at its top, previews beside it, one commit."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.repositories import commit, git, write

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "pages.sh"


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository without the branch."""
    git(tmp_path, "init", "-q", "--bare", "remote")
    return tmp_path / "remote"


def run(remote: Path, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "REMOTE": str(remote)}
    return subprocess.run(
        [str(SCRIPT), *words], cwd=cwd or remote, env=environment, capture_output=True, encoding="utf-8", check=True
    )


def served(remote: Path) -> set[str]:
    return set(git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())


def put(remote: Path, folder: Path, name: str, place: str = "") -> None:
    write(folder, {f"{name}.html": name})
    run(remote, "put", str(folder), *([place] if place else []))


def test_the_site_is_replaced_and_previews_stay(remote: Path, tmp_path: Path) -> None:
    put(remote, tmp_path / "first", "first")
    put(remote, tmp_path / "seven", "seven", "preview/7")
    put(remote, tmp_path / "second", "second")
    assert served(remote) == {".nojekyll", "second.html", "preview/7/seven.html"}
    put(remote, tmp_path / "again", "again", "preview/7")
    assert served(remote) == {".nojekyll", "second.html", "preview/7/again.html"}
    assert git(remote, "rev-list", "--count", "gh-pages") == "1"


def test_previews_of_closed_pull_requests_go(remote: Path, tmp_path: Path) -> None:
    put(remote, tmp_path / "site", "site")
    for number in ("7", "71", "8"):
        put(remote, tmp_path / number, "x", f"preview/{number}")
    run(remote, "keep-previews", "71", "9")
    assert served(remote) == {".nojekyll", "site.html", "preview/71/x.html"}
    run(remote, "keep-previews")
    assert served(remote) == {".nojekyll", "site.html"}


def test_a_preview_goes_alone(remote: Path, tmp_path: Path) -> None:
    run(remote, "drop", "preview/7")
    assert not git(remote, "branch", "--list", "gh-pages"), "nothing to take away makes no branch"
    put(remote, tmp_path / "site", "site")
    for number in ("7", "71"):
        put(remote, tmp_path / number, "x", f"preview/{number}")
    run(remote, "drop", "preview/7")
    assert served(remote) == {".nojekyll", "site.html", "preview/71/x.html"}


def test_several_jobs_may_write_at_a_time(remote: Path, tmp_path: Path) -> None:
    put(remote, tmp_path / "site", "site")
    environment = {**os.environ, "REMOTE": str(remote)}
    started = [
        subprocess.Popen(
            [str(SCRIPT), "put", str(tmp_path / "site"), f"preview/{number}"],
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        for number in range(4)
    ]
    assert [process.wait() for process in started] == [0] * 4
    assert served(remote) == {".nojekyll", "site.html", *(f"preview/{number}/site.html" for number in range(4))}


def test_the_commits_of_a_pull_request_are_fetched_without_a_checkout(remote: Path, tmp_path: Path) -> None:
    head = commit(tmp_path / "fork", {"content/a.yml": "가"})
    git(tmp_path / "fork", "push", "-q", str(remote), "HEAD:refs/pull/7/head")
    commit(tmp_path / "base", {"README.md": "글"})
    run(remote, "fetch", "7", cwd=tmp_path / "base")
    assert git(tmp_path / "base", "show", f"{head}:content/a.yml") == "가"
    assert not (tmp_path / "base" / "content").exists()


def test_a_repository_out_of_reach_is_no_empty_branch(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run(tmp_path / "nowhere", "put", str(tmp_path / "site"), cwd=tmp_path)
    assert failed.value.returncode not in {0, 2}
