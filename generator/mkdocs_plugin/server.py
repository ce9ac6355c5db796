"""MkDocs' server for the preview, where a browser loads a page again only when that page has changed."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from mkdocs.livereload import LiveReloadServer

from generator.mkdocs_plugin.framing import Written

_LOOKS_AFTER = 0.15
"""Seconds between two looks at the files. Looking finds every kind of change on every kind of disk."""
_SETTLES_AFTER = 0.05
"""Seconds without a change after which a save is taken to be done: editors write a file in several steps."""

Work = Callable[[], Iterator[Written]]
"""Makes the site anew and tells, step by step, what can be shown."""


class PreviewServer(LiveReloadServer):
    """Serves a folder, works when files change or someone asks for it, and tells browsers of pages that changed."""

    def __init__(self, work: Work, host: str, port: int, root: str) -> None:
        super().__init__(self._unused, host, port, root, polling_interval=_LOOKS_AFTER)
        self.build_delay = _SETTLES_AFTER
        self._work = work
        self._asked = False
        self._changed: dict[str, int] = {}
        self._all_changed = 0

    def ask(self) -> None:
        """Ask for the work to be done once more, from any thread, though no file has changed: something that was made
        in the background is there."""
        with self._rebuild_cond:
            self._asked = True
            self._rebuild_cond.notify_all()

    def saved(self) -> bool:
        """Tell whether files were saved since the work at hand was begun, which will be done anew for them."""
        return bool(self._want_rebuild)

    def _unused(self) -> None:
        """MkDocs' own way of building, whose place `_build_loop` takes."""

    def _build_loop(self) -> None:
        while self._wait_for_changes():
            for written in self._steps():
                self._tell(written)

    def _wait_for_changes(self) -> bool:
        with self._rebuild_cond:
            # On Windows only a wait that ends now and then can be interrupted.
            while not self._rebuild_cond.wait_for(
                lambda: self._want_rebuild or self._asked or self._shutdown, timeout=self.shutdown_delay
            ):
                pass
            while not self._shutdown and self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            self._want_rebuild = self._asked = False
            return not self._shutdown

    def _steps(self) -> Iterator[Written]:
        try:
            yield from self._work()
        except Exception:
            # What was shown stays; the next save is another chance.
            traceback.print_exc()

    def _tell(self, written: Written) -> None:
        with self._epoch_cond:
            # MkDocs' versions are milliseconds; one must never be that of the step before.
            version = max(int(time.monotonic() * 1000), self._visible_epoch + 1)
            self._wanted_epoch = self._visible_epoch = version
            self._changed.update(dict.fromkeys(written.pages, version))
            if written.everything:
                self._all_changed = version
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        if not (asked := re.fullmatch(r"/livereload/([0-9]+)/[0-9]+", environ["PATH_INFO"])):
            return super()._serve_request(environ, start_response)
        start_response("200 OK", [("Content-Type", "text/plain")])
        seen, page = int(asked[1]), _page_of(environ.get("HTTP_REFERER", ""))

        def newer() -> bool:
            return max(self._all_changed, self._changed.get(page, 0)) > seen

        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: newer() or self._shutdown, timeout=self.poll_response_timeout)
            return [b"%d" % (self._visible_epoch if newer() else seen)]


def _page_of(address: str) -> str:
    """Give the path in the site of the page that a browser asks from."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path
