"""The printed report says everything that the published one said, as often as it said it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.fidelity.comparison import Comparison, compare
from tests.fidelity.reading import PdfText, read_departures

HERE = Path(__file__).parent
SOURCES = sorted((HERE / "sources").glob("*.txt"))

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (package poppler-utils)")


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def comparison(request: pytest.FixtureRequest, pdf_text: Callable[[int, str], PdfText]) -> Comparison:
    """Compare one source with the PDF of the report of the same year and slug."""
    path: Path = request.param
    year, slug = path.stem.split("-", 1)
    departures = read_departures((HERE / "exceptions" / path.name).read_text(encoding="utf-8"))
    return compare(path.read_text(encoding="utf-8"), pdf_text(int(year), slug), departures)


def test_every_line_is_printed(comparison: Comparison) -> None:
    assert not comparison.lines, _listed(comparison.lines)


def test_every_number_is_printed_as_often(comparison: Comparison) -> None:
    assert not comparison.numbers, _listed(comparison.numbers)


def test_every_bullet_stands_before_its_line(comparison: Comparison) -> None:
    assert not comparison.marks, _listed(comparison.marks)


def test_bookmarks_are_in_the_outline(comparison: Comparison) -> None:
    assert not comparison.bookmarks, _listed(comparison.bookmarks)


def test_exceptions_are_still_needed(comparison: Comparison) -> None:
    assert not comparison.unused, _listed(comparison.unused)


def _listed(findings: Iterable[object]) -> str:
    return "\n" + "\n".join(map(str, findings))
