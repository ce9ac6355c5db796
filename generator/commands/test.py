"""test: style, types and tests of the program, in that order; all run even where one fails."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(options: argparse.Namespace) -> int:
    """Run ruff, mypy and pytest; further words go to pytest. 0 where all pass, otherwise 1."""
    failed = 0
    if not options.rest:
        failed |= _call("ruff", "check", "generator", "tests", "build.py")
        failed |= _call("ruff", "format", "--check", "generator", "tests", "build.py")
        failed |= _call("mypy")
    failed |= _call("pytest", *options.rest)
    return 1 if failed else 0


def _call(tool: str, *arguments: str) -> int:
    print(f"$ {tool} {' '.join(arguments)}", flush=True)
    return subprocess.run([sys.executable, "-m", tool, *arguments], cwd=ROOT, check=False).returncode
