"""The texts of a report for notation rules, and findings about parts of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks.notation.reading.masking import DOT_MARK, MASK, mask
from generator.checks.reading.statement import Kind, Statement
from generator.checks.rule import Trouble
from generator.checks.subject import Passage, Subject, passages_of
from generator.diagnostics import Severity
from generator.library import REPORT_FILE
from generator.notation.particle import with_particle

_NO_LANGUAGE = frozenset({"id", "계산", "너비", "소수", "행 머리", "차례", "종류", "부서", "구성", "전화", "파일"})
"""Keys of fields that hold names for the machine, formulas and settings."""

_MOST_CONTEXT = 12
_WORD_BEFORE = re.compile(rf"[^\s|{MASK}{DOT_MARK}(),]+\Z")
_WORD_AFTER = re.compile(rf"[^\s|{MASK}{DOT_MARK}(),]*")

Correct = Callable[[re.Match[str]], "str | None"]


def is_wanted(subject: Subject) -> bool:
    """Tell whether the notation of a report is judged at all: a published original stays as it was printed."""
    report = subject.loaded.report
    return report is None or report.notation_check


def prose(subject: Subject) -> Iterator[Passage]:
    """Give the texts of a report that are printed as language, those of its cover included."""
    if not is_wanted(subject):
        return
    report = subject.loaded.report
    own = passages_of(report, (f"{subject.loaded.folder}/{REPORT_FILE}",)) if report is not None else ()
    for passage in (*own, *subject.passages):
        if passage.text.strip() and not _NO_LANGUAGE.intersection(passage.keys):
            yield passage


def misspellings(
    subject: Subject,
    shape: re.Pattern[str],
    correct: Correct,
    fact: str,
    rule: str,
    severity: Severity | None = None,
    shows_words: bool = True,
) -> Iterator[Trouble]:
    """Find what has a shape and should be spelled otherwise.

    `correct` gives the right spelling of a match, or of its group `core` where it has one; None where it is right as it
    is. `fact` is the message, with `{}` where the written words go; `rule` says after the correction why it is one,
    and stands alone without `shows_words`, where other rules may find something in the same words.
    """
    core = "core" if "core" in shape.groupindex else 0
    for passage in prose(subject):
        masked = mask(passage.text)
        for found in shape.finditer(masked):
            right = correct(found)
            if right is not None and right != found[core] and MASK not in found[core]:
                start, end = found.span(core)
                first, last = _words_around(masked, *found.span())
                shown = f"{masked[first:start]}{right}{masked[end:last]}"
                hint = f"{with_particle(shown, '으로/로', quote=True)} 적으세요. {rule}" if shows_words else rule
                yield trouble(passage, start, end, fact.format(masked[first:last]), hint, right, severity)


def _words_around(masked: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to whole words, up to the next blank, pipe or masked character, and not too far."""
    first = max(start - _MOST_CONTEXT, masked.rfind("\n", 0, start) + 1, 0)
    before = _WORD_BEFORE.search(masked, first, start)
    after = _WORD_AFTER.match(masked, end, min(len(masked), end + _MOST_CONTEXT))
    return before.start() if before else start, after.end() if after else end


def trouble(
    passage: Passage | Statement,
    start: int,
    end: int,
    message: str,
    hint: str,
    replacement: str | None = None,
    severity: Severity | None = None,
) -> Trouble:
    """Make a finding about `text[start:end]`. The replacement is dropped where the text stands otherwise in the file
    than it reads, because of a line end or an escape in between."""
    locate = passage.locate if isinstance(passage, Statement) else passage.scalar.locate
    at = locate(start, end)
    is_plain = at.line == at.end_line and at.end_column - at.column == end - start
    return Trouble(message, at, hint, replacement if is_plain else None, severity)


def lines(subject: Subject) -> Iterator[Statement]:
    """Give the marked lines and the running text of a report, each whole, and no cells of tables."""
    for statement in subject.statements if is_wanted(subject) else ():
        if statement.row is None and statement.kind in (Kind.ITEM, Kind.TEXT, Kind.NOTE):
            yield statement


def whole_texts(subject: Subject) -> Iterator[Statement]:
    """Give every line and every cell of a report once, with what it is continued by."""
    for statement in subject.statements if is_wanted(subject) else ():
        is_cell = statement.kind is Kind.CELL
        if is_cell or (statement.row is None and statement.kind is not Kind.ROW):
            yield statement
