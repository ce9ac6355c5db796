"""The archive's news as an Atom feed (RFC 4287): the newest reports.

Ids are made of the institution and the report's folder, not of addresses: a feed keeps its ids when the archive moves
(RFC 4287 4.2.6). An entry must say when it was last changed (4.1.2); a report without any date of its own is taken to
be from the first day of its year, and nothing is said of its publication.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from generator.document import plain, programmes
from generator.notation.date import Date
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.dates import timestamp
from generator.outputs.discovery.works import Work
from generator.outputs.discovery.xml_files import add, xml_asset
from generator.outputs.pages.report_views import issuer
from generator.outputs.web.address import reference
from generator.outputs.web.shelf import Shelf

FEED = "feed.xml"
MOST_ENTRIES = 50
"""Older reports are found in the archive itself."""

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ARCHIVES = uuid.UUID("5c3c9be0-6d0d-5b0e-9d53-0a7f6f8e2c41")
"""The name space of our ids; it must never change."""


def feed_assets(works: Sequence[Work], shelf: Shelf) -> list[Asset]:
    """Give the feed of an archive, the newest of `works` first; nothing where it has no report. Where the archive does
    not know its own address, the links are relative to the feed."""
    if not works:
        return []
    newest = works[:MOST_ENTRIES]
    feed_id = uuid.uuid5(_ARCHIVES, shelf.institution or shelf.name)
    feed = ET.Element("feed", {"xmlns": _ATOM, f"{_XML}lang": "ko"})
    add(feed, "id", feed_id.urn)
    add(feed, "title", shelf.name)
    if shelf.lead:
        add(feed, "subtitle", shelf.lead)
    add(feed, "updated", max(_updated(work) for work in newest))
    if shelf.address:
        add(feed, "link", rel="self", type="application/atom+xml", href=reference(shelf.address, FEED))
    add(feed, "link", rel="alternate", type="text/html", href=reference(shelf.address, "index.html"))
    _author(feed, shelf.institution or shelf.name)
    add(feed, "rights", shelf.licence.sentence)
    for work in newest:
        _entry(feed, work, feed_id, shelf.address)
    return [xml_asset(FEED, feed)]


def _entry(feed: ET.Element, work: Work, feed_id: uuid.UUID, address: str) -> None:
    entry = add(feed, "entry")
    add(entry, "id", uuid.uuid5(feed_id, work.folder).urn)
    add(entry, "title", work.document.title)
    add(entry, "updated", _updated(work))
    if work.published:
        add(entry, "published", timestamp(work.published))
    _author(entry, issuer(work.document))
    add(entry, "link", rel="alternate", type="text/html", href=reference(address, work.page))
    if "report.pdf" in work.files:
        pdf = reference(address, f"{work.folder}/report.pdf")
        add(entry, "link", rel="alternate", type="application/pdf", href=pdf, title="PDF")
    add(entry, "category", term=work.document.kind)
    add(entry, "summary", _summary(work))


def _author(parent: ET.Element, name: str) -> None:
    add(add(parent, "author"), "name", name)


def _summary(work: Work) -> str:
    titles = [plain(programme.title) for programme in programmes(work.document)]
    listed = f". 사업 {len(titles)}개: {', '.join(titles)}" if titles else ""
    return f"{issuer(work.document)}의 {work.document.year}년 {work.document.kind}{listed}"


def _updated(work: Work) -> str:
    return timestamp(work.dated or Date(work.document.year))
