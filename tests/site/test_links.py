"""The whole archive walked: every link inside it leads to a file and an anchor, nothing is fetched from elsewhere, and
every page can be reached from the first."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.documents import MISSING, HtmlFile

NAMING = {"canonical", "next", "prev", "alternate", "license", "author"}
"""Values of `rel` whose link is only named, never fetched."""
FETCHING = ("src", "poster", "data", "action", "formaction", "background", "manifest")
NAMED = ("cite", "longdesc")
ELSEWHERE = {"https", "mailto", "tel"}
"""What a link out of the archive may begin with."""


@dataclass(frozen=True)
class Address:
    """An address in a page, where it stands, and whether the browser fetches it by itself."""

    place: str
    value: str
    fetched: bool


def addresses_of(file: HtmlFile) -> Iterator[Address]:
    """Give every address of a page."""
    for element in file.elements:
        place, name = file.place(element), element.tag.rpartition("}")[2]
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2]
            if plain == "href":
                fetched = name not in {"a", "area"} and not set((element.get("rel") or "").split()) & NAMING
                yield Address(place, value, fetched)
            elif plain in FETCHING or plain in NAMED:
                yield Address(place, value, plain in FETCHING)
            elif plain in {"srcset", "imagesrcset"}:
                yield from (Address(place, one.split()[0], True) for one in value.split(",") if one.strip())
            elif plain == "style":
                yield from (Address(place, one, True) for one in style_addresses(value))
        if name == "style":
            yield from (Address(place, one, True) for one in style_addresses(element.text or ""))
        if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            yield Address(place, (element.get("content") or "").partition("=")[2], True)


def style_addresses(style: str) -> list[str]:
    """Give the addresses that a style sheet fetches; those within it (`url(#gradient)`) and pictures in it are none."""
    found = re.findall(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]+))\s*\)|@import\s+[\"']([^\"']+)", style)
    return [one for one in map("".join, found) if not one.startswith(("data:", "#"))]


@pytest.fixture(scope="module")
def addresses(files: dict[str, HtmlFile]) -> dict[str, list[Address]]:
    """All addresses, by the file they stand in."""
    return {path: list(addresses_of(file)) for path, file in files.items()}


def is_outside(address: str) -> bool:
    return bool(urlsplit(address).scheme or urlsplit(address).netloc)


def target_of(path: str, address: str) -> tuple[str, str]:
    """Give the file in the site that an address on a page leads to, and the anchor in it."""
    parts = urlsplit(address)
    here = posixpath.dirname(path)
    inside = posixpath.normpath(posixpath.join(here, unquote(parts.path))) if parts.path else path
    return inside, unquote(parts.fragment)


def fault_of(path: str, address: str, site: Path, files: Mapping[str, HtmlFile]) -> str:
    """Say what is wrong with an address inside the site; empty where it leads somewhere."""
    if address.startswith("/"):
        return "is not relative, so that it breaks under a path and in a folder"
    if not address or address == "#":
        return "leads nowhere"
    target, anchor = target_of(path, address)
    if target.startswith(".."):
        return "leads out of the site"
    if (site / target).is_dir():
        return "names a folder, which does not open from a disk"
    if not (site / target).is_file():
        return "leads to no file"
    if anchor and target in files and anchor not in files[target].ids:
        return "leads to no anchor"
    return ""


def test_every_link_leads_to_a_file_and_an_anchor(
    addresses: dict[str, list[Address]], built_site: Path, files: dict[str, HtmlFile]
) -> None:
    broken = [
        f"{one.place}: {one.value!r} {fault}"
        for path, found in addresses.items()
        if files[path].kind != MISSING
        for one in found
        if not is_outside(one.value)
        for fault in [fault_of(path, one.value, built_site, files)]
        if fault
    ]
    assert not broken, "\n".join(broken[:50])


def test_the_page_for_wrong_addresses_leads_back(
    addresses: dict[str, list[Address]], built_site: Path, files: dict[str, HtmlFile]
) -> None:
    # It is shown at any address, so its links name the place of the site: what stands before `assets/`.
    found = [urlsplit(one.value).path for one in addresses["404.html"] if not one.value.startswith("#")]
    root = next(path for path in found if path.endswith("assets/archive.css")).removesuffix("assets/archive.css")
    assert root.startswith("/")
    broken = [path for path in found if not path.startswith(root) or not (built_site / path[len(root) :]).is_file()]
    assert not broken


def test_nothing_is_fetched_from_another_host(addresses: dict[str, list[Address]], built_site: Path) -> None:
    outside = [
        f"{one.place}: {one.value}"
        for found in addresses.values()
        for one in found
        if one.fetched and is_outside(one.value) and not one.value.startswith("data:image/")
    ]
    assert not outside
    for path in built_site.rglob("*.css"):
        for address in style_addresses(path.read_text(encoding="utf-8")):
            assert not is_outside(address) and not address.startswith("/"), f"{path.name}: {address}"
            assert (path.parent / unquote(urlsplit(address).path)).is_file(), f"{path.name}: {address}"


def test_links_to_other_sites_are_secure(files: dict[str, HtmlFile]) -> None:
    faults = []
    for file in files.values():
        for element in file.named("a", "area", "{http://www.w3.org/2000/svg}a"):
            address = element.get("href") or ""
            if is_outside(address) and urlsplit(address).scheme not in ELSEWHERE:
                faults.append(f"{file.place(element)}: {address}")
            if element.get("target") == "_blank" and "noopener" not in (element.get("rel") or "").split():
                faults.append(f"{file.place(element)}: a new window without rel=noopener")
    assert not faults


def test_every_page_can_be_reached_from_the_first(
    addresses: dict[str, list[Address]], files: dict[str, HtmlFile]
) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for one in addresses.get(path, []):
            target, _ = target_of(path, one.value)
            if not one.fetched and not is_outside(one.value) and target in files and target not in reached:
                reached.add(target)
                waiting.append(target)
    # The page of results is where the header's dialog leads, by a script as all searching.
    lost = {path for path, file in files.items() if path not in reached and file.kind not in {MISSING, "search"}}
    assert not lost


def locations_of(index: Any) -> Iterator[str]:
    """Give the addresses that the texts for searching lead to."""
    for report in index["reports"]:
        for section in report["sections"]:
            yield report["path"] + (f"#{section['id']}" if section["id"] else "")
            yield from (f"{report['path']}#{topic['id']}" for topic in section["topics"] if topic["id"])


def test_every_search_result_leads_to_a_file_and_an_anchor(built_site: Path, files: dict[str, HtmlFile]) -> None:
    texts = sorted((built_site / "search").glob("[0-9]*.js"))
    assert texts
    indexes = [json.loads(re.search(r"\{.*\}", path.read_text(encoding="utf-8"), re.DOTALL)[0]) for path in texts]  # type: ignore[index]
    found = {location for index in indexes for location in locations_of(index)}
    fallback = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found |= {doc["location"] for doc in fallback["docs"] if doc["location"]}
    broken = [f"{one} {fault}" for one in sorted(found) if (fault := fault_of("index.html", one, built_site, files))]
    assert not broken
