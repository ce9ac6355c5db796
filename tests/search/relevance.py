"""How good the search is on the queries of cases/search/ over the project's own reports.

`need` of a query is an AND of ORs: a section is relevant if of each list one text stands in it, white space ignored. It
is read from the sections' texts by comparing characters, not by the engine. A year also counts as the report's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.archive import read_archive
from generator.outputs.search.index import shard_data

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "search"
FIRST = 10


@dataclass(frozen=True)
class Measured:
    """A query with what its first ten finds are worth; both shares are None where nothing is relevant."""

    kind: str
    query: str
    found: int
    recall: float | None
    precision: float | None


def archive_years(content: Path = ROOT / "content") -> list[dict[str, object]]:
    """Give the texts of a content folder, as the site has them."""
    reports = [(composed.document, dict[str, int]()) for composed in read_archive(content).reports]
    years = sorted({document.year for document, _ in reports}, reverse=True)
    return [shard_data(year, [one for one in reports if one[0].year == year]) for year in years]


def site_years(site: Path) -> list[dict[str, object]]:
    """Give the texts of a built site, newest first; a long year comes in pieces."""
    files = sorted((site / "search").glob("[0-9]*.js"), reverse=True)
    return [json.loads(path.read_text(encoding="utf-8").removeprefix("reportSearch.receive(")[:-2]) for path in files]


def section_texts(years: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, str]]:
    """Give each section's year and whole text without white space, by report path and anchor."""
    return {
        f"{report['path']}#{section['id']}": (report["year"], _closed(_text(section)))
        for year in years
        for report in year["reports"]
        for section in report["sections"]
    }


def read_queries(name: str = "queries") -> list[dict[str, Any]]:
    """Give the development queries (`queries`), or those that were written after the engine (`judged`)."""
    queries: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return queries


def measure(case: Mapping[str, Any], found: Sequence[str], texts: Mapping[str, tuple[int, str]]) -> Measured:
    """Compare what was found, best first, with what is relevant."""
    relevant = {name for name, text in texts.items() if case["need"] and _is_relevant(case, *text)}
    first = found[:FIRST]
    right = sum(name in relevant for name in first)
    return Measured(
        case["kind"],
        case["query"],
        len(found),
        right / min(FIRST, len(relevant)) if relevant else None,
        (right / len(first) if first else 0.0) if relevant else None,
    )


def mean(values: Sequence[float | None]) -> float:
    """Give the mean of what is known."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 1.0


def _is_relevant(case: Mapping[str, Any], year: int, text: str) -> bool:
    return all(
        any(_closed(word) in text or (case["kind"] == "year" and word == str(year)) for word in words)
        for words in case["need"]
    )


def _text(section: Mapping[str, Any]) -> str:
    return "\n".join([section["title"], *(f"{topic['heading']}\n{topic['lines']}" for topic in section["topics"])])


def _closed(text: str) -> str:
    return text.lower().replace(" ", "")
