"""Comments that excuse a finding: what they silence, and what is wrong with them."""

from __future__ import annotations

from generator.archive import Archive, check_library
from generator.library import read_library
from tests.trees import archive_of

TABLE = """\
제목: 사례
내용: |
  | 구분 | 계획 | 실적 |
  |---|---:|---:|
  | 계 | 10 | 9 |{comment}
  | 가 | 4 | 3 |
  | 나 | 5 | 6 |
"""


def checked(section: str) -> Archive:
    return check_library(read_library(archive_of({"일반현황.yml": section})))


def test_a_comment_with_a_reason_silences_its_line() -> None:
    archive = checked(TABLE.format(comment="  # 검사 제외: table-sum, 원문에 이렇게 실렸습니다."))
    assert archive.findings == ()
    (silenced,) = archive.silenced
    assert silenced.finding.diagnostic.code == "table-sum"
    assert silenced.exclusion.reason == "원문에 이렇게 실렸습니다."
    assert silenced.finding.relation is not None and silenced.finding.relation.difference == 1


def test_silenced_findings_stay_counted() -> None:
    archive = checked(TABLE.format(comment="  # 검사 제외: table-sum, 원문 그대로"))
    key = ("2030/sample", "table-sum")
    assert (archive.checked.held[key], archive.checked.broken[key]) == (1, 1)


def test_another_line_and_another_code_are_not_silenced() -> None:
    elsewhere = TABLE.format(comment="").replace("| 3 |", "| 3 |  # 검사 제외: table-sum, 까닭")
    assert sorted(f.code for f in checked(elsewhere).findings) == ["exclusion-unused", "table-sum"]
    other = checked(TABLE.format(comment="  # 검사 제외: weekday, 까닭"))
    assert sorted(f.code for f in other.findings) == ["exclusion-unused", "table-sum"]


def test_a_comment_without_a_reason_is_an_error() -> None:
    for comment in ("  # 검사 제외: table-sum", "  # 검사 제외: table-sum,", "  # 검사 제외: table-sum, "):
        (finding,) = checked(TABLE.format(comment=comment)).findings
        assert (finding.code, finding.severity.name) == ("exclusion-reason", "ERROR")
        assert finding.at.line == 5
        assert finding.at.column == TABLE.split("\n")[4].index("{") + 3


def test_an_unknown_code_is_an_error_with_the_nearest_one() -> None:
    archive = checked(TABLE.format(comment="  # 검사 제외: table-sun, 까닭"))
    unknown = next(f for f in archive.findings if f.code == "exclusion-unknown")
    assert "table-sum" in unknown.hint
    assert any(f.code == "table-sum" for f in archive.findings)


def test_what_cannot_be_read_is_not_silenced() -> None:
    section = "제목: 사례\n본뭄: 가  # 검사 제외: unknown-key, 까닭\n"
    assert {f.code for f in checked(section).findings} >= {"unknown-key", "exclusion-unknown"}


def test_a_line_may_have_several_exclusions() -> None:
    row = "| 계 | 10 | 9 |  # 검사 제외: table-sum, 원문 그대로 # 검사 제외: weekday, 까닭"
    archive = checked(TABLE.format(comment="").replace("| 계 | 10 | 9 |", row))
    (finding,) = archive.findings
    assert (finding.code, len(archive.silenced)) == ("exclusion-unused", 1)
    line = TABLE.format(comment="").replace("| 계 | 10 | 9 |", row).split("\n")[4]
    assert line[finding.at.column - 1 :] == "검사 제외: weekday, 까닭"


def test_other_comments_are_left_alone() -> None:
    archive = checked(TABLE.format(comment="").replace("제목: 사례", "제목: 사례  # 검사를 제외하고 보기"))
    assert [f.code for f in archive.findings] == ["table-sum"]
