"""Reading back what a finished file says about its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree

import pikepdf

from generator.outputs.paper.archival.attachments import attached_sources

_DC = "{http://purl.org/dc/elements/1.1/}"
_VERSION = "{http://ns.adobe.com/xap/1.0/mm/}VersionID"


@dataclass(frozen=True, slots=True)
class FileOrigin:
    """What a PDF says: the report's place in the archive (`2022/jobs-economy`), its title and author, the revision that
    is written in it, and the source files that are attached."""

    name: str
    title: str
    author: str
    revision: str
    sources: Mapping[str, bytes]


def read_origin(data: bytes) -> FileOrigin | None:
    """Read a PDF; None for what is no PDF, or none that says from which report it comes."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            packet = pdf.Root.Metadata.read_bytes()
            sources = attached_sources(pdf)
        root = ElementTree.fromstring(packet)
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ElementTree.ParseError):
        return None
    name = _first(root, f"{_DC}identifier")
    if not name:
        return None
    return FileOrigin(name, _first(root, f"{_DC}title"), _first(root, f"{_DC}creator"), _first(root, _VERSION), sources)


def _first(root: ElementTree.Element, tag: str) -> str:
    """Give the first text of a property, whether it stands there plainly or in an array."""
    found = root.find(f".//{tag}")
    return "" if found is None else "".join(found.itertext()).strip()
