"""The archive as an open data portal reads it: a DCAT catalogue (W3C DCAT 3) in JSON-LD.

The data of the whole archive is one Dataset, and so is each report; their files are Distributions. Titles and
descriptions carry their language, dates and sizes their data types, as DCAT 3 (6.4 to 6.8) and DCAT-AP 3 ask for.
Addresses are absolute where the archive knows its own and otherwise relative to the catalogue's file.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.editions import EDITIONS
from generator.notation.date import Date
from generator.outputs.artifacts import Asset
from generator.outputs.data.json_files import Json, Node, json_file, known
from generator.outputs.discovery.dates import iso_date
from generator.outputs.discovery.published_files import DataFile, media_type
from generator.outputs.discovery.structured import dataset_description
from generator.outputs.discovery.works import Work
from generator.outputs.pages.report_views import issuer
from generator.outputs.web.address import reference, root_of
from generator.outputs.web.licence import Licence
from generator.outputs.web.shelf import Shelf

CATALOGUE = "data/catalog.jsonld"

_CONTEXT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_KOREAN: Node = {"@id": "http://publications.europa.eu/resource/authority/language/KOR"}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_DATE_TYPES = {1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}


def catalogue_assets(works: Sequence[Work], files: Sequence[DataFile], shelf: Shelf) -> list[Asset]:
    """Give the catalogue's file; nothing where the archive has no report."""
    if not works:
        return []
    datasets: list[Json] = [_tables(works, files, shelf)] if files else []
    datasets += [_report(work, shelf) for work in works]
    catalogue = known(
        {
            "@context": _CONTEXT,
            "@id": _place(shelf, CATALOGUE),
            "@type": "dcat:Catalog",
            "dct:title": _korean(shelf.name),
            "dct:description": _korean(shelf.lead or shelf.name),
            "dct:publisher": _agent(shelf.institution or shelf.name),
            "dct:language": _KOREAN,
            "dct:license": _terms(shelf.licence),
            "foaf:homepage": {"@id": _place(shelf, "index.html")},
            "dcat:dataset": datasets,
        }
    )
    return [Asset(CATALOGUE, json_file(catalogue))]


def _tables(works: Sequence[Work], files: Sequence[DataFile], shelf: Shelf) -> Node:
    years = [work.document.year for work in works]
    return known(
        {
            "@id": _place(shelf, "data/index.html") + "#dataset",
            "@type": "dcat:Dataset",
            "dct:title": _korean(f"{shelf.name} 데이터"),
            "dct:description": _korean(dataset_description(works, shelf)),
            "dct:publisher": _agent(shelf.institution or shelf.name),
            "dct:language": _KOREAN,
            "dct:temporal": _period(min(years), max(years)),
            "dcat:landingPage": {"@id": _place(shelf, "data/index.html")},
            "dcat:distribution": [_file(f.path, f.title, f.size, shelf.licence, shelf) for f in files],
        }
    )


def _report(work: Work, shelf: Shelf) -> Node:
    document = work.document
    page = _place(shelf, work.page)
    return known(
        {
            **{"@id": f"{page}#dataset", "@type": "dcat:Dataset"},
            "dct:title": _korean(document.title),
            "dct:description": _korean(f"{issuer(document)}의 {document.year}년 {document.kind}"),
            "dct:identifier": work.folder,
            "dct:publisher": _agent(issuer(document)),
            "dct:issued": _date(work.published),
            "dct:language": _KOREAN,
            "dct:temporal": _period(document.year, document.year),
            "dcat:keyword": [_korean(document.kind), _korean(document.department)],
            "dcat:landingPage": {"@id": page},
            "dcat:distribution": [
                _file(f"{work.folder}/{name}", _title_of(name, document.title), work.files[name], work.licence, shelf)
                for name in work.downloads
            ],
        }
    )


def _title_of(name: str, title: str) -> str:
    """Give the title of a report's file; a further edition says which one it is."""
    return next((edition.title_of(title) for edition in EDITIONS if edition.file == name), title)


def _file(path: str, title: str, size: int, licence: Licence, shelf: Shelf) -> Node:
    kind = media_type(path)
    place: Node = {"@id": _place(shelf, path)}
    return known(
        {
            "@type": "dcat:Distribution",
            "dct:title": _korean(title),
            "dct:license": _terms(licence),
            "dcat:accessURL": place,
            "dcat:downloadURL": place,
            "dcat:mediaType": {"@id": _MEDIA + kind} if kind else None,
            "dcat:byteSize": {"@value": str(size), "@type": "xsd:nonNegativeInteger"},
        }
    )


def _place(shelf: Shelf, path: str) -> str:
    return reference(shelf.address, path, root_of(CATALOGUE))


def _korean(text: str) -> Node:
    return {"@value": text, "@language": "ko"}


def _agent(name: str) -> Node:
    return {"@type": "foaf:Agent", "foaf:name": _korean(name)}


def _terms(licence: Licence) -> Node:
    named: Node = {"@id": licence.href} if licence.href else {}
    return named | {"@type": "dct:LicenseDocument", "rdfs:label": _korean(licence.sentence)}


def _period(first: int, last: int) -> Node:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": f"{first}-01-01", "@type": "xsd:date"},
        "dcat:endDate": {"@value": f"{last}-12-31", "@type": "xsd:date"},
    }


def _date(date: Date | None) -> Node | None:
    text = iso_date(date)
    return {"@value": text, "@type": _DATE_TYPES[text.count("-") + 1]} if text else None
