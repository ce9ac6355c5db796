"""The framed site of the example report, built once; the whole archive, served and read; and visits to both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.mkdocs_plugin import build
from generator.outputs.artifacts import Asset, Findable, Page
from generator.outputs.pages.overview import PdfLink, errata_page, front_page, report_page, site_assets
from generator.outputs.search.fallback import findables
from tests.browsing import Visit, served, visiting, visits_of
from tests.outputs.example import ERRATA, report, shelf, source_of
from tests.site.documents import MISSING, HtmlFile, Sample, read_site, samples_of

REPORT = "2022/jobs-economy/index.html"
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'


@dataclass(frozen=True)
class BuiltSite:
    """A site as the generator hands it over."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    findables: tuple[Findable, ...]


def example_site() -> BuiltSite:
    folder = "2022/jobs-economy"
    files = {
        f"{folder}/report.pdf": b"%PDF-1.7",
        f"{folder}/report.html": "<!doctype html><title>인쇄용</title>".encode(),
        f"{folder}/report.json": b"{}",
        f"{folder}/그림/센터.png": PICTURE,
    }
    link = PdfLink(12, 400_000)
    return BuiltSite(
        (
            front_page([report()], shelf(), errata=len(ERRATA)),
            report_page(report(), shelf(), pages={"stable-jobs": 4}, pdf=link, errata=ERRATA, lines_of=source_of),
            errata_page([report()], {folder: ERRATA}),
        ),
        (*site_assets(), *(Asset(path, data) for path, data in files.items())),
        findables([(report(), {"stable-jobs": 4})], (), ()),
    )


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content")
    (folder / "guide").mkdir()
    (folder / "guide" / "index.md").write_text("# 작성 안내\n\n글\n\n## 시작하기\n\n[표](table.md)\n", encoding="utf-8")
    (folder / "guide" / "table.md").write_text("# 표 쓰기\n\n글\n", encoding="utf-8")
    (folder / "index.md").write_text("# 가려질 글\n", encoding="utf-8")
    (folder / "organization.yml").write_text("기관: 비밀 아님\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the site was written to."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        # Only the page for wrong addresses depends on it: it may be shown at any depth.
        patch.setenv("SITE_URL", "http://127.0.0.1/archive/")
        build(example_site(), content, folder)
    return folder


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The example site's address on a server, under a path of its own as on a project's public pages."""
    with served(built, "/archive/") as root:
        yield root


Open = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Browser, address: str) -> Iterator[Open]:
    """Give a function that opens a page of the example site at a width, and fails the test on any trouble in it."""
    with ExitStack() as visits:

        def open_page(path: str = "index.html", width: int = 1280, **options: object) -> Tab:
            return visits.enter_context(visiting(browser, address, path, width, **options))

        yield open_page


@pytest.fixture(scope="session")
def archive(built_site: Path) -> Iterator[str]:
    """The whole archive's address on a server, below a path of two steps."""
    with served(built_site, "/office/archive/") as root:
        yield root


@pytest.fixture(scope="session")
def visit(browser: Browser, archive: str) -> Iterator[Visit]:
    """Visits to the whole archive."""
    yield from visits_of(browser, archive)


@pytest.fixture(scope="session")
def files(built_site: Path) -> dict[str, HtmlFile]:
    """All HTML files of the whole archive, by their paths."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def samples(files: dict[str, HtmlFile]) -> list[Sample]:
    """The pages that stand for every kind. The page for wrong addresses is none: its links are absolute."""
    return [sample for sample in samples_of(files.values()) if sample.kind != MISSING]
