"""The look at a machine: which system it is, and where its native files are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.bootstrap import needs
from generator.bootstrap.machine import look_at_machine, system_of


@pytest.mark.parametrize(
    ("platform", "os_release", "expected"),
    [
        ("linux", 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', "debian"),
        ("linux", "ID=ubuntu\nID_LIKE=debian\n", "ubuntu"),
        ("linux", 'ID=linuxmint\nID_LIKE="ubuntu debian"\n', "ubuntu"),
        ("linux", 'ID="rocky"\nID_LIKE="rhel centos fedora"\n', "fedora"),
        ("linux", "ID=alpine\n", "other"),
        ("linux", "", "other"),
        ("darwin", "", "macos"),
        ("win32", "", "windows"),
    ],
)
def test_system_by_its_release_file(platform: str, os_release: str, expected: str) -> None:
    assert system_of(platform, os_release) == expected


def test_library_is_read_from_the_linker_cache() -> None:
    cache = b"glibc-ld.so.cache1.1\0\1\2libz.so.1\0/lib/a/libpango-1.0.so.0\0/lib/a/xlibpango-1.0.so.0\0"
    assert needs.library_in_cache(cache, "libpango-1.0.so.0") == "/lib/a/libpango-1.0.so.0"
    assert needs.library_in_cache(cache, "libpango-1.0.so") == ""
    assert needs.library_in_cache(b"", "libpango-1.0.so.0") == ""


@pytest.mark.skipif(sys.platform != "linux", reason="names of libraries on Linux")
def test_needs_are_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    need = needs.Need("x", needs.Kind.LIBRARY, ("one-9.9", "two-9.9"), "X", "", {})
    (tmp_path / "libone-9.9.so.0").touch()
    assert needs.find(need) == ()
    (tmp_path / "libtwo-9.9.so.0").touch()
    assert needs.find(need) == (f"{tmp_path}/libone-9.9.so.0", f"{tmp_path}/libtwo-9.9.so.0")


def test_folder_made_by_another_user_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".venv").mkdir()
    assert look_at_machine(tmp_path, for_tests=False).is_writable
    monkeypatch.setattr("os.access", lambda folder, mode: folder != tmp_path / ".venv")
    assert look_at_machine(tmp_path, for_tests=False).unwritable == str(tmp_path / ".venv")


def test_tests_look_for_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not look_at_machine(tmp_path, for_tests=False).missing & {"chromium", "poppler"}
    assert look_at_machine(tmp_path, for_tests=True).missing >= {"chromium", "poppler"}
