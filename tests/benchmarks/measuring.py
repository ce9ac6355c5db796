"""What a command costs: wall and processor seconds and the most memory, of itself and of all processes below it.

Linux only: the tree of processes is looked at through /proc twenty times a second. Memory is the proportional share
(Pss), so that what a browser's processes share counts once. Processor seconds are what the kernel says of the processes
that were waited for, or what was seen of each while it ran, whichever is more: a browser does not wait for all of its
own.
"""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INTERVAL_SECONDS = 0.05
_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command cost: seconds on the clock and of all processors, and its peak memory in bytes."""

    wall_seconds: float
    processor_seconds: float
    peak_bytes: int


def measured(command: Sequence[str], *, folder: Path = ROOT) -> Spent:
    """Run a command in a folder and give what it cost; raises CalledProcessError where it fails."""
    before = _waited_for()
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        tree = _Tree(process.pid)
        watching = threading.Thread(target=tree.watch, daemon=True)
        watching.start()
        _, said = process.communicate()
        wall = time.perf_counter() - begin
        tree.ended.set()
        watching.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said)
    return Spent(wall, max(_waited_for() - before, sum(tree.seconds.values())), tree.peak_bytes)


class _Tree:
    """A process and all below it, as they are seen from time to time."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.ended = threading.Event()
        self.peak_bytes = 0
        self.seconds: dict[tuple[int, str], float] = {}

    def watch(self) -> None:
        while not self.ended.wait(INTERVAL_SECONDS):
            found = _below(self.root)
            self.seconds.update(((pid, started), seconds) for pid, started, seconds in found)
            self.peak_bytes = max(self.peak_bytes, sum(_memory(pid) for pid, _, _ in found))


def _below(root: int) -> list[tuple[int, str, float]]:
    """Give number, start and processor seconds of a process and all below it."""
    parents: dict[int, int] = {}
    known: dict[int, tuple[str, float]] = {}
    for place in _PROC.iterdir():
        if place.name.isdigit() and (fields := _stat(place)):
            # proc(5): after the name in brackets come state, parent, …; 11 and 12 are ticks, 19 is the start.
            parents[int(place.name)] = int(fields[1])
            known[int(place.name)] = (fields[19], (int(fields[11]) + int(fields[12])) / _TICKS)
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return [(pid, *known[pid]) for pid in tree if pid in known]


def _stat(place: Path) -> list[str]:
    try:
        return (place / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:  # it has ended meanwhile
        return []


def _memory(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _waited_for() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
