"""The archive's search for a browser's address bar: an OpenSearch 1.1 description.

Browsers need the absolute address of the results, so there is no description where the site's own is not known.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.outputs.artifacts import Asset
from generator.outputs.discovery.xml_files import add, xml_asset
from generator.outputs.web.address import absolute
from generator.outputs.web.shelf import Shelf

OPENSEARCH = "opensearch.xml"
RESULTS = "search/index.html"

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT = 16
_LONG = 48
_LONGEST = 1024


def results_template(address: str, parameter: str) -> str:
    """Give the address of the results with a parameter (`{searchTerms}`) in the place of what is looked for."""
    return f"{absolute(address, RESULTS)}?q={parameter}"


def opensearch_assets(shelf: Shelf) -> list[Asset]:
    """Give the description; nothing where the archive does not know its own address. Texts are cut to the lengths that
    the specification allows."""
    address = shelf.address
    if not address:
        return []
    root = ET.Element("OpenSearchDescription", xmlns=_NAMESPACE)
    add(root, "ShortName", _cut(shelf.name, _SHORT))
    add(root, "LongName", _cut(f"{shelf.institution} {shelf.name}".strip(), _LONG))
    add(root, "Description", _cut(shelf.lead or shelf.name, _LONGEST))
    add(root, "Url", type="text/html", rel="results", template=results_template(address, "{searchTerms}"))
    own = absolute(address, OPENSEARCH)
    add(root, "Url", type="application/opensearchdescription+xml", rel="self", template=own)
    add(root, "Image", absolute(address, "assets/favicon.svg"), type="image/svg+xml")
    add(root, "Language", "ko")
    add(root, "InputEncoding", "UTF-8")
    add(root, "OutputEncoding", "UTF-8")
    return [xml_asset(OPENSEARCH, root)]


def _cut(text: str, most: int) -> str:
    """Shorten a text to whole words; a first word that is too long by itself is cut."""
    if len(text) <= most:
        return text
    words = text[: most + 1].rsplit(None, 1)[0]
    return words if len(words) <= most else text[:most]
