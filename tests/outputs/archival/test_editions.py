"""The further editions of all reports: archival like the standard one, large where they promise it, one page where they
promise that, and nothing in a brief that the report does not say."""

from __future__ import annotations

import ctypes
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw
import pytest

from generator.document import Block, Document, Outline, Table, walk_divisions
from generator.document.reading import block_text
from generator.editions import BRIEF, FURTHER, LARGE, STANDARD
from generator.outputs.data.report_json import render_json
from generator.outputs.paper.archival.reading import read_origin
from generator.outputs.paper.brief.brief import Brief
from generator.outputs.paper.column_widths import reduced_type, text_width
from generator.outputs.paper.sheet import sheet_of
from generator.press import print_job
from tests.outputs.archival.conftest import PrintedEdition
from tests.outputs.archival.opened import Opened
from tests.outputs.archival.rules import faults

A4 = (595.28, 841.89)
TEXT_WIDTH = 170 / 25.4 * 72
AS_WRITTEN = {0x2060: "", 0x02: "-"}  # joiners say nothing; pdfium takes some hyphens for soft ones
PROMISED = LARGE.scale - 0.005  # sizes are written with few decimals


@pytest.fixture(params=FURTHER, ids=lambda edition: edition.name)
def of_edition(request: pytest.FixtureRequest, printed_editions: tuple[PrintedEdition, ...]) -> list[PrintedEdition]:
    found = [printed for printed in printed_editions if printed.job.edition == request.param]
    assert len(found) >= 5
    return found


@pytest.fixture
def large(printed_editions: tuple[PrintedEdition, ...]) -> list[PrintedEdition]:
    return [printed for printed in printed_editions if printed.job.edition == LARGE]


@pytest.fixture
def briefs(printed_editions: tuple[PrintedEdition, ...]) -> list[PrintedEdition]:
    return [printed for printed in printed_editions if printed.job.edition == BRIEF]


def test_they_keep_the_rules(of_edition: list[PrintedEdition]) -> None:
    for printed in of_edition:
        with pikepdf.open(BytesIO(printed.result.data)) as pdf:
            assert faults(pdf) == {}, printed.job.name
        assert printed.result.warnings == ()


def test_they_say_which_edition_they_are_and_where_they_come_from(of_edition: list[PrintedEdition]) -> None:
    for printed in of_edition:
        job, origin = printed.job, read_origin(printed.result.data)
        assert origin is not None and job.provenance is not None
        assert origin.title == f"{job.document.title} ({job.edition.name})"
        assert (origin.name, origin.sources) == (job.folder, job.provenance.sources)
        text = "".join(page_texts(printed.result.data)[-1].split())
        assert f"판{job.provenance.revision}" in text


def test_they_have_labels_and_bookmarks(of_edition: list[PrintedEdition]) -> None:
    for printed in of_edition:
        with pikepdf.open(BytesIO(printed.result.data)) as pdf:
            labels = list(pdf.Root.PageLabels.Nums)
            cover = printed.job.edition == LARGE
            assert ("표지" in str(labels[1].get("/P", ""))) is cover
            with pdf.open_outline() as outline:
                assert len(outline.root) >= 1


def test_they_are_on_a4(of_edition: list[PrintedEdition]) -> None:
    for printed in of_edition:
        with pypdfium2.PdfDocument(printed.result.data) as pdf:
            for page in pdf:
                assert page.get_size() == pytest.approx(A4, abs=0.02)


def test_large_type_is_as_large_as_promised(large: list[PrintedEdition]) -> None:
    for printed in large:
        standard = sizes_of(print_job(replace(printed.job, edition=STANDARD)).data)
        own = sizes_of(printed.result.data)
        reduced = reduced_text(printed.job.document)
        compared = 0
        for word in standard.keys() & own.keys():
            if len(standard[word]) != len(own[word]):
                continue  # broken elsewhere, or said again at the head of another page
            for before, after in zip(sorted(standard[word]), sorted(own[word]), strict=True):
                too_wide = text_width(word) * before * LARGE.scale > TEXT_WIDTH  # one long word on a cover
                least = 0.995 if word in reduced or too_wide else PROMISED
                assert after >= before * least, (printed.job.name, word, before, after)
                compared += 1
        assert compared > 150, printed.job.name


def test_nothing_in_large_print_leaves_the_page(large: list[PrintedEdition]) -> None:
    for printed in large:
        for number, (left, _, right, _) in extents(printed.result.data):
            assert left >= 50 and right <= A4[0] - 50, (printed.job.name, number)


