"""The facts about a machine that the plan rests on, and the look that gathers them without starting a process."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.bootstrap.needs import find, needs_for
from generator.bootstrap.stamp import environment_of

APT_LISTS = Path("/var/lib/apt/lists")

# The first pip that installs into another environment (--python).
OLDEST_PIP = (22, 3)


@dataclass(frozen=True)
class Machine:
    """A machine as the plan sees it.

    `system` is debian, ubuntu, fedora, macos, windows or other; derivatives count as what they descend from. `missing`
    holds ids of native needs, `found` the files of those that are met. `has_pip` means one that can install into
    another environment, for a Python that cannot put one there (`has_ensurepip`). A fresh container has apt, but not
    the lists of what there is to install. `unwritable` is the first folder in which the set-up cannot write: the
    project folder, or one in it that another user made.
    """

    system: str = "debian"
    python: tuple[int, int] = (3, 11)
    is_root: bool = False
    has_apt: bool = True
    has_apt_lists: bool = True
    has_ensurepip: bool = True
    has_pip: bool = False
    unwritable: str = ""
    free_mib: int = 100_000
    missing: frozenset[str] = frozenset()
    found: tuple[str, ...] = ()

    @property
    def is_writable(self) -> bool:
        """Whether the set-up can write in the project folder."""
        return not self.unwritable

    @property
    def can_install(self) -> bool:
        """Whether system packages can be installed without asking anybody."""
        return self.is_root and self.has_apt and self.system in {"debian", "ubuntu"}


def look_at_machine(root: Path, for_tests: bool) -> Machine:
    """Gather the facts for a project folder."""
    # A package installed a moment ago would stay unseen by the import system's listing of folders.
    importlib.invalidate_caches()
    met = {need.id: find(need) for need in needs_for(for_tests)}
    return Machine(
        system=system_of(sys.platform, _os_release()),
        python=sys.version_info[:2],
        is_root=hasattr(os, "geteuid") and os.geteuid() == 0,
        has_apt=shutil.which("apt-get") is not None,
        has_apt_lists=has_apt_lists(),
        has_ensurepip=_has_module("venv") and _has_module("ensurepip"),
        has_pip=_has_module("venv") and _has_recent_pip(),
        unwritable=_first_unwritable(root),
        free_mib=shutil.disk_usage(root).free // 2**20,
        missing=frozenset(id for id, files in met.items() if not files),
        found=tuple(file for files in met.values() for file in files),
    )


def has_apt_lists() -> bool:
    """Tell whether apt knows what there is to install."""
    return any(APT_LISTS.glob("*_Packages*"))


def base_python() -> str:
    """Give the interpreter to make an environment with: not that of an activated one, which may be the one replaced."""
    base: str = getattr(sys, "_base_executable", "") or sys.executable
    return base if sys.prefix != sys.base_prefix else sys.executable


def system_of(platform: str, os_release: str) -> str:
    """Name the system from `sys.platform` and the text of /etc/os-release (os-release(5): ID and ID_LIKE)."""
    if platform in {"darwin", "win32"}:
        return {"darwin": "macos", "win32": "windows"}[platform]
    pairs = (line.partition("=") for line in os_release.splitlines())
    fields = {key: value.strip("\"'") for key, _, value in pairs}
    names = [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]
    return next((known for known in ("ubuntu", "debian", "fedora") if known in names), "other")


def _os_release() -> str:
    try:
        return Path("/etc/os-release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _has_module(name: str) -> bool:
    # An empty folder of that name is a namespace package: found, but without an origin.
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.origin is not None


def _has_recent_pip() -> bool:
    try:
        version = importlib.metadata.version("pip").split(".")
    except importlib.metadata.PackageNotFoundError:
        return False
    return tuple(int(part) for part in version[:2] if part.isdigit()) >= OLDEST_PIP


def _first_unwritable(root: Path) -> str:
    folders = (root, environment_of(root), root / ".cache")
    return next((str(folder) for folder in folders if folder.exists() and not os.access(folder, os.W_OK)), "")
