"""The ways to print that printing.py compares: `python -m tests.benchmarks.printing_contestants NAME FOLDER`.

`hand_over` and `write_sources` write into a folder what they begin with; each then prints all of it in a process of its
own:

- ours: the whole press from composed reports, in as many processes as there are processors, into a store: laid out,
  fitted, tagged and archival, and the page to print beside each PDF;
- weasyprint: what somebody would write in ten lines, of the HTML and the style sheet that our templates give;
- chromium: the page to print, one after the other in one browser that stays open;
- typst: the Typst document that typst_writer.py writes.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.cache import Store
from generator.document import Document, programmes
from generator.outputs.paper.paper_html import render_paper
from generator.outputs.paper.printing import PLACE, print_html
from generator.outputs.paper.stretches import runs
from generator.outputs.templating import stylesheet
from generator.press import Job, Press, in_processes, usable_processors
from tests.benchmarks.typst_writer import typst_of

JOBS = "jobs.pickle"
STYLE = "pdf.css"
TOOLS = "tools"
MADE = "made"

_COUNTED = """
.contents td.page a { font-size: 0 }
.contents td.page a::after { font-size: 13pt; content: target-counter(attr(href), page) }
"""


def hand_over(folder: Path, jobs: Sequence[Job]) -> None:
    """Write what ours begins with: the composed reports."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / JOBS).write_bytes(pickle.dumps(list(jobs)))


def write_sources(folder: Path, jobs: Sequence[Job]) -> None:
    """Write what the others begin with: for each report its HTML, its page to print, and its Typst."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLE).write_text(f"{stylesheet('pdf')}\n{_COUNTED}", encoding="utf-8")
    for job in jobs:
        document, name = job.document, name_of(job)
        (folder / f"{name}.html").write_text(_plain_html(document), encoding="utf-8")
        (folder / f"{name}.page.html").write_text(render_paper(document), encoding="utf-8")
        (folder / f"{name}.typ").write_text(typst_of(document), encoding="utf-8")


def _plain_html(document: Document) -> str:
    steps = {unit: 0 for run in runs(document) for unit in run}
    known = {programme.id: 1 for programme in programmes(document)}  # WeasyPrint counts them itself
    html = print_html(document, "pdf", style="", tightness=steps, pages=known, picture_of=lambda path: "")
    return html.replace(f'"{PLACE}', '"#')


def name_of(job: Job) -> str:
    """Give a report's name as a file."""
    return job.folder.replace("/", "-")


def has_typst(tools: Path) -> bool:
    """Install Typst into a folder of the benchmark's own; False where it cannot be had."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(tools), "typst"]
    return not subprocess.run(pip, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode


def ours(folder: Path) -> None:
    """Print with the press; what the store has is not printed again."""
    jobs = pickle.loads((folder / JOBS).read_bytes())
    results = Press(in_processes(usable_processors()), Store(folder / "store", 1 << 40)).print(jobs)
    for job in jobs:
        _keep(folder, "ours", name_of(job), results[job.folder].data)


def weasyprint(folder: Path) -> None:
    """Print one after the other with WeasyPrint."""
    from weasyprint import CSS, HTML

    style = CSS(filename=folder / STYLE)
    for place in sorted(folder.glob("*.html")):
        if not place.name.endswith(".page.html"):
            html = HTML(string=place.read_text(encoding="utf-8"))
            _keep(folder, "weasyprint", place.stem, html.write_pdf(stylesheets=[style]) or b"")


def chromium(folder: Path) -> None:
    """Print one after the other with a browser that stays open."""
    from playwright.sync_api import sync_playwright

    from tests.browsing import ARGUMENTS, CHROMIUM

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        tab = browser.new_page()
        for place in sorted(folder.glob("*.page.html")):
            tab.goto(place.as_uri())
            data = tab.pdf(prefer_css_page_size=True, print_background=True)
            _keep(folder, "chromium", place.name.removesuffix(".page.html"), data)
        browser.close()


def typst(folder: Path) -> None:
    """Print one after the other with Typst, which finds the typefaces once."""
    sys.path.insert(0, str(folder / TOOLS))
    import typst as compiler  # type: ignore[import-not-found]

    fonts = compiler.Fonts()
    for place in sorted(folder.glob("*.typ")):
        _keep(folder, "typst", place.stem, compiler.compile(str(place), font_paths=fonts))


CONTESTANTS: dict[str, Callable[[Path], None]] = {
    "ours": ours,
    "weasyprint": weasyprint,
    "chromium": chromium,
    "typst": typst,
}


def _keep(folder: Path, contestant: str, name: str, data: bytes) -> None:
    place = folder / MADE / contestant / f"{name}.pdf"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)


if __name__ == "__main__":
    CONTESTANTS[sys.argv[1]](Path(sys.argv[2]))
