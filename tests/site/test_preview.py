"""The preview: it never freezes, whatever the content or the generator does, and an edit changes what it must."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.file_tree import FolderTree
from generator.mkdocs_plugin.framing import Frame, Written
from generator.mkdocs_plugin.preview import Preview
from generator.mkdocs_plugin.server import PreviewServer
from generator.remembering import Interrupted
from generator.site import Site, compose_site
from generator.site.renewal import Renewal
from tests.trees import ORGANIZATION, REPORT

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys
from pathlib import Path
from types import SimpleNamespace
from generator.diagnostics import Diagnostic, Severity, Span
from generator.mkdocs_plugin import serve
from generator.outputs.pages.overview import front_page, problem_page, site_assets
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
    return SimpleNamespace(pages=pages, assets=site_assets(), findables=(), findings=found, lines_of=lines_of)

serve(compose, content, port=int(sys.argv[2]))
"""


def eventually(address: str, holds: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + 40
    seen = ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                seen = answer.read().decode()
        except urllib.error.HTTPError as missing:
            seen = missing.read().decode()
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


SLOW = PROGRAM.replace(
    "def compose():", "def compose():\n    while not (content / 'go').exists(): time.sleep(0.05)"
).replace("import sys\n", "import sys\nimport time\n")


def test_while_the_first_site_is_made_a_page_says_so(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "organization.yml").write_text("첫 내용", encoding="utf-8")
    port = free_port()
    running = subprocess.Popen([sys.executable, "-c", SLOW, str(content), str(port)], cwd=ROOT)
    try:
        for page in ("", "2022/x/"):
            eventually(f"http://127.0.0.1:{port}/{page}", lambda text: "만들고 있습니다" in text)
        (content / "go").touch()
        assert "만들고 있습니다" not in eventually(f"http://127.0.0.1:{port}/", lambda text: "첫 내용" in text)
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 0


SECTION = """\
제목: 일반현황
사업:
  - 사업명: 나루터 가꾸기
    id: ferry
    본문:
      추진실적: |
        ○ 참여인원: {people}명
"""
EDITS: dict[str, dict[str, str | None]] = {
    "a figure": {"2030/sample/일반현황.yml": SECTION.format(people=8)},
    "a comment": {"2030/sample/일반현황.yml": "# 메모\n" + SECTION.format(people=7)},
    "a mistake": {"2030/sample/일반현황.yml": "제목: ["},
    "a title": {"2029/sample/보고서.yml": REPORT.replace("2030년", "2029년 다시")},
    "a new report": {"2031/sample/보고서.yml": REPORT, "2031/sample/일반현황.yml": SECTION.format(people=1)},
    "a report gone": {"2029/sample/보고서.yml": None, "2029/sample/일반현황.yml": None},
    "the archive's name": {"organization.yml": ORGANIZATION.replace("보기 아카이브", "다른 아카이브")},
    "the guide": {"guide/index.md": "# 다른 안내\n"},
}


def content_in(folder: Path) -> Path:
    """Write an archive of two reports that have a programme in common."""
    files: dict[str, str | None] = {"organization.yml": ORGANIZATION, "guide/index.md": "# 안내\n"}
    for year in (2029, 2030):
        files[f"{year}/sample/보고서.yml"] = REPORT.replace("2030", str(year))
        files[f"{year}/sample/일반현황.yml"] = SECTION.format(people=7)
    write(folder, files)
    return folder


def write(folder: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            place.unlink()
        else:
            place.write_text(text, encoding="utf-8")


def written(folder: Path) -> dict[str, bytes]:
    """All files of a framed site but the theme's index, which an edit leaves as it was."""
    tree = FolderTree(folder)
    return {path: tree.read(path) or b"" for path in tree.paths if not path.endswith("search_index.json")}


def framed(content: Path, folder: Path, site: Site) -> Frame:
    folder.mkdir()
    frame = Frame(content, folder, "http://127.0.0.1:8000/")
    frame.show(site)
    return frame


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_the_site_that_a_whole_build_gives(edit: str, tmp_path: Path) -> None:
    content = content_in(tmp_path / "content")
    renewal = Renewal(content)
    frame = framed(content, tmp_path / "edited", renewal.compose())
    write(content, EDITS[edit])
    frame.hurry(renewal.early())
    site = renewal.compose()
    frame.show(site)
    whole = compose_site(content, preview=True)
    assert (site.pages, site.assets, site.findings) == (whole.pages, whole.assets, whole.findings)
    framed(content, tmp_path / "whole", whole)
    assert written(tmp_path / "edited") == written(tmp_path / "whole")


def test_an_edit_is_shown_at_once_and_other_reports_are_left_alone(tmp_path: Path) -> None:
    content = content_in(tmp_path / "content")
    renewal = Renewal(content)
    frame = framed(content, tmp_path / "site", renewal.compose())
    before = {path: path.stat().st_ino for path in (tmp_path / "site").rglob("*.html")}
    write(content, EDITS["a figure"])
    assert frame.hurry(renewal.early()).pages == {"2030/sample/index.html"}
    assert "8명" in (tmp_path / "site/2030/sample/index.html").read_text(encoding="utf-8")
    rest = frame.show(renewal.compose())
    assert not rest.everything
    assert "2029/sample/index.html" not in rest.pages
    untouched = {path for path, number in before.items() if path.is_file() and path.stat().st_ino == number}
    assert tmp_path / "site/2029/sample/index.html" in untouched
    assert tmp_path / "site/guide/index.html" in untouched


def test_a_save_without_a_change_changes_nothing(tmp_path: Path) -> None:
    content = content_in(tmp_path / "content")
    renewal = Renewal(content)
    frame = framed(content, tmp_path / "site", renewal.compose())
    assert not frame.hurry(renewal.early())
    assert not frame.show(renewal.compose())


def test_a_save_ends_the_work_on_a_site_that_nobody_wants_any_more(tmp_path: Path) -> None:
    content = content_in(tmp_path / "content")
    renewal = Renewal(content)
    frame = framed(content, tmp_path / "site", renewal.compose())
    preview = Preview(renewal.compose, frame, renewal.early)
    write(content, EDITS["a figure"])
    renewal.outdated = lambda: True
    assert [step.pages for step in preview.renew()] == [{"2030/sample/index.html"}]
    with pytest.raises(Interrupted):
        renewal.compose()
    renewal.outdated = lambda: False
    list(preview.renew())
    framed(content, tmp_path / "whole", compose_site(content, preview=True))
    assert written(tmp_path / "site") == written(tmp_path / "whole")


def test_only_a_save_makes_the_work_at_hand_useless(tmp_path: Path) -> None:
    begun, go_on, said = threading.Semaphore(0), threading.Semaphore(0), list[bool]()

    def work() -> Iterator[Written]:
        begun.release()
        assert go_on.acquire(timeout=20)
        said.append(server.saved())
        yield Written()

    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    site.mkdir()
    server = PreviewServer(work, host="127.0.0.1", port=free_port(), root=str(site))
    server.watch(str(content))
    serving = threading.Thread(target=server.serve, daemon=True)
    serving.start()
    try:
        server.ask()
        assert begun.acquire(timeout=20)
        server.ask()
        go_on.release()
        assert begun.acquire(timeout=20)
        (content / "organization.yml").write_text("고친 내용", encoding="utf-8")
        deadline = time.monotonic() + 20
        while not server.saved() and time.monotonic() < deadline:
            time.sleep(0.02)
        go_on.release()
        assert begun.acquire(timeout=20)
        go_on.release()
    finally:
        server.shutdown()
    assert said == [False, True, False]
