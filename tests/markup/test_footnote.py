"""Footnotes: labels belong to a scope, numbers to the report, and follow the order of the calls."""

from __future__ import annotations

from generator.document import Inlines, NoteRef, Text
from generator.markup import Footnotes, FootnoteScope, Marks, read_line, read_prose
from tests.markup.texts import FileText


def _define(scope: FootnoteScope, label: str, text: str, line: int = 1) -> tuple[str, ...]:
    at = FileText("\n" * line).locate(line, line)
    return tuple(finding.code for finding in scope.define(label, (Text(text),), at))


def _refs(inlines: Inlines) -> list[tuple[str, int, Inlines]]:
    return [(ref.id, ref.number, ref.content) for ref in inlines if isinstance(ref, NoteRef)]


def test_numbers_run_through_the_report_and_labels_do_not() -> None:
    report = Footnotes()
    first, second = report.scope(), report.scope()
    _define(first, "1", "가")
    _define(first, "2", "나")
    _define(second, "1", "다")
    called = [_refs(read_line(FileText(text), scope)[0]) for scope, text in ((first, "[^2] [^1]"), (second, "[^1]"))]
    assert called == [[("note-1", 1, (Text("나"),)), ("note-2", 2, (Text("가"),))], [("note-3", 3, (Text("다"),))]]


def test_a_label_called_again_keeps_its_number() -> None:
    report = Footnotes()
    scope = report.scope()
    _define(scope, "가", "글")
    inlines, _ = read_line(FileText("[^가] 그리고 [^가]"), scope)
    assert [number for _, number, _ in _refs(inlines)] == [1, 1]
    assert report.count == 1


def test_a_title_calls_a_note_that_was_defined_before() -> None:
    scope = Footnotes().scope()
    _define(scope, "1", "글")
    inlines, findings = read_line(FileText("라이브커머스[^1] 지원"), scope)
    assert len(_refs(inlines)) == 1
    assert findings == () == scope.findings()


def test_a_text_calls_a_note_defined_further_down_and_in_a_cell() -> None:
    scope = Footnotes().scope()
    text = "| 가[^1] | 나 |\n|---|---|\n| 1 | 2 |\n\n○ 다[^2]\n\n[^2]: 둘\n[^1]: 하나\n"
    _, findings = read_prose(FileText(text), Marks(), scope)
    assert findings == () == scope.findings()


def test_defining_the_same_note_again_is_no_finding_but_another_one_is() -> None:
    scope = Footnotes().scope()
    assert _define(scope, "1", "가", line=1) == ()
    assert _define(scope, "1", "가", line=1) == ()
    assert _define(scope, "1", "나", line=2) == ("footnote-duplicate",)


def test_an_uncalled_note_is_reported_where_it_stands() -> None:
    scope = Footnotes().scope()
    _define(scope, "1", "가", line=3)
    (finding,) = scope.findings()
    assert (finding.code, finding.at.line) == ("footnote-unused", 4)


def test_a_call_without_a_note_is_left_to_the_reader() -> None:
    scope = Footnotes().scope()
    assert scope.call("1", FileText("").locate(0, 0)) is None
    assert not scope.is_defined("1")
