"""Printing while people write: what is printed already is given at once, and the rest is printed behind their backs.

Until a report's new PDF is there, the one before stays: it is the report as it was a moment ago. The preview is told
when there is something new: at once where an edited report was printed, now and then while many are printed for the
first time.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from typing import TypeAlias

from generator.cache import Store
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.pdf_result import PdfResult, pack, unpack
from generator.press import Job, print_job
from generator.remembering import Memory

TELLS_AFTER_SECONDS = 30.0
"""While reports wait that were never printed, what came of the others is told this often; each time costs a renewal."""

PrintOne: TypeAlias = Callable[[Job], PdfResult]


class BackgroundPress:
    """A printer that never keeps anyone waiting. `tell` is called, in another thread, when a report was printed."""

    def __init__(self, store: Store, print_one: PrintOne, tell: Callable[[], None] = lambda: None) -> None:
        self.tell = tell
        self._store = store
        self._print_one = print_one
        self._memory = Memory()
        self._there: dict[str, tuple[str, PdfResult]] = {}
        self._waiting: dict[str, tuple[str, Job]] = {}
        self._in_hand = ""
        self._failed: set[str] = set()
        self._unavailable = ""
        self._changed = threading.Condition()
        self._told = time.monotonic()
        threading.Thread(target=self._print_waiting, daemon=True).start()

    def print(self, jobs: Sequence[Job]) -> Mapping[str, PdfResult]:
        """Give the results that there are, by the jobs' names, and have the others made; what was never printed is left
        out. Raises PdfUnavailable once it has turned out that PDFs cannot be made."""
        with self._memory.round():
            keys = {job.name: self._key(job) for job in jobs}
        with self._changed:
            if self._unavailable:
                raise PdfUnavailable(self._unavailable)
            self._waiting = {}
            self._there = {name: there for name, there in self._there.items() if name in keys}
            for job in jobs:
                self._look_for(job, keys[job.name])
            self._changed.notify_all()
            return {job.name: self._given(job, keys[job.name]) for job in jobs if job.name in self._there}

    def _key(self, job: Job) -> str:
        origin = job.provenance.key if job.provenance else ()
        given = (job.document, tuple(sorted(job.pictures.items())), origin, job.edition, job.brief)
        return self._memory.recall(job.name, given, lambda: job.key)

    def _look_for(self, job: Job, key: str) -> None:
        there = self._there.get(job.name)
        if (there and there[0] == key) or key == self._in_hand or key in self._failed:
            return
        kept = self._store.get(key)
        if kept is not None:
            self._there[job.name] = key, unpack(kept)
        else:
            self._waiting[job.name] = key, job

    def _given(self, job: Job, key: str) -> PdfResult:
        made_of, result = self._there[job.name]
        # How programmes were set speaks of those of another text; a new one would be missing from it.
        return result if made_of == key else replace(result, tightness={})

    def _print_waiting(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                # What somebody edits comes before what was never printed.
                name = next((name for name in self._waiting if name in self._there), next(iter(self._waiting)))
                key, job = self._waiting.pop(name)
                edited, self._in_hand = name in self._there, key
            self._print(key, job)
            self._in_hand = ""
            now = time.monotonic()
            if edited or not self._waiting or now - self._told >= TELLS_AFTER_SECONDS:
                self._told = now
                self.tell()

    def _print(self, key: str, job: Job) -> None:
        try:
            result = self._print_one(job)
        except PdfUnavailable as reason:
            with self._changed:
                self._unavailable, self._waiting = str(reason), {}
            return
        except Exception:
            # The build will say what is wrong with it; asked again and again it would fail again and again.
            with self._changed:
                self._failed.add(key)
            return
        self._store.put(key, pack(result))
        self._store.clear_old()
        with self._changed:
            self._there[job.name] = key, result


class Worker:
    """A process of its own that prints one job after the other. It is started with the first job and anew where it has
    broken down."""

    def __init__(self, store: Store | None = None) -> None:
        """`store` keeps what is drawn of a report, so that an edit costs what it changes."""
        self._store = store
        # A fresh interpreter: forking a process that has loaded Pango is not safe.
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def __call__(self, job: Job) -> PdfResult:
        """Print a job there; raises what printing it raises, and EOFError where the process ends meanwhile."""
        if self._line is None or self._process is None or not self._process.is_alive():
            self._line, theirs = self._context.Pipe()
            self._process = self._context.Process(target=_serve, args=(theirs, self._store), daemon=True)
            self._process.start()
            theirs.close()
        self._line.send(job)
        answer = self._line.recv()
        if isinstance(answer, PdfResult):
            return answer
        raise answer

    def close(self) -> None:
        """End the process at once, whatever it has in hand."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()


def _serve(line: Connection, store: Store | None) -> None:
    # Ctrl+C is for the process that started this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            job = line.recv()
        except EOFError:
            return
        try:
            line.send(print_job(job, store))
        except PdfUnavailable as reason:
            line.send(reason)
        except Exception as fault:
            line.send(RuntimeError(f"{type(fault).__name__}: {fault}"))
