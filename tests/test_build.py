"""The whole build on this project's own content: what is published, and that it is the same each time."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from generator.archive import read_archive
from tests.conftest import ROOT, build_archive

REPORTS = [report.folder for report in read_archive(ROOT / "content").reports]


def test_there_are_reports() -> None:
    assert "2022/jobs-economy" in REPORTS


@pytest.mark.parametrize("folder", REPORTS)
def test_every_report_has_its_page_and_files(built_site: Path, folder: str) -> None:
    for name in ("index.html", "report.pdf", "report.html", "report.json"):
        assert (built_site / folder / name).stat().st_size > 1000
    assert (built_site / folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    data = json.loads((built_site / folder / "report.json").read_text(encoding="utf-8"))
    assert f"{data['year']}/{data['slug']}" == folder
    page = (built_site / folder / "index.html").read_text(encoding="utf-8")
    assert f'download="{data["title"]}({data["department"]["name"]}).pdf"' in page


def test_programmes_are_anchors(built_site: Path) -> None:
    page = (built_site / "2022/jobs-economy/index.html").read_text(encoding="utf-8")
    data = json.loads((built_site / "2022/jobs-economy/report.json").read_text(encoding="utf-8"))
    ids = [d["id"] for part in data["parts"] for d in part["divisions"] if d["role"] == "programme"]
    assert len(ids) == 9
    for anchor in ids:
        assert len(re.findall(rf'\bid="{anchor}"', page)) == 1


def test_a_second_build_elsewhere_gives_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    other = tmp_path / "다른 곳" / "site"
    other.parent.mkdir()
    done = build_archive(
        other, cwd=tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", HOME=str(tmp_path), PYTHONHASHSEED="7"
    )
    assert done.returncode == 0, done.stderr
    assert _digests(other) == _digests(built_site)


def _digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_content_files_are_not_published_as_they_are(built_site: Path) -> None:
    assert not [path for path in built_site.rglob("*") if path.suffix in {".yml", ".yaml", ".md"}]
