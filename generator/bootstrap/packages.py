"""System packages on Debian and Ubuntu, installed without questions where the caller is root."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.bootstrap import child, messages
from generator.bootstrap.machine import has_apt_lists

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}
# Another set-up, or the system's own nightly update, may hold the lock for a while.
PATIENCE = ("-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=1")

_UNKNOWN = re.compile(r"Unable to locate package|has no installation candidate")


def install(packages: Sequence[str]) -> tuple[bool, str]:
    """Install packages; tell whether all are there, and what apt printed.

    The lists are fetched first where there are none, and again where they are out of date. Where one package does not
    exist in this release, the others are still installed.
    """
    messages.say(messages.installing_packages(packages))
    is_fresh = not has_apt_lists()
    told = _update() if is_fresh else ""
    status, output = _install(packages)
    if status and not is_fresh:
        told = _update()
        status, output = _install(packages)
    if status and len(packages) > 1 and _UNKNOWN.search(output):
        results = [_install([package]) for package in packages]
        status, output = max(status for status, _ in results), "".join(text for _, text in results)
    return status == 0, told + output


def _update() -> str:
    messages.say(messages.UPDATING_LISTS)
    return child.run(["apt-get", "update", *PATIENCE], variables=QUIET)[1]


def _install(packages: Sequence[str]) -> tuple[int, str]:
    return child.run(["apt-get", "install", "--yes", "--no-install-recommends", *PATIENCE, *packages], variables=QUIET)
