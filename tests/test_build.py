"""The whole build on this project's own content: what is published, and that it is the same each time."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
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


def test_of_content_only_reports_are_published_as_they_are(built_site: Path) -> None:
    kept = [p.relative_to(built_site) for p in built_site.rglob("*") if p.suffix in {".yml", ".yaml"}]
    assert {"/".join(place.parts[:2]) for place in kept} == set(REPORTS)
    assert {place.parts[2] for place in kept} == {"yaml"}
    assert not [p for p in built_site.rglob("*.md") if not p.name.endswith(".html.md")]


def test_what_stands_is_not_made_again(built_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(built_site, site)
    shutil.copytree(built_site.with_name("cache"), tmp_path / "cache")
    first = build_archive(site)  # the place of the site is another one
    page = site / "index.html"
    made = page.stat().st_ino
    second = build_archive(site, ROOT, "-X", "importtime")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert page.stat().st_ino == made
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in second.stderr.splitlines()}
    assert not loaded & {"weasyprint", "mkdocs", "pydantic", "markdown_it"}
    page.write_text("", encoding="utf-8")
    third = build_archive(site)
    assert third.returncode == 0 and _digests(site) == _digests(built_site)
