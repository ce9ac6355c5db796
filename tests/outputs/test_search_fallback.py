"""The texts that Material's search is given in the place of finished pages."""

from __future__ import annotations

from generator.outputs.artifacts import Findable
from generator.outputs.search.fallback import findables
from generator.outputs.search.index import AsidePage, LifeLineEntry, Section, Topic
from tests.outputs.example import report, with_texts

PATH = "2022/jobs-economy/index.html"


def test_a_page_comes_before_its_sections_and_each_heading_has_a_place_of_its_own() -> None:
    found = findables([(report(), {})], (), ())
    assert found[0].location == PATH
    assert {place.location for place in found} >= {f"{PATH}#stable-jobs", f"{PATH}#live-commerce"}
    assert len({place.location for place in found}) == len(found)


def test_every_word_that_our_search_looks_through_is_there() -> None:
    marked = with_texts(report(), lambda written: f"{written}가나")
    assert sum(place.text.count("가나") + place.title.count("가나") for place in findables([(marked, {})], (), ())) > 50


def test_titles_and_texts_are_html() -> None:
    nasty = with_texts(report(), lambda written: f"<b>{written}&")
    found = findables([(nasty, {})], (), ())
    assert not [place for place in found if "<" in place.title + place.text]
    assert any("&lt;b&gt;" in place.text and "&amp;" in place.text for place in found)


def test_programmes_over_the_years_and_pages_aside_are_found() -> None:
    entry = LifeLineEntry(
        "안심일자리", "programmes/a/index.html", ("안심일자리", "공공근로"), (2017,), "한 줄", (("예산", "1원"),)
    )
    sections = (
        Section("", "안내", "", "", "", None, (Topic("", "", "글\t칸"),)),
        Section("how", "쓰는 법", "", "", "", None, (Topic("", "", "나"),)),
    )
    assert findables((), [entry], [AsidePage("guide/keys/index.html", "안내", "작성 안내", sections)]) == (
        Findable("programmes/a/index.html", "안심일자리", "안심일자리, 공공근로\n한 줄\n예산 1원"),
        Findable("guide/keys/index.html", "안내", "글 칸"),
        Findable("guide/keys/index.html#how", "쓰는 법", "나"),
    )
