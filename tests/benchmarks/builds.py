"""How long a build takes when everything, nothing or little is new: `python -m tests.benchmarks.builds 5 50 200`.

The reports are recombined ones (recombined.py); without sizes it is the content of this project, with its PDFs. The
command is run as staff run it, with a store of its own: everything for the first time, again without a change, after
one programme of one report was renamed, and with a site that is gone and a store that is there. PDFs are left out
(unprinted.py) above `--printed` reports: printing.py measures them.

Beside it stand plain builds of MkDocs with Material (plain_site.py): of the reports as Markdown, which is what somebody
would choose instead, and up to `--pages` reports of all the pages that our archive has. MkDocs makes everything anew
each time. Ratios are to the Markdown in the same run; the exponent is how processor time grows from the size before (1:
with the reports, 2: with their square). What is measured and how is said in measuring.py.
"""

from __future__ import annotations

import argparse
import math
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.press import usable_processors
from generator.site import compose_site
from tests.benchmarks.measuring import Spent, measured
from tests.benchmarks.plain_site import write_markdown, write_pages
from tests.benchmarks.purposes import newest_with_purpose, with_word
from tests.benchmarks.recombined import CONTENT, RecombinedTree, recombined, renamed

PRINTED = 5
PAGES = 200
HEAD = ("reports", "build", "s", "processor s", "peak MB", "ratio", "processor ratio", "exponent")
MARKDOWN = "MkDocs, reports as Markdown"
PROGRAM, UNPRINTING = "generator.cli", "tests.benchmarks.unprinted"


@dataclass(frozen=True, slots=True)
class Case:
    """One build of so many reports and what it cost."""

    reports: int
    name: str
    spent: Spent


def main() -> None:
    """Print a table, as Markdown."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", help="numbers of reports; none is this project's content")
    parser.add_argument("--printed", type=int, default=PRINTED, help="the most reports that PDFs are made of")
    parser.add_argument("--pages", type=int, default=PAGES, help="the most reports whose pages MkDocs gets all")
    options = parser.parse_args()
    print(f"{usable_processors()} processors; ratios are to MkDocs with the reports as Markdown\n")
    print(_row(HEAD))
    print(_row(["---:", "---", *["---:"] * (len(HEAD) - 2)]))
    before: list[Case] = []
    for size in options.sizes or [0]:
        with tempfile.TemporaryDirectory(prefix="builds-") as name:
            cases: list[Case] = []
            for case in _measure(size, Path(name), options):
                cases.append(case)
                former = next((one for one in before if one.name == case.name), None)
                print(_row(_cells(case, cases[0], former)), flush=True)
        before = cases


def _measure(size: int, folder: Path, options: argparse.Namespace) -> Iterator[Case]:
    """Measure one build after the other, first the one that the others are compared with."""
    content = folder / "content"
    tree = recombined(size, seed=1) if size else None
    if tree:
        tree.write_to(content)
    else:
        shutil.copytree(CONTENT, content)
    site = compose_site(content)
    count = sum(page.name == "report" for page in site.pages)
    for name, write, most in ((MARKDOWN, write_markdown, count), ("MkDocs, our pages", write_pages, options.pages)):
        if count <= most:
            pages = write(site, folder / name)
            command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
            yield Case(count, name, measured(command, folder=folder / name))
            print(f"{name}: {pages} pages", file=sys.stderr)
    del site
    if count <= options.printed:
        yield from _ours(count, "ours, with PDFs", PROGRAM, content, tree, folder / "printed")
    yield from _ours(count, "ours, without PDFs", UNPRINTING, content, tree, folder / "unprinted")


def _ours(
    count: int, name: str, module: str, content: Path, tree: RecombinedTree | None, folder: Path
) -> Iterator[Case]:
    site = folder / "site"
    own = shutil.copytree(content, folder / "content")
    given = ["--content", str(own), "--site", str(site), "--cache", str(folder / "cache")]
    command = [sys.executable, "-m", module, "build", *given]
    yield Case(count, f"{name}: first", measured(command))
    # Where nothing changed nothing is to be printed, and the program is measured as it is.
    unchanged = [sys.executable, "-m", PROGRAM, "build", *given]
    yield Case(count, f"{name}: no change", measured(unchanged))
    if tree:
        renamed(tree).write_to(own)
    else:
        _edit(own)
    yield Case(count, f"{name}: one edit", measured(command))
    shutil.rmtree(site)
    yield Case(count, f"{name}: site gone", measured(command))


def _edit(content: Path) -> None:
    """Put a word into the first purpose of the newest report that has one."""
    place = newest_with_purpose(content)
    place.write_text(with_word(place.read_text(encoding="utf-8"), "새로"), encoding="utf-8")


def _cells(case: Case, base: Case, former: Case | None) -> list[str]:
    spent = case.spent
    return [
        str(case.reports),
        case.name,
        f"{spent.wall_seconds:.1f}",
        f"{spent.processor_seconds:.1f}",
        f"{spent.peak_bytes / 1e6:.0f}",
        f"{spent.wall_seconds / base.spent.wall_seconds:.2f}",
        f"{spent.processor_seconds / base.spent.processor_seconds:.2f}",
        _exponent(case, former) if former else "",
    ]


def _exponent(case: Case, former: Case) -> str:
    grown = case.spent.processor_seconds / former.spent.processor_seconds
    return f"{math.log(grown, case.reports / former.reports):.2f}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
