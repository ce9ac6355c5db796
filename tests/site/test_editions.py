"""The further editions on the site: files, downloads, data page, catalogue, digests, twin; and `verify`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

import pytest

from generator.archive import check_library
from generator.commands.verify import answer
from generator.library import read_library
from generator.outputs.data.checksums import FILE, read_checksums
from generator.outputs.paper.pdf_result import PdfResult
from generator.press import Job
from generator.site import Site, site_of
from tests.outputs.example import Markup
from tests.test_revisions import SECTION
from tests.trees import archive_of

HEAD = "제목: 2030년 보고\n부서: sample\n종류: 추진실적\n구성: [추진실적]\n"
FOLDER = "2030/sample"
FILES = ["report.pdf", "report-large.pdf", "brief.pdf"]


class StandIn:
    """Prints nothing, and remembers what it was asked for: each result is the job's name."""

    def print(self, jobs: Sequence[Job]) -> Mapping[str, PdfResult]:
        return {
            job.name: PdfResult(job.name.encode() * 100, {}, number, (f"{job.edition.label} 경고",), {})
            for number, job in enumerate(jobs, start=7)
        }


def site(editions: str = "") -> Site:
    files = {"보고서.yml": HEAD + editions, "추진실적.yml": SECTION}
    return site_of(check_library(read_library(archive_of(files))), StandIn())


@pytest.fixture(scope="module")
def made() -> Site:
    return site("인쇄본: [큰글자판, 1장 요약]\n")


def test_each_edition_is_a_file(made: Site) -> None:
    files = {asset.path: asset.data for asset in made.assets}
    assert files[f"{FOLDER}/report.pdf"] == FOLDER.encode() * 100
    for name in FILES[1:]:
        assert files[f"{FOLDER}/{name}"] == f"{FOLDER}/{name}".encode() * 100


def test_without_the_switch_there_is_one() -> None:
    plain = site()
    assert [a.path for a in plain.assets if a.path.endswith(".pdf")] == [f"{FOLDER}/report.pdf"]
    assert "큰글자판" not in "".join(page.body for page in plain.pages if page.path.startswith((FOLDER, "data/")))


def test_the_page_offers_them_by_name_with_pages_and_size(made: Site) -> None:
    (page,) = [page for page in made.pages if page.path == f"{FOLDER}/index.html"]
    links = {e.attributes["href"]: e for e in Markup(page.body).named("a") if e.attributes.get("href") in FILES}
    assert list(links) == FILES
    assert [links[name].words for name in FILES] == ["PDF 7쪽 1KB", "큰글자판 PDF 8쪽 3KB", "1장 요약 PDF 9쪽 2KB"]
    assert len({link.attributes["download"] for link in links.values()}) == 3


def test_the_data_page_lists_them(made: Site) -> None:
    (page,) = [page for page in made.pages if page.path == "data/index.html"]
    hrefs = [e.attributes.get("href", "") for e in Markup(page.body).named("a")]
    assert [href.rpartition("/")[2] for href in hrefs if href.endswith(".pdf")] == FILES


def test_the_catalogue_has_a_distribution_of_each(made: Site) -> None:
    (asset,) = [asset for asset in made.assets if asset.path == "data/catalog.jsonld"]
    (dataset,) = [it for it in json.loads(asset.data)["dcat:dataset"] if it.get("dct:identifier") == FOLDER]
    titles = {
        it["dcat:downloadURL"]["@id"].rpartition("/")[2]: it["dct:title"]["@value"]
        for it in dataset["dcat:distribution"]
    }
    assert [titles[name] for name in FILES] == ["2030년 보고", "2030년 보고 (큰글자판)", "2030년 보고 (1장 요약)"]


def test_the_twin_links_to_them(made: Site) -> None:
    (asset,) = [asset for asset in made.assets if asset.path == f"{FOLDER}/index.html.md"]
    text = asset.data.decode()
    assert "[큰글자판 PDF](report-large.pdf)" in text and "[1장 요약 PDF](brief.pdf)" in text


def test_each_is_recognised_as_published(made: Site) -> None:
    (sums,) = [asset for asset in made.assets if asset.path == FILE]
    published = read_checksums(sums.data)
    for name in FILES:
        (asset,) = [asset for asset in made.assets if asset.path == f"{FOLDER}/{name}"]
        assert published[asset.path] == hashlib.sha256(asset.data).hexdigest()
        said = answer(asset.data, published, None)
        assert said.published and said.lines[0] == f"펴낸 파일입니다: {FOLDER}/{name}"


def test_a_warning_names_its_edition(made: Site) -> None:
    assert made.warnings == (
        f"{FOLDER}: PDF 경고",
        f"{FOLDER}/report-large.pdf: 큰글자판 PDF 경고",
        f"{FOLDER}/brief.pdf: 1장 요약 PDF 경고",
    )
