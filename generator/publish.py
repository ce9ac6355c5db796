"""Putting a finished folder in the place of the old one, so that a failed build leaves the old one whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def published(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; when the body ends without an exception, it takes the place of `target`.

    An exception, a signal that Python turns into one, or a crash leaves `target` as it was; what a crash left behind is
    cleared by the next call. Two builds at once each have a folder of their own, and the last to finish wins.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    _recover(target)
    fresh = target.with_name(f"{target.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        yield fresh
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    old = target.with_name(f"{target.name}.old-{os.getpid()}")
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _recover(target: Path) -> None:
    """Clear what dead builds left: an old folder that was never replaced is put back, half-made ones are removed."""
    for left in sorted(target.parent.glob(f"{target.name}.old-*")):
        if _is_dead(left):
            if target.exists():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.rename(target)
    for left in target.parent.glob(f"{target.name}.new-*"):
        if _is_dead(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_dead(folder: Path) -> bool:
    number = folder.name.rpartition("-")[2]
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return True
    except PermissionError:
        return False
    return int(number) == os.getpid()
