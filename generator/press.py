"""Printing many reports: from the store where nothing changed, in several processes, or on a cluster.

A job is a pure function of its key: the document, its pictures and the program. So it does not matter where it is done,
and what was printed once need not be printed again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from generator.cache import Store, key_of
from generator.document import Document, figures
from generator.editions import BRIEF, STANDARD, Edition
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.brief.brief import Brief
from generator.outputs.paper.fonts import faces_digest
from generator.outputs.paper.pdf_result import PdfResult, pack, unpack
from generator.outputs.paper.provenance import Provenance
from generator.program import program_digest

RECYCLED_AFTER = 25
"""The workers are replaced after so many reports each: layouts leave memory behind that Python does not give back."""

Told: TypeAlias = Callable[[str, int, int], None]
"""Hears the name of the print that was made, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Job:
    """A report to print: its folder, its document, its pictures' bytes by their path in the folder; what the PDF says
    about its origin; and in which edition it is printed, with what a brief tells."""

    folder: str
    document: Document
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    provenance: Provenance | None = None
    edition: Edition = STANDARD
    brief: Brief | None = None

    @property
    def name(self) -> str:
        """What the print is called among all prints: the report's folder, or the place of a further edition's file."""
        return self.edition.place_in(self.folder)

    @property
    def key(self) -> str:
        """What the result depends on, as one digest. Places in the source are left out of it."""
        pictures = (part for name, data in sorted(self.pictures.items()) for part in (name, data))
        origin = ("origin", *self.provenance.key) if self.provenance else ()
        edition = (repr(self.edition), repr(self.brief)) if self.edition != STANDARD else ()
        return key_of("pdf", (program_digest(), faces_digest(), repr(self.document), *pictures, *origin, *edition))


class Run(Protocol):
    """Prints jobs and gives each with its result as it is done, in any order. What a job draws is kept in the store,
    where whoever prints can reach it."""

    def __call__(self, jobs: Sequence[Job], store: Store | None = None) -> Iterator[tuple[Job, PdfResult]]:
        """Print the jobs; raises PdfUnavailable where PDFs cannot be made."""
        ...


def job_of(folder: str, document: Document, picture: Callable[[str], bytes]) -> Job:
    """Make a job; a picture that cannot be had is left out, and the check says so."""
    found = {}
    for figure in figures(document):
        try:
            found[figure.source] = picture(figure.source)
        except OSError:
            continue
    return Job(folder, document, found)


def print_job(job: Job, store: Store | None = None) -> PdfResult:
    """Print one report, as PDF and, in the standard edition, as the HTML that breaks pages alike. The stretches of it
    that a `store` has from an earlier time are not drawn again. Raises PdfUnavailable where this machine cannot
    print."""
    # WeasyPrint is not loaded where everything comes from the store.
    from generator.outputs.paper.brief.printing import render_brief
    from generator.outputs.paper.paper_html import render_paper
    from generator.outputs.paper.pdf import render_pdf

    def picture(path: str) -> bytes:
        if path not in job.pictures:
            raise FileNotFoundError(path)
        return job.pictures[path]

    if job.edition == BRIEF and job.brief is not None:
        return render_brief(job.brief, job.document, job.provenance, store)
    result = render_pdf(job.document, picture, origin=job.provenance, edition=job.edition, store=store)
    if job.edition != STANDARD:
        return result
    paper = render_paper(job.document, result.pages, picture, result.tightness)
    return replace(result, paper=paper.encode())


@dataclass(frozen=True, slots=True)
class Press:
    """Prints reports. `run` says where; what is printed is kept in `store`."""

    run: Run
    store: Store | None = None
    tell: Told = lambda folder, done, of: None

    def print(self, jobs: Sequence[Job]) -> dict[str, PdfResult]:
        """Print jobs and give the results by the jobs' names; raises PdfUnavailable where PDFs cannot be made."""
        results: dict[str, PdfResult] = {}
        keys = {job.name: job.key for job in jobs} if self.store else {}
        for job in jobs:
            kept = self.store.get(keys[job.name]) if self.store else None
            if kept is not None:
                results[job.name] = unpack(kept)
        wanted = [job for job in jobs if job.name not in results]
        for count, (job, result) in enumerate(self.run(wanted, self.store) if wanted else (), start=1):
            results[job.name] = result
            if self.store:
                self.store.put(keys[job.name], pack(result))
            self.tell(job.name, count, len(wanted))
        if self.store and wanted:
            self.store.clear_old()
        return results


def here(jobs: Sequence[Job], store: Store | None = None) -> Iterator[tuple[Job, PdfResult]]:
    """Print one after the other in this process."""
    for job in jobs:
        yield job, print_job(job, store)


def in_processes(count: int) -> Run:
    """Print in several processes; one report, or one process, is printed here."""

    def run(jobs: Sequence[Job], store: Store | None = None) -> Iterator[tuple[Job, PdfResult]]:
        workers = min(count, len(jobs))
        if workers < 2:
            yield from here(jobs, store)
            return
        # Long reports first, so that none is left running alone at the end.
        ordered = sorted(jobs, key=lambda job: -len(repr(job.document)))
        shift = workers * RECYCLED_AFTER
        for start in range(0, len(ordered), shift):
            yield from _in_pool(workers, ordered[start : start + shift], store)

    return run


def on_cluster(address: str) -> Run:
    """Print on a Dask cluster whose workers have this same program; raises PdfUnavailable where it cannot be used."""

    def run(jobs: Sequence[Job], store: Store | None = None) -> Iterator[tuple[Job, PdfResult]]:
        try:
            from distributed import Client
            from distributed import as_completed as done_on_cluster
        except ImportError:
            raise PdfUnavailable("--scheduler를 쓰려면 설치하세요: pip install distributed") from None
        try:
            client = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, ValueError):
            raise PdfUnavailable(f"'{address}'의 Dask 스케줄러에 연결할 수 없습니다.") from None
        with client:
            own = program_digest()
            others = {name for name, digest in client.run(program_digest).items() if digest != own}
            if others:
                raise PdfUnavailable(f"프로그램의 판이 다른 작업기가 있습니다: {', '.join(sorted(others))}")
            by_key = {job.key: job for job in jobs}
            futures = [client.submit(print_job, job, key=key, pure=True) for key, job in by_key.items()]
            for future in done_on_cluster(futures):  # type: ignore[no-untyped-call]
                yield by_key[future.key], future.result()

    return run


def usable_processors() -> int:
    """Give the number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_pool(workers: int, jobs: Sequence[Job], store: Store | None) -> Iterator[tuple[Job, PdfResult]]:
    with _pool(workers) as pool:
        try:
            yield from _done({pool.submit(print_job, job, store): job for job in jobs})
        except BrokenProcessPool:
            raise PdfUnavailable(
                "PDF를 만들던 프로세스가 갑자기 꺼졌습니다. 메모리가 모자란 것이면 --jobs 1로 다시 하세요."
            ) from None


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # A fresh interpreter for each worker: forking a process that has loaded Pango is not safe. The pool's own way of
    # replacing workers (max_tasks_per_child) leaves jobs undone in Python 3.11 to 3.14 (gh-115634).
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_quiet)
    try:
        yield pool
    except BaseException:
        # After Ctrl+C nobody waits for what is in hand; what has come into the store is whole.
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _quiet() -> None:
    """Leave Ctrl+C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _done(futures: Mapping[Future[PdfResult], Job]) -> Iterator[tuple[Job, PdfResult]]:
    for future in as_completed(futures):
        yield futures[future], future.result()
