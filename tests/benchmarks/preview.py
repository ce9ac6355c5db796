"""What an edit costs in the preview, and how it grows with the archive: `python -m tests.benchmarks.preview [sizes]`.

Times are processor time of one run on one machine, so only ratios are printed: each kind of work against a plain
`mkdocs build` of the reports as Markdown in the same run (plain_site.py), which is what its own preview does at every
save, and the growth from one size to the next as an exponent (1: proportional to the reports, 2: to their square). PDFs
are left out: the preview prints them in the background.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from generator.mkdocs_plugin.framing import Frame
from generator.site import Site
from generator.site.renewal import Renewal
from tests.benchmarks.plain_site import write_markdown
from tests.benchmarks.recombined import recombined, renamed

T = TypeVar("T")

SIZES = (5, 50, 200)
COLD, FRAME, SAME, SHOWN, SETTLED = (
    "처음 만들기",
    "처음 틀에 넣기",
    "바뀐 것 없음",
    "고친 쪽이 보이기까지",
    "모두 맞추기까지",
)


def main(sizes: tuple[int, ...]) -> None:
    """Print the ratios for growing numbers of reports."""
    before: dict[str, float] = {}
    last = 0
    for size in sizes:
        with TemporaryDirectory() as place:
            times, plain = _measure(size, Path(place))
        print(f"보고서 {size}건 (마크다운만으로 mkdocs build가 1)")
        for name, spent in times.items():
            grown = f", 자라는 지수 {math.log(spent / before[name], size / last):.2f}" if before else ""
            print(f"  {name}: {spent / plain:.3f}{grown}", flush=True)
        before, last = times, size


def _measure(size: int, place: Path) -> tuple[dict[str, float], float]:
    tree = recombined(size, seed=1)
    content = place / "content"
    tree.write_to(content)
    times: dict[str, float] = {}
    renewal = Renewal(content)
    frame = Frame(content, place / "site", "http://127.0.0.1:8000/")
    site = _timed(times, COLD, renewal.compose)
    _timed(times, FRAME, lambda: frame.show(site))
    _timed(times, SAME, lambda: _renew(renewal, frame))
    renamed(tree).write_to(content)
    shown = _timed(times, SHOWN, lambda: frame.hurry(renewal.early()))
    assert len(shown.pages) == 1
    site = _timed(times, SETTLED, renewal.compose)
    rest: dict[str, float] = {}
    _timed(rest, SETTLED, lambda: frame.show(site))
    times[SETTLED] += times[SHOWN] + rest[SETTLED]
    return times, _plain(site, place / "plain")


def _renew(renewal: Renewal, frame: Frame) -> None:
    assert not frame.hurry(renewal.early())
    assert not frame.show(renewal.compose())


def _plain(site: Site, folder: Path) -> float:
    times: dict[str, float] = {}
    write_markdown(site, folder)
    config = load_config(str(folder / "mkdocs.yml"))
    _timed(times, "mkdocs", lambda: build_with_mkdocs(config))
    return times["mkdocs"]


def _timed(times: dict[str, float], name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    done = work()
    times[name] = time.process_time() - start
    return done


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
