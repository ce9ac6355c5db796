"""How machines find and read the archive: the one call that makes everything they are offered.

The files are the feed, the site map, the search description, the catalogue of data, the Markdown twins, llms.txt and
the cards; each page gets a head that names them and says what the page is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.document import Document, programmes
from generator.outputs.artifacts import Asset, Page, PageHead
from generator.outputs.data.json_files import Node
from generator.outputs.discovery.card import Card, card_assets
from generator.outputs.discovery.catalogue import catalogue_assets
from generator.outputs.discovery.dates import iso_date
from generator.outputs.discovery.feed import feed_assets
from generator.outputs.discovery.llms import llms_assets
from generator.outputs.discovery.opensearch import RESULTS, opensearch_assets
from generator.outputs.discovery.published_files import DataFile, data_files
from generator.outputs.discovery.sitemap import sitemap_assets
from generator.outputs.discovery.structured import archive_node, breadcrumbs_node, dataset_node, report_node, structured
from generator.outputs.discovery.twins import twin_asset, twin_path
from generator.outputs.discovery.works import Work, works_of
from generator.outputs.pages.report_views import issuer, short_title
from generator.outputs.web.address import absolute, root_of
from generator.outputs.web.errata import Erratum
from generator.outputs.web.shelf import Shelf
from generator.outputs.web.shelving import Publication
from generator.remembering import Memory

DATA_PAGE = "data/index.html"
ARCHIVE_CARD = "assets/card.png"
_FRONT = "index.html"


@dataclass(frozen=True, slots=True)
class Offered:
    """What the archive has: its own texts, the reports with those that a page shows by its place, its data, the titles
    of pages by their places, and the places of cards."""

    shelf: Shelf
    works: tuple[Work, ...]
    shown: Mapping[str, Work]
    data: tuple[DataFile, ...]
    titles: Mapping[str, str]
    cards: frozenset[str]


def discoverable(
    pages: Sequence[Page],
    assets: Sequence[Asset],
    documents: Sequence[Document],
    shelf: Shelf,
    *,
    publications: Mapping[str, Publication] | None = None,
    errata: Mapping[str, Sequence[Erratum]] | None = None,
    data_titles: Mapping[str, str] | None = None,
    guide: Sequence[str] = (),
    memory: Memory | None = None,
) -> tuple[list[Page], list[Asset]]:
    """Give all pages with their heads, and the files for machines, which come beside `assets`.

    `publications` and `errata` are those of reports by their folders (`2022/jobs-economy`), `data_titles` names files
    of data by their paths (`data/programmes.csv`), `guide` are the places of pages that are not among `pages`. What a
    `memory` has of an earlier time is not made again.
    """
    works = works_of(documents, shelf, publications or {}, assets)
    data = data_files(assets, data_titles or {})
    known = memory or Memory()
    cards = _cards(works, shelf, known)
    reports = {page.path for page in pages if page.name == "report"}
    offered = Offered(
        shelf,
        works,
        {work.page: work for work in works if work.page in reports},
        data,
        {page.path: page.title for page in pages},
        frozenset(card.path for card in cards),
    )
    headed = [replace(page, head=_head(page, offered)) for page in pages]
    listed = [page.path for page in headed if not page.head.unlisted]
    dates = {work.page: iso_date(work.dated) for work in works if work.dated}
    return headed, [
        *feed_assets(works, shelf),
        *sitemap_assets([*listed, *guide], dates, shelf.address),
        *opensearch_assets(shelf),
        *catalogue_assets(works, data, shelf),
        *_twins(works, errata or {}, known),
        *llms_assets(works, data, shelf),
        *cards,
    ]


def _twins(works: Sequence[Work], errata: Mapping[str, Sequence[Erratum]], memory: Memory) -> list[Asset]:
    made = []
    for work in works:
        own = tuple(errata.get(work.folder, ()))
        known = memory.settle(("work", work.folder), work)
        made.append(memory.recall(("twin", work.folder), (known, own), partial(twin_asset, work, own)))
    return made


def card_path(work: Work) -> str:
    """Give the place of a report's card."""
    return f"{work.folder}/card.png"


def _head(page: Page, offered: Offered) -> PageHead:
    work = offered.shown.get(page.path)
    card = card_path(work) if work else ARCHIVE_CARD
    address = offered.shelf.address
    return PageHead(
        address=absolute(address, page.path),
        picture=absolute(address, card) if card in offered.cards else "",
        picture_text=f"{issuer(work.document)}, {work.document.title}" if work else offered.shelf.name,
        data=structured(*_nodes(page, work, offered)),
        twin=twin_path(page.path) if work else "",
        published=iso_date(work.published) if work else "",
        article=work is not None,
        # Results depend on what is asked; a page of faults is no report.
        unlisted=page.path == RESULTS or page.name == "problem",
    )


def _nodes(page: Page, work: Work | None, offered: Offered) -> list[Node]:
    shelf, root = offered.shelf, root_of(page.path)
    if page.path == _FRONT:
        return [archive_node(shelf, root)]
    nodes = [breadcrumbs_node(_steps(page, offered.titles), shelf, root)]
    if work:
        nodes.insert(0, report_node(work, shelf, root))
    if page.path == DATA_PAGE and offered.works:
        nodes.insert(0, dataset_node(offered.works, offered.data, shelf, page.path, root))
    return nodes


def _steps(page: Page, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the way to a page: the front page, the pages of the folders that it lies in, itself."""
    folders = page.path.split("/")[:-1]
    above = [_FRONT, *(f"{'/'.join(folders[:depth])}/index.html" for depth in range(1, len(folders)))]
    return [(titles[path], path) for path in above if path in titles and path != page.path] + [(page.title, page.path)]


def _cards(works: Sequence[Work], shelf: Shelf, memory: Memory) -> list[Asset]:
    own = Card(shelf.name, shelf.institution, shelf.heading, shelf.lead)
    drawn = [(card_path(work), _card(work.document, shelf)) for work in works]
    made = []
    for path, card in ((ARCHIVE_CARD, own), *drawn):
        given = (memory.settle(("card", path), card),)
        made += memory.recall(("drawn", path), given, partial(card_assets, path, card))
    return made


def _card(document: Document, shelf: Shelf) -> Card:
    count = len(programmes(document))
    foot = (
        f"{document.year}년",
        document.kind,
        f"{document.basis} 기준" if document.basis else "",
        f"사업 {count}개" if count else "",
    )
    return Card(shelf.name, issuer(document), short_title(document), " · ".join(part for part in foot if part))
