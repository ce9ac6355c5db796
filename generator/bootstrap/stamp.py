"""The stamp of a finished set-up: a small text file in `.venv`, written last.

An environment without a stamp is a half-made one. The stamp tells for which Python and which lock files the environment
was made, and which native files were found, so that a start needs a few `stat` calls and no other process.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"

Stamp = Mapping[str, str]


def environment_of(root: Path) -> Path:
    """Give the folder of the environment."""
    return root / ".venv"


def python_of(environment: Path) -> Path:
    """Give the interpreter of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def read_stamp(environment: Path) -> dict[str, str]:
    """Read a stamp as keys and values; empty where there is none or it is damaged."""
    try:
        lines = _file(environment).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {key: value for key, _, value in (line.partition(" ") for line in lines)}


def write_stamp(environment: Path, stamp: Stamp) -> None:
    """Write a stamp whole or not at all."""
    new = _file(environment).with_suffix(".new")
    new.write_text("".join(f"{key} {value}\n" for key, value in stamp.items()), encoding="utf-8")
    new.replace(_file(environment))


def environment_facts(root: Path, for_tests: bool) -> dict[str, str]:
    """Give the part of a stamp that says for what an environment is made: this Python and the present lock files."""
    facts = {"python": sys.implementation.cache_tag or sys.version, "lock": _digest(root / LOCK)}
    if for_tests:
        facts["test-lock"] = _digest(root / TEST_LOCK)
    return facts


def interpreter_of(environment: Path) -> str:
    """Give the real file behind the environment's interpreter: a system upgrade may put another version there."""
    return os.path.realpath(python_of(environment))


def fits(stamp: Stamp, environment: Path, facts: Mapping[str, str]) -> bool:
    """Tell whether an environment was made for these facts and its interpreter is still the same one."""
    if any(stamp.get(key) != value for key, value in facts.items()):
        return False
    interpreter = interpreter_of(environment)
    return stamp.get("interpreter") == interpreter and Path(interpreter).exists()


def natives_unchanged(stamp: Stamp, for_tests: bool) -> bool:
    """Tell whether the native files are as the stamp has them: those found still there, those missing still missing."""
    if for_tests and stamp.get("looked-for") != "test":
        return False
    if not all(Path(path).exists() for path in stamp.get("found", "").split(os.pathsep) if path):
        return False
    if missing := missing_in(stamp):
        # Loaded only here: where nothing is missing, the start does without looking for files.
        from generator.bootstrap.needs import NEEDS, find

        return not any(find(need) for need in NEEDS if need.id in missing)
    return True


def missing_in(stamp: Stamp) -> frozenset[str]:
    """Give the ids of the native needs that were not met."""
    return frozenset(stamp.get("missing", "").split(",")) - {""}


def _file(environment: Path) -> Path:
    return environment / "report-setup.stamp"


def _digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
