"""The preview: it never freezes, whatever the content or the generator does."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from pathlib import Path
from types import SimpleNamespace
from generator.diagnostics import Diagnostic, Severity, Span
from generator.mkdocs_plugin import serve
from generator.outputs.pages import front_page, problem_page, site_assets
from tests.outputs.example import report, shelf

content = Path(sys.argv[1])

def lines_of(path):
    return (content / path).read_text(encoding="utf-8").splitlines()

def compose():
    said = lines_of("organization.yml")[0]
    if said == "fault":
        raise RuntimeError("<fault>")
    found = [Diagnostic("bad", Severity.ERROR, said, Span("organization.yml"))]
    pages = [front_page([report()], shelf(lead=said)), problem_page("2022/x/index.html", "x", found, lines_of)]
    return SimpleNamespace(pages=pages, assets=site_assets(), findings=found, lines_of=lines_of)

serve(compose, content, port=int(sys.argv[2]))
"""


def eventually(address: str, holds: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + 40
    seen = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                seen = answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
            continue
        if holds(seen):
            return seen
        time.sleep(0.2)
    raise AssertionError(f"never came true; last seen: {seen[:2000]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_fault_is_shown_and_the_next_save_mends_it(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    file = content / "organization.yml"
    file.write_text("첫 내용", encoding="utf-8")
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(content), str(port)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    try:
        front = f"http://127.0.0.1:{port}/"
        eventually(front, lambda page: "첫 내용" in page)
        assert "organization.yml" in eventually(f"{front}2022/x/index.html", lambda page: "첫 내용" in page)
        file.write_text("fault", encoding="utf-8")
        broken = eventually(front, lambda page: "미리 보기를 만들지 못했습니다" in page)
        assert "&lt;fault&gt;" in broken
        assert "archive.css" in broken
        file.write_text("고친 내용", encoding="utf-8")
        eventually(front, lambda page: "고친 내용" in page)
    finally:
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
    logged = said.decode()
    assert "organization.yml:1:1: 오류[bad] 첫 내용" in logged
    assert running.returncode == 0, logged
