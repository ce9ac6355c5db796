"""The engine alone in a tab, and the built site with its search, on a server and as a folder on disk."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab

from generator.mkdocs_plugin import build
from generator.outputs.artifacts import Asset, Findable, Page
from generator.outputs.pages.overview import front_page, report_page, site_assets
from generator.outputs.pages.search import search_page
from generator.outputs.search.fallback import findables
from generator.outputs.search.guide import written_page
from generator.outputs.search.index import LifeLineEntry, engine_script, search_assets
from tests.outputs.example import report, shelf

PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'


@pytest.fixture(scope="session")
def engine(browser: Browser) -> Iterator[Tab]:
    """An empty tab in which the engine is loaded."""
    tab = browser.new_page()
    tab.add_script_tag(content=engine_script())
    yield tab
    tab.close()


@dataclass(frozen=True)
class BuiltSite:
    """A site as the generator hands it over."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    findables: tuple[Findable, ...]


STABLE_JOBS = LifeLineEntry(
    name="안정적 일자리 지원",
    href="2022/jobs-economy/index.html#stable-jobs",
    names=("안정적 일자리 지원", "구민 취업 알선"),
    years=(2021, 2022),
    summary="구민 취업 알선이 이름을 바꾸었다.",
    figures=(("2021년 예산", "1억 원"), ("2022년 예산", "1억 2,000만 원")),
)
GUIDE = """# 작성 안내

담당자를 위한 글입니다.

## 검사에서 빼기

그 줄의 끝에 `# 검사 제외: 이름, 이유`를 적습니다.

```yaml
# 이것은 제목이 아니다
집행률: 51.8
```

## 재원 표기 {#funding}

| 적는 법 | 뜻 |
| --- | --- |
| `시` | 시비 |

## YAML 쓰기
## YAML 쓰기
"""


def site_with_search() -> BuiltSite:
    """Two years of the example report, a programme over both, and a guide."""
    documents = (report(), report(year=2021, title="2021년 주요업무 보고(일자리경제과)", kind="추진계획"))
    pages = tuple(report_page(document, shelf(), pages={}, pdf=None) for document in documents)
    pictures = (Asset(f"{document.year}/{document.slug}/그림/센터.png", PICTURE) for document in documents)
    numbered = [(document, {"stable-jobs": 4}) for document in documents]
    found = search_assets(numbered, lifelines=[STABLE_JOBS], aside=[written_page("guide/index.md", GUIDE)])
    return BuiltSite(
        (front_page(documents, shelf()), *pages, search_page()),
        (*site_assets(), *found, *pictures),
        findables(numbered, [STABLE_JOBS], ()),
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the site was written to."""
    content, made = tmp_path_factory.mktemp("content"), tmp_path_factory.mktemp("site")
    (content / "guide").mkdir()
    (content / "guide" / "index.md").write_text(GUIDE, encoding="utf-8")
    build(site_with_search(), content, made)
    return made


@pytest.fixture(scope="session")
def cut(folder: Path) -> str:
    """The place, below the site, of the same site with another department in 2022, each report in a file of its own."""
    shutil.copytree(folder, folder / "cut")
    documents = (report(), report(slug="other", department="다른 과"), report(year=2021))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.outputs.search.index.PIECE_BYTES", 1)
        found = search_assets([(document, {}) for document in documents])
    for asset in found:
        (folder / "cut" / asset.path).write_bytes(asset.data)
    return "cut/"


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    """The site's address on a server."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep test output clean."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.fixture(params=["http", "file"])
def root(request: pytest.FixtureRequest) -> str:
    """The site's address, once on a server and once in a folder."""
    if request.param == "http":
        return str(request.getfixturevalue("server"))
    folder: Path = request.getfixturevalue("folder")
    return f"{folder.as_uri()}/"


Open = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Open]:
    """Give a function that opens an address at a width, and fails the test on any error in the page."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_page(address: str, width: int = 1280, **options: object) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": 844}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
        tab.goto(address, wait_until="load")
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
