"""verify: what it says of the published file, of a changed one, of another revision, of a stranger."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator import cli
from generator.outputs.artifacts import Asset
from generator.outputs.data.checksums import checksums
from generator.outputs.paper.archival.attachments import attach_sources
from generator.outputs.paper.archival.metadata import About, write_metadata
from generator.outputs.web.revision import revision_of

SOURCES = {"보고서.yml": "제목: 보고\n".encode(), "그림/가.png": b"\x89PNG"}
PLACE = "2030/sample/report.pdf"


def pdf_of(sources: dict[str, bytes], revision: str | None = None, name: str = "2030/sample") -> bytes:
    about = About(
        title="2030년 보고",
        author="가상시 보기과",
        publisher="가상시",
        description="",
        keywords=(),
        name=name,
        producer="시험",
        revision=revision_of(sources) if revision is None else revision,
    )
    made = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        write_metadata(pdf, about)
        attach_sources(pdf, sources)
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def resaved(data: bytes) -> bytes:
    made = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        pdf.save(made)
    return made.getvalue()


@pytest.fixture
def places(tmp_path: Path) -> Path:
    """A site that has published one report, and the content that it was made of."""
    published = [Asset(PLACE, pdf_of(SOURCES)), Asset("data/archive.json", b"{}")]
    for asset in (*published, checksums(published)):
        (tmp_path / "site" / asset.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / asset.path).write_bytes(asset.data)
    for name, data in SOURCES.items():
        (tmp_path / "content/2030/sample" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content/2030/sample" / name).write_bytes(data)
    return tmp_path


def verify(places: Path, data: bytes, *more: str, site: str = "site") -> int:
    (places / "file.pdf").write_bytes(data)
    given = ["--site", str(places / site), "--content", str(places / "content")]
    return cli.main(["verify", str(places / "file.pdf"), *more, *given])


REVISION = revision_of(SOURCES)
OTHER = {**SOURCES, "보고서.yml": "제목: 고친 보고\n".encode()}


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (pdf_of(SOURCES), 0, ["펴낸 파일입니다: 2030/sample/report.pdf", f"판: {REVISION}", "같은 판입니다"]),
        (b"{}", 0, ["펴낸 파일입니다: data/archive.json"]),
        (resaved(pdf_of(SOURCES)), 1, ["펴낸 파일과 다릅니다", "2030년 보고", f"판: {REVISION}", "같은 판입니다"]),
        (
            pdf_of(OTHER),
            1,
            ["펴낸 파일과 다릅니다", f"지금 내용 폴더의 판은 {REVISION}입니다", "다른 파일: 보고서.yml"],
        ),
        (
            pdf_of(OTHER, REVISION),
            1,
            [f"적힌 판은 {REVISION}인데", f"들어 있는 원본의 판은 {revision_of(OTHER)}입니다"],
        ),
        (pdf_of({}, REVISION), 1, ["원본 파일이 들어 있지 않아"]),
        (
            pdf_of(SOURCES, name="2029/other"),
            1,
            ["목록에 없는 보고서", "지금 내용 폴더에는 2029/other 보고서가 없습니다"],
        ),
        (b"%PDF-1.7\n", 1, ["이 아카이브에서 펴낸 파일이 아닙니다."]),
        ("글".encode(), 1, ["이 아카이브에서 펴낸 파일이 아닙니다."]),
    ],
    ids=("published", "data", "resaved", "other", "forged", "no-sources", "unknown", "broken", "stranger"),
)
def test_what_is_said(
    places: Path, capsys: pytest.CaptureFixture[str], data: bytes, status: int, said: list[str]
) -> None:
    assert verify(places, data) == status
    shown = capsys.readouterr().out
    assert not [words for words in said if words not in shown], shown


def test_the_list_may_be_given_as_a_file(places: Path) -> None:
    assert verify(places, pdf_of(SOURCES), site="site/SHA256SUMS") == 0


def test_one_stranger_among_files_is_an_error(places: Path) -> None:
    (places / "other.pdf").write_bytes(b"x")
    assert verify(places, pdf_of(SOURCES), str(places / "other.pdf")) == 1


def test_what_is_missing_is_said(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(places, b"", "없는.pdf") == 2
    assert "'없는.pdf'가 없습니다" in capsys.readouterr().out
    (places / "site/SHA256SUMS").unlink()
    assert verify(places, b"") == 2
    assert "SHA256SUMS" in capsys.readouterr().out


def test_without_content_the_file_is_still_told(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in SOURCES:
        (places / "content/2030/sample" / name).unlink()
    assert verify(places, pdf_of(SOURCES)) == 0
    assert "지금 내용 폴더에는" in capsys.readouterr().out
