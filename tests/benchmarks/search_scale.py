"""The search beside two others on the same pages: `python -m tests.benchmarks.search_scale [--reports 1000]`.

Reports are recombined (recombined.py) and composed; the same texts go to three searches (search_contestants.py):

- ours: the files of `search_assets`, without pages aside from the reports; the engine in its worker, as on a server.
- Material: the index that its search plugin makes, with what it has set for Korean, in a built site of one page. That
  page loads index and worker itself; the worker is asked with the messages that the dialog sends.
- Pagefind: its bundle, made with the language forced to Korean, asked through its module; an answer is there once the
  first five results have their excerpts, which is what its own dialog shows. It is installed for this run only, into a
  temporary folder; where that fails its column is left out.

All three run in headless Chromium over a local server that sends compressed files, so that cold times are without a
network's: add the bytes by its speed. What only draws is not counted: dialogs, styles. Of our files of texts only the
first is let through before the first answer. Cold times and bytes are medians over a few queries that this file can
answer, each in a browser without a past. A warm time is the median of three rounds after everything is loaded and
was asked once. Memory is what Chromium measures for page and workers. A report is right if all that was asked for
stands in it (tests/search). Times of making are of the processor, all cores together. One run on one machine: the
ratios are what counts.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import json
import re
import statistics
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Browser, sync_playwright

from generator.archive import Archive
from generator.compose import compose_library
from generator.library import read_library
from generator.outputs.search.index import shard_data
from tests.benchmarks.recombined import recombined
from tests.benchmarks.search_contestants import Contestant, material, ours, pagefind
from tests.browsing import ARGUMENTS, CHROMIUM
from tests.search.relevance import mean, measure, read_queries, section_texts

COLD_QUERIES = 5
ROUNDS = 3
HELD_SECONDS = 60

ROWS = (
    "첫 답까지 받는 양 KB(gzip)",
    "찾기 자료 KB",
    "찾기 자료 KB(gzip)",
    "만드는 시간 초",
    "첫 답 뒤의 기억 MB",
    "모두 읽은 뒤의 기억 MB",
    "첫 답 ms",
    "데운 답 가운뎃값 ms",
    "데운 답 가장 느린 것 ms",
    "답한 물음 %",
    "앞 10건의 재현율 %",
    "앞 10건의 정밀도 %",
)

_TEXTS = re.compile(r"/search/(?:\d{4}|names|aside)")
_WARM = """async ([query, rounds]) => {
  const taken = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    await self.ask(query)
    taken.push(performance.now() - begin)
  }
  return taken.sort((a, b) => a - b)[rounds >> 1]
}"""
_MEMORY = "async () => (await performance.measureUserAgentSpecificMemory()).bytes"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    archive = composed(options.reports, options.seed)
    documents = [report.document for report in archive.reports]
    years = [shard_data(y, [(d, {}) for d in documents if d.year == y]) for y in sorted({d.year for d in documents})]
    texts = report_texts(years)
    with tempfile.TemporaryDirectory(prefix="search-scale-") as name:
        folder = Path(name)
        contestants = [ours(folder / "ours", archive), material(folder / "material", years)]
        contestants += pagefind(folder / "pagefind", years)
        print(f"보고서 {len(archive.reports)}건, {len(years)}개 연도, 물음 {len(read_queries())}건")
        first = first_paths(folder / "ours", max(year["year"] for year in years))
        print_table({one.name: measured(one, first, texts) for one in contestants})


def composed(count: int, seed: int) -> Archive:
    """Give so many recombined reports, composed and not checked."""
    library = read_library(recombined(count, seed))
    return Archive(library, compose_library(library), ())


def report_texts(years: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, str]]:
    """Give each report's year and whole text without white space, by its path."""
    texts: dict[str, tuple[int, str]] = {}
    for name, (year, text) in section_texts(years).items():
        path = name.partition("#")[0]
        texts[path] = (year, f"{texts[path][1]}\n{text}" if path in texts else text)
    return texts


def first_paths(folder: Path, newest: int) -> set[str]:
    """Give the reports in our first file of texts, by path."""
    written = (folder / "search" / f"{newest}.js").read_text(encoding="utf-8")
    return {report["path"] for report in json.loads(written.removeprefix("reportSearch.receive(")[:-2])["reports"]}


