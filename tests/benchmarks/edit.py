"""What printing a report again costs after one purpose of it was edited: `python -m tests.benchmarks.edit`.

Each of this project's reports is printed whole into an empty store, then one word is put into its first purpose and it
is printed again. Printed are processor seconds and the ratio of both in one run. A report without a purpose is printed
again as it is. A brief is one page of everything, so it is made anew.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from generator.archive import read_archive
from generator.cache import Store
from generator.press import Job, print_job
from generator.site.jobs import jobs_of
from tests.benchmarks.purposes import files_with_purposes, with_word
from tests.benchmarks.recombined import CONTENT


def main() -> None:
    """Print a row for each edition of each report."""
    with tempfile.TemporaryDirectory() as name:
        content, store = Path(name, "content"), Store(Path(name, "store"))
        shutil.copytree(CONTENT, content)
        jobs = _jobs(content)
        print_job(next(iter(jobs.values())))  # whatever is loaded once
        whole = {name: _spent(job, store) for name, job in jobs.items()}
        edited = _edit(content)
        for name, job in _jobs(content).items():
            again = _spent(job, store)
            what = "edited" if job.folder in edited else "as it was"
            print(f"{name:<40} {what:<10} {whole[name]:>6.2f} s {again:>6.2f} s {again / whole[name]:>6.3f}")


def _jobs(content: Path) -> Mapping[str, Job]:
    return {job.name: job for job in jobs_of(read_archive(content))}


def _spent(job: Job, store: Store) -> float:
    started = time.process_time()
    print_job(job, store)
    return time.process_time() - started


def _edit(content: Path) -> frozenset[str]:
    """Put a word into the first purpose of each report; give the folders of those that have one."""
    edited: set[str] = set()
    for place in files_with_purposes(content):
        folder = place.parent.relative_to(content).as_posix()
        if folder not in edited:
            place.write_text(with_word(place.read_text(encoding="utf-8"), "고친"), encoding="utf-8")
            edited.add(folder)
    return frozenset(edited)


if __name__ == "__main__":
    main()
