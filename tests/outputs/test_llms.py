"""llms.txt against the format of llmstxt.org."""

from __future__ import annotations

import re

import pytest

from generator.outputs.artifacts import Asset
from generator.outputs.discovery.llms import LLMS, llms_assets
from generator.outputs.discovery.published_files import data_files
from tests.outputs.example import report
from tests.outputs.works import ADDRESS, shelf, undated, works

TABLES = data_files([Asset("data/programmes.csv", b"a,b")], {"data/programmes.csv": "사업"})
LINK = re.compile(r"- \[[^\]]+\]\(\S+\)(: .+)?")


def told(address: str = "", lead: str = "보고서를 모았습니다.") -> str:
    (asset,) = llms_assets(works(report(), undated(year=2019, slug="old")), TABLES, shelf(address=address, lead=lead))
    assert asset.path == LLMS
    return asset.data.decode()


@pytest.mark.parametrize("lead", ["보고서를 모았습니다.", ""])
def test_the_parts_stand_in_the_order_of_the_format(lead: str) -> None:
    lines = [line for line in told(lead=lead).splitlines() if line]
    assert lines[0] == "# 주요업무 아카이브", "an H1 with the name"
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    assert (lines[1] == f"> {lead}") == bool(lead), "a blockquote with a short summary"
    first = next(index for index, line in enumerate(lines) if line.startswith("## "))
    assert first in (2, 3), "no heading before the lists, one paragraph"
    assert all(line.startswith("## ") or LINK.fullmatch(line) for line in lines[first:]), "lists of links under H2"
    assert [line for line in lines if line.startswith("## ")][-1] == "## Optional"


def test_it_leads_to_the_twins_the_data_and_the_news() -> None:
    near, far = (re.findall(r"\]\((\S+)\)", told(address)) for address in ("", ADDRESS))
    assert near == [
        "2022/jobs-economy/index.html.md",
        "2019/old/index.html.md",
        "data/programmes.csv",
        "feed.xml",
        "data/catalog.jsonld",
    ]
    assert far == [ADDRESS + path for path in near]


def test_an_empty_archive_names_nothing() -> None:
    (asset,) = llms_assets((), (), shelf())
    assert "##" not in asset.data.decode()
