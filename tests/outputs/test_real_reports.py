"""The five real reports on paper: every division on the page on which its original has it.

The pages of 2017 and of both of 2022 are those that the originals' own contents print. From page 13 on 2017 has none,
nor have 2021 and 2024: their pages follow from one page for each programme. And each looks as if it were laid out at
once, though it is laid out in stretches.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from generator.archive import Archive, read_archive
from generator.document import Document
from generator.outputs.paper.laying_out import lay_out_settled
from generator.outputs.paper.pdf import PdfResult, render_pdf
from generator.outputs.paper.printer import picture_address
from generator.outputs.paper.printing import print_html
from generator.outputs.paper.words import keep_words

CONTENT = Path(__file__).resolve().parents[2] / "content"

PAGES = {
    "2017/jobs-policy": (
        22,
        "part-1 1, part-1-1 1, part-1-2 1, part-1-3 2, part-1-4 2, part-2 3, stable-jobs 4, job-partnership 5, "
        "social-economy-center 6, social-enterprise 7, public-work 8, community-jobs 9, youth-network 10, "
        "new-deal-jobs 12, part-3 13, stable-jobs-plan 13, job-partnership-plan 14, social-enterprise-plan 15, "
        "cooperatives 16, village-enterprise 17, social-economy-center-plan 18, public-work-plan 19, "
        "community-jobs-plan 20, youth-support 21, part-4 22, youth-job-center 22",
    ),
    "2021/seoul-center": (
        21,
        "part-1 1, part-2 3, part-3 5, part-3-1 5, part-3-2 7, part-3-3 8, social-economy-strategy 8, "
        "social-economy-research 9, community-care 10, small-business-collaboration 11, self-help-growth 12, "
        "seoul-village-enterprises 13, market-access 14, social-economy-spaces 15, social-economy-training 16, "
        "global-solidarity 17, social-economy-publicity 18, part-3-4 19",
    ),
    "2022/jobs-economy": (
        12,
        "part-1 1, part-1-1 1, part-1-2 1, part-1-3 2, part-1-4 2, part-2 3, stable-jobs 4, public-jobs 5, "
        "labor-center 6, local-commerce 7, small-business-stability 8, living-economy 9, traditional-markets 10, "
        "part-3 11, market-safety 11, live-commerce 12",
    ),
    "2022/social-economy": (
        9,
        "part-1 1, part-1-1 1, part-1-2 1, part-1-3 2, part-1-4 2, part-2 3, community-social-economy 4, "
        "social-enterprise 5, youth-support 6, part-3 7, social-economy-hub 7, beer-festival 8, metaverse 9",
    ),
    "2024/district-support": (6, "part-1 1, part-2 1, part-3 2, part-4 5, part-5 6"),
}


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(CONTENT)


@dataclass(frozen=True, slots=True)
class Printed:
    """A report, where its pictures are, and what printing it gave."""

    folder: str
    document: Document
    result: PdfResult

    def picture(self, path: str) -> bytes:
        """Give a picture of the report."""
        return (CONTENT / self.folder / path).read_bytes()


@pytest.fixture(scope="module", params=PAGES)
def report(request: pytest.FixtureRequest, archive: Archive) -> Printed:
    folder: str = request.param
    document = next(composed.document for composed in archive.reports if composed.folder == folder)
    result = render_pdf(document, lambda path: (CONTENT / folder / path).read_bytes())
    return Printed(folder, document, result)


def test_pages_are_those_of_the_originals(report: Printed) -> None:
    last, table = PAGES[report.folder]
    expected = {name: int(page) for name, page in (entry.split() for entry in table.split(", "))}
    assert {name: report.result.pages[name] for name in expected} == expected
    assert report.result.page_count == last + 1, "and the cover"


def test_every_character_has_its_glyph(report: Printed) -> None:
    assert report.result.warnings == ()


def test_stretches_look_like_a_report_that_is_laid_out_at_once(report: Printed) -> None:
    result = report.result
    html = print_html(
        report.document,
        "pdf",
        style="",
        tightness=result.tightness,
        pages=result.pages,
        picture_of=picture_address(report.picture),
    )
    whole = lay_out_settled((), lambda _: keep_words(html), report.picture).pages.write_pdf()
    with pypdfium2.PdfDocument(result.data) as bound, pypdfium2.PdfDocument(whole) as plain:
        assert len(bound) == len(plain) == result.page_count
        for number, (one, other) in enumerate(zip(bound, plain, strict=True), start=1):
            assert text_of(one) == text_of(other), number
            assert picture_of(one) == picture_of(other), number


def text_of(page: pypdfium2.PdfPage) -> str:
    """Give a page's text without spaces: only ours says which wide ones between letters are none."""
    return "".join(str(page.get_textpage().get_text_range()).split())


def picture_of(page: pypdfium2.PdfPage) -> bytes:
    return page.render(scale=1).to_pil().convert("L").tobytes()
