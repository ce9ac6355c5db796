"""What printing many reports costs, beside what somebody would use instead: `python -m tests.benchmarks.printing 5 50`.

The reports are recombined ones (recombined.py). Everybody begins with what is theirs (printing_contestants.py) and
prints in a process of its own; only that is measured, the start of Python included, and how is said in measuring.py.
Ours is measured three times with one store: empty, with nothing changed, and with one programme of one report renamed.
Ours fits, tags and archives; the others do not.

Ratios are to plain WeasyPrint in the same run, per report. With `--sample` the others print so many of the same
reports, evenly chosen, where all of them would take too long. To see that all say the same, the words of these reports
are looked for in every PDF (pdftotext), and the share that is found is printed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from generator.archive import Archive
from generator.compose import compose_library
from generator.document import Document, block_text, plain, walk_divisions
from generator.library import read_library
from generator.press import Job, usable_processors
from generator.site.jobs import jobs_of
from tests.benchmarks.measuring import Spent, measured
from tests.benchmarks.printing_contestants import MADE, TOOLS, hand_over, has_typst, name_of, write_sources
from tests.benchmarks.recombined import RecombinedTree, recombined, renamed

SIZES = (5, 50)
NAIVE = "weasyprint"
TITLES = {
    "ours": "ours",
    NAIVE: "plain WeasyPrint, one after the other",
    "chromium": "Chromium, one after the other",
    "typst": "Typst, one after the other",
}
SAME, EDITED = "ours, no change", "ours, one programme renamed"
HEAD = (
    "reports",
    "",
    "s",
    "processor s",
    "peak MB",
    "pages",
    "MB",
    "words found",
    "s a report",
    "ratio",
    "processor ratio",
)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing `reports` reports cost, and what came out: pages, bytes, and the share of the words found."""

    reports: int
    spent: Spent
    pages: int
    size: int
    words: float


def main() -> None:
    """Print a table, as Markdown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--sample", type=int, default=0, help="how many reports the others print; 0 is all")
    options = parser.parse_args()
    print(f"{usable_processors()} processors; ratios are to plain WeasyPrint, per report\n")
    print(_row(HEAD))
    print(_row(["---:", "---", *["---:"] * (len(HEAD) - 2)]))
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="printing-") as name:
            naive: Printed | None = None
            for title, printed in _measure(size, options.sample or size, Path(name)):
                naive = naive or printed
                print(_row(_cells(size, title, printed, naive)), flush=True)


def _measure(size: int, sample: int, folder: Path) -> Iterator[tuple[str, Printed]]:
    """Measure one way after the other, first the one that the others are compared with."""
    tree = recombined(size)
    jobs = _jobs(tree)
    step = max(1, -(-size // sample))
    all_of_it, some = folder / "all", folder / "some"
    write_sources(some, jobs[::step])
    others = [NAIVE, "chromium"]
    if has_typst(some / TOOLS):
        others.append("typst")
    else:
        print("Typst cannot be installed and is left out: pip install typst", file=sys.stderr)
    for name in others:
        yield TITLES[name], _printed(name, some, jobs[::step])
    hand_over(all_of_it, jobs)
    for title in (TITLES["ours"], SAME):
        yield title, _printed("ours", all_of_it, jobs, step)
    edited = _jobs(renamed(tree))
    hand_over(all_of_it, edited)
    yield EDITED, _printed("ours", all_of_it, edited, step)


def _jobs(tree: RecombinedTree) -> list[Job]:
    library = read_library(tree)
    return jobs_of(Archive(library, compose_library(library), ()))


def _printed(contestant: str, folder: Path, jobs: Sequence[Job], step: int = 1) -> Printed:
    """Measure a way of printing; words are looked for in each `step`-th report."""
    command = [sys.executable, "-m", "tests.benchmarks.printing_contestants", contestant, str(folder)]
    spent = measured(command)
    made = [folder / MADE / contestant / f"{name_of(job)}.pdf" for job in jobs]
    shares = [_share(job.document, place) for job, place in zip(jobs[::step], made[::step], strict=True)]
    size = sum(place.stat().st_size for place in made)
    return Printed(len(jobs), spent, sum(map(_pages, made)), size, sum(shares) / len(shares))


def _pages(place: Path) -> int:
    with pikepdf.open(place) as pdf:
        return len(pdf.pages)


def _share(document: Document, place: Path) -> float:
    """Give the share of a report's words that its PDF holds; where lines break does not matter."""
    command = ["pdftotext", "-raw", str(place), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    found = "".join(_WORD.findall(unicodedata.normalize("NFC", text)))
    words = [word for piece in _texts(document) for word in _WORD.findall(piece)]
    return sum(word in found for word in words) / len(words)


def _texts(document: Document) -> Iterator[str]:
    for division in walk_divisions(document.parts):
        yield from (plain(division.title), plain(division.value), division.suffix)
        if division.programme:
            yield from (division.programme.team, plain(division.programme.purpose))
        yield from map(block_text, division.blocks)


def _cells(size: int, title: str, printed: Printed, naive: Printed) -> list[str]:
    spent, each = printed.spent, printed.spent.wall_seconds / printed.reports
    sampled = "" if printed.reports == size else f" ({printed.reports} of them)"
    processor = spent.processor_seconds / printed.reports
    return [
        str(size),
        f"{title}{sampled}",
        f"{spent.wall_seconds:.1f}",
        f"{spent.processor_seconds:.1f}",
        f"{spent.peak_bytes / 1e6:.0f}",
        str(printed.pages),
        f"{printed.size / 1e6:.1f}",
        f"{100 * printed.words:.1f}%",
        f"{each:.2f}",
        f"{each / (naive.spent.wall_seconds / naive.reports):.2f}",
        f"{processor / (naive.spent.processor_seconds / naive.reports):.2f}",
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
