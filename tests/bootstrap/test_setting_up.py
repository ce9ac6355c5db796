"""The set-up carried out with a venv, a pip and an apt-get that only write down how they were called."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.bootstrap import child, environment, messages, packages, setting_up, start
from generator.bootstrap import stamp as stamps
from generator.bootstrap.machine import Machine
from generator.bootstrap.messages import Refusal
from generator.bootstrap.plan import Work
from tests.bootstrap.projects import copy_project

USER = Machine()
SUPERUSER = replace(USER, is_root=True)
BARE = {"has_ensurepip": False, "has_pip": False}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh project on a machine with everything; `venv` and `pip` are a script that writes down its calls."""
    root = tmp_path / "보고 자료"
    copy_project(root)
    fake = tmp_path / "python"
    fake.write_text(
        f"""#!/bin/sh
echo "$@" >> '{tmp_path}/calls'
if [ "$2" = venv ]; then
  for last; do :; done
  mkdir -p "$last/bin" "$last/lib/python3.99/site-packages/pip"
  cp '{fake}' "$last/bin/python"
  exit 0
fi
[ -e '{tmp_path}/slow' ] && sleep 30
echo "Collecting one==1"
echo "Installing collected packages: one"
[ -e '{tmp_path}/fail' ] && cat '{tmp_path}/fail' && exit 1
exit 0
""",
        encoding="utf-8",
    )
    fake.chmod(0o755)
    monkeypatch.setattr(environment, "base_python", lambda: str(fake))
    monkeypatch.setattr(setting_up, "look_at_machine", lambda root, for_tests: USER)
    return root


def _calls(project: Path) -> list[str]:
    file = project.parent / "calls"
    calls = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return [" ".join(call.split()[1:3]) for call in calls]


