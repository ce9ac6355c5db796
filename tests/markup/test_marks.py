"""Marks are data: another office's levels, remarks and look-alikes."""

from __future__ import annotations

import pytest

from generator.markup import BY_CONTEXT, Footnotes, Marks, read_prose
from generator.markup.marks import Mark
from tests.markup.drawing import draw
from tests.markup.texts import FileText


def _draw(text: str, marks: Marks) -> str:
    return draw(read_prose(FileText(text), marks, Footnotes().scope())[0])


def test_levels_of_another_office() -> None:
    marks = Marks(levels=("❏", "❍", "▸", "-", "*"))
    text = "❏ 제목\n❍ 하나\n▸둘\n- 셋\n* 넷\n□ 글\n· 글"
    assert _draw(text, marks) == "□ 제목\n  ❍ 하나\n    ▸ 둘\n      - 셋\n        * 넷 □ 글 · 글\n"


def test_a_level_mark_is_no_look_alike() -> None:
    marks = Marks(levels=("■", "●", "•"))
    prose, findings = read_prose(FileText("■ 제목\n● 하나\n• 둘"), marks, Footnotes().scope())
    assert draw(prose) == "□ 제목\n  ● 하나\n    • 둘\n"
    assert findings == ()


def test_look_alikes_of_a_mark_that_is_not_used_are_text() -> None:
    assert Marks(levels=("1", "가")).read("● 글") is None
    assert Marks().read("● 글") == Mark("●", 2, 1)


def test_own_look_alikes() -> None:
    marks = Marks(alike={"▶": "○", "◆": BY_CONTEXT})
    assert marks.read("▶글") == Mark("▶", 1, 1)
    assert marks.read("◆ 글") == Mark("◆", 2, None)
    assert marks.read("● 글") is None


def test_own_remarks() -> None:
    marks = Marks(note=("☞",))
    assert _draw("○ 가\n☞나\n※ 다", marks) == "○ 가\n  ☞ 나 ※ 다\n"


@pytest.mark.parametrize(
    "line", ["", "-", "○", "--", "○○동", "-5", "- 4 -", "*가", "o형", "ㅇㅇ", "ž창업", "△1", "① 가"]
)
def test_text(line: str) -> None:
    assert Marks().read(line) is None


@pytest.mark.parametrize(
    ("line", "level"),
    [("□가", 0), ("○　가", 1), ("-가", 2), ("- 5", 2), ("-5층", 2), ("·가", 3), ("ㅇ 가", 1), ("– 가", 2)],
)
def test_levels(line: str, level: int) -> None:
    mark = Marks().read(line)
    assert mark is not None and mark.level == level
    assert line[mark.length :].strip() == line[mark.length :]
