"""What to do on a machine: decided from the facts alone, so that each case is one row of a test."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.bootstrap import messages
from generator.bootstrap.machine import Machine
from generator.bootstrap.needs import NEEDS, SQUARE_APART

# Measured for the packages of the lock files, with room for pip's own copies while it unpacks.
ROOM_MIB = 400
ROOM_FOR_TESTS_MIB = 900


class Work(Enum):
    """What the environment needs: nothing, the packages for the tests in addition, or to be made anew."""

    NONE = "none"
    EXTEND = "extend"
    BUILD = "build"


@dataclass(frozen=True)
class Plan:
    """What to do: system packages to install, then the environment's work; or only a refusal.

    `remedy` is what readers should type for the native needs that nobody installs for them.
    """

    work: Work = Work.NONE
    system_packages: tuple[str, ...] = ()
    refusal: str = ""
    remedy: str = ""


def make_plan(machine: Machine, work: Work, for_tests: bool, root: str) -> Plan:
    """Decide what to do; `root` is the project folder as messages name it."""
    remedy = remedy_for(machine)
    needs_venv = work is not Work.NONE and not (machine.has_ensurepip or machine.has_pip)
    refusal = _refusal(machine, work, for_tests, root)
    if not refusal and needs_venv and not machine.can_install:
        refusal = messages.no_venv(_install_venv(machine))
    if refusal:
        return Plan(refusal=refusal, remedy=remedy)
    packages = native_packages(machine) if machine.can_install else ()
    return Plan(work, (*((venv_package(machine),) if needs_venv else ()), *packages), remedy=remedy)


def native_packages(machine: Machine) -> tuple[str, ...]:
    """Give the system's packages that bring what is missing, each once."""
    found: dict[str, None] = {}
    for need in NEEDS:
        if need.id in machine.missing:
            packages = need.packages.get(machine.system, ())
            if need.id == "fonts-square" and packages and "fonts" not in machine.missing:
                packages = (SQUARE_APART,)
            found.update(dict.fromkeys(packages))
    return tuple(found)


def remedy_for(machine: Machine) -> str:
    """Give what readers should type or do to get what is missing; empty where nothing is."""
    if not machine.missing:
        return ""
    parts = [_command(machine, native_packages(machine))] if native_packages(machine) else []
    unpacked = [need for need in NEEDS if need.id in machine.missing and not need.packages.get(machine.system)]
    if machine.system == "windows":
        return messages.USE_WSL
    if any(need.id.startswith("fonts") for need in unpacked):
        parts.append(messages.GET_FONTS)
    if others := [need.name for need in unpacked if not need.id.startswith("fonts")]:
        parts.append(messages.install_by_hand(others))
    return " / ".join(parts)


def venv_package(machine: Machine) -> str:
    """Name Debian's package with `ensurepip` for this very Python, which need not be the system's first one."""
    return f"python{machine.python[0]}.{machine.python[1]}-venv"


def notice_for(machine: Machine) -> str:
    """Say what is missing, what that costs and what to type; empty where nothing is missing."""
    lacking = [need for need in NEEDS if need.id in machine.missing]
    if not lacking:
        return ""
    return messages.without([need.name for need in lacking], [need.loss for need in lacking], remedy_for(machine))


def _refusal(machine: Machine, work: Work, for_tests: bool, root: str) -> str:
    if work is Work.NONE:
        return ""
    if not machine.is_writable:
        if machine.unwritable != root:
            return messages.not_owned(machine.unwritable, root)
        return messages.not_writable(root, machine.system == "windows")
    room = ROOM_FOR_TESTS_MIB if for_tests else ROOM_MIB
    if machine.free_mib < room:
        return messages.no_room(root, room, machine.free_mib)
    return ""


def _install_venv(machine: Machine) -> str:
    if machine.system in {"debian", "ubuntu"}:
        return _command(machine, (venv_package(machine), *native_packages(machine)))
    if machine.system == "fedora":
        return _command(machine, ("python3-pip", *native_packages(machine)))
    return messages.NEW_PYTHON


def _command(machine: Machine, packages: tuple[str, ...]) -> str:
    tool = {"fedora": "dnf install -y", "macos": "brew install"}.get(machine.system, "apt-get install -y")
    # Homebrew refuses to run as root.
    asks = "" if machine.is_root or machine.system == "macos" else "sudo "
    first = f"{asks}apt-get update && " if tool.startswith("apt") and not machine.has_apt_lists else ""
    return f"{first}{asks}{tool} {' '.join(packages)}"
