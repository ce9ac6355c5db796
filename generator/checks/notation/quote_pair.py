"""Quotation marks open with ‘ or “ and close with ’ or ”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.notation.reading.masking import MASK
from generator.checks.notation.reading.nesting import Lone, lone_marks
from generator.checks.notation.reading.prose import trouble, whole_texts
from generator.checks.reading.statement import Statement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.particle import with_particle

_PAIRS = {"‘": "’", "“": "”"}
_CLOSING = {"’": "‘", "”": "“"}
# A year without its century and a letter left out in English are no quotation: ’22, ‘22, It’s. Where a text can be
# read in several ways, the one in which most marks have their partner is meant.
_ENGLISH = r"(?<=[A-Za-z])’(?=[A-Za-z])|(?<=s)’(?=\s)"
_YEARS = tuple(rf"{mark}(?={blank}\d\d(?!\d))" for blank in ("", r"\s?") for mark in ("’", "[‘’]"))
_READINGS = tuple(re.compile("|".join((_ENGLISH, *year))) for year in ((), *((year,) for year in _YEARS)))
# The same mark on both sides, as editors put it where a word follows without a space.
_SAME = re.compile(r"(?P<mark>[‘’“”])(?P<inner>[^‘’“”]{1,40})(?P=mark)")
_MOST = 60


def _look(subject: Subject) -> Iterator[Trouble]:
    for statement in whole_texts(subject):
        if straight := _straight(statement):
            yield straight
        if not any(mark in statement.text for mark in "‘’“”"):
            continue
        readings = [reading.sub(MASK, statement.text) for reading in _READINGS]
        text = min(readings, key=lambda text: len(lone_marks(text, _PAIRS)))
        lone = lone_marks(text, _PAIRS)
        same = _same_pair(text, lone)
        if same is not None:
            yield _both(statement, *same.span(), f"{_opening(same['mark'])}{same['inner']}{_closing(same['mark'])}")
        else:
            yield from (_trouble(statement, item) for item in lone)


def _straight(statement: Statement) -> Trouble | None:
    """A lone ' or " of the keyboard before a word; one that stands before a year or behind a figure is no quotation."""
    for mark in "'\"":
        found = re.search(rf"(?:^|(?<=[\s(\[,])){mark}(?=[가-힣A-Za-z])", statement.text)
        if found and statement.text.count(mark) == 1:
            message = f"{mark} 뒤에 닫는 따옴표가 없습니다."
            hint = f"이름이 끝나는 자리에 {mark}를 적거나, 남는 {mark}를 지우세요."
            return trouble(statement, *found.span(), message, hint)
    return None


def _same_pair(text: str, lone: tuple[Lone, ...]) -> re.Match[str] | None:
    places = {item.position for item in lone}
    return next((s for s in _SAME.finditer(text) if {s.start(), s.end() - 1} <= places), None)


def _trouble(statement: Statement, lone: Lone) -> Trouble:
    if lone.reversed_end is not None and lone.reversed_end - lone.position <= _MOST:
        inner = statement.text[lone.position + 1 : lone.reversed_end]
        return _both(statement, lone.position, lone.reversed_end + 1, f"{_CLOSING[lone.mark]}{inner}{lone.mark}")
    partner = _PAIRS[lone.mark] if lone.opens else _CLOSING[lone.mark]
    state = "닫는" if lone.opens else "여는"
    message = f"{lone.mark}와 짝이 되는 {state} 따옴표 {partner}가 없습니다."
    hint = f"빠진 자리에 {partner}를 적거나, 남는 {lone.mark}를 지우세요."
    return trouble(statement, lone.position, lone.position + 1, message, hint)


def _both(statement: Statement, start: int, end: int, right: str) -> Trouble:
    message = f"여는 따옴표와 닫는 따옴표가 맞지 않습니다: {statement.text[start:end]}"
    return trouble(statement, start, end, message, f"{with_particle(right, '으로/로')} 적으세요.", right)


def _opening(mark: str) -> str:
    return _CLOSING.get(mark, mark)


def _closing(mark: str) -> str:
    return _PAIRS.get(mark, mark)


RULE = Rule(
    code="quote-pair",
    title="따옴표는 여는 것과 닫는 것을 짝지어 적습니다.",
    reason="따옴표가 뒤바뀌거나 빠지면 이름이 어디에서 끝나는지 알 수 없습니다.",
    source="한글 맞춤법 부록 문장 부호 큰따옴표, 작은따옴표",
    group=Group.NOTATION,
    severity=Severity.WARNING,
    report=_look,
    example="○ ’청년 드림팀‘ 운영",
    corrected="○ ‘청년 드림팀’ 운영",
)
