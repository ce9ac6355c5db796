"""The texts for Material's own search, which stands in where ours cannot be loaded.

Material would read them out of every finished page, which takes longer than all other framing together. It gets what
our own search looks through instead: the sections of the reports, programmes over the years and other pages by name. So
the pages over all reports, which say again what the reports say, are found by name in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from generator.document import Document
from generator.outputs.artifacts import Findable
from generator.outputs.search.index import AsidePage, LifeLineEntry, aside_data, report_data


def findables(
    reports: Sequence[tuple[Document, Mapping[str, int]]],
    lifelines: Iterable[LifeLineEntry],
    aside: Sequence[AsidePage],
) -> tuple[Findable, ...]:
    """Give the places of reports, each with its pages in print, of programmes over the years and of pages `aside`: of
    each page first the page itself, then its sections and their headings, in printed order."""
    own = (place for document, pages in reports for place in _page(report_data(document, pages)))
    beside = (place for page in aside_data(aside)["pages"] for place in _page(page))
    return (*own, *map(_lifeline, lifelines), *beside)


def _page(page: Mapping[str, Any]) -> Iterator[Findable]:
    path = page["path"]
    for section in page["sections"]:
        own = [topic for topic in section["topics"] if not topic["id"]]
        yield _findable(path, section["id"], section["title"], (topic["lines"] for topic in own))
        for topic in section["topics"]:
            if topic["id"]:
                yield _findable(path, topic["id"], topic["heading"], [topic["lines"]])


def _lifeline(entry: LifeLineEntry) -> Findable:
    figures = (f"{label} {text}" for label, text in entry.figures)
    return _findable(entry.href, "", entry.name, [", ".join(entry.names), entry.summary, *figures])


def _findable(path: str, anchor: str, title: str, lines: Iterable[str]) -> Findable:
    # Material takes titles and texts for HTML.
    text = "\n".join(line for line in lines if line).replace("\t", " ")
    location = f"{path}#{anchor}" if anchor else path
    return Findable(location, escape(title, quote=False), escape(text, quote=False))
