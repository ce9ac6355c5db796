"""How much work a call does, counted in Python calls: the same number on every machine, unlike seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls that happen while `work` runs, those of built-in functions included."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        if event in {"call", "c_call"}:
            count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
