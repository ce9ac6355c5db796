"""What a command costs is what it and the processes below it cost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.benchmarks.measuring import measured

MEGABYTES = 60
BUSY = f"""import time
kept = b"1" * {MEGABYTES} * 10**6
end = time.process_time() + 0.4
while time.process_time() < end: pass
"""


def python(code: str) -> Sequence[str]:
    return [sys.executable, "-S", "-c", code]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(
    "code", [BUSY, f"import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', {BUSY!r}])"]
)
def test_processes_below_count_too(code: str) -> None:
    spent = measured(python(code))
    assert 0.4 <= spent.processor_seconds < 4
    assert spent.wall_seconds >= 0.4
    assert MEGABYTES * 10**6 < spent.peak_bytes < 10 * MEGABYTES * 10**6


def test_a_command_that_fails_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured(python("raise SystemExit(2)"))
