"""The door to MkDocs: what it publishes as it is, what it puts into pages, and what it keeps out of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.mkdocs_plugin import ArchivePlugin, build
from generator.outputs.artifacts import Asset, Findable, Page
from generator.outputs.discovery.discoverable import discoverable
from generator.outputs.web.policy import content_policy
from generator.outputs.web.shelving import Publication
from tests.outputs.example import Element, Markup, report, with_texts
from tests.outputs.works import ADDRESS, FOLDER, shelf

REPORT = f"{FOLDER}/index.html"
NASTY = "</script><b>\"&'</title>"
FOUND = Findable(f"{REPORT}#stable-jobs", "안정적 일자리", "글 &lt;b&gt;")
FRAME = '<head><meta charset="utf-8"><script>frame()</script></head><body>{}</body>'


@dataclass(frozen=True)
class Made:
    """A site as the generator hands it over."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    findables: tuple[Findable, ...] = ()


def site(address: str, folder: Path, words: str = "") -> Path:
    """Build a site of two pages, with `words` behind every text, and give its folder."""
    document = with_texts(report(), lambda text: text + words)
    pages = [
        Page("index.html", "front", f"아카이브{words}", "<h1>처음</h1>", f"소개{words}"),
        Page(REPORT, "report", document.title, "<h1>보고서</h1>", f"설명{words}"),
        Page("search/index.html", "search", "찾기", "<h1>찾기</h1>"),
    ]
    texts = shelf(address=address, name=f"아카이브{words}")
    publications = {FOLDER: Publication("2022. 9. 15.")}
    headed, files = discoverable(pages, [], [document], texts, publications=publications)
    content = folder / "content"
    (content / "guide").mkdir(parents=True)
    (content / "guide" / "index.md").write_text("# 안내\n\n글 <script>guide()</script>\n", encoding="utf-8")
    build(Made(tuple(headed), tuple(files), (FOUND,)), content, folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that knows its address, with awkward texts."""
    return site(ADDRESS, tmp_path_factory.mktemp("known"), NASTY)


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that does not."""
    return site("", tmp_path_factory.mktemp("unknown"))


def head_of(folder: Path, path: str = REPORT) -> list[Element]:
    text = (folder / path).read_text(encoding="utf-8")
    start, end = text.index("<head>"), text.index("</head>") + len("</head>")
    return Markup(text[start:end]).elements


def told(head: list[Element]) -> dict[str, str]:
    metas = (e.attributes for e in head if e.name == "meta")
    return {a.get("property") or a.get("name") or a.get("http-equiv") or "charset": a.get("content", "") for a in metas}


def linked(head: list[Element]) -> dict[tuple[str, str], str]:
    links = (e.attributes for e in head if e.name == "link")
    return {(a["rel"].strip(), a.get("type", "")): a["href"] for a in links if a["rel"] != "stylesheet"}


def test_twins_and_our_site_map_are_published_as_they_are(known: Path, unknown: Path) -> None:
    assert (known / f"{REPORT}.md").read_text(encoding="utf-8").startswith("# 2022년")
    assert not list(known.rglob("*.file"))
    assert "<loc>" in (known / "sitemap.xml").read_text(encoding="utf-8")
    assert not list(unknown.glob("sitemap.xml*"))
    assert not list(known.glob("sitemap.xml.gz"))


def test_the_theme_s_search_gets_the_texts_that_were_made_and_reads_the_guide_itself(known: Path) -> None:
    index = json.loads((known / "search" / "search_index.json").read_text(encoding="utf-8"))
    own = [place for place in index["docs"] if not place["location"].startswith("guide/")]
    assert own == [{"location": FOUND.location, "title": FOUND.title, "text": FOUND.text}]
    assert any(place["location"].startswith("guide/index.html") for place in index["docs"])


def test_a_head_names_what_there_is_and_escapes_every_text(known: Path) -> None:
    head = head_of(known)
    said, links = told(head), linked(head)
    assert said["description"] == said["og:description"] == f"설명{NASTY}"
    assert said["og:title"].endswith(NASTY) and said["og:site_name"] == f"아카이브{NASTY}"
    assert said["og:type"] == "article" and said["og:locale"] == "ko_KR"
    assert said["article:published_time"] == "2022-09-15"
    assert said["og:url"] == links["canonical", ""] == ADDRESS + REPORT
    assert said["og:image"] == f"{ADDRESS}{FOLDER}/card.png" and (known / FOLDER / "card.png").is_file()
    assert said["twitter:card"] == "summary_large_image"
    assert said["referrer"] == "strict-origin-when-cross-origin"
    assert links["alternate", "text/markdown"] == "index.html.md"
    assert links["alternate", "application/atom+xml"] == "../../feed.xml"
    assert links["search", "application/opensearchdescription+xml"] == "../../opensearch.xml"
    (data,) = [e.words for e in head if e.attributes.get("type") == "application/ld+json"]
    assert json.loads(data)["@graph"][0]["name"].endswith(NASTY)
    assert "robots" not in said


def test_without_an_address_nothing_absolute_is_said(unknown: Path) -> None:
    said, links = told(head_of(unknown)), linked(head_of(unknown))
    assert not {"og:url", "og:image"} & set(said)
    assert said["twitter:card"] == "summary"
    assert {relation for relation, _ in links} == {"icon", "alternate"}


def test_results_are_not_for_search_engines(known: Path) -> None:
    assert told(head_of(known, "search/index.html"))["robots"] == "noindex"


def test_material_takes_no_link_for_another_language(known: Path) -> None:
    relations = [e.attributes["rel"] for e in head_of(known) if e.name == "link"]
    assert "alternate" not in relations, "its script would ask for a site map beside each"


@pytest.mark.parametrize("path", ["index.html", REPORT, "guide/index.html", "404.html"])
def test_every_page_has_its_policy_second(known: Path, path: str) -> None:
    metas = [e for e in head_of(known, path) if e.name != "head"]
    assert [e.attributes.get("charset") or e.attributes.get("http-equiv") for e in metas[:2]] == [
        "utf-8",
        "Content-Security-Policy",
    ]
    assert "guide()" not in metas[1].attributes["content"]


def finished(html: str, content: str, **how: Any) -> str:
    plugin = ArchivePlugin(Made((), ()), **how)
    return plugin.on_post_page(html, page=SimpleNamespace(content=content))


def test_a_script_in_the_content_gets_no_leave_to_run() -> None:
    content = "<p>글</p><script>evil()</script>"
    html = finished(FRAME.format(content), content)
    assert content_policy("<script>frame()</script>") in html
    assert content_policy("<script>frame()</script><script>evil()</script>") not in html


def test_the_preview_has_no_policy() -> None:
    html = FRAME.format("글")
    assert finished(html, "글", preview=True) == html
    assert finished(html, "글") != html


def test_only_pages_get_a_policy() -> None:
    plugin = ArchivePlugin(Made((), ()))
    html = FRAME.format("")
    assert plugin.on_post_template(html, template_name="other.xml") == html
    assert plugin.on_post_template(html, template_name="404.html") != html
