"""Structured data against schema.org: types, properties and their ranges as schema.org lists them, and JSON-LD 1.1."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.outputs.artifacts import Asset
from generator.outputs.data.json_files import Node
from generator.outputs.discovery.published_files import data_files
from generator.outputs.discovery.structured import archive_node, breadcrumbs_node, dataset_node, report_node, structured
from tests.outputs.example import Markup, report
from tests.outputs.vocabulary import Type, faults
from tests.outputs.works import ADDRESS, FILES, shelf, undated, works

ROOT = "../../"
TABLES = data_files([*FILES, Asset("data/programmes.csv", b"a,b"), Asset("data/README.txt", b"")], {})

SCHEMA_ORG = {
    "Thing": Type("", {"name": ("Text",), "description": ("Text",), "url": ("URL",), "potentialAction": ("Action",)}),
    "CreativeWork": Type(
        "Thing",
        {
            "author": ("Organization",),
            "creator": ("Organization",),
            "datePublished": ("Date",),
            "encoding": ("MediaObject",),
            "encodingFormat": ("Text",),
            "genre": ("Text",),
            "inLanguage": ("Text",),
            "isAccessibleForFree": ("Boolean",),
            "isPartOf": ("CreativeWork", "URL"),
            "license": ("CreativeWork", "URL"),
            "publisher": ("Organization",),
            "temporalCoverage": ("Text",),
            "text": ("Text",),
        },
    ),
    "Report": Type("CreativeWork", {}, ("name", "url", "author", "inLanguage", "isAccessibleForFree", "encoding")),
    "WebSite": Type("CreativeWork", {}, ("name", "url")),
    "MediaObject": Type("CreativeWork", {"contentUrl": ("URL",), "contentSize": ("Text",)}, ("contentUrl",)),
    "DataDownload": Type("MediaObject", {}, ("encodingFormat", "name")),
    "Dataset": Type("CreativeWork", {"distribution": ("DataDownload",)}, ("name", "description", "creator", "license")),
    "Organization": Type("Thing", {"parentOrganization": ("Organization",)}, ("name",)),
    "GovernmentOrganization": Type("Organization"),
    "Action": Type("Thing", {"target": ("EntryPoint",)}),
    # query-input is the hyphenated form of schema.org's "actions" document for search engines.
    "SearchAction": Type("Action", {"query-input": ("Text",)}, ("target", "query-input")),
    "EntryPoint": Type("Thing", {"urlTemplate": ("Text",)}, ("urlTemplate",)),
    "ItemList": Type("Thing", {"itemListElement": ("ListItem",)}, ("itemListElement",)),
    "BreadcrumbList": Type("ItemList"),
    "ListItem": Type("Thing", {"position": ("Integer",), "item": ("URL", "Thing")}, ("position", "name", "item")),
}


def nodes(**changes: Any) -> dict[str, Node]:
    texts = shelf(**changes)
    (work,) = works(published="2022. 9. 15.")
    return {
        "archive": archive_node(texts, ""),
        "report": report_node(work, texts, ROOT),
        "undated": report_node(works(undated())[0], texts, ROOT),
        "dataset": dataset_node(works(), TABLES, texts, "data/index.html", "../"),
        "way": breadcrumbs_node([("처음", "index.html"), ("2022년", "2022/index.html")], texts, ROOT),
    }


@pytest.mark.parametrize("changes", [{}, {"address": ADDRESS}, {"lead": "", "institution": ""}], ids=str)
@pytest.mark.parametrize("name", nodes())
def test_the_vocabulary_is_schema_org_s(name: str, changes: dict[str, str]) -> None:
    given = nodes(**changes)[name]
    unknown = "creator is missing" if "institution" in changes else "-"
    assert not [fault for fault in faults(given, SCHEMA_ORG) if unknown not in fault]


def test_the_check_sees_what_is_wrong() -> None:
    bad: Node = {"@type": "Report", "name": "", "colour": "red", "encoding": {"@type": "MediaObject"}, "url": "a b"}
    assert len(list(faults(bad, SCHEMA_ORG))) == 7


def test_a_report_says_when_it_was_published_only_where_it_says_so() -> None:
    given = nodes()
    assert given["report"]["datePublished"] == "2022-09-15"
    assert "datePublished" not in given["undated"]
    assert "datePublished" not in report_node(works()[0], shelf(), ROOT), "a basis date is no publication"


def test_addresses() -> None:
    near, far = nodes(), nodes(address=ADDRESS)
    assert near["report"]["url"] == "../../2022/jobs-economy/index.html"
    assert far["report"]["url"] == f"{ADDRESS}2022/jobs-economy/index.html"
    assert "potentialAction" not in near["archive"]
    assert far["archive"]["potentialAction"]["target"]["urlTemplate"].startswith(f"{ADDRESS}search/index.html?q={{")
    assert far["archive"]["url"] == ADDRESS


def test_files_are_those_that_were_made() -> None:
    encodings = nodes()["report"]["encoding"]
    assert [(f["encodingFormat"], f["contentSize"]) for f in encodings] == [
        ("application/pdf", "5 B"),
        ("text/html", "5 B"),
        ("application/json", "5 B"),
    ]
    assert "encoding" not in report_node(works(files=[])[0], shelf(), ROOT)
    assert [f["contentUrl"] for f in nodes()["dataset"]["distribution"]] == ["../data/programmes.csv"]


def test_a_dataset_is_described_at_the_length_that_search_engines_ask_for() -> None:
    one = nodes()["dataset"]
    assert 50 <= len(one["description"]) <= 5000
    assert one["temporalCoverage"] == "2022"
    many = dataset_node(works(report(), undated(year=2019, slug="old")), TABLES, shelf(), "data/index.html", "../")
    assert many["temporalCoverage"] == "2019/2022", "ISO 8601 interval"


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "a & b > c", "\u2028"])
def test_no_text_ends_the_script_that_carries_it(text: str) -> None:
    block = structured({"@type": "Report", "name": text})
    assert "<" not in block
    (script,) = Markup(f'<script type="application/ld+json">{block}</script>').elements
    assert json.loads(script.words)["@graph"] == [{"@type": "Report", "name": text}]
    assert json.loads(script.words)["@context"] == "https://schema.org"
