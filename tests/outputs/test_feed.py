"""The feed against RFC 4287: its grammar (Appendix B), and what the text demands beside."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree

from generator.outputs.discovery.feed import FEED, MOST_ENTRIES, feed_assets
from generator.outputs.discovery.works import Work
from tests.outputs.example import report, with_texts
from tests.outputs.works import ADDRESS, shelf, undated, works

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "schemas" / "atom.rng"))


def feed(given: tuple[Work, ...], address: str = ADDRESS) -> etree._Element:
    (asset,) = feed_assets(given, shelf(address=address))
    assert asset.path == FEED
    root = etree.fromstring(asset.data)
    GRAMMAR.assertValid(root)
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    return [str(found if isinstance(found, str) else found.text) for found in root.xpath(path, namespaces=ATOM)]


def test_the_grammar_refuses_what_the_rfc_refuses() -> None:
    root = feed(works())
    for name in ("id", "title", "updated"):
        broken = etree.fromstring(etree.tostring(root))
        broken.remove(broken.find(f"a:{name}", ATOM))
        assert not GRAMMAR.validate(broken), f"4.1.1: a feed needs {name}"
    root.find("a:entry/a:updated", ATOM).text = "2022-08-31"
    assert not GRAMMAR.validate(root), "3.3: a date is an RFC 3339 date-time"


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_demands_of_the_text(address: str) -> None:
    root = feed(works(report(), undated(year=2019, slug="old")), address)
    assert texts(root, "a:author/a:name") == ["서울특별시 영등포구"], "4.1.1: one author at least"
    assert len(texts(root, "a:link[@rel='alternate']")) == 1, "4.1.1: one alternate of a type and language"
    ids = texts(root, "//a:id")
    assert len(set(ids)) == len(ids) == 3, "4.2.6: ids are unique"
    for entry in root.findall("a:entry", ATOM):
        assert entry.find("a:link[@rel='alternate'][@type='text/html']", ATOM) is not None, "4.1.2: without content"
        kinds = texts(entry, "a:link[@rel='alternate']/@type")
        assert len(set(kinds)) == len(kinds), "4.1.2: one alternate of a type"
    assert texts(root, "a:updated") == [max(texts(root, "//a:entry/a:updated"))]


def test_links_lead_to_the_report_from_anywhere() -> None:
    for address, base in ((ADDRESS, ""), ("", f"{ADDRESS}{FEED}")):
        root = feed(works(), address)
        links = [urljoin(base, link) for link in texts(root, "//a:link/@href")]
        assert f"{ADDRESS}2022/jobs-economy/index.html" in links
        assert all(urlsplit(link).scheme == "https" for link in links)
    assert texts(feed(works()), "a:link[@rel='self']/@href") == [f"{ADDRESS}{FEED}"]
    assert not texts(feed(works(), ""), "a:link[@rel='self']"), "4.2.7.2: nobody knows where it is"


def test_ids_stay_when_the_archive_moves() -> None:
    assert texts(feed(works()), "//a:id") == texts(feed(works(), "https://other.example/"), "//a:id")
    assert texts(feed(works()), "//a:id") == texts(feed(works(report(title="고친 제목"))), "//a:id")


@pytest.mark.parametrize(
    ("given", "updated", "published"),
    [
        (works(published="2022. 9. 15."), "2022-09-15T00:00:00+09:00", ["2022-09-15T00:00:00+09:00"]),
        (works(published="2022. 9."), "2022-09-01T00:00:00+09:00", ["2022-09-01T00:00:00+09:00"]),
        (works(), "2022-08-31T00:00:00+09:00", []),
        (works(undated()), "2022-01-01T00:00:00+09:00", []),
    ],
)
def test_dates_are_the_report_s_own(given: tuple[Work, ...], updated: str, published: list[str]) -> None:
    root = feed(given)
    assert texts(root, "a:entry/a:updated") == [updated]
    assert texts(root, "a:entry/a:published") == published


def test_a_pdf_is_named_where_there_is_one() -> None:
    assert texts(feed(works()), "//a:link[@type='application/pdf']/@href") == [f"{ADDRESS}2022/jobs-economy/report.pdf"]
    assert not texts(feed(works(files=[])), "//a:link[@type='application/pdf']")


def test_the_newest_come_first_and_not_too_many() -> None:
    many = [undated(year=1900 + number, slug="s") for number in range(MOST_ENTRIES + 5)]
    updated = texts(feed(works(*many)), "a:entry/a:updated")
    assert len(updated) == MOST_ENTRIES
    assert updated == sorted(updated, reverse=True)


def test_text_is_text() -> None:
    odd = with_texts(report(), lambda words: f"{words} <b>&amp; ]]>")
    assert texts(feed(works(odd)), "a:entry/a:title") == [odd.title]


def test_an_archive_without_reports_has_no_news() -> None:
    assert not feed_assets((), shelf())
