"""인쇄본 in 보고서.yml: what may be asked for, what is said of anything else, and what is printed then."""

from __future__ import annotations

import json

import pytest

from generator.archive import Archive, check_library
from generator.carry import Carried, carry_file
from generator.diagnostics import Diagnostic
from generator.editions import BRIEF, EDITIONS, FURTHER, LARGE, STANDARD, find_edition
from generator.fields import read_model
from generator.kinds import KINDS
from generator.library import read_library
from generator.model import Report
from generator.press import Job
from generator.schema import render_schemas
from generator.site.jobs import jobs_of
from generator.source import read_yaml
from tests.outputs.example import report
from tests.test_revisions import SECTION
from tests.trees import archive_of

HEAD = "제목: 2030년 보고\n부서: sample\n종류: 추진실적\n구성: [추진실적]\n"


def read(value: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    tree, _ = read_yaml("보고서.yml", f"{HEAD}인쇄본: {value}\n".encode())
    assert tree is not None
    found, findings = read_model(Report, tree)
    return [name.text for name in found.editions] if found else [], findings


def archive(*lines: str) -> Archive:
    head = HEAD + "".join(f"{line}\n" for line in lines)
    return check_library(read_library(archive_of({"보고서.yml": head, "추진실적.yml": SECTION})))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("큰글자판", ["큰글자판"]),
        ("1장 요약", ["1장 요약"]),
        ("[1장요약, 큰 글자판]", ["1장요약", "큰 글자판"]),
        ("\n  - 큰글자판\n  - 1장 요약", ["큰글자판", "1장 요약"]),
    ],
)
def test_one_or_several_may_be_asked_for(value: str, names: list[str]) -> None:
    assert read(value) == (names, ())
    assert all(find_edition(name) for name in names)


@pytest.mark.parametrize(
    ("value", "message", "hint", "column"),
    [
        ("큰글자", "'큰글자'라는 인쇄본은 없습니다.", "큰글자판, 1장 요약", 6),
        ("[큰글자판, 점자판]", "'점자판'이라는 인쇄본은 없습니다.", "큰글자판, 1장 요약", 13),
        ("[큰글자판, 큰 글자판]", "'큰글자판'을 두 번 적었습니다.", "한 번만", 6),
        ('""', "값이 비어 있습니다.", "인쇄본", 6),
        ("{큰글자판: 예}", "글이 와야 할 자리", "작성 안내", 7),
    ],
)
def test_anything_else_is_told_where_it_stands(value: str, message: str, hint: str, column: int) -> None:
    names, (finding,) = read(value)
    assert not names
    assert message in finding.message and hint in finding.hint
    assert (finding.at.line, finding.at.column) == (5, column)


def test_editors_know_the_names() -> None:
    schema = json.loads(render_schemas()["report.schema.json"])
    one, several = schema["properties"]["인쇄본"]["anyOf"]
    assert one["enum"] == several["items"]["enum"] == [edition.name for edition in FURTHER]


def test_editions_are_told_apart() -> None:
    assert len({edition.file for edition in EDITIONS}) == len({edition.place_in("2030/a") for edition in EDITIONS}) == 3
    assert [edition.label for edition in EDITIONS] == ["PDF", "큰글자판 PDF", "1장 요약 PDF"]
    assert STANDARD.title_of("보고") == "보고" and LARGE.title_of("보고") == "보고 (큰글자판)"
    assert find_edition("") is None


def test_without_the_switch_there_is_the_standard_edition_alone() -> None:
    (job,) = jobs_of(archive())
    assert (job.name, job.edition, job.brief) == ("2030/sample", STANDARD, None)


def test_each_edition_is_a_job_of_its_own_and_the_standard_ones_come_first() -> None:
    (plain,), jobs = jobs_of(archive()), jobs_of(archive("인쇄본: [1장 요약, 큰글자판]"))
    assert [job.name for job in jobs] == ["2030/sample", "2030/sample/report-large.pdf", "2030/sample/brief.pdf"]
    assert [job.edition for job in jobs] == list(EDITIONS)
    assert len({job.key for job in jobs}) == 3
    assert jobs[2].brief is not None and jobs[2].brief.programme_count == 1
    # The switch itself stands in the report's source, which is attached; nothing else of the standard edition changes.
    assert jobs[0].document == plain.document and jobs[0].pictures == plain.pictures


def test_the_key_of_a_job_holds_its_edition() -> None:
    jobs = [Job("2030/sample", report(), edition=edition) for edition in EDITIONS]
    assert len({job.key for job in jobs}) == 3
    assert Job("2030/sample", report()).key == jobs[0].key
    brief = jobs_of(archive("인쇄본: 1장 요약"))[1].brief
    assert Job("2030/sample", report(), edition=BRIEF, brief=brief).key != jobs[2].key


def test_a_report_carried_into_a_new_year_keeps_its_editions() -> None:
    carried = Carried()
    head = f"{HEAD}인쇄본: 큰글자판\n".encode()
    carry_file("보고서.yml", head, 2030, 2031, KINDS["추진실적"], carried)
    assert "인쇄본: 큰글자판" in carried.files["보고서.yml"]