def measured(one: Contestant, first: set[str], texts: Mapping[str, tuple[int, str]]) -> dict[str, float]:
    """Ask a search everything, for the first time what the `first` texts can answer; gives the figures by their names
    in `ROWS`."""
    cases = read_queries()
    new = {path: text for path, text in texts.items() if path in first}
    fit = [case["query"] for case in cases if measure(case, (), new).recall is not None]
    compressed = {f"/{name}": gzip.compress(data) for name, data in one.written()}
    with _browser() as browser, _serving(one.folder, compressed) as server:
        colds, tab = [], browser.new_page()
        for query in fit[:: max(1, len(fit) // COLD_QUERIES)][:COLD_QUERIES]:
            tab.close()
            server.sent.clear()
            tab = browser.new_page()  # in a context of its own
            tab.add_init_script(f"self.firstQuery = {json.dumps(query)};{one.script}")
            tab.goto(f"{server.address}/index.html")
            cold = tab.evaluate("query => self.cold(query)", query)
            colds.append((cold, sum(len(compressed.get(path, b"")) for path in server.sent)))
        first_memory = tab.evaluate(_MEMORY)
        server.opened.set()
        tab.evaluate("() => self.settle()")
        found = [measure(case, tab.evaluate("query => self.paths(query)", case["query"]), texts) for case in cases]
        warm = [tab.evaluate(_WARM, [case["query"], ROUNDS]) for case in cases]
        memory = tab.evaluate(_MEMORY)
    answerable = [item for item in found if item.recall is not None]
    figures = (
        statistics.median(sent for _, sent in colds) / 1e3,
        sum(len(data) for _, data in one.written()) / 1e3,
        sum(map(len, compressed.values())) / 1e3,
        one.built_seconds,
        first_memory / 1e6,
        memory / 1e6,
        statistics.median(cold for cold, _ in colds),
        statistics.median(warm),
        max(warm),
        100 * mean([float(item.found > 0) for item in answerable]),
        100 * mean([item.recall for item in answerable]),
        100 * mean([item.precision for item in answerable]),
    )
    return dict(zip(ROWS, figures, strict=True))


def print_table(table: Mapping[str, Mapping[str, float]]) -> None:
    """Print the figures, and in brackets how many times those of the first column they are."""
    own, *_ = table.values()
    print("".join(f"{name:>20}" for name in ("", *table)))
    for row in ROWS:
        cells = [f"{one[row]:,.1f} ({one[row] / own[row]:.2f}배)" for one in table.values()]
        print(f"{row:<24}" + "".join(f"{cell:>22}" for cell in cells))


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, the paths that it has sent, and what lets those go that it holds back."""

    address: str
    sent: set[str]
    opened: threading.Event


@contextmanager
def _serving(folder: Path, compressed: Mapping[str, bytes]) -> Iterator[Server]:
    """Serve a folder, in a way that lets pages measure their memory (cross-origin isolation). Files are sent
    compressed; of our files of texts all but the first wait until they are let go."""
    sent: set[str] = set()
    opened = threading.Event()

    class Compressing(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Keep the table clean."""

        def do_GET(self) -> None:
            path = unquote(self.path.partition("?")[0])
            if _TEXTS.match(path) and any(map(_TEXTS.match, sent)):
                opened.wait(HELD_SECONDS)
            place = folder / path[1:]
            if not place.is_file():
                self.send_error(404)
                return
            data = compressed.get(path) or gzip.compress(place.read_bytes())
            sent.add(path)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
            self.end_headers()
            with suppress(ConnectionError):  # a tab that was closed
                self.wfile.write(data)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Compressing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Server(f"http://127.0.0.1:{server.server_address[1]}", sent, opened)
        opened.set()
        server.shutdown()


@contextmanager
def _browser() -> Iterator[Browser]:
    # Otherwise memory is measured whenever the garbage is collected next.
    arguments = [*ARGUMENTS, "--enable-blink-features=ForceEagerMeasureMemory"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=arguments)
        yield started
        started.close()


if __name__ == "__main__":
    main()
