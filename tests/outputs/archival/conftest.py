"""The finished PDFs that the tests of this folder look at."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PIL import Image

from generator.archive import read_archive
from generator.diagnostics import Span
from generator.editions import FURTHER
from generator.outputs.discovery.dates import first_date, iso_date
from generator.outputs.paper.pdf import render_pdf
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.paper.provenance import Provenance, provenance_of
from generator.outputs.web.licence import licence_of
from generator.outputs.web.revision import revision_of
from generator.press import Job, print_job
from generator.site.jobs import jobs_of
from generator.source import Scalar
from tests.outputs.example import report
from tests.outputs.test_pdf import on_pages

CONTENT = Path(__file__).resolve().parents[3] / "content"
SOURCES = {"보고서.yml": "제목: 주요업무 보고\n".encode(), "일반현황.yml": "조직: 1\n".encode()}
ORIGIN = Provenance(
    revision_of(SOURCES), "2022-08-31", "https://example.kr/2022/jobs-economy/index.html", "자유이용", SOURCES
)


def picture(_path: str) -> bytes:
    """A picture for any path, in the colours of print as photographs for brochures are."""
    data = io.BytesIO()
    Image.new("CMYK", (8, 6), (200, 40, 60, 10)).save(data, "JPEG")
    return data.getvalue()


@pytest.fixture(scope="session")
def small() -> bytes:
    """The artificial report, with a picture, a footnote, links, contents, merged and two-level heads."""
    return render_pdf(on_pages(report()), picture, origin=ORIGIN).data


@pytest.fixture(scope="session")
def printed_reports() -> dict[str, bytes]:
    """All reports of the archive by their folders, as they are published."""
    archive = read_archive(CONTENT)

    def reading(folder: str) -> Callable[[str], bytes]:
        return lambda path: (CONTENT / folder / path).read_bytes()

    return {
        one.folder: render_pdf(
            one.document,
            reading(one.folder),
            origin=provenance_of(
                archive.library.tree,
                one.folder,
                dated=iso_date(first_date(one.document.basis, one.document.cover.date)),
                address=f"https://example.kr/{one.folder}/index.html",
                licence=licence_of(1),
            ),
        ).data
        for one in archive.reports
    }


@dataclass(frozen=True)
class PrintedEdition:
    """A further edition of a report of the archive, and what it was printed from."""

    job: Job
    result: PdfResult


@pytest.fixture(scope="session")
def printed_editions() -> tuple[PrintedEdition, ...]:
    """All further editions of all reports of the archive, whether their reports ask for them or not."""
    archive = read_archive(CONTENT)
    names = tuple(Scalar(edition.name, Span("보고서.yml", 1, 1, 1, 1)) for edition in FURTHER)
    asking = (
        replace(loaded, report=loaded.report.model_copy(update={"editions": names}))
        for loaded in archive.library.reports
        if loaded.report
    )
    jobs = jobs_of(replace(archive, library=replace(archive.library, reports=tuple(asking))))
    return tuple(PrintedEdition(job, print_job(job)) for job in jobs if job.edition in FURTHER)
