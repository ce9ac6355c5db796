"""Showing findings: text with carets, workflow commands, plain data."""

from __future__ import annotations

import dataclasses
import json

import pytest

from generator.diagnostics import (
    Diagnostic,
    Related,
    Severity,
    Span,
    display_width,
    has_errors,
    render_github,
    render_text,
    to_json,
)
from tests.cases import mismatches, read_cases

FINDING = Diagnostic(
    "table-sum",
    Severity.ERROR,
    "'계'가 맞지 않습니다: 차이 20",
    Span("2022/jobs/현황.yml", 2, 5, 2, 10),
    "수를 확인하세요.",
    (Related(Span("2022/jobs/현황.yml", 1, 1, 1, 3), "단위는 여기"),),
)
LINES = ("단위: 천원", "계:  1,200 (시)")


def excerpt(line: str, column: int, end_column: int, end_line: int = 1) -> list[str]:
    item = Diagnostic("code", Severity.ERROR, "글", Span("가.yml", 1, column, end_line, end_column))
    return render_text(item, lambda path: (line,)).split("\n")[1:]


def under(shown: list[str]) -> str:
    """Cut out of the shown line what the carets stand under, cell by cell."""
    line, carets = shown
    start, end = carets.index("^"), carets.rindex("^") + 1
    return "".join(c for i, c in enumerate(line) if start <= display_width(line[:i]) < end and display_width(c))


def test_text() -> None:
    assert render_text(FINDING, lambda path: LINES, root="content/").split("\n") == [
        "content/2022/jobs/현황.yml:2:5: 오류[table-sum] '계'가 맞지 않습니다: 차이 20",
        "    2 | 계:  1,200 (시)",
        "      |      ^^^^^",
        "  참고: content/2022/jobs/현황.yml:1:1: 단위는 여기",
        "  도움말: 수를 확인하세요.",
    ]


@pytest.mark.parametrize("lines", [(), ("한 줄",), ("", "  ")])
def test_a_place_without_a_line_is_shown_without_excerpt(lines: tuple[str, ...]) -> None:
    shown = render_text(FINDING, lambda path: lines).split("\n")
    assert [line.split(":")[0] for line in shown] == ["2022/jobs/현황.yml", "  참고", "  도움말"]


@pytest.mark.parametrize(
    ("line", "column", "end_column", "expected"),
    [
        ("예산액: 728,991", 6, 13, "728,991"),
        ("예산액: 일자리", 6, 9, "일자리"),
        ("\t예산액: 값", 7, 8, "값"),
        ("😀 e\u0301: 값", 7, 8, "값"),
        ("값", 2, 2, ""),
        ("값", 1, 1, ""),
    ],
)
def test_carets_stand_under_the_very_characters(line: str, column: int, end_column: int, expected: str) -> None:
    shown = excerpt(line, column, end_column)
    if expected:
        assert under(shown) == expected
    else:
        assert shown[1].count("^") == 1
        assert shown[1].index("^") == len("    1 | ") + display_width(line[: column - 1])


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert under(excerpt("목적: 일자리  ", 5, 3, end_line=4)) == "일자리"


def test_a_terminal_gets_no_commands() -> None:
    shown = excerpt("가\x1b[2J\u202e\u200b값", 8, 9)
    assert "".join(shown).isprintable()
    assert under(shown) == "값"


@pytest.mark.parametrize(("column", "end_column"), [(1, 4), (150, 153), (298, 301), (100, 250)])
def test_a_long_line_is_cut_around_the_place(column: int, end_column: int) -> None:
    line = "".join(chr(ord("가") + number) for number in range(300))
    shown = excerpt(line, column, end_column)
    assert max(display_width(row) for row in shown) <= 108
    assert under(shown).rstrip("…") in line[column - 1 : end_column - 1]
    assert under(shown)[0] == line[column - 1]


def test_github() -> None:
    item = dataclasses.replace(FINDING, message="50%\n차이", hint="")
    assert render_github(item, root="content/") == (
        "::error file=content/2022/jobs/현황.yml,line=2,col=5,endLine=2,title=오류[table-sum]::50%25%0A차이"
    )
    item = dataclasses.replace(FINDING, severity=Severity.NOTE, at=Span("가,나:다.yml"))
    assert render_github(item).startswith("::notice file=가%2C나%3A다.yml,line=1,")
    assert render_github(item).endswith("차이 20%0A수를 확인하세요.")
    assert render_github(dataclasses.replace(FINDING, severity=Severity.WARNING)).startswith("::warning ")


def test_json() -> None:
    data = to_json(FINDING)
    assert json.loads(json.dumps(data)) == data
    assert data["severity"] == "error"
    assert data["at"] == {"path": "2022/jobs/현황.yml", "line": 2, "column": 5, "end_line": 2, "end_column": 10}
    assert data["related"] == [
        {
            "at": {"path": "2022/jobs/현황.yml", "line": 1, "column": 1, "end_line": 1, "end_column": 3},
            "message": "단위는 여기",
        }
    ]


def test_only_errors_forbid_publishing() -> None:
    warning = dataclasses.replace(FINDING, severity=Severity.WARNING)
    note = dataclasses.replace(FINDING, severity=Severity.NOTE)
    assert has_errors([note, FINDING])
    assert not has_errors([warning, note])
    assert not has_errors([])


def test_display_width() -> None:
    assert display_width("가a○") == 4
    assert display_width("e\u0301\u200b") == 1


CASE = """\
## A case

```yaml 가.yml
하나: 1  # 오류: 3 [code] "차이"
⇥둘  # 주의: [other] # 오류: [code]
```
"""


def test_the_case_reader_takes_expectations_out_and_holds_findings_against_them() -> None:
    (case,) = read_cases(CASE, "place")
    assert case.files == {"가.yml": "하나: 1\n\t둘\n"}
    error, warning = Severity.ERROR, Severity.WARNING
    agreed = [
        Diagnostic("code", error, "차이 20", Span("가.yml", 1, 3, 1, 4)),
        Diagnostic("other", warning, "글", Span("가.yml", 2, 9, 2, 9)),
        Diagnostic("code", error, "글", Span("가.yml", 2, 1, 2, 2)),
    ]
    assert mismatches(case, agreed) == []
    assert mismatches(case, agreed[1:]) == ['missing: 가.yml:1:3 오류 [code] "차이"']
    assert mismatches(case, [*agreed, agreed[0]]) == ['unexpected: 가.yml:1:3 오류 [code] "차이 20"']
    for change in ({"message": "글"}, {"severity": warning}, {"code": "x"}, {"at": Span("가.yml", 1, 4, 1, 5)}):
        assert len(mismatches(case, [dataclasses.replace(agreed[0], **change), *agreed[1:]])) == 2
