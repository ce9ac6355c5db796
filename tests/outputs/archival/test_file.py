"""The finished file: bytes, text, metadata, attachments, the line of provenance."""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.outputs.paper.archival.reading import read_origin
from generator.outputs.paper.pdf import render_pdf
from generator.outputs.paper.provenance_line import provenance_html, qr_code
from generator.press import Job
from tests.outputs.archival.conftest import ORIGIN, SOURCES, picture
from tests.outputs.archival.opened import Opened
from tests.outputs.example import report
from tests.outputs.test_pdf import on_pages


def words_of(data: bytes, folder: Path, *options: str) -> list[str]:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not here")
    (folder / "file.pdf").write_bytes(data)
    done = subprocess.run(["pdftotext", *options, "file.pdf", "-"], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().split()


def test_the_same_report_gives_the_same_bytes(small: bytes) -> None:
    assert render_pdf(on_pages(report()), picture, origin=ORIGIN).data == small


def test_the_file_says_where_it_comes_from(small: bytes) -> None:
    origin = read_origin(small)
    assert origin is not None
    assert (origin.name, origin.revision, origin.sources) == ("2022/jobs-economy", ORIGIN.revision, SOURCES)
    with pikepdf.open(BytesIO(small)) as pdf:
        file = Opened(pdf)
        assert [file.said(f"dc:{name}") for name in ("date", "rights", "source", "language")] == [
            "2022-08-31",
            "자유이용",
            ORIGIN.address,
            "ko-KR",
        ]
        assert not {"/CreationDate", "/ModDate"} & set(pdf.trailer.Info.keys())


def test_a_job_is_another_with_another_origin() -> None:
    jobs = [
        Job("2022/jobs-economy", report(), provenance=origin) for origin in (None, ORIGIN, replace(ORIGIN, dated=""))
    ]
    other = replace(ORIGIN, sources={**SOURCES, "새.yml": b""})
    jobs.append(Job("2022/jobs-economy", report(), provenance=other))
    assert len({job.key for job in jobs}) == 4
    assert pickle.loads(pickle.dumps(jobs[1])) == jobs[1]


def test_without_origin_nothing_is_said_of_it() -> None:
    data = render_pdf(on_pages(report()), picture).data
    origin = read_origin(data)
    assert origin is not None and (origin.revision, origin.sources) == ("", {})
    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/AF" not in pdf.Root


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_of_ours_has_no_origin(data: bytes) -> None:
    assert read_origin(data) is None


def test_the_line_stands_on_the_last_page_only(small: bytes, tmp_path: Path) -> None:
    text = "".join(words_of(small, tmp_path, "-raw"))
    with pikepdf.open(BytesIO(small)) as pdf:
        count = len(pdf.pages)
    last = "".join(words_of(small, tmp_path, "-raw", "-f", str(count)))
    line = f"판{ORIGIN.revision}·2022.8.31.{ORIGIN.address}"
    assert text.count(line) == 1 and line in last


def test_the_line_pushes_nothing(small: bytes) -> None:
    long = replace(ORIGIN, address=f"https://example.kr/{'very/' * 60}index.html")
    plain = render_pdf(on_pages(report()), picture)
    for origin in (ORIGIN, long):
        printed = render_pdf(on_pages(report()), picture, origin=origin)
        assert (printed.page_count, printed.pages) == (plain.page_count, plain.pages)


def test_the_line_says_only_what_is_known() -> None:
    assert provenance_html(None) == provenance_html(replace(ORIGIN, revision="", address="")) == ""
    without = provenance_html(replace(ORIGIN, address=""))
    assert ORIGIN.revision in without and "<svg" not in without and "href" not in without
    assert "<svg" in provenance_html(ORIGIN)
    assert "<b>" not in provenance_html(replace(ORIGIN, address='https://example.kr/"><b>'))


def test_a_qr_code_has_its_finders_and_quiet_zone() -> None:
    code = qr_code(ORIGIN.address)
    size = code.size - 8
    # The outer rows of the finder patterns are bars of seven modules (ISO/IEC 18004 5.3.2).
    for x, y in ((4, 4), (4 + size - 7, 4), (4, 4 + size - 7), (4, 4 + size - 1)):
        assert f"M{x} {y}h7v1H{x}z" in code.path
    places = [int(bar[: bar.index(" ")]) for bar in code.path.split("M")[1:]]
    assert min(places) == 4 and max(places) < 4 + size


def test_words_are_whole_and_in_order(small: bytes, tmp_path: Path) -> None:
    found = words_of(small, tmp_path)
    for words in (["주요업무", "보고"], ["일반현황"], ["주요업무", "추진실적"], ["안정적", "일자리", "지원"]):
        places = [at for at in range(len(found)) if found[at : at + len(words)] == words]
        assert places, words
    assert "\u2060" not in "".join(found)


def test_real_reports_have_whole_words(printed_reports: dict[str, bytes], tmp_path: Path) -> None:
    for folder, data in printed_reports.items():
        with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
            titles = [it.title for top in outline.root for it in (top, *top.children)]
        text = re.sub(r"(?<=\w)\d\) ", " ", " ".join(words_of(data, tmp_path, "-raw")))  # without calls of notes
        missing = [title for title in titles if " ".join(title.split()) not in text]
        assert not missing, folder
