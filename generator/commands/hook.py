"""hook: have Git check the staged reports before each commit, or have it stop doing so."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from generator.git_tree import GitTrouble, Repository

ROOT = Path(__file__).resolve().parents[2]
_SIGN = "# 주요업무 보고 검사"
_NAME = "pre-commit"


def run(options: argparse.Namespace) -> int:
    """Put the hook in place or take it away; 2 where Git is missing or a hook of someone else's stands there."""
    try:
        with Repository(options.content) as repository:
            hook = repository.hooks / _NAME
            command = _command(options.content.resolve(), repository.top)
    except GitTrouble as trouble:
        print(f"{trouble}\n{trouble.hint}", file=sys.stderr)
        return 2
    present = hook.read_text(encoding="utf-8", errors="replace") if hook.exists() else ""
    if present and _SIGN not in present:
        print(f"다른 프로그램이 만든 '{hook}'이 있어 그대로 두었습니다.", file=sys.stderr)
        print(f"그 파일에 다음 줄을 더하세요: {command}", file=sys.stderr)
        return 2
    return _remove(hook) if options.remove else _install(hook, command)


def _install(hook: Path, command: str) -> int:
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{_SIGN}\n{command}\n", encoding="utf-8")
    hook.chmod(0o755)
    print("이제 커밋할 때마다 바뀐 보고서를 검사하고, 오류가 있으면 커밋을 멈춥니다.")
    print("한 번만 건너뛰려면 git commit --no-verify, 거두려면 python3 build.py hook --remove")
    return 0


def _remove(hook: Path) -> int:
    hook.unlink(missing_ok=True)
    print("커밋할 때 검사하지 않습니다.")
    return 0


def _command(content: Path, top: Path) -> str:
    """Git runs a hook at the top of the working tree; names from there hold when the folder is moved, and a branch
    without the program is left in peace."""
    program = shlex.quote(_from(top, ROOT / "build.py"))
    return f"[ ! -f {program} ] || exec python3 {program} check --staged --content {shlex.quote(_from(top, content))}"


def _from(top: Path, place: Path) -> str:
    return place.relative_to(top).as_posix() if place.is_relative_to(top) else str(place)
