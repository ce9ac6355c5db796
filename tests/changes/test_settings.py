"""Settings in two versions: every entry that changed is told once, nothing else is."""

from __future__ import annotations

import pytest

from generator.changes.settings import compare_settings
from generator.changes.wording import change_sentence
from generator.source import read_tolerantly
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("changes/settings"))
def test_changes(case: Case) -> None:
    old, new = (read_tolerantly("organization.yml", case.files[side].encode()).tree for side in ("old", "new"))
    sentences = [f"({change.kind}) {change_sentence(change)}" for change in compare_settings(old, new, "기관 설정")]
    assert sentences == [line for line in case.files["expected"].split("\n") if line]


def test_a_file_that_is_new_is_told_by_its_entries() -> None:
    new = read_tolerantly("programs.yml", "사업 목록: [a]".encode()).tree
    assert [change_sentence(change) for change in compare_settings(None, new)] == ["‘사업 목록’에 ‘a’를 추가했습니다."]
    assert list(compare_settings(None, new, leaving=("사업 목록",))) == []
