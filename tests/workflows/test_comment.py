"""One comment of ours on a pull request, kept up to date."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflows.host import Host, running_host

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "comment.py"


@pytest.fixture
def host() -> Iterator[Host]:
    with running_host() as started:
        yield started


def environment(host: Host, kind: str) -> dict[str, str]:
    plain = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    if kind == "github":
        own = {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "office/reports", "GH_TOKEN": "t", "NUMBER": "7"}
    else:
        own = {
            "CI_API_V4_URL": host.address,
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
            "REVIEW_TOKEN": "t",
        }
    return plain | own


def run(host: Host, kind: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *words]
    return subprocess.run(command, env=environment(host, kind), capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_the_second_time_the_same_comment_is_rewritten(host: Host, kind: str, tmp_path: Path) -> None:
    text = tmp_path / "comment.md"
    for words in ("바뀐 것 1건", "바뀐 것 2건"):
        text.write_text(words, encoding="utf-8")
        assert run(host, kind, "put", str(text)).returncode == 0
    assert [str(c["body"]).splitlines()[-1] for c in host.comments] == ["바뀐 것 2건"]
    assert host.tokens == {"t" if kind == "gitlab" else "Bearer t"}


def test_comments_of_others_are_left_alone(host: Host, tmp_path: Path) -> None:
    quoted = "<!-- report-review -->\n사람이 옮겨 적은 글"
    host.comments += [{"id": n, "body": "다른 글", "user": {"type": "User"}} for n in range(1, 151)]
    host.comments[5]["body"] = quoted
    text = tmp_path / "comment.md"
    text.write_text("우리 글", encoding="utf-8")
    for _ in range(2):
        assert run(host, "github", "put", str(text)).returncode == 0
    assert len(host.comments) == 151 and host.comments[5]["body"] == quoted


def test_a_comment_that_the_host_would_refuse_is_not_sent(host: Host, tmp_path: Path) -> None:
    text = tmp_path / "comment.md"
    text.write_text("가" * 65_536, encoding="utf-8")
    assert run(host, "github", "put", str(text)).returncode == 1
    assert not host.comments


def test_a_pull_request_is_known_by_its_head(host: Host) -> None:
    host.pulls += [{"number": n, "head": {"sha": f"{n:040}"}, "base": {"sha": f"{n + 500:040}"}} for n in range(1, 151)]
    found = run(host, "github", "find", f"{130:040}")
    assert found.stdout.split() == ["number=130", f"base={630:040}"], "a fork that is gone has no repository"
    host.pulls[129]["head"] = {"sha": f"{130:040}", "repo": {"full_name": "office/reports"}}
    assert "preview=preview/130" in run(host, "github", "find", f"{130:040}").stdout.split()
    host.pulls[129]["head"] = {"sha": f"{130:040}", "repo": {"full_name": "office/reports-fork"}}
    assert "preview" not in run(host, "github", "find", f"{130:040}").stdout
    assert run(host, "github", "find", "main").stdout == ""
    assert run(host, "github", "open").stdout.split() == [str(n) for n in range(1, 151)]
