"""A project folder with the real set-up and a program that only reports how it was started."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.bootstrap import stamp as stamps

ROOT = Path(__file__).resolve().parents[2]

CLI = """
import json, os, sys
def main(argv):
    keys = ("REPORT_NATIVE_MISSING", "PYTHONPATH", "PYTHONHOME", "PYTHONUTF8", "VIRTUAL_ENV")
    told = {key: os.environ[key] for key in keys if key in os.environ}
    print(json.dumps({"argv": argv, "cwd": os.getcwd(), "prefix": sys.prefix, "told": told}))
    if argv == ["wait"]:
        print("ready", flush=True)
        import signal
        signal.pause()
    return 7
"""


def copy_project(root: Path) -> None:
    """Make a project with the real set-up, the reporting program and small lock files."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator" / "bootstrap", root / "generator" / "bootstrap", ignore=ignored)
    for name in ("build.py", "generator/__init__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "generator" / "cli.py").write_text(CLI, encoding="utf-8")
    for lock in (stamps.LOCK, stamps.TEST_LOCK):
        (root / lock).write_text("one==1 --hash=sha256:0\n", encoding="utf-8")


def write_whole_stamp(root: Path) -> None:
    """Stamp a project's environment as finished, for the tests too."""
    made = stamps.environment_of(root)
    facts = {**stamps.environment_facts(root, True), "interpreter": stamps.interpreter_of(made), "looked-for": "test"}
    stamps.write_stamp(made, facts)
