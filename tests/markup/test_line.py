"""One line: titles and purposes have inline markup only."""

from __future__ import annotations

import pytest

from generator.markup import Footnotes, read_line
from tests.markup.drawing import draw_line
from tests.markup.texts import FileText


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("희망이 되는 **안정적** 일자리", "희망이 되는 ⟪안정적⟫ 일자리"),
        (
            "지역 내 좋은 일자리 발굴을\n  통해 연계하고,\n\n조성하고자 함",
            "지역 내 좋은 일자리 발굴을 통해 연계하고, 조성하고자 함",
        ),
        ("□ 제목 | 가 | [^1", "□ 제목 | 가 | [^1"),
        ("- 항목\r\n○ 항목", "- 항목 ○ 항목"),
        ("　앞뒤 빈칸\u00a0", "앞뒤 빈칸"),
        ("가운데\u00a0빈칸", "가운데\u00a0빈칸"),
        ("", ""),
        (" \n\n", ""),
    ],
)
def test_line(text: str, expected: str) -> None:
    inlines, findings = read_line(FileText(text), Footnotes().scope())
    assert draw_line(inlines) == expected
    assert findings == ()


def test_findings_stand_at_their_characters() -> None:
    _, (finding,) = read_line(FileText("가나\n  [다](javascript:라)"), Footnotes().scope())
    at = finding.at
    assert (at.line, at.column, at.end_line, at.end_column) == (2, 7, 2, 19)
