"""Printing behind the writer's back: nobody waits, the PDF before stays, and the newest text is what is printed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import background
from generator.background import BackgroundPress
from generator.cache import Store
from generator.outputs.errors import PdfUnavailable
from generator.outputs.paper.pdf_result import PdfResult
from generator.press import Job
from tests.outputs.example import report

WAIT = 20


class Printer:
    """Prints when it is let, and notes what it printed."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.printed: list[str] = []
        self.let = threading.Semaphore(0)
        self.begun = threading.Semaphore(0)
        self._fault = fault

    def __call__(self, job: Job) -> PdfResult:
        self.begun.release()
        assert self.let.acquire(timeout=WAIT)
        if self._fault:
            raise self._fault
        self.printed.append(job.document.title)
        return PdfResult(job.document.title.encode(), {"1": 1}, 1, (), {"1": 2})


class Desk:
    """A press with a printer that is let step by step."""

    def __init__(self, folder: Path, fault: Exception | None = None) -> None:
        self.printer = Printer(fault)
        self.told = threading.Semaphore(0)
        self.press = BackgroundPress(Store(folder), self.printer, self.told.release)

    def let_one(self) -> None:
        self.printer.let.release()
        assert self.told.acquire(timeout=WAIT)


def job(title: str, folder: str = "2022/x") -> Job:
    return Job(folder, replace(report(), title=title))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(tmp_path / "store")


def test_nothing_is_waited_for_and_the_pdf_comes_later(desk: Desk) -> None:
    assert desk.press.print([job("가")]) == {}
    desk.let_one()
    assert desk.press.print([job("가")])["2022/x"].data == "가".encode()
    assert desk.printer.printed == ["가"]


def test_the_pdf_before_stays_until_the_new_one_is_there(desk: Desk) -> None:
    desk.press.print([job("가")])
    desk.let_one()
    stale = desk.press.print([job("나")])["2022/x"]
    assert (stale.data, stale.tightness) == ("가".encode(), {})
    desk.let_one()
    fresh = desk.press.print([job("나")])["2022/x"]
    assert (fresh.data, fresh.tightness) == ("나".encode(), {"1": 2})


def test_what_was_edited_over_is_not_printed(desk: Desk) -> None:
    desk.press.print([job("가")])
    assert desk.printer.begun.acquire(timeout=WAIT)
    for title in ("나", "다"):
        desk.press.print([job(title)])
    desk.printer.let.release()
    desk.let_one()
    assert desk.printer.printed == ["가", "다"]


def test_what_is_in_the_store_is_not_printed_again(desk: Desk, tmp_path: Path) -> None:
    desk.press.print([job("가")])
    desk.let_one()
    other = Desk(tmp_path / "store")
    assert other.press.print([job("가")])["2022/x"].data == "가".encode()
    assert not other.printer.printed


def test_a_machine_that_cannot_print_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "store", PdfUnavailable("글꼴이 없습니다."))
    desk.press.print([job("가")])
    desk.let_one()
    with pytest.raises(PdfUnavailable, match="글꼴이 없습니다"):
        desk.press.print([job("가")])


def test_a_fault_is_met_once_and_the_next_text_is_tried(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "store", RuntimeError("fault"))
    desk.press.print([job("가")])
    desk.let_one()
    assert desk.press.print([job("가")]) == {}
    desk.press.print([job("나")])
    desk.let_one()
    begun = 0
    while desk.printer.begun.acquire(blocking=False):
        begun += 1
    assert begun == 2


def test_a_report_that_is_gone_is_forgotten(desk: Desk) -> None:
    desk.press.print([job("가")])
    desk.let_one()
    assert desk.press.print([]) == {}


def test_an_edited_report_comes_before_those_that_were_never_printed(desk: Desk) -> None:
    desk.press.print([job("마", "2022/e")])
    desk.let_one()
    others = [job(name, f"2022/{name}") for name in "abc"]
    desk.press.print([*others, job("마", "2022/e")])
    for _ in range(2):
        assert desk.printer.begun.acquire(timeout=WAIT)
    desk.press.print([*others, job("바", "2022/e")])
    desk.printer.let.release()
    desk.let_one()
    assert desk.printer.printed == ["마", "a", "바"]


def test_many_first_prints_are_told_together(desk: Desk) -> None:
    desk.press.print([job(name, f"2022/{name}") for name in "abc"])
    for _ in range(2):
        desk.printer.let.release()
    desk.let_one()
    assert desk.printer.printed == ["a", "b", "c"]
    assert not desk.told.acquire(blocking=False)


def test_while_many_are_printed_what_is_there_is_told_now_and_then(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "TELLS_AFTER_SECONDS", 0)
    desk.press.print([job(name, f"2022/{name}") for name in "ab"])
    desk.let_one()
    assert desk.printer.printed == ["a"]
    desk.let_one()
    assert desk.printer.printed == ["a", "b"]
