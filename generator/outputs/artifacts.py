"""What outputs hand over: pages to be framed by the site, files to be copied as they are, texts to be found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a page tells machines; whatever is empty is not said.

    `address` and `picture` are absolute addresses and known only where the site's own is. `data` is finished JSON-LD,
    safe inside a script element. `twin` is the place of the page's Markdown twin in the site, `published` an ISO date.
    `article` tells that the page is one work, such as a report. `unlisted` keeps a page out of search engines.
    """

    address: str = ""
    picture: str = ""
    picture_text: str = ""
    data: str = ""
    twin: str = ""
    published: str = ""
    article: bool = False
    unlisted: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the archive. `path` is where it stands in the site (`2022/jobs-economy/index.html`), `body` the
    finished HTML of its main part, `name` the page kind (`front`, `report`), which style sheets may use."""

    path: str
    name: str
    title: str
    body: str
    description: str = ""
    head: PageHead = PageHead()


@dataclass(frozen=True, slots=True)
class Findable:
    """A place that a search finds by its words. `location` is a page's path with its anchor, `title` and `text` are
    finished HTML without elements."""

    location: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the archive, as bytes."""

    path: str
    data: bytes
