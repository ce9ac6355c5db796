"""What went wrong is read from the output of pip, apt and the system, and answered in Korean."""

from __future__ import annotations

import errno

import pytest

from generator.bootstrap import messages

FAILURES = {
    "no network": ("NewConnectionError(': Failed to establish a new connection: [Errno -3] …", "인터넷에 연결되지"),
    "proxy": ("ProxyError('Cannot connect to proxy.')\nNo matching distribution found", "인터넷에 연결되지"),
    "disk full": ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left", "디스크가 가득"),
    "inspected connection": ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "인증서"),
    "damaged download": ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE …", "해시 불일치"),
    "no file for this Python": ("ERROR: No matching distribution found for pikepdf==1", "Python 3.99에 맞는"),
    "anything else": ("one\ntwo\nthree\nfour\nfive\nsix", "  | six"),
}


@pytest.mark.parametrize(("output", "fact"), FAILURES.values(), ids=FAILURES)
def test_failed_download_is_explained(output: str, fact: str) -> None:
    assert fact in messages.pip_failed(output, "3.99")


@pytest.mark.parametrize(
    ("output", "fact"),
    [
        ("Err:1 http://host Temporary failure resolving 'host'", "인터넷에 연결되지"),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "디스크가 가득"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "다른 프로그램"),
        ("E: broken", "  | E: broken"),
    ],
)
def test_failed_system_package_is_explained(output: str, fact: str) -> None:
    assert fact in messages.apt_failed(output)


@pytest.mark.parametrize(
    ("error", "fact"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), messages.DISK_FULL),
        (
            PermissionError(errno.EACCES, "Permission denied", "/보고/.venv/x"),
            """sudo chown -R "$(id -un)" '/보고 서'""",
        ),
        (OSError(errno.EIO, "Input/output error", "/보고/x"), "/보고/x (Input/output error)"),
    ],
)
def test_failing_files_are_explained(error: OSError, fact: str) -> None:
    assert fact in messages.file_failed(error, "/보고 서")
