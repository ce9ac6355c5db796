"""What a report's page offers for download."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.document import Document
from generator.editions import STANDARD, Edition


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the page. `href` is relative to the page; `label` is its format (`CSV`), `detail` what is in it
    (`예산현황`); `file_name` is the name that it is saved under, empty for a file that opens in the browser."""

    href: str
    label: str
    detail: str
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A PDF of the report: how many pages it has, its size in bytes, and which edition it is."""

    pages: int
    size: int
    edition: Edition = STANDARD

    @property
    def size_text(self) -> str:
        """The size as readers know it, `412KB` or `1.3MB`."""
        kilobytes = max(1, round(self.size / 1024))
        return f"{kilobytes}KB" if kilobytes < 1000 else f"{self.size / 1024**2:.1f}MB"


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of downloads: each stands by itself, or several of one format are folded under its `label`."""

    label: str
    files: tuple[Download, ...]


def offers_of(document: Document, files: Iterable[Download]) -> tuple[Offer, ...]:
    """Give what a report offers beside its PDF: the page to print, the data as JSON, and `files` by their format."""
    found = (
        Download("report.html", "인쇄용", "HTML"),
        Download("report.json", "JSON", "데이터", f"{document.file_name}.json"),
        *files,
    )
    labels = dict.fromkeys(file.label for file in found)
    return tuple(Offer(label, tuple(file for file in found if file.label == label)) for label in labels)
