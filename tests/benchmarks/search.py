"""How good and how quick the search is: `python -m tests.benchmarks.search`, in a headless Chromium.

Prints for each kind of the development queries the shares of what is found and of what is right in the first ten, and
the median time; then how the time grows when the same texts come as ten and a hundred times as many years. Times are of
one run on one machine; the ratios are what counts.
"""

from __future__ import annotations

import copy
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page as Tab

from generator.outputs.search.index import engine_script
from tests.browsing import running_browser
from tests.search.engine import fill
from tests.search.relevance import Measured, archive_years, mean, measure, read_queries, section_texts

TIMES = (1, 10, 100)
ROUNDS = 5
TIMED = """([query, rounds]) => {
  const taken = []
  let hits
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    hits = reportSearch.answer(query, window.engine.shards).hits
    taken.push(performance.now() - begin)
  }
  return [hits.map(({ section }) => `${section.report.path}#${section.id}`), taken.sort((a, b) => a - b)[rounds >> 1]]
}"""


def main() -> None:
    """Print the figures by kind, and the growth."""
    years = archive_years()
    with _engine() as tab:
        fill(tab, years)
        _print_kinds(_run(tab, years))
        before = None
        for times in TIMES:
            fill(tab, _multiplied(years, times))
            taken = statistics.fmean(_timed(tab, case["query"])[1] for case in read_queries())
            grown = f", {taken / before:.1f}배" if before else ""
            print(f"글 {times}배: 물음 하나에 평균 {taken:.1f}ms{grown}")
            before = taken


def _run(tab: Tab, years: list[dict[str, object]]) -> list[tuple[Measured, float]]:
    texts = section_texts(years)
    results = []
    for case in read_queries():
        found, taken = _timed(tab, case["query"])
        results.append((measure(case, found, texts), taken))
    return results


def _timed(tab: Tab, query: str) -> tuple[list[str], float]:
    found, taken = tab.evaluate(TIMED, [query, ROUNDS])
    return found, taken


def _print_kinds(results: list[tuple[Measured, float]]) -> None:
    for kind in [*dict.fromkeys(item.kind for item, _ in results), ""]:
        own = [(item, taken) for item, taken in results if kind in ("", item.kind)]
        recall, precision = mean([item.recall for item, _ in own]), mean([item.precision for item, _ in own])
        empty = sum(item.recall is not None and not item.found for item, _ in own)
        median = statistics.median(taken for _, taken in own)
        figures = f"recall@10 {recall:.3f}  precision@10 {precision:.3f}  없음 {empty}  {median:.2f}ms"
        print(f"{kind or '모두':<10} {len(own):>3}건  {figures}")


def _multiplied(years: list[dict[str, Any]], times: int) -> list[dict[str, object]]:
    made = []
    for turn in range(times):
        for year in copy.deepcopy(years):
            year["year"] -= 100 * turn
            made.append(year)
    return made


@contextmanager
def _engine() -> Iterator[Tab]:
    for browser in running_browser():
        tab = browser.new_page()
        tab.add_script_tag(content=engine_script())
        yield tab


if __name__ == "__main__":
    main()
