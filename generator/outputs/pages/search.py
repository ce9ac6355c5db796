"""The page of search results; what was asked stands in its address."""

from __future__ import annotations

from generator.outputs.artifacts import Page
from generator.outputs.web.forms import web_environment

FACETS = (("year", "연도"), ("department", "부서"), ("kind", "종류"))


def search_page() -> Page:
    """Make the page that shows all results of a query and narrows them by year, department and kind."""
    body = web_environment().get_template("pages/search.html").render(facets=FACETS)
    return Page("search/index.html", "search", "찾기", body, "모든 해의 보고서에서 찾기")
