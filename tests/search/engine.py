"""The search engine as the browser runs it, and the texts it is given in tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page as Tab

SEARCH = """([query, options]) => {
  const answer = window.engine.search(query, { hits: 1000, reports: 1000, ...options })
  return { ...answer, found: window.engine.shards.length ? reportSearch.answer(query, window.engine.shards).hits
    .map(({ section }) => section.id) : [] }
}"""


def fill(tab: Tab, years: list[dict[str, object]]) -> None:
    """Give the engine in a tab these years' texts, and no others."""
    tab.evaluate(
        "years => { window.engine = new reportSearch.Engine(); for (const year of years) window.engine.add(year) }",
        years,
    )


def ask(tab: Tab, query: str, **options: object) -> dict[str, Any]:
    """Give the engine's answer; its hits' ids in their order, whatever was filtered, are `found`."""
    answer: dict[str, Any] = tab.evaluate(SEARCH, [query, options])
    return answer


def in_pieces(year: Mapping[str, Any]) -> list[dict[str, object]]:
    """Cut a year's texts as the longest are: every report a piece, in the order of their paths."""
    reports = sorted(year["reports"], key=lambda report: str(report["path"]))
    return [{**year, "piece": piece, "reports": [report]} for piece, report in enumerate(reports, start=1)]


def shards(texts: Mapping[str, Any]) -> list[dict[str, object]]:
    """Make years of texts of a case: a text is lines, or an object with `lines`, `title`, `heading`, `year`, …; each is
    the only section of a report of its own."""
    years: dict[int, list[dict[str, object]]] = {}
    for name, given in texts.items():
        text = {"lines": given} if isinstance(given, str) else given
        year = text.get("year", 2022)
        topic = {"id": "", "heading": text.get("heading", ""), "lines": text.get("lines", "")}
        section = {"id": name, "title": text.get("title", ""), "cited": "", "team": "", "page": None, "topics": [topic]}
        report = {
            "year": year,
            "path": f"{year}/{name}/index.html",
            "title": "",
            "institution": text.get("institution", ""),
            "issuer": f"{text.get('institution', '')} {text.get('department', '부서')}",
            "department": text.get("department", "부서"),
            "kind": text.get("kind", "추진실적"),
            "sections": [section],
        }
        years.setdefault(year, []).append(report)
    return [{"year": year, "reports": reports} for year, reports in years.items()]
