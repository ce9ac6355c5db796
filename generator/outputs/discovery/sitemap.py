"""The site map (sitemaps.org protocol 0.9) and robots.txt (RFC 9309), which tells crawlers where it is.

The protocol demands absolute addresses, so neither is written where the site's own is not known. `lastmod` stands only
where a report gives a date; the day of the build says nothing about the pages and would change with every build.
Crawlers read robots.txt at the root of a host only (RFC 9309 2.3): an archive under a sub-path has its line ready there
for whoever keeps the host.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from generator.outputs.artifacts import Asset
from generator.outputs.discovery.xml_files import add, xml_asset
from generator.outputs.web.address import absolute

SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000
"""The protocol's limit for one file; where there are more, an index lists the files."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_assets(paths: Sequence[str], dates: Mapping[str, str], address: str) -> list[Asset]:
    """Give the site map of pages and robots.txt; nothing where `address` is empty. `dates` gives ISO dates of pages
    that have one."""
    if not address:
        return []
    listed = sorted(set(paths))
    parts = [listed[start : start + MOST_ADDRESSES] for start in range(0, len(listed), MOST_ADDRESSES)]
    if len(parts) <= 1:
        maps = [_map(SITEMAP, listed, dates, address)]
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        maps = [_map(name, part, dates, address) for name, part in zip(names, parts, strict=True)]
        maps.insert(0, _index(names, address))
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {absolute(address, SITEMAP)}\n"
    return [*maps, Asset("robots.txt", robots.encode())]


def _map(name: str, paths: Sequence[str], dates: Mapping[str, str], address: str) -> Asset:
    root = ET.Element("urlset", xmlns=_NAMESPACE)
    for path in paths:
        url = add(root, "url")
        add(url, "loc", absolute(address, path))
        if path in dates:
            add(url, "lastmod", dates[path])
    return xml_asset(name, root)


def _index(names: Sequence[str], address: str) -> Asset:
    root = ET.Element("sitemapindex", xmlns=_NAMESPACE)
    for name in names:
        add(add(root, "sitemap"), "loc", absolute(address, name))
    return xml_asset(SITEMAP, root)
