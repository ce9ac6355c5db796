"""The report as a PDF, with the printed page of every division.

WeasyPrint needs Pango, which a machine may lack; it is imported here, guarded, and nobody imports this module before a
PDF is wanted. `render_pdf` then raises `PdfUnavailable`, and everything else is still built.

The same document gives the same bytes everywhere: no clock, no paths, and an identifier taken from the content.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from urllib.parse import quote, unquote

from generator.document import Document
from generator.editions import STANDARD, Edition
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.archival.finishing import write_archival
from generator.outputs.paper.archival.metadata import About
from generator.outputs.paper.archival.pictures import screen_colours
from generator.outputs.paper.continued import repeat_heads
from generator.outputs.paper.fonts import FAMILIES, font_rule, require_faces, signs_font, undrawable
from generator.outputs.paper.footnote_calls import call_only
from generator.outputs.paper.measuring import calls_again, extents, page_indexes, table_breaks
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.paper.printing import Assets, picture_type, print_html, read_picture
from generator.outputs.paper.provenance import Provenance
from generator.outputs.paper.provenance_line import provenance_html
from generator.outputs.paper.sheet import A4, PrintMedium, Sheet, sheet_of
from generator.outputs.paper.signs import SIGNS_FAMILY
from generator.outputs.paper.tightness import Setting, Settings, of_runs, runs, settle, tightness
from generator.outputs.paper.words import keep_words
from generator.outputs.templating import stylesheet

try:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except (ImportError, OSError) as error:  # OSError: the Python package is there, Pango is not
    weasyprint = None
    _CAUSE = str(error).splitlines()[0] if str(error) else type(error).__name__

_PICTURES = "report:"

MOST_REPEATS = 3
"""Repeating a head where a table goes on can move the row at which it does; after this many times it may stand a row
too early or late."""


def render_pdf(
    document: Document, assets: Assets | None = None, *, origin: Provenance | None = None, edition: Edition = STANDARD
) -> PdfResult:
    """Print a report. `assets` gives the pictures' bytes; `origin` is printed on the last page and kept in the file;
    `edition` is the standard one or one that prints the whole report larger.

    Raises `PdfUnavailable` where Pango or WeasyPrint cannot be used, `FontsMissing` where the fonts are not installed.
    """
    require_printer()
    assets = cache(assets) if assets else None  # every pass asks for the same pictures
    sheet = sheet_of(edition)
    with collected_warnings() as warnings:
        html, laid_out, steps = _settle_layout(document, assets, provenance_html(origin), sheet)
        data = finished(document, laid_out, origin, edition, unnumbered=_first_numbered(document, laid_out))
        warnings += font_warnings(html, laid_out)
    pages = _printed_pages(document, laid_out)
    return PdfResult(data, pages, len(laid_out.pages), tuple(dict.fromkeys(warnings)), steps)


def require_printer() -> None:
    """Raise `PdfUnavailable` where Pango or WeasyPrint cannot be used, `FontsMissing` where the fonts are missing."""
    if weasyprint is None:
        raise PdfUnavailable(
            f"PDF를 만들 수 없습니다. WeasyPrint나 Pango를 쓸 수 없습니다({_CAUSE}). "
            "Debian·Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )
    require_faces()


def finished(
    document: Document, laid_out: Any, origin: Provenance | None, edition: Edition, *, unnumbered: int
) -> bytes:
    """Give the file of an edition that is laid out; `unnumbered` pages come before the first numbered one."""
    return write_archival(
        laid_out,
        _about(document, laid_out, origin, edition),
        unnumbered=unnumbered,
        sources=origin.sources if origin else {},
        scale=edition.scale,
    )


def _settle_layout(
    document: Document, assets: Assets | None, closing: str = "", sheet: Sheet = A4
) -> tuple[str, Any, dict[str, int]]:
    """Lay out until every run is settled; give the HTML, WeasyPrint's document and the setting of each division.

    `closing` is set in the bottom margin of the last page, where it takes no room from the text.
    """
    settings = {run: Setting() for run in runs(document)}
    html = _html(document, tightness(settings), assets, closing, sheet)
    laid_out = lay_out(html, assets, sheet.medium)
    steps = tightness(_settled(document, settings, laid_out, assets, sheet))
    wanted = _html(document, steps, assets, closing, sheet)
    for _ in range(MOST_REPEATS):
        known = call_only(repeat_heads(wanted, table_breaks(laid_out)), calls_again(laid_out))
        if known == html:
            break
        html, laid_out = known, lay_out(known, assets, sheet.medium)
    return html, laid_out, steps


def _settled(
    document: Document, settings: Settings, laid_out: Any, assets: Assets | None, sheet: Sheet = A4
) -> Settings:
    """Try settings until every run has its own. Each run starts a page, so it can be tried without the others."""
    while unsettled := tuple(run for run, setting in settings.items() if not setting.settled):
        settings = settle(settings, extents(unsettled, laid_out))
        tried = frozenset(unit for run, setting in settings.items() if not setting.settled for unit in run)
        if tried:
            html = _html(of_runs(document, tried), tightness(settings), assets, sheet=sheet, counted=False)
            laid_out = lay_out(html, assets, sheet.medium)
    return settings


def _html(
    document: Document,
    steps: Mapping[str, int],
    assets: Assets | None,
    closing: str = "",
    sheet: Sheet = A4,
    *,
    counted: bool = True,
) -> str:
    """Give the HTML; `counted` asks for the page numbers of the contents, which a piece of a report cannot give."""
    pages: dict[str, int] | None = None if counted else {}
    address = _picture_address(assets)
    html = print_html(document, "pdf", style="", tightness=steps, pages=pages, picture_of=address, sheet=sheet)
    text, end, rest = html.rpartition("</main>")
    return keep_words(f"{text}{closing}{end}{rest}", sheet.longest_in_cell)


def lay_out(html: str, assets: Assets | None = None, medium: PrintMedium = "pdf") -> Any:
    """Lay out HTML with the style sheet of a medium; gives WeasyPrint's document."""
    style, fonts = _style(medium)
    source = weasyprint.HTML(string=html, base_url=_PICTURES, url_fetcher=_closed_fetcher(assets))
    return source.render(stylesheets=[style], font_config=fonts)


