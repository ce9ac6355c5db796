"""The hook before a commit: it checks what is staged, and nothing of anybody else is overwritten."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.repositories import SETTINGS, commit, git, write
from tests.test_revisions import ORGANIZATION, PLACE, SECTION, report

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with one sound report, and a `build.py` that runs this project's program."""
    runs = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom generator.cli import main\nsys.exit(main())\n"
    files = {"organization.yml": ORGANIZATION, **report(2031, "second")}
    commit(tmp_path, {"build.py": runs, **{f"content/{name}": text for name, text in files.items()}})
    return tmp_path


def committed(folder: Path, bin_folder: Path) -> subprocess.CompletedProcess[str]:
    """Commit what is staged, with this Python as `python3`."""
    bin_folder.mkdir(exist_ok=True)
    python = bin_folder / "python3"
    python.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    environment = {**os.environ, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    words = ["git", *SETTINGS, "commit", "-q", "-m", "x"]
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def install(place: Path, monkeypatch: pytest.MonkeyPatch, *more: str) -> int:
    monkeypatch.setattr("generator.commands.hook.ROOT", place)
    return main(["hook", "--content", str(place / "content"), *more])


def test_a_commit_with_an_error_is_stopped_and_the_error_told(
    place: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert install(place, monkeypatch) == 0
    write(place, {f"content/{PLACE}": SECTION.replace("100 (시", "101 (시")})
    git(place, "add", "content")
    write(place, {f"content/{PLACE}": SECTION})  # the folder is sound again, the index is not
    done = committed(place, tmp_path_factory.mktemp("bin"))
    assert done.returncode and "funding-sum" in done.stdout + done.stderr


def test_a_sound_change_is_committed(
    place: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert install(place, monkeypatch) == 0
    write(place, {f"content/{PLACE}": SECTION.replace("보기 사업", "보기 일")})
    git(place, "add", "content")
    done = committed(place, tmp_path_factory.mktemp("bin"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert not git(place, "status", "--porcelain")


def test_without_a_change_to_reports_there_is_nothing_to_check(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--staged", "--content", str(place / "content")]) == 0
    assert "바뀐 보고서가 없어" in capsys.readouterr().out


def test_a_hook_of_someone_else_is_left_alone(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = place / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho mine\n", encoding="utf-8")
    assert install(place, monkeypatch) == 2
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\necho mine\n"
    assert "check --staged" in capsys.readouterr().err
    assert install(place, monkeypatch, "--remove") == 2 and hook.exists()


def test_the_hook_can_be_taken_away(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert install(place, monkeypatch) == 0
    assert install(place, monkeypatch, "--remove") == 0
    assert not (place / ".git" / "hooks" / "pre-commit").exists()
    assert install(place, monkeypatch, "--remove") == 0


def test_without_git_the_hook_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    assert main(["hook", "--content", str(tmp_path / "content")]) == 2
    assert "Git으로 관리되지 않아" in capsys.readouterr().err
