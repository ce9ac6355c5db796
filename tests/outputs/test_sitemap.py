"""The site map against the protocol of sitemaps.org, and robots.txt against RFC 9309."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from generator.outputs.discovery import sitemap
from generator.outputs.discovery.sitemap import SITEMAP, sitemap_assets
from tests.outputs.works import ADDRESS

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "sitemap.xsd"))
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PATHS = ["index.html", "2022/b/index.html", "2022/a&b/그림.html"]


def read(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    SCHEMA.assertValid(root)
    assert root.getroottree().docinfo.encoding.upper() == "UTF-8"
    return root


def made(paths: list[str], dates: dict[str, str]) -> dict[str, bytes]:
    return {asset.path: asset.data for asset in sitemap_assets(paths, dates, ADDRESS)}


def test_every_page_stands_in_it_once_with_its_own_date() -> None:
    root = read(made([*PATHS, "index.html"], {"2022/b/index.html": "2022-08"})[SITEMAP])
    assert {url.findtext("s:loc", "", MAP): url.findtext("s:lastmod", "", MAP) for url in root} == {
        ADDRESS: "",
        f"{ADDRESS}2022/b/index.html": "2022-08",
        f"{ADDRESS}2022/a&b/%EA%B7%B8%EB%A6%BC.html": "",
    }
    assert len(root) == 3


@pytest.mark.parametrize(("element", "text"), [("loc", "2022/index.html"), ("lastmod", "2022. 8. 31.")])
def test_the_schema_refuses_what_the_protocol_refuses(element: str, text: str) -> None:
    root = read(made(PATHS, dict.fromkeys(PATHS, "2022"))[SITEMAP])
    root.find(f"s:url/s:{element}", MAP).text = text
    assert not SCHEMA.validate(root)


def test_more_addresses_than_one_file_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 2)
    files = made(PATHS, {})
    assert read(files[SITEMAP]).xpath("//s:loc/text()", namespaces=MAP) == [
        f"{ADDRESS}sitemap-1.xml",
        f"{ADDRESS}sitemap-2.xml",
    ]
    assert [len(read(files[f"sitemap-{number}.xml"])) for number in (1, 2)] == [2, 1]


def test_robots_are_told_where_it_is() -> None:
    lines = made(PATHS, {})["robots.txt"].decode().splitlines()
    groups = [line.partition(": ")[::2] for line in lines if line]
    assert groups[0] == ("User-agent", "*"), "RFC 9309 2.1: rules belong to a user agent"
    assert ("Sitemap", f"{ADDRESS}{SITEMAP}") in groups
    assert "Disallow" not in dict(groups)


def test_without_an_address_there_is_none() -> None:
    assert not sitemap_assets(PATHS, {}, "")
