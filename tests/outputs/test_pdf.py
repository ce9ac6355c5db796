"""The PDF: pages, bookmarks, tags, fonts, bytes; and what it refuses to read."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from generator.cache import Store
from generator.document import Document, Figure, Outline, Paragraph, Row, Text
from generator.outputs.errors import FontsMissing, PdfUnavailable
from generator.outputs.paper import fonts, laying_out, printer
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.paper.pdf import PdfResult, render_pdf
from generator.outputs.paper.printing import Assets
from generator.outputs.paper.sheet import PrintMedium
from generator.outputs.paper.tightness import STEPS
from tests.outputs.example import FOOTNOTE, cell, head, item, outline, programme, report, table, text, topic

ROOT = Path(__file__).resolve().parents[2]
OURS = {"NanumMyeongjo", "NanumMyeongjo-Bold", "NanumGothic", "NanumGothic-Bold", "NanumSquare-Bold"}


def on_pages(document: Document) -> Document:
    """Start a page at each part and at each programme but the first, as reports do."""
    overview, results = (dataclasses.replace(part, starts_page=True) for part in document.parts)
    first, second = results.children
    second = dataclasses.replace(second, starts_page=True)
    return dataclasses.replace(document, parts=(overview, dataclasses.replace(results, children=(first, second))))


def of_items(*counts: int) -> Document:
    """Give a report with a programme of so many one-line items each, all starting a page."""
    divisions = tuple(
        dataclasses.replace(
            programme(
                str(n), f"p{n}", text("사업"), topic(f"p{n}-1", "내용", Outline((item("지역 일자리 발굴"),) * count))
            ),
            starts_page=True,
        )
        for n, count in enumerate(counts)
    )
    return report(parts=(dataclasses.replace(report().parts[1], children=divisions, contents=False),))


@pytest.fixture(scope="module")
def printed() -> PdfResult:
    return render_pdf(on_pages(report()))


@pytest.fixture(scope="module")
def opened(printed: PdfResult) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(printed.data)) as file:
        yield file


def tags(node: Any) -> Iterator[tuple[str, Any]]:
    """Give the structure elements in reading order."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from tags(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)[1:], node
        if "/K" in node:
            yield from tags(node.K)


