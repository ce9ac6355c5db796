"""The plan: each case of a machine is one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.bootstrap import messages
from generator.bootstrap.machine import Machine
from generator.bootstrap.plan import Work, make_plan, notice_for

EVERYTHING = frozenset({"pango", "fonts", "fonts-square"})
NATIVE = ("libpango-1.0-0", "libpangoft2-1.0-0", "fonts-nanum")
USER = Machine()
SUPERUSER = replace(USER, is_root=True)
BARE = {"has_ensurepip": False, "has_pip": False}

PLANS: Mapping[str, tuple[Machine, Work, tuple[Work, tuple[str, ...]]]] = {
    "nothing to do": (USER, Work.NONE, (Work.NONE, ())),
    "fresh, all native files there": (USER, Work.BUILD, (Work.BUILD, ())),
    "tests on a finished environment": (USER, Work.EXTEND, (Work.EXTEND, ())),
    "root installs native packages": (replace(SUPERUSER, missing=EVERYTHING), Work.BUILD, (Work.BUILD, NATIVE)),
    "root installs them beside a finished environment": (
        replace(SUPERUSER, missing=frozenset({"pango"})),
        Work.NONE,
        (Work.NONE, NATIVE[:2]),
    ),
    "user goes on without them": (replace(USER, missing=EVERYTHING), Work.BUILD, (Work.BUILD, ())),
    "root, Debian's Python without venv": (
        replace(SUPERUSER, **BARE, missing=EVERYTHING, python=(3, 13)),
        Work.BUILD,
        (Work.BUILD, ("python3.13-venv", *NATIVE)),
    ),
    "no venv, but a pip elsewhere": (replace(USER, has_ensurepip=False, has_pip=True), Work.BUILD, (Work.BUILD, ())),
    "no venv needed where the environment is finished": (replace(USER, **BARE), Work.NONE, (Work.NONE, ())),
    "read-only folder with a finished environment": (replace(USER, unwritable="/r"), Work.NONE, (Work.NONE, ())),
    "full disk with a finished environment": (replace(USER, free_mib=0), Work.NONE, (Work.NONE, ())),
    "a release that keeps NanumSquare apart": (
        replace(SUPERUSER, missing=frozenset({"fonts-square"})),
        Work.NONE,
        (Work.NONE, ("fonts-nanum-extra",)),
    ),
    "Debian's browser for the tests": (
        replace(SUPERUSER, missing=frozenset({"chromium", "poppler"})),
        Work.EXTEND,
        (Work.EXTEND, ("chromium", "poppler-utils")),
    ),
    "Ubuntu has no browser package": (
        replace(SUPERUSER, system="ubuntu", missing=frozenset({"chromium", "poppler"})),
        Work.EXTEND,
        (Work.EXTEND, ("poppler-utils",)),
    ),
    "root elsewhere installs nothing": (
        replace(SUPERUSER, system="fedora", has_apt=False, missing=EVERYTHING),
        Work.BUILD,
        (Work.BUILD, ()),
    ),
}


@pytest.mark.parametrize(("machine", "work", "expected"), PLANS.values(), ids=PLANS)
def test_plan(machine: Machine, work: Work, expected: tuple[Work, tuple[str, ...]]) -> None:
    plan = make_plan(machine, work, for_tests=False, root="/r")
    assert (plan.work, plan.system_packages, plan.refusal) == (*expected, "")


REFUSALS = {
    "no venv, user": (
        replace(USER, **BARE, missing=frozenset({"fonts"})),
        "기능(venv, pip)이 없습니다",
        "sudo apt-get install -y python3.11-venv fonts-nanum",
    ),
    "no venv, user of a fresh container": (
        replace(USER, **BARE, has_apt_lists=False),
        "기능(venv, pip)이 없습니다",
        "sudo apt-get update && sudo apt-get install -y python3.11-venv",
    ),
    "no venv, Fedora": (replace(USER, **BARE, system="fedora"), "venv", "sudo dnf install -y python3-pip"),
    "no venv, other": (replace(USER, **BARE, system="other"), "venv", messages.NEW_PYTHON),
    "read-only": (
        replace(USER, unwritable="/보고 서"),
        "쓸 수 없어",
        "cp -r '/보고 서' ~/report && python3 ~/report/build.py",
    ),
    "read-only, Windows": (replace(USER, system="windows", unwritable="/보고 서"), "쓸 수 없어", "다시 실행하세요."),
    "made by another user": (
        replace(USER, unwritable="/보고 서/.venv"),
        "다른 사용자의 것이어서 바꿀 수 없습니다: /보고 서/.venv",
        "sudo chown -R \"$(id -un)\" '/보고 서'",
    ),
    "disk full": (replace(USER, free_mib=120), "120MB만 남았습니다", "다시 실행하세요."),
}


@pytest.mark.parametrize(("machine", "fact", "command"), REFUSALS.values(), ids=REFUSALS)
def test_refusal_says_the_fact_and_one_thing_to_type(machine: Machine, fact: str, command: str) -> None:
    refusal = make_plan(machine, Work.BUILD, for_tests=False, root="/보고 서").refusal
    first, last = refusal.split("\n")
    assert fact in first
    assert last.endswith(command)


def test_tests_need_more_room() -> None:
    tight = replace(USER, free_mib=600)
    assert not make_plan(tight, Work.BUILD, for_tests=False, root="/r").refusal
    assert make_plan(tight, Work.BUILD, for_tests=True, root="/r").refusal


REMEDIES = {
    "Debian, user": (replace(USER, missing=EVERYTHING), f"sudo apt-get install -y {' '.join(NATIVE)}"),
    "Debian, root without network": (
        replace(SUPERUSER, missing=frozenset({"pango"}), has_apt_lists=False),
        "apt-get update && apt-get install -y libpango-1.0-0 libpangoft2-1.0-0",
    ),
    "Fedora": (
        replace(USER, system="fedora", missing=frozenset({"pango"})),
        "sudo dnf install -y pango",
    ),
    "Fedora lacks NanumSquare": (
        replace(USER, system="fedora", missing=frozenset({"fonts-square"})),
        messages.GET_FONTS,
    ),
    "macOS": (replace(USER, system="macos", missing=frozenset({"pango"})), "brew install pango"),
    "macOS fonts": (
        replace(USER, system="macos", missing=frozenset({"pango", "fonts", "fonts-square"})),
        f"brew install pango / {messages.GET_FONTS}",
    ),
    "Windows": (replace(USER, system="windows", missing=EVERYTHING), messages.USE_WSL),
    "other": (replace(USER, system="other", missing=frozenset({"pango"})), messages.install_by_hand(["Pango"])),
    "Ubuntu's browser": (
        replace(USER, system="ubuntu", missing=frozenset({"chromium"})),
        messages.install_by_hand(["Chromium"]),
    ),
    "nothing": (USER, ""),
}


@pytest.mark.parametrize(("machine", "expected"), REMEDIES.values(), ids=REMEDIES)
def test_remedy(machine: Machine, expected: str) -> None:
    plan = make_plan(machine, Work.NONE, for_tests=True, root="/r")
    assert plan.remedy == expected
    assert expected in notice_for(machine)


def test_notice_names_what_it_costs_once() -> None:
    assert not notice_for(USER)
    assert notice_for(replace(USER, missing=EVERYTHING)).count("PDF를") == 1
