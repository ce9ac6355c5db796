"""Marking words inside a line of text."""

from __future__ import annotations

import pytest

from generator.diagnostics import Span
from generator.document import Break, Inlines, Link, NoteRef, Strong, Text, plain
from generator.outputs.web.annotation import Annotation, Mark
from generator.outputs.web.marking import find_words, mark_stretch

ONE = Annotation("one", Span(""), "정오", "erratum", None)
TWO = Annotation("two", Span(""), "오류", "error", None)
NOTE = NoteRef("n", 1, ())


def drawn(inlines: Inlines) -> str:
    """Write a line so that its shape shows: [marked], *strong*, <linked>, ^ for a footnote call."""
    shapes = {Strong: "*{}*", Link: "<{}>", Mark: "[{}]"}
    pieces = []
    for node in inlines:
        match node:
            case Strong(children) | Link(children=children):
                pieces.append(shapes[type(node)].format(drawn(children)))
            case NoteRef():
                pieces.append("^")
            case _:
                pieces.append(plain((node,)))
    return "".join(pieces)


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        ((Text("가나다"),), "나", "가[나]다"),
        ((Text("가나다"),), "가나다", "[가나다]"),
        ((Text("가 "), Strong((Text("나다"),)), Text(" 라")), "나", "가 [*나*]*다* 라"),
        ((Text("가 "), Strong((Text("나다"),)), Text(" 라")), "가 나", "[가 *나*]*다* 라"),
        ((Text("가 "), Link("https://a", (Text("나다"),))), "나", "가 [나]<다>"),
        ((Link("https://a", (Strong((Text("나다"),)),)),), "다", "<*나*>[*다*]"),
        ((Strong((Link("https://a", (Text("나"),)),)),), "나", "[*나*]"),
        ((Text("가"), NOTE, Text("나"), NOTE, Text("다")), "나", "가^[나]^다"),
        ((Text("가"), NOTE, Text("나"), NOTE, Text("다")), "가나다", "[가나다]^^"),
        ((Text("가"), Break(), Text("나")), "가 나", "[가 나]"),
        ((Text("가나"),), "없음", "가나[]"),
        ((), "가", "[]"),
    ],
)
def test_a_mark_stands_around_the_words_and_changes_no_text(line: Inlines, words: str, marked: str) -> None:
    made = mark_stretch(line, find_words(plain(line), words), ONE)
    assert drawn(made) == marked
    assert plain(made) == plain(line)


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("가", "다", "[가]나[다]"),
        ("나", "나", "가[나][]다"),
        ("나", "가나다", "가[나][]다"),
        ("가나", "나다", "[가나][]다"),
        ("나다", "가나", "[가][나다]"),
        ("가나다", "나", "[가나다][]"),
    ],
)
def test_marks_never_stand_in_each_other(first: str, second: str, marked: str) -> None:
    line: Inlines = (Text("가나다"),)
    once = mark_stretch(line, find_words("가나다", first), ONE)
    assert drawn(mark_stretch(once, find_words("가나다", second), TWO)) == marked


@pytest.mark.parametrize(
    ("text", "words", "before", "found"),
    [
        ("3(수), 5(수)", "(수)", "", (1, 4)),
        ("3(수), 5(수)", "(수)", "3(수), 5", (7, 10)),
        ("3(수)", "(수)", "(수) (수) ", (1, 4)),
        ("2030. 5. 1.", "2030.5.1.", "", (0, 11)),
        ("20305", "2030 5", "", (0, 5)),
        ("가.나", "가나", "", None),
        ("가나", "  ", "", None),
        ("가나", "", "", None),
    ],
)
def test_words_are_found_by_their_order_and_without_their_spaces(
    text: str, words: str, before: str, found: tuple[int, int] | None
) -> None:
    assert find_words(text, words, before) == found
