"""The headless Chromium that all tests in a browser share, a server for a folder, and visits that notice trouble."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as Tab

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ABORTED = "net::ERR_ABORTED"
HEIGHT = 844
"""Pixels that a tab is high; the width is what tests choose."""


def running_browser() -> Iterator[Browser]:
    """Start Chromium, give it, and stop it."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing; tests of the site need it: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def served(folder: Path, under: str = "/") -> Iterator[str]:
    """Serve a folder under a path as a project's public pages do (`/archive/`), and give its address; nothing stands
    outside that path."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep test output clean."""

        def translate_path(self, path: str) -> str:
            inside = path.removeprefix(under)
            return super().translate_path(f"/{inside}" if path.startswith(under) else "/nothing-stands-outside")

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            if not isinstance(sys.exception(), ConnectionError):  # a tab that was closed while it loaded
                super().handle_error(request, client_address)  # type: ignore[arg-type]

    with Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{under}"
        server.shutdown()


def new_context(browser: Browser, width: int, **options: Any) -> BrowserContext:
    """Give a reader's browser without a past, `width` pixels wide; `options` are Playwright's."""
    return browser.new_context(viewport={"width": width, "height": HEIGHT}, **options)


def watched_tab(context: BrowserContext, root: str, troubles: list[str]) -> Tab:
    """Give a new tab that writes down errors in its pages, what could not be loaded, and what was asked for outside
    `root`."""
    inside = (root, "blob:", "data:")
    tab = context.new_page()
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    # A request is aborted where the reader moves on before it is answered.
    tab.on("requestfailed", lambda asked: None if asked.failure == ABORTED else troubles.append(f"failed: {asked.url}"))
    tab.on("response", lambda got: troubles.append(f"{got.status}: {got.url}") if got.status >= 400 else None)
    tab.on("request", lambda asked: None if asked.url.startswith(inside) else troubles.append(f"outside: {asked.url}"))
    return tab


@contextmanager
def visiting(browser: Browser, root: str, path: str, width: int = 1280, **options: Any) -> Iterator[Tab]:
    """Visit a page of the site at `root` for the first time; any trouble in the tab, and any cookie, fails the test."""
    troubles: list[str] = []
    context = new_context(browser, width, **options)
    try:
        tab = watched_tab(context, root, troubles)
        tab.goto(root + path, wait_until="load")
        yield tab
        assert context.cookies() == []
    finally:
        context.close()
    assert troubles == []


Visit = Callable[..., AbstractContextManager[Tab]]
"""Opens a page of a site, given its path, at a width and with options, for as long as it is looked at."""


def visits_of(browser: Browser, root: str) -> Iterator[Visit]:
    """Give a way to visit many pages of the site at `root` quickly: visits with the same options share a tab, one after
    another, and so its cache. Any trouble in the tab fails the test."""
    tabs: dict[str, tuple[Tab, list[str]]] = {}

    @contextmanager
    def visit(path: str, width: int = 1280, **options: Any) -> Iterator[Tab]:
        key = repr((width, sorted(options.items())))
        if key not in tabs:
            noted: list[str] = []
            tabs[key] = watched_tab(new_context(browser, width, **options), root, noted), noted
        tab, troubles = tabs[key]
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        tab.emulate_media(media="screen", color_scheme=options.get("color_scheme", "light"))
        tab.goto(root + path, wait_until="load")
        yield tab
        said = list(troubles)
        troubles.clear()
        assert said == []

    yield visit
    for tab, _ in tabs.values():
        tab.context.close()
