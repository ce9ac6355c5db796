"""The catalogue against DCAT 3 (section numbers of the W3C recommendation) and the demands of DCAT-AP 3."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import pytest

from generator.outputs.artifacts import Asset
from generator.outputs.discovery.catalogue import CATALOGUE, catalogue_assets
from generator.outputs.discovery.published_files import MEDIA_TYPES, data_files
from tests.outputs.example import report
from tests.outputs.vocabulary import Type, faults
from tests.outputs.works import ADDRESS, FILES, shelf, undated, works

TABLES = data_files([Asset("data/programmes.csv", b"a,b"), Asset("data/all.json", b"{}")], {"data/all.json": "모두"})
RESOURCE = {
    "dct:title": ("Korean",),  # 6.4.2
    "dct:description": ("Korean",),  # 6.4.3
    "dct:publisher": ("foaf:Agent",),  # 6.4.10
    "dct:language": ("IRI",),  # 6.4.9
    "dct:issued": ("xsd:date", "xsd:gYear", "xsd:gYearMonth"),  # 6.4.7
    "dct:identifier": ("Text",),  # 6.4.11
    "dct:license": ("dct:LicenseDocument",),  # 6.4.18, 6.8.4
    "dcat:keyword": ("Korean",),  # 6.4.13
    "dcat:landingPage": ("IRI",),  # 6.4.14
}
DCAT = {
    "dcat:Resource": Type("", RESOURCE, ("dct:title", "dct:description")),
    "dcat:Dataset": Type(
        "dcat:Resource",
        {"dcat:distribution": ("dcat:Distribution",), "dct:temporal": ("dct:PeriodOfTime",)},  # 6.6.1, 6.6.5
    ),
    "dcat:Catalog": Type(
        "dcat:Dataset",
        {"dcat:dataset": ("dcat:Dataset",), "foaf:homepage": ("IRI",)},  # 6.3.3, 6.3.1
        ("dct:publisher", "dcat:dataset"),
    ),
    "dcat:Distribution": Type(
        "",
        {
            "dct:title": ("Korean",),
            "dct:license": ("dct:LicenseDocument",),
            "dcat:accessURL": ("IRI",),  # 6.8.9
            "dcat:downloadURL": ("IRI",),  # 6.8.11
            "dcat:mediaType": ("IRI",),  # 6.8.17
            "dcat:byteSize": ("xsd:nonNegativeInteger",),  # 6.8.12
        },
        ("dcat:accessURL",),
    ),
    "dct:PeriodOfTime": Type("", {"dcat:startDate": ("xsd:date",), "dcat:endDate": ("xsd:date",)}),  # 6.15
    "dct:LicenseDocument": Type("", {"rdfs:label": ("Korean",)}),
    "foaf:Agent": Type("", {"foaf:name": ("Korean",)}, ("foaf:name",)),
}


def catalogue(*documents: Any, address: str = "", **more: Any) -> dict[str, Any]:
    (asset,) = catalogue_assets(works(*documents, **more), TABLES, shelf(address=address))
    assert asset.path == CATALOGUE
    data: dict[str, Any] = json.loads(asset.data)
    return data


def prefixes(node: Any) -> set[str]:
    """Give the prefixes of the names that a node and those below it use."""
    if isinstance(node, list):
        return set().union(*map(prefixes, node))
    if not isinstance(node, dict):
        return set()
    names = {key for key in node if not key.startswith("@")} | {node["@type"] for key in node if key == "@type"}
    return {name.partition(":")[0] for name in names}.union(*(prefixes(v) for k, v in node.items() if k != "@context"))


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("documents", [(), (undated(),), (report(), undated(year=2019, slug="old"))])
def test_the_catalogue_is_dcat(documents: tuple[Any, ...], address: str) -> None:
    given = catalogue(*documents, address=address)
    assert not list(faults(given, DCAT))
    assert prefixes(given) == set(given["@context"]), "every prefix is declared, and none for nothing"


def test_the_check_sees_what_is_wrong() -> None:
    assert len(list(faults({"@type": "dcat:Dataset", "dct:title": "ohne", "dct:colour": "x"}, DCAT))) == 3


def test_datasets_and_their_files() -> None:
    tables, one = catalogue()["dcat:dataset"]
    assert [f["dct:title"]["@value"] for f in tables["dcat:distribution"]] == ["programmes.csv", "모두"]
    kinds = [f["dcat:mediaType"]["@id"].rpartition("media-types/")[2] for f in one["dcat:distribution"]]
    assert kinds == ["application/pdf", "text/html", "application/json"]
    assert set(kinds) <= set(MEDIA_TYPES.values())
    assert len(catalogue(files=FILES[:1])["dcat:dataset"][1]["dcat:distribution"]) == 1


def test_ids_are_of_one_archive_wherever_it_is() -> None:
    def places(node: Any, base: str) -> set[str]:
        if isinstance(node, list):
            return set().union(*(places(part, base) for part in node))
        if not isinstance(node, dict):
            return set()
        own = {urljoin(base, node["@id"])} if "@id" in node else set()
        return own.union(*(places(part, base) for key, part in node.items() if key != "@context"))

    relative = places(catalogue(), f"{ADDRESS}{CATALOGUE}")
    absolute = places(catalogue(address=ADDRESS), "https://elsewhere.example/")
    assert relative - {f"{ADDRESS}index.html"} == absolute - {ADDRESS}, "the front page is the address itself"


@pytest.mark.parametrize(
    ("published", "value", "kind"),
    [("2022. 9. 15.", "2022-09-15", "xsd:date"), ("2022. 9.", "2022-09", "xsd:gYearMonth")],
)
def test_a_date_is_as_exact_as_it_is_known(published: str, value: str, kind: str) -> None:
    assert catalogue(published=published)["dcat:dataset"][1]["dct:issued"] == {"@value": value, "@type": kind}
    assert "dct:issued" not in catalogue()["dcat:dataset"][1]


def test_an_archive_without_reports_has_no_catalogue() -> None:
    assert not catalogue_assets((), TABLES, shelf())
