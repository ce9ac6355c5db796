"""build.py is read by any Python; what it and the lock files promise without running them."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

import build as build_file
from generator.bootstrap import stamp as stamps

ROOT = Path(__file__).resolve().parents[2]
BOOTSTRAP = sorted((ROOT / "generator" / "bootstrap").glob("*.py"))

OLD = {
    "new enough": ((3, 11, 0), "linux", set(), ""),
    "a newer one is there": ((3, 9, 2), "linux", {"python3.12", "apt-get"}, "python3.12 build.py"),
    "Debian": ((3, 9, 2), "linux", {"apt-get"}, "sudo apt-get install -y python3.11 python3.11-venv"),
    "Fedora": ((3, 9, 2), "linux", {"dnf"}, "sudo dnf install -y python3.13"),
    "macOS": ((3, 9, 6), "darwin", set(), "brew install python@3.13"),
    "Windows": ((3, 8, 0), "win32", set(), "winget install Python.Python.3.13"),
    "other": ((3, 6, 8), "linux", set(), "https://www.python.org/downloads/"),
}


@pytest.mark.parametrize(("version", "platform", "programs", "command"), OLD.values(), ids=OLD)
def test_old_python(version: tuple[int, ...], platform: str, programs: set[str], command: str) -> None:
    answer = build_file.answer_to_old_python(version, platform, lambda name: name if name in programs else None)
    assert command in answer
    assert ("3.11 이상이 필요" in answer) == bool(command)


def test_old_python_can_read_the_first_file() -> None:
    text = (ROOT / "build.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    assert {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names} == {
        "shutil",
        "sys",
    }
    assert not any(isinstance(node, ast.ImportFrom) for node in tree.body)


def test_versions_are_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, build_file.MINIMUM))


def _pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_locks_agree_and_name_nothing_of_one_machine() -> None:
    base, tests = _pins(stamps.LOCK), _pins(stamps.TEST_LOCK)
    assert len(base) > 20
    assert base.items() <= tests.items(), "the test lock repeats the other one and adds to it"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    direct = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    assert {re.split("[<>=]", name)[0].lower() for name in direct} <= tests.keys()
    for lock in (stamps.LOCK, stamps.TEST_LOCK):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert not re.search(r"https?:|file:|(^|\s)/\w|--(extra-)?index-url|--find-links|--trusted-host", text)
        blocks = re.split(r"^(?=[a-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in block for block in blocks)


def test_only_the_standard_library_is_imported() -> None:
    for path in (ROOT / "build.py", *BOOTSTRAP):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in named:
                is_standard = name.split(".")[0] in sys.stdlib_module_names
                assert is_standard or name.startswith("generator.bootstrap"), f"{path.name} imports {name}"