@cache
def _style(medium: PrintMedium) -> tuple[Any, Any]:
    """Parse the style sheet once; the font configuration holds our face of signs and must travel with it."""
    fonts = FontConfiguration()
    signs = signs_font()
    css = "\n".join([font_rule(SIGNS_FAMILY, 400, signs) if signs else "", stylesheet(medium)])
    return weasyprint.CSS(string=css, font_config=fonts, url_fetcher=_closed_fetcher(None)), fonts


def _picture_address(assets: Assets | None) -> Callable[[str], str]:
    def address(path: str) -> str:
        data = read_picture(path, assets)
        return _PICTURES + quote(path) if data and picture_type(data) else ""

    return address


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


def _printed_pages(document: Document, laid_out: Any) -> dict[str, int]:
    """Give page numbers as printed: the cover, which comes before the first part, has none."""
    indexes, _ = page_indexes(laid_out)
    first = indexes[document.parts[0].id] if document.parts else 0
    return {name: index - first + 1 for name, index in indexes.items()}


def _first_numbered(document: Document, laid_out: Any) -> int:
    indexes, _ = page_indexes(laid_out)
    return indexes[document.parts[0].id] if document.parts else len(laid_out.pages)


def _about(document: Document, laid_out: Any, origin: Provenance | None, edition: Edition) -> About:
    said = laid_out.metadata
    origin = origin or Provenance("", "", "", "")
    return About(
        title=edition.title_of(document.title),
        author=" ".join(said.authors),
        publisher=document.institution,
        description=said.description or "",
        keywords=tuple(said.keywords),
        name=f"{document.year}/{document.slug}",
        producer=f"WeasyPrint {weasyprint.__version__}",
        dated=origin.dated,
        revision=origin.revision,
        address=origin.address,
        licence=origin.licence,
        terms=origin.terms,
    )


def font_warnings(html: str, laid_out: Any) -> list[str]:
    """Say in Korean what is not printed in our typefaces."""
    return _missing_glyphs(html) or _alien_fonts(laid_out)


def _missing_glyphs(html: str) -> list[str]:
    body = html.partition("<body>")[2]
    return [
        f"글꼴에 없는 글자가 있어 다른 글꼴로 찍히거나 빈칸이 됩니다: {character} (U+{ord(character):04X})"
        for character in undrawable(body)
    ]


def _alien_fonts(laid_out: Any) -> list[str]:
    """Name the families that stand in the PDF beside ours; the machine's font settings can bring them in."""
    families = {str(font.family) for font in laid_out.fonts.values()}
    return [f"지정하지 않은 글꼴이 쓰였습니다: {family}" for family in sorted(families - FAMILIES)]


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
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


def _in_korean(message: str) -> str:
    """Give a warning of WeasyPrint as staff can use it; nothing where one of ours says the same."""
    if "harfbuzz-subset" in message.lower():
        return "PDF의 글꼴을 줄이는 일이 느립니다. Debian·Ubuntu: sudo apt-get install libharfbuzz-subset0"
    return "" if ".notdef glyph" in message else f"WeasyPrint: {message}"
