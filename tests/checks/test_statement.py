"""Statements: lines joined, cells and rows, families, and exact places."""

from __future__ import annotations

import pytest

from generator.archive import check_library
from generator.checks.reading.statement import Kind, Statement, families, read_statements
from generator.checks.subject import passages_of
from generator.library import read_library
from generator.markup import Marks
from generator.source import source_lines
from tests.trees import MemoryTree, archive_of

TEXT = """\
제목: 사례
내용: |
  □ 개요
  ○ 기간: 3월부터
    11월까지
    - 대상: 4개 군(가평,
      양평)
  ○ 예산
  | 구분 | 금액 |
  |---|---|
  | 포장 | 100<br>(도 60, 군 40) |
  | ^ | ○ 북쪽<br>- 남쪽 |
"""


@pytest.fixture
def tree() -> MemoryTree:
    return archive_of({"일반현황.yml": TEXT})


@pytest.fixture
def statements(tree: MemoryTree) -> tuple[Statement, ...]:
    (report,) = read_library(tree).reports
    passages = passages_of(report.sections[0].section)
    return read_statements(((p.scalar, p.keys) for p in passages), Marks())


def texts(statements: tuple[Statement, ...], kind: Kind) -> list[str]:
    return [s.text for s in statements if s.kind is kind]


def test_lines_are_joined_and_marks_taken_off(statements: tuple[Statement, ...]) -> None:
    items = [s for s in statements if s.kind is Kind.ITEM and s.row is None]
    assert [(s.level, s.text) for s in items] == [
        (1, "기간: 3월부터 11월까지"),
        (2, "대상: 4개 군(가평, 양평)"),
        (1, "예산"),
    ]
    assert {s.heading for s in items} == {"개요"}


def test_cells_and_rows_are_read_whole_and_merges_left_out(statements: tuple[Statement, ...]) -> None:
    assert texts(statements, Kind.CELL) == ["구분", "금액", "포장", "100 (도 60, 군 40)", "○ 북쪽 - 남쪽"]
    assert texts(statements, Kind.ROW) == ["구분 금액", "포장 100 (도 60, 군 40)", "○ 북쪽 - 남쪽"]
    inside = [s for s in statements if s.kind is Kind.ITEM and s.row is not None]
    assert [(s.text, s.level, s.column) for s in inside] == [("북쪽", 1, 1), ("남쪽", 2, 1)]


def test_families_join_lines_with_those_under_them(statements: tuple[Statement, ...]) -> None:
    found = [(parent.text, [child.text for child in children]) for parent, children in families(statements)]
    assert found == [("기간: 3월부터 11월까지", ["대상: 4개 군(가평, 양평)"]), ("북쪽", ["남쪽"])]


def test_every_character_knows_its_place(tree: MemoryTree, statements: tuple[Statement, ...]) -> None:
    lines = source_lines(tree.read("2030/sample/일반현황.yml") or b"")
    for statement in statements:
        for place, character in enumerate(statement.text):
            at = statement.locate(place, place + 1)
            # The blanks that join two lines stand nowhere.
            assert character == " " or lines[at.line - 1][at.column - 1 : at.end_column - 1] == character


def test_a_place_over_two_lines_spans_them(statements: tuple[Statement, ...]) -> None:
    target = next(s for s in statements if s.text.startswith("대상"))
    at = target.locate(target.text.index("가평"), len(target.text))
    assert (at.line, at.end_line) == (6, 7)


def test_a_report_without_text_has_no_findings() -> None:
    archive = check_library(read_library(archive_of({"일반현황.yml": "제목: 사례\n"})))
    assert archive.findings == ()
