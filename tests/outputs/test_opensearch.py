"""The search description against OpenSearch 1.1 (draft 6), "OpenSearch description elements"."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from generator.outputs.discovery.opensearch import OPENSEARCH, opensearch_assets
from tests.outputs.works import ADDRESS, shelf

SEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
LONGEST = {"ShortName": 16, "LongName": 48, "Description": 1024}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?|\*")


def described(**changes: str) -> etree._Element:
    (asset,) = opensearch_assets(shelf(**{"address": ADDRESS, **changes}))
    assert asset.path == OPENSEARCH
    return etree.fromstring(asset.data)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "서울특별시 영등포구 주요업무 보고 아카이브"},
        {"name": "가나다라마바사아자차카타파하거너더러머버", "institution": "기관 " * 30},
        {"lead": ""},
        {"lead": "긴 소개 " * 400},
    ],
)
def test_the_description_keeps_to_the_specification(changes: dict[str, str]) -> None:
    root = described(**changes)
    assert root.tag == f"{{{SEARCH['o']}}}OpenSearchDescription"
    for name, most in LONGEST.items():
        (text,) = [element.text or "" for element in root.findall(f"o:{name}", SEARCH)]
        assert 0 < len(text) <= most
        assert not re.search(r"[<>]", text), "plain text, no markup"
    assert {e.text for e in root.findall("o:InputEncoding", SEARCH)} == {"UTF-8"}
    assert all(LANGUAGE.fullmatch(e.text) for e in root.findall("o:Language", SEARCH))


def test_a_search_leads_to_the_page_of_results() -> None:
    urls = {url.get("rel"): url for url in described().findall("o:Url", SEARCH)}
    assert urls["results"].get("type") == "text/html"
    assert urls["results"].get("template") == f"{ADDRESS}search/index.html?q={{searchTerms}}"
    assert urls["self"].get("template") == f"{ADDRESS}{OPENSEARCH}"
    assert urls["self"].get("type") == "application/opensearchdescription+xml"


def test_without_an_address_there_is_none() -> None:
    assert not opensearch_assets(shelf(address=""))
