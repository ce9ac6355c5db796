"""What one waits for in the preview after a save: `python -m tests.benchmarks.serving 5 200`.

The reports are recombined ones (recombined.py), or without sizes this project's. The preview is started as staff start
it, with an empty store, so that PDFs are printed behind the edits. A word is put into a purpose of a report, again and
again, and the page is asked for over HTTP until it has the word. Beside it stands MkDocs' own preview of the same
reports as Markdown (plain_site.py), where the same word is put into the same text. Printed are seconds on the clock,
and the ratio of the medians.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.site import compose_site
from tests.benchmarks.measuring import ROOT
from tests.benchmarks.plain_site import write_markdown
from tests.benchmarks.purposes import beginning_of_purpose, newest_with_purpose
from tests.benchmarks.recombined import CONTENT, recombined

EDITS = 7
PATIENCE_SECONDS = 600.0
BETWEEN_SECONDS = 5.0
"""Between two edits: people read what they wrote, and what comes after a page is shown is done by then."""
LOOKS_SECONDS = 0.01


def main() -> None:
    """Print a row for each preview and size, as Markdown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", help="numbers of reports; none is this project's content")
    options = parser.parse_args()
    print("| reports | preview | first page s | edit s, median | edit s, longest | ratio |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for size in options.sizes or [0]:
        with tempfile.TemporaryDirectory(prefix="serving-") as name:
            _measure(size, Path(name))


def _measure(size: int, folder: Path) -> None:
    content = folder / "content"
    if size:
        recombined(size, seed=1).write_to(content)
    else:
        shutil.copytree(CONTENT, content)
    edited = newest_with_purpose(content)
    purpose = beginning_of_purpose(edited.read_text(encoding="utf-8"))
    site = compose_site(content)
    count = sum(page.name == "report" for page in site.pages)
    write_markdown(site, folder / "plain")
    del site
    address = edited.parent.relative_to(content).as_posix()
    markdown = folder / "plain" / "docs" / f"{address}.md"
    plain = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr"]
    base = _edits([*plain, "127.0.0.1:{port}"], folder / "plain", markdown, purpose, f"{address}.html")
    _tell(count, "MkDocs, reports as Markdown", base, base)
    given = ["--content", str(content), "--cache", str(folder / "cache"), "--port", "{port}"]
    ours = [sys.executable, "-m", "generator.cli", "serve", *given]
    _tell(count, "ours", _edits(ours, ROOT, edited, purpose, f"{address}/index.html"), base)


def _edits(command: Sequence[str], folder: Path, edited: Path, purpose: str, page: str) -> Sequence[float]:
    """Give the seconds until the first page is there, then those of each edit."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/{page}"
    text = edited.read_text(encoding="utf-8")
    with _running([part.replace("{port}", str(port)) for part in command], folder):
        seconds = [_until(address, "")]
        for number in range(EDITS):
            time.sleep(BETWEEN_SECONDS)
            word = f"고침{number}"
            edited.write_text(text.replace(purpose, f"{word} {purpose}", 1), encoding="utf-8")
            seconds.append(_until(address, word))
    edited.write_text(text, encoding="utf-8")
    return seconds


def _until(address: str, word: str) -> float:
    """Give the seconds until the page has a word; raises TimeoutError where it never has."""
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE_SECONDS:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:
                if word in answer.read().decode():
                    return time.perf_counter() - started
        except OSError:  # not there yet
            pass
        time.sleep(LOOKS_SECONDS)
    raise TimeoutError(address)


@contextmanager
def _running(command: Sequence[str], folder: Path) -> Iterator[None]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)  # as people end it, so that it ends what it has started


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _tell(count: int, name: str, seconds: Sequence[float], base: Sequence[float]) -> None:
    first, *edits = seconds
    median = statistics.median(edits)
    ratio = median / statistics.median(base[1:])
    print(f"| {count} | {name} | {first:.2f} | {median:.2f} | {max(edits):.2f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
