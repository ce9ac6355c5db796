"""The door to WeasyPrint: nothing else imports it, and nobody imports this before a PDF is wanted.

It needs Pango, which a machine may lack; `require_printer` then raises `PdfUnavailable`, and everything else is still
built. What it fetches and what it says goes through here too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import quote, unquote

from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.archival.pictures import screen_colours
from generator.outputs.paper.fonts import font_rule, require_faces, signs_font
from generator.outputs.paper.printing import Assets, picture_type, read_picture
from generator.outputs.paper.sheet import PrintMedium
from generator.outputs.paper.signs import SIGNS_FAMILY
from generator.outputs.templating import stylesheet

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except (ImportError, OSError) as error:  # OSError: the Python package is there, Pango is not
    weasyprint = None
    _CAUSE = str(error).splitlines()[0] if str(error) else type(error).__name__

_PICTURES = "report:"


def require_printer() -> None:
    """Raise `PdfUnavailable` where Pango or WeasyPrint cannot be used, `FontsMissing` where the fonts are not there."""
    if weasyprint is None:
        raise PdfUnavailable(
            f"PDF를 만들 수 없습니다. WeasyPrint나 Pango를 쓸 수 없습니다({_CAUSE}). "
            "Debian·Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0"
        )
    require_faces()


def printer_name() -> str:
    """Say what draws the pages, as a PDF names its producer."""
    return f"WeasyPrint {weasyprint.__version__}"


def lay_out(html: str, assets: Assets | None, medium: PrintMedium = "pdf") -> Any:
    """Lay out pages with the style sheet of a medium; give WeasyPrint's document."""
    style, fonts = _style(medium)
    source = weasyprint.HTML(string=html, base_url=_PICTURES, url_fetcher=_closed_fetcher(assets))
    return source.render(stylesheets=[style], font_config=fonts)


def picture_address(assets: Assets | None) -> Callable[[str], str]:
    """Give what names a picture to the printer by its path in the report's folder; empty for one that is not there."""

    def address(path: str) -> str:
        data = read_picture(path, assets)
        return _PICTURES + quote(path) if data and picture_type(data) else ""

    return address


@contextmanager
def collected_log() -> Iterator[list[str]]:
    """Collect WeasyPrint's warnings, which otherwise go to the terminal in English."""
    collected: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if message := _in_korean(record.getMessage()):
                collected.append(message)

    logger = logging.getLogger("weasyprint")
    handler = Collector(logging.WARNING)
    kept, logger.propagate = logger.propagate, False
    silenced, logger.handlers = logger.handlers, [handler]
    try:
        yield collected
    finally:
        logger.handlers, logger.propagate = silenced, kept


@cache
def _style(medium: PrintMedium) -> tuple[Any, Any]:
    """Parse the style sheet once; the font configuration holds our face of signs and must travel with it."""
    fonts = FontConfiguration()
    signs = signs_font()
    css = "\n".join([font_rule(SIGNS_FAMILY, 400, signs) if signs else "", stylesheet(medium)])
    return weasyprint.CSS(string=css, font_config=fonts, url_fetcher=_closed_fetcher(None)), fonts


def _closed_fetcher(assets: Assets | None) -> Any:
    """Give a fetcher that knows the report's pictures and data addresses and refuses everything else."""

    class ClosedFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url.startswith(_PICTURES):
                path = unquote(url.removeprefix(_PICTURES))
                if data := read_picture(path, assets):
                    return URLFetcherResponse(url, screen_colours(data), {"Content-Type": picture_type(data)})
            raise ValueError(f"refused: {url}")

    return ClosedFetcher()


def _in_korean(message: str) -> str:
    """Give a warning of WeasyPrint as staff can use it; nothing where one of ours says the same."""
    if "harfbuzz-subset" in message.lower():
        return "PDF의 글꼴을 줄이는 일이 느립니다. Debian·Ubuntu: sudo apt-get install libharfbuzz-subset0"
    return "" if ".notdef glyph" in message else f"WeasyPrint: {message}"
