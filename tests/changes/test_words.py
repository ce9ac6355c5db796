"""Word-level runs: what they mark, and that they lead back to both texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.changes.words import Run, RunKind, compare_words, is_changed, tokens
from tests.cases import Case, cases

MARKS = {RunKind.SAME: "{}", RunKind.DEL: "[-{}-]", RunKind.INS: "[+{}+]"}
PIECES = st.sampled_from(
    [
        "협동조합",
        "을",
        "이",
        " ",
        ", ",
        "1,250,000",
        "396",
        "명",
        "(",
        ")",
        "예산",
        "지원",
        "하고",
        "%",
        "\n",
        "·",
        "△",
        "AI",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40)


@pytest.mark.parametrize("case", cases("changes/words"))
def test_runs(case: Case) -> None:
    texts = {name: text.removesuffix("\n") for name, text in case.files.items()}
    shown = "".join(MARKS[run.kind].format(run.text) for run in compare_words(texts["old"], texts["new"]))
    assert shown == texts["expected"]


@given(TEXTS, TEXTS)
@example("", "가")
@example("가 나", "가\n나")
def test_runs_give_both_texts_back(old: str, new: str) -> None:
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.kind is not RunKind.INS) == old
    assert "".join(run.text for run in runs if run.kind is not RunKind.DEL) == new
    assert all(run.text for run in runs)
    assert all(one.kind is not other.kind for one, other in pairwise(runs))
    assert not any((a.kind, b.kind) == (RunKind.INS, RunKind.DEL) for a, b in pairwise(runs)), "struck out comes first"


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare_words(text, text) == ((Run(RunKind.SAME, text),) if text else ())
    assert not is_changed(compare_words(text, text))


@given(TEXTS)
def test_tokens_make_up_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_spaces_alone_are_no_change() -> None:
    assert not is_changed(compare_words("일자리 지원", "일자리  지원"))
    assert is_changed(compare_words("일자리 지원", "일자리 지원함"))


def test_a_long_text_is_compared_by_sentences() -> None:
    sentences = [f"{number}번째 문장은 사업을 설명합니다." for number in range(400)]
    changed = [*sentences[:200], "이 문장은 새로 넣었습니다.", *sentences[200:]]
    runs = compare_words(" ".join(sentences), " ".join(changed))
    put = "".join(run.text for run in runs if run.kind is RunKind.INS)
    assert put.strip() == "이 문장은 새로 넣었습니다."
    assert not [run for run in runs if run.kind is RunKind.DEL]
