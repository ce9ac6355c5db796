"""The framed site of the example report, built once, and a headless Chromium to look at it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab

from generator.mkdocs_plugin import build
from generator.outputs.artifacts import Asset, Page
from generator.outputs.pages import PdfLink, errata_page, front_page, report_page, site_assets
from tests.outputs.example import ERRATA, report, shelf, source_of

REPORT = "2022/jobs-economy/index.html"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'


@dataclass(frozen=True)
class BuiltSite:
    """A site as the generator hands it over."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def example_site() -> BuiltSite:
    folder = "2022/jobs-economy"
    files = {
        f"{folder}/report.pdf": b"%PDF-1.7",
        f"{folder}/report.html": "<!doctype html><title>인쇄용</title>".encode(),
        f"{folder}/report.json": b"{}",
        f"{folder}/그림/센터.png": PICTURE,
    }
    link = PdfLink(12, 400_000)
    return BuiltSite(
        (
            front_page([report()], shelf(), errata=len(ERRATA)),
            report_page(report(), shelf(), pages={"stable-jobs": 4}, pdf=link, errata=ERRATA, lines_of=source_of),
            errata_page([report()], {folder: ERRATA}),
        ),
        (*site_assets(), *(Asset(path, data) for path, data in files.items())),
    )


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    (folder / "guide").mkdir()
    (folder / "guide" / "index.md").write_text("# 작성 안내\n\n글\n\n## 시작하기\n\n[표](table.md)\n", encoding="utf-8")
    (folder / "guide" / "table.md").write_text("# 표 쓰기\n\n글\n", encoding="utf-8")
    (folder / "index.md").write_text("# 가려질 글\n", encoding="utf-8")
    (folder / "organization.yml").write_text("기관: 비밀 아님\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the site was written to."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        # Only the page for wrong addresses depends on it: it may be shown at any depth.
        patch.setenv("SITE_URL", "http://127.0.0.1/archive/")
        build(example_site(), content, folder)
    return folder


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The site's address on a server, under a path of its own as on a project's public pages."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep test output clean."""

        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/archive"))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(built))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/archive/"
        server.shutdown()


Open = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Browser, address: str) -> Iterator[Open]:
    """Give a function that opens a page of the site at a width and scheme, and fails the test on any error in it."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    inside = (address, "blob:", "data:")

    def open_page(path: str = "index.html", width: int = 1280, **options: object) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": 844}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        tab.on("requestfailed", lambda request: troubles.append(f"failed: {request.url}"))
        tab.on(
            "request", lambda asked: None if asked.url.startswith(inside) else troubles.append(f"outside: {asked.url}")
        )
        tab.goto(address + path, wait_until="load")
        return tab

    yield open_page
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert troubles == []
