"""The preview: the site of a content folder as it is now, from save to save."""

from __future__ import annotations

import gc
import html
import logging
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from generator.diagnostics import Diagnostic, LinesOf, Severity, render_text
from generator.mkdocs_plugin.framing import Frame, Written
from generator.mkdocs_plugin.plugin import Composed
from generator.mkdocs_plugin.server import PreviewServer
from generator.outputs.artifacts import Asset, Findable, Page
from generator.remembering import Interrupted

log = logging.getLogger("generator.preview")

_WAITING = """\
<!doctype html>
<html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2"><meta name="color-scheme" content="light dark">
<title>미리 보기를 만들고 있습니다</title>
<body style="font: 1.1rem/1.6 sans-serif; word-break: keep-all; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1>미리 보기를 만들고 있습니다</h1>
<p>처음에는 모든 보고서를 읽느라 시간이 걸립니다. 다 되면 이 쪽이 저절로 바뀝니다.</p>
</html>
"""


class Previewed(Composed, Protocol):
    """What the preview needs beside: the findings, and their source lines to log them with."""

    @property
    def findings(self) -> Sequence[Diagnostic]: ...
    @property
    def lines_of(self) -> LinesOf: ...


def _no_pages() -> Iterable[Page]:
    return ()


class Preview:
    """Shows what `compose` makes, anew whenever it is asked to. `early` gives pages that can be shown before: those of
    the report that was edited."""

    def __init__(
        self, compose: Callable[[], Previewed], frame: Frame, early: Callable[[], Iterable[Page]] = _no_pages
    ) -> None:
        self._compose = compose
        self._early = early
        self._frame = frame
        self._logged: tuple[Diagnostic, ...] = ()

    def renew(self) -> Iterator[Written]:
        """Bring the folder up to the content and tell, step by step, what changed in it; never raises for bad content.
        Where composing is interrupted the folder stays as it is: whoever interrupts asks again."""
        with suppress(Exception):  # composing the whole site meets the same fault, and shows it
            if first := self._frame.hurry(self._early()):
                yield first
        with suppress(Interrupted):
            yield self._frame.show(self._tolerant())

    def _tolerant(self) -> Composed:
        try:
            site = self._compose()
            self._log(site)
        except Interrupted:
            raise
        except Exception:
            # A fault of the generator must not take the preview away either.
            trace = traceback.format_exc()
            log.warning(
                "미리 보기를 만들지 못했습니다. 프로그램의 잘못이니 아래 내용을 관리자에게 알려 주세요.\n%s", trace
            )
            return _Failed(trace)
        return site

    def _log(self, site: Previewed) -> None:
        findings = tuple(site.findings)
        if findings == self._logged:
            return
        self._logged = findings
        for finding in findings:
            level = logging.INFO if finding.severity is Severity.NOTE else logging.WARNING
            log.log(level, "%s", render_text(finding, site.lines_of))


def serve(
    compose: Callable[[], Previewed],
    content: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    early: Callable[[], Iterable[Page]] = _no_pages,
    ready: Callable[[PreviewServer], None] = lambda server: None,
    watch: Sequence[Path] = (),
    open_in_browser: bool = False,
) -> None:
    """Show the site and make it anew whenever a file in `content` or `watch` changes, until interrupted.

    `early` gives pages to show before the whole site is made; until it was made for the first time, a page says so.
    `ready` is given the server before it begins. Raises OSError where the port is taken; never for bad content.
    """
    with tempfile.TemporaryDirectory(prefix="archive-preview-") as place:
        folder = Path(place) / "site"
        folder.mkdir()
        preview = Preview(compose, Frame(content, folder, f"http://{host}:{port}/"), early)
        server = PreviewServer(_first_kept(preview.renew), host=host, port=port, root=str(folder))
        missing = folder / "404.html"
        server.error_handler = lambda code: missing.read_bytes() if missing.is_file() else _WAITING.encode()
        try:
            for path in (content, *watch):
                server.watch(str(path))
            ready(server)
            server.ask()
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()


def _first_kept(renew: Callable[[], Iterator[Written]]) -> Callable[[], Iterator[Written]]:
    """What the first build has made stays; to look through it again and again for garbage would slow each edit."""
    built = False

    def work() -> Iterator[Written]:
        nonlocal built
        for written in renew():
            yield written
            if not built:
                built = True
                gc.freeze()

    return work


class _Failed:
    """A site that only says that it could not be made."""

    assets: Sequence[Asset] = ()
    findables: Sequence[Findable] = ()

    def __init__(self, trace: str) -> None:
        title = "미리 보기를 만들지 못했습니다"
        self.pages: Sequence[Page] = (Page("index.html", "problem", title, _apology(title, trace)),)


def _apology(title: str, trace: str) -> str:
    # Not from a template: a template may be what is broken.
    advice = "프로그램의 잘못입니다. 아래 내용을 관리자에게 알려 주세요. 파일을 저장하면 다시 해 봅니다."
    return (
        f'<div class="wrap problem"><header class="page-head"><h1>{title}</h1><p class="lead">{advice}</p></header>'
        f'<pre class="finding__source" tabindex="0">{html.escape(trace)}</pre></div>'
    )
