"""Commands that the set-up runs: their output is read line by line, and none outlives the set-up."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import FrameType

# A user's settings that would send packages elsewhere, or make pip ask.
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV")
FIXED = {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "PIP_USER": "0", "PIP_NO_INPUT": "1", "LC_ALL": "C.UTF-8"}


def run(
    command: Sequence[str],
    on_line: Callable[[str], object] = lambda line: None,
    variables: Mapping[str, str] | None = None,
    keeps_lock: bool = False,
) -> tuple[int, str]:
    """Run a command to its end; give its status and what it printed. 127 where it cannot be started.

    A command that `keeps_lock` inherits the set-up's lock: where the set-up is killed outright, the next one waits
    until the orphan has stopped writing.
    """
    given = {key: value for key, value in os.environ.items() if key not in MISLEADING}
    try:
        process = subprocess.Popen(
            command,
            env={**given, **FIXED, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            close_fds=not keeps_lock,
        )
    except OSError as error:
        return 127, str(error)
    lines: list[str] = []
    assert process.stdout is not None
    with process:
        try:
            for line in process.stdout:
                lines.append(line)
                on_line(line.rstrip())
        except BaseException:
            process.terminate()
            raise
    return process.returncode, "".join(lines)


class Stopped(BaseException):
    """A signal asked the set-up to stop; like KeyboardInterrupt, not an Exception. `args[0]` is its number."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let the signals that end a process be seen as `Stopped`, so that children end and half-made things go."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # What the caller set to be ignored (nohup) stays ignored.
    heard = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped(number)
