"""Runs the steps of workflow files on this machine: their scripts as they stand, without the actions of the host.

Only what our files use is known: `run` steps with `env` and `if`, outputs of steps, and expressions that name a value
of the context. Anything else raises, so that a new construction is not passed over.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ACTIONS = {"actions/checkout", "actions/setup-python", "actions/upload-artifact"}
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")
_CONDITION = re.compile(r"([\w.]+) (==|!=) '([^']*)'")


@dataclass
class Runner:
    """A checkout on this machine, an environment, and the context that expressions read."""

    folder: Path
    programs: Path
    environment: Mapping[str, str]
    context: Mapping[str, Any] = field(default_factory=dict)
    uploaded: list[Path] = field(default_factory=list)

    def run_job(self, workflow: Path, name: str) -> None:
        """Run a job of a GitHub workflow; raises AssertionError where a step fails."""
        read = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        job = read["jobs"][name]
        context: dict[str, Any] = {**self.context, "steps": {}}
        for step in job["steps"]:
            if not _holds(step.get("if"), context):
                continue
            if "uses" in step:
                self._use(step)
                continue
            settings = {**job.get("env", {}), **step.get("env", {})}
            output = self.folder / ".output"
            output.write_text("", encoding="utf-8")
            values = {key: _filled(str(value), context) for key, value in settings.items()}
            self.run_script(step["run"], {**values, "GITHUB_OUTPUT": str(output)})
            lines = (line.partition("=") for line in output.read_text(encoding="utf-8").splitlines())
            context["steps"][step.get("id", "")] = {"outputs": {key: value for key, _, value in lines}}
            output.unlink()

    def run_script(self, script: str, values: Mapping[str, str] | None = None) -> None:
        """Run a script as the host's shell does; raises AssertionError where it fails."""
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, **self.environment, **(values or {}), "PATH": path}
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"

    def _use(self, step: Mapping[str, Any]) -> None:
        action = step["uses"].partition("@")[0]
        assert action in ACTIONS, action
        if action.endswith("upload-artifact"):
            place = self.folder / step["with"]["path"]
            assert place.is_dir(), f"{place} was to be uploaded"
            self.uploaded.append(place)


def stand_ins(folder: Path) -> Path:
    """Make the programs that a host's machine has and a test must not use: `python3` is this Python, with the project's
    program behind `build.py`; `sudo` does nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    python = shlex.quote(sys.executable)
    texts = {
        "python3": f'[ "$1" != build.py ] || {{ shift; set -- -m generator.cli "$@"; }}\nexec {python} "$@"\n',
        "sudo": "",
    }
    for name, text in texts.items():
        place = folder / name
        place.write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        place.chmod(0o755)
    return folder


def _holds(condition: str | None, context: Mapping[str, Any]) -> bool:
    if condition is None:
        return True
    found = _CONDITION.fullmatch(condition)
    assert found, condition
    return (_value(found[1], context) == found[3]) == (found[2] == "==")


def _filled(text: str, context: Mapping[str, Any]) -> str:
    filled = _EXPRESSION.sub(lambda found: _value(found[1], context), text)
    assert "${{" not in filled, text
    return filled


def _value(name: str, context: Mapping[str, Any]) -> str:
    """A name that the context lacks is empty, as on the host."""
    value: Any = context
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, Mapping) else ""
    return str(value)
