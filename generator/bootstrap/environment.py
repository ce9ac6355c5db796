"""The environment in `.venv`: made in its place, because its scripts hold absolute paths, and stamped last.

A finished old one waits in `.cache/venv.old` meanwhile, so that a failed or interrupted set-up costs nothing: it is put
back at once, or by the next run.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.bootstrap import child, messages
from generator.bootstrap import stamp as stamps
from generator.bootstrap.machine import Machine, base_python
from generator.bootstrap.messages import Refusal
from generator.bootstrap.plan import Work

PTH = "report-archive.pth"

_PINNED = re.compile(r"^[A-Za-z0-9._-]+==", re.MULTILINE)


def work_for(root: Path, for_tests: bool) -> Work:
    """Tell what the environment needs, from its stamp."""
    environment = stamps.environment_of(root)
    stamp = stamps.read_stamp(environment)
    if stamps.fits(stamp, environment, stamps.environment_facts(root, for_tests)):
        return Work.NONE
    if for_tests and stamps.fits(stamp, environment, stamps.environment_facts(root, False)):
        return Work.EXTEND
    return Work.BUILD


def restore(root: Path) -> None:
    """Clear away what an interrupted set-up left; put the old environment back where the new one was not finished."""
    environment, old = stamps.environment_of(root), _old(root)
    if not old.is_dir():
        return
    if stamps.read_stamp(environment):
        shutil.rmtree(old)
    else:
        _remove(environment)
        shutil.move(old, environment)


def build(root: Path, machine: Machine, for_tests: bool) -> dict[str, str]:
    """Make the environment anew and give its stamp so far (without the native part); raises `Refusal`."""
    environment = stamps.environment_of(root)
    messages.say(messages.MAKING_ENVIRONMENT)
    with _old_one_aside(root):
        without_pip = [] if machine.has_ensurepip else ["--without-pip"]
        command = [base_python(), "-m", "venv", *without_pip, str(environment)]
        status, output = child.run(command, keeps_lock=True)
        if status:
            raise Refusal(messages.venv_failed(output))
        _install(root, machine, for_tests)
        _name_project(root, environment)
        made = {
            **stamps.environment_facts(root, for_tests),
            "interpreter": stamps.interpreter_of(environment),
        }
        stamps.write_stamp(environment, made)
    return made


def extend(root: Path, machine: Machine) -> dict[str, str]:
    """Add what the tests need and give the new stamp; raises `Refusal`."""
    environment = stamps.environment_of(root)
    _install(root, machine, for_tests=True)
    made = {**stamps.read_stamp(environment), **stamps.environment_facts(root, True)}
    stamps.write_stamp(environment, made)
    return made


@contextmanager
def _old_one_aside(root: Path) -> Iterator[None]:
    environment, old = stamps.environment_of(root), _old(root)
    if stamps.read_stamp(environment):
        shutil.move(environment, old)
    else:
        _remove(environment)
    try:
        yield
    except BaseException:
        _remove(environment)
        if old.is_dir():
            shutil.move(old, environment)
        raise
    if old.is_dir():
        shutil.rmtree(old)


def _install(root: Path, machine: Machine, for_tests: bool) -> None:
    environment = stamps.environment_of(root)
    lock = root / (stamps.TEST_LOCK if for_tests else stamps.LOCK)
    python = str(stamps.python_of(environment))
    pip = [python, "-m", "pip"] if _has_pip(environment) else [base_python(), "-m", "pip", "--python", python]
    # Built packages only: a fresh machine has no compiler, and hashes do not cover what a build would fetch.
    options = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--retries=2"]
    # Whoever has the environment already lacks only what the test lock has beyond the other one.
    present = _count(root / stamps.LOCK) if stamps.read_stamp(environment) else 0
    total = _count(lock) - present
    messages.say(messages.downloading(total))
    command = [*pip, "install", *options, "--requirement", str(lock)]
    status, output = child.run(command, _Progress(total), keeps_lock=True)
    if status:
        raise Refusal(messages.pip_failed(output, ".".join(map(str, machine.python))))


def _count(lock: Path) -> int:
    return len(_PINNED.findall(lock.read_text(encoding="utf-8")))


class _Progress:
    """Shows how far pip is: a running count on a terminal, and the one line that the installation begins."""

    def __init__(self, total: int) -> None:
        self.total, self.done = total, 0

    def __call__(self, line: str) -> None:
        is_terminal = sys.stderr.isatty()
        if line.startswith("Collecting "):
            self.done += 1
            if is_terminal:
                name = line.split()[1].split("==")[0]
                print(f"\r\033[K  {self.done}/{self.total} {name}", end="", file=sys.stderr, flush=True)
        elif line.startswith("Installing collected packages"):
            messages.say(("\r\033[K" if is_terminal else "") + messages.INSTALLING)


def _has_pip(environment: Path) -> bool:
    return any(environment.glob("lib*/python*/site-packages/pip")) or (environment / "Lib/site-packages/pip").is_dir()


def _name_project(root: Path, environment: Path) -> None:
    # Relative, so that a moved folder, or one with Hangul in its name, needs no care.
    folders = [*environment.glob("lib/python*/site-packages"), *environment.glob("Lib/site-packages")]
    for folder in folders[:1]:
        (folder / PTH).write_text(os.path.relpath(root, folder) + "\n", encoding="utf-8")


def _old(root: Path) -> Path:
    return root / ".cache" / "venv.old"


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
