"""How the checker's time grows with the number of reports: `python -m tests.benchmarks.check_reports`.

Artificial reports are put together by a seeded generator. Times are of one run on one machine, so only their ratios are
printed: the rules against reading and composing, and twice the reports against once.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from generator.archive import check_library
from generator.checks import RULES
from generator.checks.engine import run_rules
from generator.checks.subject import Subject, subject_of
from generator.compose import compose_library
from generator.library import Library, read_library
from generator.organization import house_of
from tests.trees import ORGANIZATION, MemoryTree

T = TypeVar("T")

SIZES = (25, 50, 100, 200)
_PROGRAMMES = 9
_FIRST_YEAR = 1990
_SUBJECTS = ("나루터", "물레방아", "돌담길", "느티나무", "빨래터", "장독대", "허수아비", "징검다리", "원두막", "솟대")
_DEEDS = ("가꾸기", "고치기", "되살리기", "살피기", "나누기", "알리기", "배우기")


def main() -> None:
    """Print the ratios for growing numbers of reports."""
    before: dict[str, float] = {}
    for size in SIZES:
        times = _measure(size)
        grown = "".join(f", {name} {times[name] / before[name]:.2f}배" for name in times if before.get(name))
        share = times["규칙"] / (times["읽기"] + times["조판"])
        print(f"보고서 {size}건: 규칙은 읽기와 조판의 {share:.2f}배{grown}")
        before = times


def synthetic_tree(size: int, seed: int = 7) -> MemoryTree:
    """Give a content folder of so many artificial reports, the same for the same seed."""
    chance = random.Random(seed)
    files: dict[str, str | bytes] = {"organization.yml": ORGANIZATION}
    for number in range(size):
        folder = f"{_FIRST_YEAR + number % 50}/sample-{number // 50}"
        files[f"{folder}/보고서.yml"] = _report(_FIRST_YEAR + number % 50)
        files[f"{folder}/현황.yml"] = _state(chance)
        files[f"{folder}/실적.yml"] = _results(chance)
    return MemoryTree(files)


def _measure(size: int) -> dict[str, float]:
    tree = synthetic_tree(size)
    times: dict[str, float] = {}
    library = _timed(times, "읽기", lambda: read_library(tree))
    reports = _timed(times, "조판", lambda: compose_library(library))
    assert len(reports) == size
    subjects = _timed(times, "문장", lambda: _subjects(library))
    _timed(times, "규칙", lambda: run_rules(RULES, subjects))
    _timed(times, "모두", lambda: check_library(library))
    return times


def _timed(times: dict[str, float], name: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    done = work()
    times[name] = time.process_time() - start
    return done


def _subjects(library: Library) -> tuple[Subject, ...]:
    assert library.organization is not None
    house = house_of(library.organization)
    loaded = {report.folder: report for report in library.reports}
    return tuple(subject_of(loaded[c.folder], c, house) for c in compose_library(library))


def _report(year: int) -> str:
    return f"제목: {year}년 꾸민 보고\n부서: sample\n종류: 추진실적\n기준일: {year}. 8. 31.\n구성: [현황, 실적]\n"


def _state(chance: random.Random) -> str:
    rows = "".join(
        f"        | {chance.choice(_SUBJECTS)} {chance.choice(_DEEDS)} {n} | {chance.randint(10, 9999):,} | 5 |\n"
        for n in range(8)
    )
    return (
        "제목: 일반현황\n본문:\n  예산현황:\n    예산표:\n      표: |\n"
        f"        | 단위사업명 | 예산액 | 집행액 |\n        |---|---:|---:|\n{rows}"
    )


def _results(chance: random.Random) -> str:
    return "제목: 추진실적\n사업:\n" + "".join(_programme(chance, number) for number in range(_PROGRAMMES))


def _programme(chance: random.Random, number: int) -> str:
    first, second = chance.randint(10, 500), chance.randint(10, 500)
    state, own = chance.randint(100, 9000), chance.randint(100, 9000)
    names = ", ".join(chance.sample(_SUBJECTS, 4))
    lines = "".join(
        f"          - {chance.choice(_SUBJECTS)} {chance.choice(_DEEDS)}: {chance.randint(1, 90)}회\n" for _ in range(6)
    )
    return (
        f"  - 사업명: {chance.choice(_SUBJECTS)} {chance.choice(_DEEDS)} {number}\n    id: work-{number}\n    본문:\n"
        f"      사업개요: |\n        ○ 사업기간: 3. 2.~11. 30.\n        ○ 참여인원: {first + second}명"
        f"(상반기 {first}명, 하반기 {second}명)\n        ○ 대상: 4개 마을({names})\n"
        f"      추진실적: |\n        ○ 한 일\n{lines}"
        "        | 구분 | 계 | 봄 | 가을 |\n        |---|---:|---:|---:|\n"
        f"        | 사람 | {first + second} | {first} | {second} |\n"
        "      향후계획: |\n        ○ 마무리: 11월\n"
        f"    예산현황:\n      예산액: {state + own:,} (도 {state:,}, 군 {own:,})\n"
        f"      집행액: {state:,} (도 {state:,})\n"
    )


if __name__ == "__main__":
    main()
