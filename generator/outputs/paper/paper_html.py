"""The report as one HTML file that reads on a screen and prints from a browser as the PDF does.

Nothing is fetched: style and fonts stand inside, cut down to the characters used. There is no script. Page numbers in
the contents come from the PDF's layout, because a browser cannot count pages before it prints.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from html.parser import HTMLParser

from generator.document import Document
from generator.outputs.paper.fonts import embedded_fonts
from generator.outputs.paper.printing import Assets, picture_type, print_html, read_picture
from generator.outputs.paper.stretches import runs
from generator.outputs.templating import stylesheet

_EMPHATIC = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "strong", "caption", "header"})
_EMPHATIC_CLASSES = frozenset({"total", "subtotal", "difference", "unit-name", "place"})
_VOID = frozenset({"br", "col", "img", "link", "meta"})

_STYLE_MARK = "/* fonts */"


def render_paper(
    document: Document,
    pages: Mapping[str, int] | None = None,
    assets: Assets | None = None,
    tightness: Mapping[str, int] | None = None,
    *,
    embed: bool = True,
) -> str:
    """Give the report as a self-contained HTML page.

    `pages` are the printed page numbers by division id (from `PdfResult.pages`); without them the contents name none.
    `assets` gives the pictures' bytes. `tightness` repeats the PDF's setting of its programmes, so that a browser
    breaks pages alike. Unless fonts are to be embedded, the page takes those of the machine: cutting them down to a
    report takes longer than all its other pages together, and who previews it has them.
    """
    html = print_html(
        document,
        "browser",
        style=f"{_STYLE_MARK}\n{stylesheet('browser')}",
        tightness=tightness or {unit: 0 for run in runs(document) for unit in run},
        pages=pages or {},
        picture_of=_data_address(assets),
    )
    if not embed:
        return html.replace(f"{_STYLE_MARK}\n", "", 1)
    reader = _Characters()
    reader.feed(html)
    return html.replace(_STYLE_MARK, embedded_fonts(reader.text, reader.emphatic), 1)


def _data_address(assets: Assets | None) -> Callable[[str], str]:
    def address(path: str) -> str:
        data = read_picture(path, assets)
        kind = picture_type(data) if data else ""
        return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if data and kind else ""

    return address


class _Characters(HTMLParser):
    """Collects a page's characters, and apart those that heads and strong text are set in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[bool] = []
        # Marks of lists and page numbers come from the style sheet and stand in no text.
        self.text = self.emphatic = " -0123456789()·,."

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        self.text += given.get("style") or ""
        if tag not in _VOID:
            inside = bool(self._open) and self._open[-1]
            self._open.append(inside or tag in _EMPHATIC or bool(classes & _EMPHATIC_CLASSES))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open and self._open[-1]:
            self.emphatic += data
