"""Addresses of the archive and places in it."""

from __future__ import annotations

import pytest

from generator.outputs.web.address import absolute, read_address, reference, root_of


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://example.org/archive ", "https://example.org/archive/"),
        ("https://example.org/archive/", "https://example.org/archive/"),
        ("http://127.0.0.1:8000/a/b/", "http://127.0.0.1:8000/a/b/"),
        ("https://example.org/?q=1#top", "https://example.org/"),
        ("https://example.org/자료", "https://example.org/%EC%9E%90%EB%A3%8C/"),
        ("", ""),
        ("example.org", ""),
        ("ftp://example.org/", ""),
        ("https:///archive", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_ends_with_a_slash_and_leads_to_a_host(written: str, address: str) -> None:
    assert read_address(written) == address
    assert read_address(address) == address


def test_places_are_absolute_where_the_archive_knows_its_own_address() -> None:
    assert absolute("https://a.example/b/", "index.html") == "https://a.example/b/"
    assert absolute("https://a.example/b/", "2022/x/index.html") == "https://a.example/b/2022/x/index.html"
    assert absolute("https://a.example/b/", "2022/그림.png") == "https://a.example/b/2022/%EA%B7%B8%EB%A6%BC.png"
    assert absolute("", "2022/x/index.html") == ""


def test_and_relative_to_the_file_otherwise() -> None:
    page = "2022/x/index.html"
    assert root_of(page) == "../../"
    assert reference("", "feed.xml", root_of(page)) == "../../feed.xml"
    assert reference("https://a.example/", "feed.xml", root_of(page)) == "https://a.example/feed.xml"
