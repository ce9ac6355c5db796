"""What the set-up says, in Korean: what happens, what is wrong, and the one thing to type."""

from __future__ import annotations

import errno
import re
import shlex
import sys
from collections.abc import Sequence

GET_FONTS = (
    "나눔명조·나눔고딕·나눔스퀘어(TTF)를 https://hangeul.naver.com/font 에서 내려받아 글꼴 폴더에 넣으세요"
    "(리눅스 ~/.local/share/fonts, macOS ~/Library/Fonts)"
)
USE_WSL = "Windows에서 PDF를 만들려면 'wsl --install'로 Ubuntu를 설치하고, 그 안에서 같은 명령을 실행하세요"
NEW_PYTHON = "https://www.python.org/downloads/ 에서 Python을 받아 설치하세요"
WAITING = "다른 창에서 준비하는 중입니다. 끝날 때까지 기다립니다 …"
STOPPED = "준비를 멈췄습니다. 다시 실행하면 처음부터 다시 준비합니다."
MAKING_ENVIRONMENT = "실행 환경(.venv)을 만드는 중 …"
INSTALLING = "설치하는 중 …"
DISK_FULL = "디스크가 가득 차 준비하지 못했습니다.\n필요 없는 파일을 지우고 다시 실행하세요."
READY = "준비를 마쳤습니다."
UPDATING_LISTS = "시스템 꾸러미 목록을 새로 받는 중 …"


class Refusal(Exception):
    """The machine lacks something that the set-up cannot mend; the text says what to type."""


def say(text: str) -> None:
    """Print a line of progress on stderr."""
    print(text, file=sys.stderr, flush=True)


def downloading(packages: int) -> str:
    """Say that so many packages are being downloaded."""
    return f"프로그램 {packages}개를 다운로드하는 중 …"


def installing_packages(packages: Sequence[str]) -> str:
    """Say that system packages are being installed."""
    return f"시스템 꾸러미를 설치하는 중: {' '.join(packages)}"


def without(names: Sequence[str], losses: Sequence[str], remedy: str) -> str:
    """Say what is missing, what it costs and what to do; the program goes on without it."""
    return f"없는 것: {', '.join(names)}. {' '.join(dict.fromkeys(losses))}\n설치하려면: {remedy}"


def install_by_hand(names: Sequence[str]) -> str:
    """Ask for installation where no package of this system is known."""
    return f"{', '.join(names)}: 이 시스템의 꾸러미 관리자로 설치하세요"


def no_venv(command: str, reason: str = "") -> str:
    """Say that this Python cannot make an environment, and why that could not be mended."""
    fact = "이 Python에는 실행 환경을 만드는 기능(venv, pip)이 없습니다."
    return _answer(f"{fact} {reason}".rstrip(), command)


def not_writable(root: str, is_windows: bool) -> str:
    """Say that the project folder is read-only."""
    fact = f"이 폴더에 쓸 수 없어 준비할 수 없습니다: {root}"
    if is_windows:
        return f"{fact}\n폴더를 '문서' 아래로 복사하고, 그 안에서 다시 실행하세요."
    return _answer(fact, f"cp -r {shlex.quote(root)} ~/report && python3 ~/report/build.py")


def no_room(root: str, needed_mib: int, free_mib: int) -> str:
    """Say that the disk is too full."""
    fact = f"디스크에 빈 곳이 모자랍니다: {needed_mib}MB가 필요한데 {free_mib}MB만 남았습니다 ({root})."
    return f"{fact}\n필요 없는 파일을 지우고 다시 실행하세요."


def not_owned(place: str, root: str) -> str:
    """Say that a file in the project folder belongs to another user (as after `sudo python3 build.py`)."""
    return _answer(
        f"다른 사용자의 것이어서 바꿀 수 없습니다: {place}", f'sudo chown -R "$(id -un)" {shlex.quote(root)}'
    )


def file_failed(error: OSError, root: str) -> str:
    """Say that a file could not be read, written or removed during the set-up."""
    if error.errno == errno.ENOSPC:
        return DISK_FULL
    place = error.filename or ""
    if isinstance(error, PermissionError):
        return not_owned(str(place), root)
    return _answer(f"준비하는 중에 파일을 다루지 못했습니다: {place} ({error.strerror})", "python3 build.py")


def apt_failed(output: str) -> str:
    """Say why system packages could not be installed, from apt's output."""
    if _NO_NETWORK.search(output):
        return "인터넷에 연결되지 않아 시스템 꾸러미를 받지 못했습니다."
    if "No space left" in output or "enough free space" in output:
        return "디스크가 가득 차 시스템 꾸러미를 설치하지 못했습니다."
    if "Could not get lock" in output:
        return "다른 프로그램이 시스템 꾸러미를 설치하는 중이어서 설치하지 못했습니다."
    return f"시스템 꾸러미를 설치하지 못했습니다.\n{_last_lines(output)}"


def pip_failed(output: str, python: str) -> str:
    """Say why the packages of the lock file could not be installed, from pip's output."""
    again = "python3 build.py"
    if "No space left" in output or "Errno 28" in output:
        return DISK_FULL
    if "CERTIFICATE_VERIFY_FAILED" in output or "SSLError" in output:
        fact = "보안 연결(SSL)을 확인하지 못했습니다. 기관 전산망의 인증서가 필요한 듯합니다."
        return _answer(f"{fact} 전산 담당자에게 인증서 파일을 받으세요.", "pip config set global.cert 인증서파일.pem")
    if _NO_NETWORK.search(output):
        fact = "인터넷에 연결되지 않아 필요한 프로그램을 받지 못했습니다. 연결을 확인하세요."
        return _answer(f"{fact} 처음 한 번만 인터넷이 필요합니다.", again)
    if "DO NOT MATCH THE HASHES" in output:
        fact = "받은 파일이 원래 것과 다릅니다(해시 불일치). 받아 둔 것을 지우고 다시 받으세요."
        return _answer(fact, f"python3 -m pip cache purge; {again}")
    if "No matching distribution" in output:
        fact = f"Python {python}에 맞는 설치 파일이 없습니다. Python 3.11~3.13에서 실행하세요."
        return f"{fact}\n{_last_lines(output)}"
    return _answer(f"필요한 프로그램을 설치하지 못했습니다.\n{_last_lines(output)}", again)


def venv_failed(output: str) -> str:
    """Say that the environment could not be made."""
    if "No space left" in output or "Errno 28" in output:
        return DISK_FULL
    return _answer(f"실행 환경(.venv)을 만들지 못했습니다.\n{_last_lines(output)}", "python3 build.py")


_NO_NETWORK = re.compile(
    r"Temporary failure|Name or service not known|No address associated|nodename nor servname|getaddrinfo failed"
    r"|Network is unreachable|NewConnectionError|ConnectTimeout|ReadTimeout|Connection refused|Connection reset"
    r"|ProxyError|Could not resolve|Could not connect|Cannot initiate the connection|Connection timed out"
)


def _answer(fact: str, command: str) -> str:
    return f"{fact}\n다음을 입력하세요: {command}"


def _last_lines(output: str) -> str:
    return "\n".join(f"  | {line}" for line in output.strip().splitlines()[-5:])