def test_set_up_then_nothing_then_what_the_tests_need(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    setting_up.set_up(project, for_tests=False)
    assert _calls(project) == ["venv " + str(stamps.environment_of(project)).split()[0], "pip install"]
    told = capsys.readouterr().err
    assert messages.downloading(1) in told
    assert messages.INSTALLING in told
    assert environment.work_for(project, for_tests=False) is Work.NONE
    assert environment.work_for(project, for_tests=True) is Work.EXTEND
    setting_up.set_up(project, for_tests=False)
    assert _calls(project) == []
    assert capsys.readouterr().err == ""
    setting_up.set_up(project, for_tests=True)
    assert _calls(project) == ["pip install"]
    assert environment.work_for(project, for_tests=True) is Work.NONE


def test_changed_lock_makes_the_environment_anew(project: Path) -> None:
    setting_up.set_up(project, for_tests=False)
    (stamps.environment_of(project) / "left-over").touch()
    (project / stamps.LOCK).write_text("one==2 --hash=sha256:1\n", encoding="utf-8")
    setting_up.set_up(project, for_tests=False)
    assert not (stamps.environment_of(project) / "left-over").exists()
    assert list((project / ".cache").iterdir()) == [project / ".cache" / "setup.lock"]


def test_half_made_environment_is_made_anew(project: Path) -> None:
    half = stamps.environment_of(project)
    (half / "bin").mkdir(parents=True)
    (half / "left-over").touch()
    setting_up.set_up(project, for_tests=False)
    assert not (half / "left-over").exists()
    assert environment.work_for(project, for_tests=False) is Work.NONE


def test_failed_set_up_keeps_the_old_environment(project: Path) -> None:
    setting_up.set_up(project, for_tests=False)
    before = stamps.read_stamp(stamps.environment_of(project))
    (project / stamps.LOCK).write_text("one==2 --hash=sha256:1\n", encoding="utf-8")
    (project.parent / "fail").write_text("[Errno -2] Name or service not known\n", encoding="utf-8")
    with pytest.raises(Refusal, match="인터넷"):
        setting_up.set_up(project, for_tests=False)
    assert stamps.read_stamp(stamps.environment_of(project)) == before


def test_killed_set_up_is_cleared_away_by_the_next(project: Path) -> None:
    setting_up.set_up(project, for_tests=False)
    before = stamps.read_stamp(stamps.environment_of(project))
    stamps.environment_of(project).rename(project / ".cache" / "venv.old")
    stamps.environment_of(project).mkdir()
    environment.restore(project)
    assert stamps.read_stamp(stamps.environment_of(project)) == before
    assert not (project / ".cache" / "venv.old").exists()


def test_stopped_set_up_ends_its_children(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "slow").touch()

    def stop_once_pip_runs(*_: object) -> None:
        if "pip install" in (project.parent / "calls").read_text(encoding="utf-8"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            os.kill(os.getpid(), signal.SIGTERM)

    (project.parent / "calls").touch()
    former = signal.signal(signal.SIGALRM, stop_once_pip_runs)
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    with pytest.raises(SystemExit) as stopped:
        setting_up.set_up(project, for_tests=False)
    signal.signal(signal.SIGALRM, former)
    assert stopped.value.code == 128 + signal.SIGTERM
    assert messages.STOPPED in capsys.readouterr().err
    assert not stamps.environment_of(project).exists()


def test_second_set_up_waits_for_the_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'a'); fcntl.flock(f, 2); print(1, flush=True); time.sleep(.3)"
    )
    (project / ".cache").mkdir()
    command = [sys.executable, "-c", code, str(project / ".cache" / "setup.lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        first.stdout.readline()
        setting_up.set_up(project, for_tests=False)
    assert messages.WAITING in capsys.readouterr().err
    assert environment.work_for(project, for_tests=False) is Work.NONE


def test_read_only_folder_with_a_finished_environment(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting_up.set_up(project, for_tests=False)
    read_only = replace(USER, unwritable="/r", missing=frozenset({"pango"}))
    monkeypatch.setattr(setting_up, "look_at_machine", lambda root, for_tests: read_only)
    before = stamps.read_stamp(stamps.environment_of(project))
    assert setting_up.set_up(project, for_tests=False)["missing"] == "pango"
    assert stamps.read_stamp(stamps.environment_of(project)) == before


def test_refusal_ends_with_status_2(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setting_up, "look_at_machine", lambda root, for_tests: replace(USER, free_mib=1))
    assert start.start(["build"], project) == 2
    assert "1MB만 남았습니다" in capsys.readouterr().err


@pytest.fixture
def apt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An apt-get on PATH that writes down its calls and knows no package called `absent`."""
    script = tmp_path / "apt-get"
    script.write_text(
        f"""#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >> '{tmp_path}/calls'
case "$*" in *absent*) echo "E: Unable to locate package absent"; exit 100;; esac
""",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def _apt_calls(folder: Path) -> list[str]:
    calls = (folder / "calls").read_text(encoding="utf-8").splitlines()
    assert all(call.startswith("noninteractive ") for call in calls)
    return [" ".join(word for word in call.split() if word in {"update", "one", "two", "absent"}) for call in calls]


@pytest.mark.parametrize(
    ("wanted", "has_lists", "calls", "is_done"),
    [
        (["one", "two"], True, ["one two"], True),
        (["one", "two"], False, ["update", "one two"], True),
        (["one", "absent"], True, ["one absent", "update", "one absent", "one", "absent"], False),
        (["absent"], False, ["update", "absent"], False),
    ],
)
def test_system_packages(
    apt: Path, monkeypatch: pytest.MonkeyPatch, wanted: list[str], has_lists: bool, calls: list[str], is_done: bool
) -> None:
    monkeypatch.setattr(packages, "has_apt_lists", lambda: has_lists)
    assert packages.install(wanted)[0] is is_done
    assert _apt_calls(apt) == calls


def test_what_is_still_missing_is_looked_for_in_a_second_round(
    project: Path, apt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = iter([{"fonts", "fonts-square"}, {"fonts-square"}, set()])
    monkeypatch.setattr(setting_up, "look_at_machine", lambda *_: replace(SUPERUSER, missing=frozenset(next(looks))))
    assert setting_up.set_up(project, for_tests=False)["missing"] == ""
    installed = [
        line.split()[-1] for line in (apt / "calls").read_text(encoding="utf-8").splitlines() if "fonts" in line
    ]
    assert installed == ["fonts-nanum", "fonts-nanum-extra"]


def test_venv_that_apt_cannot_bring_is_a_refusal(project: Path, apt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (apt / "apt-get").write_text("#!/bin/sh\necho 'Temporary failure resolving'; exit 100\n", encoding="utf-8")
    monkeypatch.setattr(setting_up, "look_at_machine", lambda *_: replace(SUPERUSER, **BARE))
    with pytest.raises(Refusal, match=r"인터넷에 연결되지.*\n.*apt-get install -y python3.11-venv"):
        setting_up.set_up(project, for_tests=False)


def test_child_is_shielded_from_misleading_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in child.MISLEADING:
        monkeypatch.setenv(name, "/nonsense")
    status, output = child.run(["env"])
    assert status == 0
    assert "/nonsense" not in output
    assert "PIP_USER=0" in output
    assert child.run(["/no/such/program"])[0] == 127


def test_orphan_of_a_killed_set_up_keeps_the_lock(project: Path) -> None:
    with setting_up._alone(project):
        ended = project.parent / "ended"
        child.run(["sh", "-c", f"(sleep 0.5; touch '{ended}') >/dev/null 2>&1 &"], keeps_lock=True)
        child.run(["sh", "-c", "sleep 30 >/dev/null 2>&1 & echo $! > '" + str(project.parent / "free") + "'"])
    assert not ended.exists()
    with setting_up._alone(project):
        assert ended.exists(), "the lock is free only when the orphan has ended"
    os.kill(int((project.parent / "free").read_text(encoding="utf-8")), signal.SIGKILL)


def test_failing_disk_is_a_refusal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stamps, "write_stamp", fail)
    with pytest.raises(Refusal, match="디스크가 가득"):
        setting_up.set_up(project, for_tests=False)
    assert not stamps.environment_of(project).exists()
