"""Reading again what changed gives what reading everything anew gives, and touches nothing else."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from generator.archive import Archive, Reader, check_library
from generator.diagnostics import Span
from generator.library import read_library
from generator.remembering import Interrupted, Memory, alike
from tests.trees import ORGANIZATION, MemoryTree

STATE = """\
제목: 일반현황
본문:
  예산현황:
    예산표:
      표: |
        | 단위사업명 | 예산액 | 집행액 |
        |---|---:|---:|
        | 계 | {total} | 12 |
        | 나루터 가꾸기 | 10 | 5 |
        | 돌담길 고치기 | {part} | 7 |
"""
RESULTS = """\
제목: 추진실적
사업:
  - 사업명: 나루터 {word}
    id: work-{number}
    본문:
      추진실적: |
        ○ 참여인원: {total}명(상반기 10명, 하반기 {part}명)  # 검사 제외: count-sum, 원문에 이렇게 실림
"""
LINEAGES = "사업 목록:\n  - id: work-{part}\n    이름: 나루터\n    까닭: 같은 일\n    같은 사업: [work-0, work-1]\n"
SEEDS = range(8)
EDITS = 14
FOLDERS = ("2028/river", "2029/river", "2030/river", "2030/hill")


def settings(words: str = "") -> str:
    return ORGANIZATION.replace("이름: 보기과", f"이름: 보기과{words}")


def report(folder: str, words: str = "") -> str:
    parts = "[일반현황, 추진실적]"
    return f"제목: {folder[:4]}년 보고{words}\n부서: sample\n종류: 추진실적\n구성: {parts}\n"


def content() -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {"organization.yml": settings()}
    for number, folder in enumerate(FOLDERS):
        files[f"{folder}/보고서.yml"] = report(folder)
        files[f"{folder}/일반현황.yml"] = STATE.format(total=30, part=20)
        files[f"{folder}/추진실적.yml"] = RESULTS.format(word="알리기", number=number % 2, total=30, part=20)
    return files


def edited(files: dict[str, str | bytes], chance: random.Random) -> dict[str, str | bytes]:
    """Make one edit of the kinds that people make: figures, words, comments, settings, files that come and go."""
    made = dict(files)
    folder = chance.choice(FOLDERS)
    part = chance.choice((19, 20, 21))
    edits = {
        "figure": {f"{folder}/일반현황.yml": STATE.format(total=30, part=part)},
        "word": {f"{folder}/추진실적.yml": RESULTS.format(word=part, number=chance.randint(0, 2), total=31, part=part)},
        "head": {f"{folder}/보고서.yml": report(folder, chance.choice(("", " 다시")))},
        "broken": {f"{folder}/일반현황.yml": chance.choice(("제목: [", "제목: 일반현황\n본문: 3\n", "가\n\t나"))},
        "office": {"organization.yml": settings(chance.choice(("", " 다시")))},
        "severity": {"organization.yml": settings() + chance.choice(("검사:\n  table-sum: 끄기\n", "검사: 3\n"))},
        "lineage": {"programs.yml": LINEAGES.format(part=part)},
        "stray": {f"{folder}/덧붙임.yml": "제목: 덧붙임\n", "2030/Bad Name/가.yml": "가: 나\n"},
        "new": {"2031/new/보고서.yml": report("2031/new"), "2031/new/일반현황.yml": STATE.format(total=3, part=1)},
    }  # fmt: skip
    kind = chance.choice((*edits, "comment", "gone"))
    if kind == "comment":
        name = f"{folder}/추진실적.yml"
        made[name] = "# 메모\n" + str(made.get(name, ""))
    elif kind == "gone":
        made.pop(chance.choice(sorted(made)))
    else:
        made.update(edits[kind])
    return made


def told(archive: Archive) -> tuple[object, ...]:
    """All that an archive says, in plain values; rules are named by their codes."""
    checked = archive.checked
    return (
        archive.library.organization,
        archive.library.reports,
        archive.library.lineages,
        archive.library.findings,
        [(r.folder, repr(r.document), r.findings) for r in archive.reports],
        archive.findings,
        [(f.diagnostic, f.rule.code if f.rule else "", f.relation, f.replacement) for f in checked.findings],
        dict(checked.held),
        dict(checked.broken),
        [(s.finding.diagnostic, s.exclusion) for s in archive.silenced],
        repr(archive.lineages),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_reading_again_gives_what_reading_anew_gives(seed: int) -> None:
    chance = random.Random(seed)
    reader, files = Reader(), content()
    for _ in range(EDITS):
        tree = MemoryTree(files)
        assert told(reader.read(tree)) == told(check_library(read_library(tree)))
        files = edited(files, chance)


def test_the_edits_reach_findings_errata_and_lineages() -> None:
    codes, silenced, joined = set[str](), 0, 0
    for seed in SEEDS:
        chance, files = random.Random(seed), content()
        for _ in range(EDITS):
            archive = check_library(read_library(MemoryTree(files)))
            codes |= {finding.code for finding in archive.findings}
            silenced += len(archive.silenced)
            joined += len(archive.lineages)
            files = edited(files, chance)
    assert {"table-sum", "section-missing", "section-unlisted", "folder-name", "file-missing"} <= codes
    assert silenced and joined


def test_what_did_not_change_is_the_same_thing() -> None:
    reader, files = Reader(), content()
    before = reader.read(MemoryTree(files))
    files["2030/hill/일반현황.yml"] = STATE.format(total=31, part=20)
    after = reader.read(MemoryTree(files))
    changed = [new.folder for old, new in zip(before.reports, after.reports, strict=True) if old is not new]
    assert changed == ["2030/hill"]
    assert before.library.organization is after.library.organization


def test_a_comment_in_the_source_makes_no_new_document() -> None:
    reader, files = Reader(), content()
    before = reader.read(MemoryTree(files))
    files["2030/hill/일반현황.yml"] = STATE.format(total=30, part=20) + "# 메모\n"
    after = reader.read(MemoryTree(files))
    assert all(old is new for old, new in zip(before.reports, after.reports, strict=True))


def test_a_memory_makes_again_only_what_was_given_something_else() -> None:
    memory, made = Memory(), list[str]()

    def ask(name: str, *given: object) -> int:
        return memory.recall(name, given, lambda: made.append(name) or len(made))  # type: ignore[func-returns-value]

    for text in ("가", "가", "나"):
        with memory.round():
            ask("same", "다", (1, b"x"))
            ask("text", text)
    assert made == ["same", "text", "text"]


def test_a_memory_forgets_what_the_last_round_did_not_ask_for() -> None:
    memory, made = Memory(), list[int]()
    for round_number in range(3):
        with memory.round():
            if round_number != 1:
                memory.recall("rare", (), lambda: made.append(1))
    assert len(made) == 2


def test_a_round_that_failed_forgets_nothing() -> None:
    memory, made = Memory(), list[int]()
    with memory.round():
        memory.recall("name", (), lambda: made.append(1))
    with pytest.raises(ValueError), memory.round():
        raise ValueError
    with memory.round():
        memory.recall("name", (), lambda: made.append(1))
    assert len(made) == 1


def test_a_round_that_became_useless_ends_and_keeps_what_was_made() -> None:
    memory, made = Memory(), list[str]()

    def ask(name: str) -> None:
        memory.recall(name, (), lambda: made.append(name))

    with memory.round():
        ask("kept")
    with pytest.raises(Interrupted), memory.round(lambda: len(made) == 2):
        ask("new")
        ask("never")
    ask("outside a round")
    with memory.round():
        ask("kept")
        ask("new")
    assert made == ["kept", "new", "outside a round"]


@dataclass(frozen=True)
class Told:
    """A text that knows its place, which equality leaves out."""

    text: str
    at: Span | None = field(default=None, compare=False)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (Told("가", Span("a", 1)), Told("가", Span("a", 1)), True),
        (Told("가", Span("a", 1)), Told("가", Span("a", 2)), False),
        (Decimal("1.0"), Decimal("1.00"), False),
        (Decimal("1.0"), Decimal("1.0"), True),
        (1, True, False),
        ((1, "가", None), (1, "가", None), True),
        ((1, 2), (1, 2, 3), False),
        ({"가": 1, "나": 2}, {"나": 2, "가": 1}, False),
        ({"가": (1,)}, {"가": (1,)}, True),
        (object(), object(), False),
        (b"x", "x", False),
    ],
)
def test_alike_is_more_than_equal(one: object, other: object, are: bool) -> None:
    assert alike(one, other) is are