def test_large_print_has_page_numbers_of_its_own(large: list[PrintedEdition]) -> None:
    for printed in large:
        texts = page_texts(printed.result.data)
        for page in printed.result.pages.values():
            assert page < len(texts)


def test_a_brief_is_one_page(briefs: list[PrintedEdition]) -> None:
    assert [printed.result.page_count for printed in briefs] == [1] * len(briefs)


def test_type_in_a_brief_is_large_enough(briefs: list[PrintedEdition]) -> None:
    for printed in briefs:
        furniture = "".join(page_texts(printed.result.data)[0].split()[-12:])
        small = [w for w, sizes in sizes_of(printed.result.data).items() if min(sizes) < 7.5 and w not in furniture]
        assert small == [], printed.job.name


def test_every_figure_of_a_brief_stands_in_the_report(briefs: list[PrintedEdition]) -> None:
    for printed in briefs:
        job = replace(printed.job, provenance=None)
        text = re.sub(r"외 \d+건|- 1 -|1장 요약", " ", page_texts(print_job(job).data)[0])
        known = numbers(json.dumps(json.loads(render_json(job.document)), ensure_ascii=False))
        assert len(numbers(text)) > 20
        assert numbers(text) - known == set(), printed.job.name


def test_a_brief_tells_every_programme_and_items_whole(briefs: list[PrintedEdition]) -> None:
    for printed in briefs:
        brief = printed.job.brief
        assert brief is not None
        text = squeezed(page_texts(printed.result.data)[0])
        for programme in programmes(brief):
            assert squeezed(programme.title) in text
            for _, figure in programme.figures:
                assert figure.text in text
            for topic in programme.topics:
                told = [item for item in topic.items if squeezed(item.text) in text]
                assert told == list(topic.items[: len(told)])
                assert told, (printed.job.name, programme.title)


def test_the_brief_of_a_book_of_results_and_plans_says_which_is_which(briefs: list[PrintedEdition]) -> None:
    (book,) = (printed for printed in briefs if printed.job.folder == "2017/jobs-policy")
    assert book.job.brief is not None
    kinds = [group.kind for group in book.job.brief.groups]
    assert kinds == ["2017년 추진실적", "2018년 추진계획", "2018년 추진계획"]
    text = squeezed(page_texts(book.result.data)[0])
    assert all(squeezed(kind) in text for kind in kinds)


def test_tables_of_a_brief_have_heads_and_captions(briefs: list[PrintedEdition]) -> None:
    for printed in briefs:
        with pikepdf.open(BytesIO(printed.result.data)) as pdf:
            file = Opened(pdf)
            assert printed.job.brief is not None
            tables = file.of("Table")
            assert len(tables) == len(printed.job.brief.groups) + bool(printed.job.brief.years)
            assert all(any(kid.role == "Caption" for kid in table.below) for table in tables)
            scopes = {str(head.attributes["/Scope"]) for head in file.of("TH")}
            assert scopes == {"/Column", "/Row"}


def programmes(brief: Brief) -> Iterator:
    return (programme for group in brief.groups for programme in group.programmes)


def numbers(text: str) -> set[str]:
    return {found.strip(".,") for found in re.findall(r"\d[\d,.]*", text)}


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded().translate(AS_WRITTEN) for page in pdf]


def extents(data: bytes) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Give the extent of each run of text with its page."""
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            for run in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                yield number, run.get_bounds()


def sizes_of(data: bytes) -> dict[str, list[float]]:
    """Give the sizes, in points on the page, in which each word is printed."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            text_page = page.get_textpage()
            for run in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                for word in run_text(run, text_page).split():
                    found[word].append(run_size(run))
    return found


def run_text(run: pypdfium2.PdfObject, text_page: pypdfium2.PdfTextPage) -> str:
    length = pypdfium2.raw.FPDFTextObj_GetText(run.raw, text_page.raw, None, 0)
    buffer = ctypes.create_string_buffer(length)
    units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pypdfium2.raw.FPDFTextObj_GetText(run.raw, text_page.raw, units, length)
    return buffer.raw[:length].decode("utf-16-le").rstrip("\0").replace("\u2060", "")


def run_size(run: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(run.raw, size)
    return size.value * abs(run.get_matrix().d)


def reduced_text(document: Document) -> str:
    """Give the text of the tables that large print sets smaller."""
    sheet = sheet_of(LARGE)
    tables = (table for division in walk_divisions(document.parts) for table in tables_in(division.blocks))
    return "\n".join(block_text(table) for table in tables if reduced_type(table, sheet))


def tables_in(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Outline):
            for item in block.items:
                yield from tables_in(item.children)
