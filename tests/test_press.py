"""Printing many reports: each once, from the store where nothing changed, on whatever machine."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from generator.archive import check_library
from generator.cache import Store
from generator.document import Document
from generator.library import read_library
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.pdf_result import PdfResult, pack, unpack
from generator.press import Job, Press, here, in_processes, job_of, on_cluster
from tests.test_revisions import SECTION
from tests.trees import archive_of

RESULT = PdfResult(b"%PDF-\n\0\xff", {"가": 3}, 4, ("경고",), {"가": 1}, "쪽\n".encode())


def document(section: str = SECTION) -> Document:
    """An artificial report."""
    head = "제목: 2030년 보고\n부서: sample\n종류: 추진실적\n구성: [추진실적]\n"
    library = read_library(archive_of({"보고서.yml": head, "추진실적.yml": section}))
    return check_library(library).reports[0].document


def counting(printed: list[str]) -> object:
    def run(jobs: Sequence[Job], store: Store | None = None) -> Iterator[tuple[Job, PdfResult]]:
        for job in jobs:
            printed.append(job.folder)
            yield job, replace(RESULT, data=job.folder.encode())

    return run


def test_a_result_survives_being_kept() -> None:
    assert unpack(pack(RESULT)) == RESULT


def test_only_what_changed_is_printed(tmp_path: Path) -> None:
    printed: list[str] = []
    told: list[tuple[str, int, int]] = []
    press = Press(counting(printed), Store(tmp_path), lambda *heard: told.append(heard))  # type: ignore[arg-type]
    one, two = Job("2030/one", document()), Job("2030/two", document(SECTION.replace("100", "101")))
    assert {folder: result.data for folder, result in press.print([one, two]).items()} == {
        "2030/one": b"2030/one",
        "2030/two": b"2030/two",
    }
    assert printed == ["2030/one", "2030/two"] and told == [("2030/one", 1, 2), ("2030/two", 2, 2)]
    press.print([one, replace(two, document=document(SECTION.replace("100", "102")))])
    assert printed[2:] == ["2030/two"]


def test_what_the_print_does_not_show_changes_nothing() -> None:
    plain = Job("2030/sample", document())
    assert (
        plain.key == Job("2030/sample", document(f"# 머리말\n{SECTION}".replace("  - 사업명", "    - 사업명", 0))).key
    )
    assert plain.key != Job("2030/sample", document(), {"그림.png": b"1"}).key
    assert Job("", document(), {"a": b"1"}).key != Job("", document(), {"a": b"2"}).key


def test_a_job_takes_the_pictures_that_there_are() -> None:
    section = SECTION.replace(
        "    id: sample\n", "    id: sample\n    내용: |\n      ![있음](a.png)\n\n      ![없음](b.png)\n"
    )
    with_pictures = document(section)

    def picture(path: str) -> bytes:
        if path != "a.png":
            raise FileNotFoundError(path)
        return b"a"

    assert set(job_of("2030/sample", with_pictures, picture).pictures) <= {"a.png"}


def test_two_processes_print_what_one_does() -> None:
    jobs = [Job("2030/one", document()), Job("2030/two", document(SECTION.replace("보기 사업", "다른 사업")))]
    apart = {job.folder: result for job, result in in_processes(2)(jobs)}
    assert apart == {job.folder: result for job, result in here(jobs)}
    with pikepdf.open(io.BytesIO(apart["2030/one"].data)) as pdf:
        assert len(pdf.pages) == apart["2030/one"].page_count
    assert "보기 사업" in apart["2030/one"].paper.decode()


def told_apart(job: Job, store: Store | None = None) -> PdfResult:
    """Print nothing, but say in which process."""
    return replace(RESULT, data=f"{job.folder} {os.getpid()}".encode())


MANY = """
from generator import press
from tests.test_press import document, told_apart

if __name__ == "__main__":
    press.RECYCLED_AFTER, press.print_job = 2, told_apart
    jobs = [press.Job(f"2030/{number}", document()) for number in range(9)]
    for _, result in press.in_processes(2)(jobs):
        print(result.data.decode())
"""


def test_workers_are_replaced_and_every_report_is_printed(tmp_path: Path) -> None:
    # In a program of its own, which can be ended where it hangs.
    script = tmp_path / "many.py"
    script.write_text(MANY, encoding="utf-8")
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    said = subprocess.run([sys.executable, script], env=environment, capture_output=True, timeout=120, check=True)
    folders, workers = zip(*(line.split() for line in said.stdout.decode().splitlines()), strict=True)
    assert sorted(folders) == [f"2030/{number}" for number in range(9)]
    assert len(set(workers)) >= 3


def long_work(job: Job, store: Store | None = None) -> PdfResult:
    """Print the first, and never come to an end with another."""
    if job.folder != "2030/first":
        print(os.getpid(), flush=True)
        time.sleep(600)
    return RESULT


STOPPED = """
from generator import press
from tests.test_press import document, long_work

if __name__ == "__main__":
    press.print_job = long_work
    jobs = [press.Job(f"2030/{name}", document()) for name in ("first", "second", "third", "fourth")]
    for _ in press.in_processes(2)(jobs):
        pass
"""


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_ctrl_c_ends_the_workers_at_once(tmp_path: Path) -> None:
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE) as running:
        assert running.stdout
        workers = {int(running.stdout.readline()) for _ in range(2)}
        running.send_signal(signal.SIGINT)
        said, _ = running.communicate(timeout=30)
    assert said == b"" and running.returncode != 0
    assert len(workers) == 2 and not any(map(is_alive, workers))


def test_a_cluster_prints_what_one_process_does() -> None:
    from distributed import LocalCluster

    job = Job("2030/one", document())
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, processes=True) as cluster:
        ((_, result),) = on_cluster(cluster.scheduler_address)([job])
    ((_, own),) = here([job])
    assert result == own


def test_a_cluster_out_of_reach_is_said() -> None:
    with pytest.raises(PdfUnavailable, match="연결할 수 없습니다"):
        list(on_cluster("tcp://127.0.0.1:9")([Job("2030/one", document())]))
