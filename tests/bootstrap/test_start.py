"""The start of a finished environment: at once, in silence, and without another process."""

from __future__ import annotations

import ast
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.bootstrap import environment, start
from generator.bootstrap import stamp as stamps
from tests.bootstrap.projects import copy_project, write_whole_stamp
from tests.effort import calls_of


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose environment is finished: made by `venv` without packages, and stamped."""
    root = tmp_path_factory.mktemp("설치 시험") / "보고 자료"
    copy_project(root)
    made = stamps.environment_of(root)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(made)], check=True)
    environment._name_project(root, made)
    write_whole_stamp(root)
    return root


def _start(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(root / "build.py"), *arguments],
        env={**os.environ, **variables},
        cwd="/",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_finished_environment_runs_at_once(finished: Path) -> None:
    done = _start(finished, "check", "a b", PYTHONPATH="/nonsense", VIRTUAL_ENV="/other", LC_ALL="C")
    assert (done.returncode, done.stderr) == (7, "")
    told = ast.literal_eval(done.stdout)
    assert told["argv"] == ["check", "a b"]
    assert told["cwd"] == "/"
    own = str(stamps.environment_of(finished))
    assert told["prefix"] == own
    assert told["told"] == {"PYTHONUTF8": "1", "VIRTUAL_ENV": own}


def test_finished_environment_starts_no_other_process(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    forbidden = {"subprocess.Popen", "os.fork", "os.posix_spawn", "os.system", "os.forkpty"}
    sys.addaudithook(lambda event, _: events.append(event) if event in forbidden else None)
    started: list[list[str]] = []
    monkeypatch.setattr(os, "execve", lambda path, command, variables: started.append(command) or _leave())
    with pytest.raises(SystemExit):
        start.start(["check"], finished)
    assert started[0][0] == str(stamps.python_of(stamps.environment_of(finished)))
    assert events == []


def _leave() -> None:
    raise SystemExit(0)


def test_finished_environment_loads_no_module_of_the_set_up(finished: Path) -> None:
    code = (
        "import sys, os; sys.path.insert(0, sys.argv[1]); os.execve = lambda *a: sys.exit("
        "' '.join(sorted(m for m in sys.modules if m.startswith('generator.bootstrap.') or m == 'subprocess')))\n"
        "from generator.bootstrap.start import start; start(['check'])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(finished)], capture_output=True, text=True, check=False)
    assert done.stderr.split() == ["generator.bootstrap.stamp", "generator.bootstrap.start"]


def test_deciding_that_nothing_is_to_be_done_takes_little_work(finished: Path) -> None:
    def decide() -> None:
        made = stamps.environment_of(finished)
        stamp = stamps.read_stamp(made)
        assert stamps.fits(stamp, made, stamps.environment_facts(finished, True))
        assert stamps.natives_unchanged(stamp, True)

    assert calls_of(decide) < 5_000


def test_moved_project_still_runs(finished: Path, tmp_path: Path) -> None:
    moved = tmp_path / "옮긴 곳"
    shutil.copytree(finished, moved, symlinks=True)
    done = _start(moved, "check")
    assert (done.returncode, done.stderr) == (7, "")
    assert ast.literal_eval(done.stdout)["prefix"] == str(stamps.environment_of(moved))


def test_signals_reach_the_program(finished: Path) -> None:
    process = subprocess.Popen([sys.executable, str(finished / "build.py"), "wait"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        assert any(line == "ready\n" for line in process.stdout)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == -signal.SIGTERM


def test_program_is_told_what_is_missing() -> None:
    told = start.program_variables(
        {"PATH": "/bin", "REPORT_X": "old"}, Path("/e"), {"missing": "pango", "remedy": "do"}
    )
    assert told["PATH"].endswith(f"{os.pathsep}/bin")
    assert (told["REPORT_NATIVE_MISSING"], told["REPORT_NATIVE_REMEDY"]) == ("pango", "do")
    assert "REPORT_X" not in told


def test_native_files_are_watched(tmp_path: Path) -> None:
    library = tmp_path / "libpango.so"
    library.touch()
    stamp = {"looked-for": "build", "found": str(library)}
    assert stamps.natives_unchanged(stamp, for_tests=False)
    assert not stamps.natives_unchanged(stamp, for_tests=True), "the tests need more than was looked for"
    library.unlink()
    assert not stamps.natives_unchanged(stamp, for_tests=False)


def test_missing_native_file_that_appears_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    stamp = {"looked-for": "test", "missing": "poppler"}
    assert stamps.natives_unchanged(stamp, for_tests=True)
    (tmp_path / "pdftotext").touch(0o755)
    assert not stamps.natives_unchanged(stamp, for_tests=True)
