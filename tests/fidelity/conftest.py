"""The PDFs of this project's own content, as the archive offers them for download."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from tests.fidelity.reading import PdfText


@pytest.fixture(scope="session")
def built_pdf(built_site: Path) -> Callable[[int, str], bytes]:
    """Give a function from year and slug to the report's PDF."""
    return lambda year, slug: (built_site / f"{year}/{slug}/report.pdf").read_bytes()


@pytest.fixture(scope="session")
def pdf_text(built_pdf: Callable[[int, str], bytes]) -> Callable[[int, str], PdfText]:
    """Give a function from year and slug to the text and the outline of the report's PDF."""

    @cache
    def read(year: int, slug: str) -> PdfText:
        return read_pdf(built_pdf(year, slug))

    return read


def read_pdf(data: bytes) -> PdfText:
    """Give a PDF's text in both orders, and its outline."""
    return PdfText(_extract(data, "-raw"), _extract(data, "-layout"), _read_outline(data))


def _extract(data: bytes, order: str) -> str:
    command = ["pdftotext", order, "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def _read_outline(data: bytes) -> tuple[str, ...]:
    """Give the bookmarks in order.

    HWP makes `title(department)` the root of the tree; a PDF has both as facts about the document, outside the tree.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        title, author = (str(pdf.docinfo.get(key, "")) for key in ("/Title", "/Author"))
        titles = [title, f"{title}({author.split()[-1]})"] if author else [title]
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            titles.append(item.title)
            waiting[:0] = item.children
    return tuple(titles)
