"""What a start costs when nothing is to be set up: `python3 tests/benchmarks/start_up.py`, after one build.

Prints medians taken in one run: the interpreter alone, and the interpreter with the bootstrap up to the point where it
hands over to the program, as a ratio to the first.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 30
ALONE = "pass"
BOOTSTRAP = (
    f"import sys, os; sys.path.insert(0, {str(ROOT)!r}); os.execve = lambda *a: os._exit(0)\n"
    "from generator.bootstrap.start import start; start(['check'])"
)


def seconds(code: str) -> float:
    """Give the median time of a fresh interpreter that runs this code."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def main() -> None:
    """Measure and print."""
    alone, whole = seconds(ALONE), seconds(BOOTSTRAP)
    print(f"interpreter alone  {alone * 1000:6.1f} ms")
    print(f"with the bootstrap {whole * 1000:6.1f} ms  ({whole / alone:.2f} of it)")


if __name__ == "__main__":
    main()
