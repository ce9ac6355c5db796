"""Prose: each case shows a text, the findings in it, and the structure that it is read as."""

from __future__ import annotations

import pytest

from generator.markup import Footnotes, Marks, read_prose
from tests.cases import Case, cases, mismatches
from tests.markup.drawing import draw
from tests.markup.texts import FileText


@pytest.mark.parametrize("case", cases("markup"))
def test_prose_is_read_as_drawn(case: Case) -> None:
    text, drawing = case.blocks
    scope = Footnotes().scope()
    prose, found = read_prose(FileText(text.text), Marks(), scope, caption="제목")
    assert draw(prose) == drawing.text
    assert mismatches(case, (*found, *scope.findings())) == []
