"""The workflow files: valid, safe, and every command in them runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from generator.bootstrap.needs import SQUARE_APART, needs_for
from tests.repositories import commit, git
from tests.test_revisions import ORGANIZATION, PLACE, SECTION, report
from tests.workflows.host import Host, running_host
from tests.workflows.runner import Runner, stand_ins

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
PROGRAM = ("generator", "templates", ".ci", ".github", "mkdocs.yml", ".gitlab-ci.yml")
CONTENT = {
    f"content/{name}": text for name, text in {"organization.yml": ORGANIZATION, **report(2031, "second")}.items()
}
CHANGED = {f"content/{PLACE}": SECTION.replace("예산액: 100 (시 40, 구 60)", "예산액: 120 (시 60, 구 60)")}


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [GITLAB])],
    ids=["github", "gitlab"],
)
def test_files_are_valid(schema: str, files: list[Path]) -> None:
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    if schema.endswith("gitlab-ci"):
        words += ["--data-transform", "gitlab-ci"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_are_safe() -> None:
    linter = Path(sys.executable).with_name("zizmor")
    words = [str(linter), "--offline", "--no-progress", str(ROOT / ".github" / "workflows")]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_pdfs_need_is_installed() -> None:
    wanted = {name for need in needs_for(False) for name in need.packages.get("ubuntu", ())} | {SQUARE_APART}
    for workflow in WORKFLOWS:
        for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
            scripts = [step["run"] for step in job["steps"] if "run" in step]
            if not any("build.py build" in script for script in scripts):
                continue
            lines = [script for script in scripts if "apt-get install" in script]
            assert len(lines) == 1 and set(lines[0].rpartition("-qy ")[2].split()) == wanted


@dataclass
class Sandbox:
    """A host with one repository and one pull request, and a checkout of its default branch."""

    runner: Runner
    remote: Path
    host: Host
    base: str
    head: str

    def served(self) -> set[str]:
        """Give the files of the branch that is served."""
        return set(git(self.remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    work, remote = tmp_path / "work", tmp_path / "remote"
    for name in PROGRAM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, work / name)
    base = commit(work, {**CONTENT, ".gitignore": "__pycache__/\nsite/\n.cache/\n.output\n"})
    git(tmp_path, "init", "-q", "--bare", "remote")
    git(work, "push", "-q", str(remote), "HEAD:refs/heads/main")
    head = commit(work, CHANGED)
    git(work, "push", "-q", str(remote), "HEAD:refs/pull/7/head")
    with running_host() as host:
        own = {"full_name": "office/reports"}
        host.pulls.append({"number": 7, "head": {"sha": head, "repo": own}, "base": {"sha": base}})
        environment = {
            "REMOTE": str(remote),
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_API_URL": host.address,
            "GITHUB_REPOSITORY": "office/reports",
        }
        (tmp_path / "temp").mkdir()
        yield Sandbox(Runner(work, stand_ins(tmp_path / "bin"), environment), remote, host, base, head)


def workflow(name: str) -> Path:
    return ROOT / ".github" / "workflows" / f"{name}.yml"


def test_publishing(sandbox: Sandbox) -> None:
    git(sandbox.runner.folder, "reset", "-q", "--hard", sandbox.base)
    sandbox.runner.run_job(workflow("publish"), "publish")
    assert {"index.html", "2031/second/index.html", "2031/second/report.pdf", ".nojekyll"} <= sandbox.served()


def test_a_preview_without_secrets(sandbox: Sandbox) -> None:
    sandbox.runner.context = {"github": {"event": {"pull_request": {"number": 7}}}}
    sandbox.runner.run_job(workflow("preview"), "preview")
    (site,) = sandbox.runner.uploaded
    assert "120" in (site / "review" / "index.html").read_text(encoding="utf-8")


def test_a_review_reads_the_pull_request_as_data(sandbox: Sandbox) -> None:
    git(sandbox.runner.folder, "reset", "-q", "--hard", sandbox.base)
    sandbox.runner.context = {
        "github": {"event": {"workflow_run": {"head_sha": sandbox.head}}, "token": "t"},
        "vars": {"SITE_URL": "https://reports.example.org/"},
    }
    sandbox.runner.run_job(workflow("review"), "review")
    (comment,) = sandbox.host.comments
    assert "120" in str(comment["body"]) and "https://reports.example.org/preview/7/review/" in str(comment["body"])
    assert {"preview/7/index.html", "preview/7/review/index.html"} <= sandbox.served()
    assert not git(sandbox.runner.folder, "status", "--porcelain")


def test_what_comes_from_a_fork_is_told_and_not_published(sandbox: Sandbox) -> None:
    git(sandbox.runner.folder, "reset", "-q", "--hard", sandbox.base)
    sandbox.host.pulls[0]["head"] = {"sha": sandbox.head, "repo": {"full_name": "someone/reports"}}
    sandbox.runner.context = {
        "github": {"event": {"workflow_run": {"head_sha": sandbox.head}}, "token": "t"},
        "vars": {"SITE_URL": "https://reports.example.org/"},
    }
    sandbox.runner.run_job(workflow("review"), "review")
    (comment,) = sandbox.host.comments
    assert "120" in str(comment["body"]) and "reports.example.org" not in str(comment["body"])
    assert not git(sandbox.remote, "branch", "--list", "gh-pages")


def test_the_token_is_not_given_to_a_build() -> None:
    for file in WORKFLOWS:
        for job in yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values():
            assert "GH_TOKEN" not in job.get("env", {})
            builds = (step for step in job["steps"] if "build.py" in step.get("run", ""))
            assert all("GH_TOKEN" not in step.get("env", {}) for step in builds)


def test_publication_and_reviews_do_not_push_each_other_out() -> None:
    # Of the jobs that wait in one group the host keeps only the newest.
    read = {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in WORKFLOWS}
    groups = {name: found["concurrency"]["group"] for name, found in read.items()}
    assert len(set(groups.values())) == len(groups)
    assert "head_branch" in groups["review"] and "number" in groups["closed"]


def test_the_preview_of_a_closed_pull_request_goes(sandbox: Sandbox) -> None:
    script = ".ci/pages.sh put content preview/7 && .ci/pages.sh put content preview/8"
    sandbox.runner.run_script(script)
    sandbox.runner.context = {"github": {"event": {"pull_request": {"number": 7}}}}
    sandbox.runner.run_job(workflow("closed"), "closed")
    assert {path.split("/")[1] for path in sandbox.served() if path.startswith("preview/")} == {"8"}


def test_a_review_of_a_pull_request_that_moved_on_does_nothing(sandbox: Sandbox) -> None:
    sandbox.runner.context = {"github": {"event": {"workflow_run": {"head_sha": "0" * 40}}}}
    sandbox.runner.run_job(workflow("review"), "review")
    assert not sandbox.host.comments


def test_gitlab(sandbox: Sandbox) -> None:
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    values = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": sandbox.base,
        "CI_API_V4_URL": sandbox.host.address,
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "REVIEW_TOKEN": "t",
    }
    for job in ("check", "preview", "comment", "pages"):
        for script in jobs[job]["script"]:
            sandbox.runner.run_script(script, values)
        for path in jobs[job]["artifacts"].get("paths", []) if "artifacts" in jobs[job] else []:
            assert (sandbox.runner.folder / path).exists()
    assert "120" in str(sandbox.host.comments[0]["body"])
