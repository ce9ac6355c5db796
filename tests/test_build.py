"""The whole build on this project's own content: what is published, that it is the same each time, and closed."""

from __future__ import annotations

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

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


class _Addresses(HTMLParser):
    """Collects what a page fetches by itself, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            self.anchors.add(name)
        for key in ("src", "srcset", "poster", "data", "action"):
            if value := given.get(key):
                self.fetched.append(value)
        href = given.get("href")
        if href is not None:
            fetches = tag != "a" and given.get("rel") not in {"canonical", "next", "prev"}
            (self.fetched if fetches else self.links).append(href)


def _pages(site: Path) -> dict[str, _Addresses]:
    read = {}
    for path in site.rglob("*.html"):
        reader = _Addresses()
        reader.feed(path.read_text(encoding="utf-8"))
        read[path.relative_to(site).as_posix()] = reader
    return read


def test_no_page_fetches_from_another_host(built_site: Path) -> None:
    pages = _pages(built_site)
    assert len(pages) > len(REPORTS) * 2
    outside = {(name, address) for name, page in pages.items() for address in page.fetched if _is_outside(address)}
    assert not outside


def _is_outside(address: str) -> bool:
    return address.startswith("//") or urlsplit(address).scheme not in {"", "data"}


def test_no_style_fetches_from_another_host(built_site: Path) -> None:
    for path in built_site.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"url\(\s*['\"]?([^)'\"]+)|@import\s+['\"]([^'\"]+)", text)
        assert not [a or b for a, b in found if _is_outside((a or b).strip())], path.name


def test_links_lead_somewhere(built_site: Path) -> None:
    pages = _pages(built_site)
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue  # it is shown at any address, so its links are absolute
        for link in page.links:
            if urlsplit(link).scheme:
                continue
            path, _, anchor = unquote(link).partition("#")
            target = (built_site / name).parent / path if path else built_site / name
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                broken.append((name, link))
            elif anchor and target.suffix == ".html":
                inside = target.resolve().relative_to(built_site.resolve()).as_posix()
                if anchor not in pages[inside].anchors and anchor != "__skip":
                    broken.append((name, link))
    assert not broken


def test_content_files_are_not_published_as_they_are(built_site: Path) -> None:
    assert not [path for path in built_site.rglob("*") if path.suffix in {".yml", ".yaml", ".md"}]