def base_fonts(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as file:
        found = {
            str(font.BaseFont).partition("+")[2]
            for page in file.pages
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values()
        }
    assert found
    return found


def test_nothing_to_complain_about(printed: PdfResult) -> None:
    assert printed.warnings == ()


def test_page_numbers_leave_out_the_cover(printed: PdfResult, opened: pikepdf.Pdf) -> None:
    assert printed.page_count == len(opened.pages) == 4
    assert {name: printed.pages[name] for name in ("overview", "personnel", "results", "stable-jobs")} == {
        "overview": 1,
        "personnel": 1,
        "results": 2,
        "stable-jobs": 2,
    }
    assert printed.pages["live-commerce"] == 3


def test_bookmarks(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as bookmarks:
        found = [(top.title, [below.title for below in top.children]) for top in bookmarks.root]
    assert found == [
        ("Ⅰ 일반현황", ["1 조직", "2 인력", "3 주요시설", "4 예산현황"]),
        ("Ⅱ 주요업무 추진실적", ["1 안정적 일자리 지원", "2 라이브커머스 지원"]),
    ]


def test_names_and_language(opened: pikepdf.Pdf) -> None:
    assert opened.Root.Lang == "ko-KR"
    assert opened.docinfo["/Title"] == "2022년 주요업무 보고(일자리경제과)"
    assert opened.docinfo["/Author"] == "서울특별시 영등포구 일자리경제과"
    assert "안정적 일자리 지원" in str(opened.docinfo["/Keywords"])
    assert not {"/CreationDate", "/ModDate"} & set(opened.docinfo.keys())


def test_tags(opened: pikepdf.Pdf) -> None:
    found = list(tags(opened.Root.StructTreeRoot.K))
    names = [name for name, _ in found]
    assert opened.Root.MarkInfo.Marked
    assert [name for name in names if name in ("H1", "H2", "H3")] == ["H1", "H2", *["H3"] * 4, "H2", *["H3"] * 2]
    assert names.count("H4") == 5
    assert (names.count("Table"), names.count("TOC"), names.count("TOCI")) == (6, 1, 2)
    assert names.count("Lbl") > 8
    parents = {str(node.P.S) for name, node in found if name == "LI"}
    assert parents == {"/L"}
    merged = [(int(node.A.get("/RowSpan", 1)), int(node.A.get("/ColSpan", 1))) for name, node in found if name == "TH"]
    assert {(2, 1), (1, 2)} <= set(merged)


def test_only_our_fonts(printed: PdfResult) -> None:
    assert base_fonts(printed.data) <= OURS


def test_signs_are_drawn_by_our_own_face() -> None:
    result = render_pdf(of_items_with("▸ ➀ ☑ ․ ▪ ✓"))
    assert result.warnings == ()
    assert {name.removesuffix("-Bold") for name in base_fonts(result.data) - OURS} == {"ReportSigns"}


def of_items_with(words: str) -> Document:
    one = programme("1", "p", text("사업"), topic("p-1", "내용", outline(words)))
    return report(parts=(dataclasses.replace(report().parts[1], children=(one,), contents=False),))


def test_a_character_without_glyph_is_reported() -> None:
    (warning,) = render_pdf(of_items_with("눈사람 ☃")).warnings
    assert "☃ (U+2603)" in warning


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_words_come_out_whole(printed: PdfResult, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(printed.data)
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    for words in (
        "조직",
        "일반현황",
        "인력",
        "주요업무 추진실적",
        "안정적 일자리 지원",
        "1) 실시간 방송으로 파는 방식",
        "-3-",
    ):
        assert words in read.replace("- 3 -", "-3-")
    assert "\N{WORD JOINER}" not in read


def pages_of(result: PdfResult, programmes: int) -> list[int]:
    """Give how many pages each programme of `of_items` takes."""
    starts = [result.pages[f"p{n}"] for n in range(programmes)]
    last = max(result.pages.values()) if programmes == 1 else result.page_count - 1
    return [after - start for start, after in zip(starts, (*starts[1:], last + 1), strict=True)]


def test_a_few_lines_too_many_are_drawn_onto_the_page() -> None:
    counts = range(28, 46, 2)
    result = render_pdf(of_items(*counts))
    taken = pages_of(result, len(counts))
    tightened = [int(unit[1:]) for unit, step in result.tightness.items() if 0 < step <= STEPS]
    assert tightened
    assert all(taken[n] == 1 for n in range(max(tightened) + 1))
    assert taken[-1] > 1


def test_two_pages_of_content_stay_in_the_normal_setting() -> None:
    result = render_pdf(of_items(50))
    assert result.tightness["p0"] not in range(1, STEPS + 1)
    assert result.page_count == 4  # the cover, the banner, and two


def read_pages(data: bytes, folder: Path) -> list[str]:
    file = folder / "report.pdf"
    file.write_bytes(data)
    read = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return read.split("\f")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_a_merged_head_is_said_again_where_its_table_goes_on(tmp_path: Path) -> None:
    rows = [Row((cell(f"{count}행"),)) for count in range(45)]
    first = Row((head("묶음이름", scope="rowgroup", rowspan=45), *rows[0].cells))
    made = dataclasses.replace(table("구분|내용"), body=(first, *rows[1:]))
    one = programme("1", "p", text("사업"), topic("p-1", "내용", made))
    document = report(parts=(dataclasses.replace(report().parts[1], children=(one,), contents=False),))
    _, *pages = read_pages(render_pdf(document).data, tmp_path)
    assert [page.count("묶음이름") for page in pages] == [1, 1, 0]
    assert [page.count("구분") for page in pages] == [1, 1, 0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_a_note_called_twice_stands_once_on_the_page(tmp_path: Path) -> None:
    called = Paragraph((Text("방송"), FOOTNOTE))
    one = programme("1", "p", text("사업"), topic("p-1", "내용", called, called))
    document = report(parts=(dataclasses.replace(report().parts[1], children=(one,), contents=False),))
    page = read_pages(render_pdf(document).data, tmp_path)[1]
    assert page.count("실시간 방송으로 파는 방식") == 1
    assert page.count("1)") == 3


def test_every_table_has_its_name_in_the_tags(opened: pikepdf.Pdf) -> None:
    names = [name for name, _ in tags(opened.Root.StructTreeRoot.K)]
    assert names.count("Caption") >= names.count("Table") > 0


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://localhost/", "https://example.kr/a.png", "ftp://localhost/", "a.png"]
)
def test_every_other_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="refused"):
        printer._closed_fetcher(None).fetch(address)


def test_pictures_are_asked_of_the_report_only() -> None:
    asked: list[str] = []

    def pictures(path: str) -> bytes:
        asked.append(path)
        raise FileNotFoundError(path)

    picture = Figure("file:///etc/passwd", "a", text("설명"))
    document = of_items_with("글")
    part = dataclasses.replace(document.parts[0], blocks=(picture,))
    result = render_pdf(dataclasses.replace(document, parts=(part,)), pictures)
    assert set(asked) == {"file:///etc/passwd"}
    assert result.warnings == ()


def test_without_pango_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printer, "weasyprint", None)
    monkeypatch.setattr(printer, "_CAUSE", "libpango-1.0.so.0", raising=False)
    with pytest.raises(PdfUnavailable, match=r"PDF를 만들 수 없습니다.*libpango-1\.0\.so\.0.*apt-get install libpango"):
        render_pdf(report())


def test_without_fonts_no_pdf_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_faces", dict)
    with pytest.raises(FontsMissing):
        render_pdf(report())


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is laid out from here on."""
    heard: list[str] = []
    lay_out = printer.lay_out

    def listening(html: str, assets: Assets | None, medium: PrintMedium) -> Any:
        heard.append(html)
        return lay_out(html, assets, medium)

    monkeypatch.setattr(laying_out, "lay_out", listening)
    return heard


def test_an_edit_costs_what_it_changes(tmp_path: Path, laid_out: list[str]) -> None:
    store, document = Store(tmp_path), of_items(3, 4, 5)
    first = render_pdf(document, store=store)
    assert len(laid_out) == 5  # the cover, the banner and three programmes
    laid_out.clear()
    assert render_pdf(document, store=store) == first
    assert laid_out == []
    longer = of_items(3, 6, 5)
    again = render_pdf(longer, store=store)
    (html,) = laid_out
    assert 'id="p1"' in html and 'id="p2"' not in html
    assert again == render_pdf(longer)


def test_what_comes_after_a_longer_programme_is_moved(tmp_path: Path, laid_out: list[str]) -> None:
    store = Store(tmp_path)
    render_pdf(of_items(3, 4, 5), store=store)
    laid_out.clear()
    longer = of_items(3, 60, 5)
    again = render_pdf(longer, store=store)
    assert not [html for html in laid_out if 'id="p0"' in html]
    assert again.pages["p2"] == 5
    assert again == render_pdf(longer)


def test_damage_in_the_store_is_mended(tmp_path: Path) -> None:
    document = of_items(3)
    first = render_pdf(document, store=Store(tmp_path))
    for place in tmp_path.glob("*/*"):
        place.write_bytes(place.read_bytes()[:-7])
    assert render_pdf(document, store=Store(tmp_path)) == first


def test_a_contents_table_over_two_pages_names_the_right_ones() -> None:
    many = of_items(*[1] * 40)
    (part,) = many.parts
    result = render_pdf(dataclasses.replace(many, parts=(dataclasses.replace(part, contents=True),)))
    after = result.pages["p0"]
    assert after > 2 and result.page_count == after + 40
    with pikepdf.open(BytesIO(result.data)) as file:
        rows = [annotation for page in list(file.pages)[1:after] for annotation in page.Annots]
        assert [str(row.Dest) for row in rows] == [f"p{n}" for n in range(40)]
        assert str(rows[-1].Contents).endswith(str(result.pages["p39"]))


PRINT_DIGESTS = """
import hashlib
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.paper.pdf import render_pdf
from tests.outputs.example import report
from tests.outputs.test_pdf import on_pages
printed = render_pdf(on_pages(report()))
print(hashlib.sha256(printed.data).hexdigest())
print(hashlib.sha256(render_paper(on_pages(report()), printed.pages).encode()).hexdigest())
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"},
        {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ],
    ids=lambda surroundings: surroundings["TZ"],
)
def test_the_same_bytes_everywhere(printed: PdfResult, tmp_path: Path, surroundings: dict[str, str]) -> None:
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    paper = render_paper(on_pages(report()), printed.pages).encode()
    assert run.stdout.split() == [hashlib.sha256(data).hexdigest() for data in (printed.data, paper)]
