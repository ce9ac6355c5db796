"""check --fix: what it writes, what it keeps, and what it leaves alone."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from generator.archive import check_library
from generator.checks.notation import NOTATION_RULES
from generator.checks.reading.table_place import tables_of
from generator.compose import compose_library
from generator.diagnostics import Span
from generator.file_tree import FolderTree
from generator.fixing import correct, rewrite
from generator.library import read_library
from generator.notation.number import fold_width
from generator.source import Edit
from tests.trees import REPORT, MemoryTree, archive_of

ROOT = Path(__file__).resolve().parents[1]
SECTION = "2030/sample/일반현황.yml"


def tree_of(section: str | bytes) -> MemoryTree:
    return archive_of({"보고서.yml": REPORT, "일반현황.yml": section})


def fixed(section: str) -> str:
    return correct(tree_of(section)).files.get(SECTION, section.encode()).decode()


def test_comments_and_layout_stay() -> None:
    before = "# 머리말\n제목:   사례   # 메모 : 그대로\n내용: |  # 메모\n\n    ○ 대상 : 만18세\n\n# 끝 ~ 말\n"
    assert fixed(before) == before.replace("대상 : 만18세", "대상: 만 18세")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark_stay(end: str) -> None:
    before = f"\ufeff제목: 사례{end}내용: |{end}  ○ 대상: 총30명{end}  ○ 기간: 연중{end}"
    assert fixed(before) == before.replace("총30명", "총 30명")


def test_lines_that_are_right_keep_their_bytes() -> None:
    apart = unicodedata.normalize("NFD", "  ○ 기간: 연중\n")
    after = fixed(f"제목: 사례\n내용: |\n{apart}  ○ 대상: 총30명\n")
    assert after == f"제목: 사례\n내용: |\n{apart}  ○ 대상: 총 30명\n"


def test_every_style_of_scalar() -> None:
    before = "제목: '사례 ''가'' 총30명'\n본문:\n  \"현황 총30명\": \"○ 대상: 총30명\\t\"\n"
    before += "  목록: >-\n    총30명을\n    지원\n"
    assert fixed(before) == before.replace("총30명", "총 30명")


def test_what_would_spoil_the_file_is_left() -> None:
    before = "제목: 사례\n내용: ○ 대상:관내 기업 총30명\n"
    assert fixed(before) == before.replace("총30명", "총 30명")
    assert "colon-space" in {f.code for f in check_library(read_library(tree_of(before))).findings}


def test_an_excused_line_is_left() -> None:
    before = (
        "제목: 사례\n내용: |\n  ○ 대상: 총30명  # 검사 제외: numeral-determiner, 원문에 이렇게 실림\n  ○ 인원: 총40명\n"
    )
    assert fixed(before) == before.replace("총40명", "총 40명")


def test_names_titles_and_addresses_are_left() -> None:
    before = (
        "제목: 사례\n내용: |\n  ○ 「가ㆍ나 총30명 법」, ‘다 : 라 ~ 마’ 사업 (https://example.org/a~b:1)\n"
        "  ○ 파일: 총30명.hwp, a@b.kr\n  | 가 | 나 |\n  |:--|--:|\n  | 다 | 1 |\n"
    )
    assert fixed(before) == before


def test_only_wanted_files_are_corrected() -> None:
    tree = tree_of("제목: 사례\n내용: 총30명\n")
    assert not correct(tree, lambda path: path.startswith("2031/")).files
    assert list(correct(tree, lambda path: path.startswith("2030/")).files) == [SECTION]


def test_corrections_name_the_lines() -> None:
    (line,) = correct(tree_of("제목: 사례\n내용: |\n  ○ 대상 : 총30명\n")).corrections
    assert (line.path, line.line, line.before, line.after) == (SECTION, 3, "○ 대상 : 총30명", "○ 대상: 총 30명")


def test_another_encoding_is_not_rewritten() -> None:
    assert rewrite("제목: 가".encode("cp949"), [Edit(Span("a", 1, 1, 1, 2), "다")]) is None


def test_examples_of_rules_are_put_right_once_and_for_all() -> None:
    body = "\n".join(f"  {line}" for rule in NOTATION_RULES for line in ("", *rule.example.split("\n")))
    tree = tree_of(f"제목: 사례\n내용: |\n{body}\n")
    once = correct(tree)
    assert once.files
    assert not correct(tree_of(once.files[SECTION])).files


class _Trial(FolderTree):
    """The published reports, as if they were to be judged."""

    def read(self, path: str) -> bytes | None:
        data = super().read(path)
        return data.replace("표기 검사: 하지 않음\n".encode(), b"") if data is not None else None


class _After(_Trial):
    files: dict[str, bytes]

    def read(self, path: str) -> bytes | None:
        return self.files.get(path) or super().read(path)


def _figures(tree: FolderTree) -> list[tuple[Decimal | None, ...]]:
    reports = compose_library(read_library(tree))
    return [
        tuple(cell.value for row in placed.table.body for cell in row.cells)
        for report in reports
        for placed in tables_of(report.document.parts)
    ]


def test_published_reports_keep_their_figures_and_words() -> None:
    before = _Trial(ROOT / "content")
    done = correct(before)
    after = _After(ROOT / "content")
    after.files = dict(done.files)
    assert len(done.corrections) > 100
    assert _figures(before) == _figures(after)
    for line in done.corrections:
        assert _numbers(line.before) == _numbers(line.after), line
        if not re.search("컨텐츠|트랜드", line.before):
            assert re.sub("[^가-힣]", "", line.before) == re.sub("[^가-힣]", "", line.after), line
    assert not correct(after).files


def test_published_reports_are_left_as_they_are() -> None:
    tree = FolderTree(ROOT / "content")
    assert not correct(tree).files
    codes = {rule.code for rule in NOTATION_RULES}
    assert not [f for f in check_library(read_library(tree)).findings if f.code in codes]


def _numbers(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", fold_width(text))]
