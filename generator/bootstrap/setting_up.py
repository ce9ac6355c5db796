"""Carries the plan out: one set-up at a time, system packages first, then the environment, the stamp last."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.bootstrap import child, environment, messages, packages
from generator.bootstrap import stamp as stamps
from generator.bootstrap.machine import Machine, look_at_machine
from generator.bootstrap.messages import Refusal
from generator.bootstrap.plan import Plan, Work, make_plan, notice_for, remedy_for
from generator.bootstrap.stamp import Stamp


def set_up(root: Path, for_tests: bool) -> Stamp:
    """Make the machine ready and give the stamp; raises `Refusal`, or `SystemExit` where it is stopped by a signal."""
    try:
        with child.stoppable():
            return _set_up(root, for_tests)
    except KeyboardInterrupt:
        messages.say("\n" + messages.STOPPED)
        raise SystemExit(130) from None
    except child.Stopped as stopped:
        messages.say(messages.STOPPED)
        raise SystemExit(128 + stopped.args[0]) from None
    except OSError as error:
        raise Refusal(messages.file_failed(error, str(root))) from error


def _set_up(root: Path, for_tests: bool) -> Stamp:
    machine = look_at_machine(root, for_tests)
    with _alone(root) if machine.is_writable else contextlib.nullcontext():
        if machine.is_writable:
            environment.restore(root)
        work = environment.work_for(root, for_tests)
        plan = make_plan(machine, work, for_tests, str(root))
        if plan.refusal:
            raise Refusal(plan.refusal)
        if plan.system_packages:
            machine = _install_packages(root, machine, plan, for_tests)
        made = dict(stamps.read_stamp(stamps.environment_of(root)))
        if work is Work.BUILD:
            made = environment.build(root, machine, for_tests)
        elif work is Work.EXTEND:
            made = environment.extend(root, machine)
        stamp = _with_natives(made, machine, for_tests)
        if machine.is_writable:
            stamps.write_stamp(stamps.environment_of(root), stamp)
    if work is not Work.NONE:
        messages.say(messages.READY)
    if notice := notice_for(machine):
        messages.say(notice)
    return stamp


def _install_packages(root: Path, machine: Machine, plan: Plan, for_tests: bool) -> Machine:
    """Install the plan's packages and look again; raises `Refusal` only where nothing can go on without them."""
    done, output = packages.install(plan.system_packages)
    machine = look_at_machine(root, for_tests)
    again = make_plan(machine, plan.work, for_tests, str(root))
    # The first round may show that this release keeps a font in another package.
    if further := tuple(name for name in again.system_packages if name not in plan.system_packages):
        done, output = packages.install(further)
        machine = look_at_machine(root, for_tests)
    reason = "" if done else messages.apt_failed(output)
    if plan.work is not Work.NONE and not (machine.has_ensurepip or machine.has_pip):
        raise Refusal(messages.no_venv(f"apt-get install -y {' '.join(plan.system_packages)}", reason))
    if reason:
        messages.say(reason)
    return machine


def _with_natives(made: Stamp, machine: Machine, for_tests: bool) -> dict[str, str]:
    return {
        **made,
        "looked-for": "test" if for_tests else "build",
        "found": os.pathsep.join(machine.found),
        "missing": ",".join(sorted(machine.missing)),
        "remedy": remedy_for(machine),
    }


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the lock of the set-up; whoever comes second waits. It ends with the process, however that ends."""
    (root / ".cache").mkdir(exist_ok=True)
    with (root / ".cache" / "setup.lock").open("a") as file:
        os.set_inheritable(file.fileno(), True)
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:
        # Windows: without a lock, the second set-up fails on files in use and can be run again.
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        messages.say(messages.WAITING)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        # Some network file systems have no locks; going on alone is better than refusing.
        return
