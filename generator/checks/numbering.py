"""Numbers that count out a list: none is missing, none comes twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.checks.reading.matrix import Matrix, is_total
from generator.checks.reading.statement import Kind, Statement
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Severity, Span
from generator.document import cell_text
from generator.notation.number import fold_width
from generator.notation.particle import with_particle

_HEADS = re.compile(r"연번|순번|번호|순|No\.?|연\s?번", re.IGNORECASE)
_CIRCLED = {character: number for number, character in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", start=1)}
_LETTERS = "가나다라마바사아자차카타파하"
_FORMS = (
    ("①", re.compile(r"(?P<mark>[①-⑳])")),
    ("1.", re.compile(r"(?P<mark>\d{1,2})\.\s(?!\d)")),
    ("1)", re.compile(r"(?P<mark>\d{1,2})\)\s?(?!\d)")),
    ("(1)", re.compile(r"\((?P<mark>\d{1,2})\)\s?(?!\d)")),
    ("가.", re.compile(rf"(?P<mark>[{_LETTERS}])\.\s")),
)


@dataclass(frozen=True, slots=True)
class _Number:
    form: str
    value: int
    shown: str
    at: Span


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    for placed in subject.tables:
        yield from _table(placed.matrix)
    for siblings in _siblings(subject.statements):
        numbers = [_read(statement) for statement in siblings]
        for form in {number.form for number in numbers if number}:
            yield from _sequence([n for n in numbers if n and n.form == form])


def _table(found: Matrix) -> Iterator[Agreement | Trouble]:
    """The column 연번, and circled numbers or `1.` that open the names of rows."""
    for column, path in enumerate(found.heads):
        cells = [
            row[column]
            for index, row in enumerate(found.laid)
            if row[column] is not None and found.is_leading(index, column)
        ]
        texts = [(fold_width(cell_text(cell)).strip(), cell.at) for cell in cells if cell is not None]
        if path and _HEADS.fullmatch("".join(path[-1].split())):
            numbers = [_Number("연번", int(t), t, at) for t, at in texts if t.isdecimal() and at]
            if all(t.isdecimal() or not t or is_total(t) for t, _ in texts):
                yield from _sequence(numbers)
            continue
        for form, shape in _FORMS:
            marked = [(shape.match(text), at) for text, at in texts]
            numbers = [_Number(form, _value(m["mark"]), m["mark"], at) for m, at in marked if m and at]
            yield from _sequence(numbers)


def _siblings(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Lines of one level under one line of one text."""
    groups: dict[tuple[int, int, str, int], list[Statement]] = {}
    for statement in statements:
        if statement.row is None and statement.kind in (Kind.ITEM, Kind.TEXT, Kind.TOPIC):
            parent = id(statement.parent) if statement.parent else 0
            key = id(statement.scalar), parent, statement.heading, statement.level
            groups.setdefault(key, []).append(statement)
    yield from (group for group in groups.values() if len(group) > 1)


def _read(statement: Statement) -> _Number | None:
    text = fold_width(statement.text)
    for form, shape in _FORMS:
        if found := shape.match(text):
            return _Number(form, _value(found["mark"]), found["mark"], statement.locate(0, found.end()))
    return None


def _value(mark: str) -> int:
    return _CIRCLED.get(mark) or (int(mark) if mark.isdecimal() else _LETTERS.index(mark) + 1)


def _sequence(numbers: Sequence[_Number]) -> Iterator[Agreement | Trouble]:
    """Each number is one more than the one before it, or begins a new list with 1."""
    if len(numbers) < 2:
        return
    for before, number in pairwise(numbers):
        if number.value in (before.value + 1, 1) and not (number.value == before.value == 1):
            yield Agreement(number.at)
            continue
        if number.value == before.value:
            message = f"번호 {with_particle(number.shown, '이/가', quote=True)} 두 번 나옵니다."
        else:
            shown = with_particle(number.shown, "으로/로", quote=True)
            message = f"번호가 '{before.shown}' 다음에 {shown} 이어집니다."
        hint = "빠지거나 겹친 번호를 고치세요. 항목을 지운 것이면 뒤의 번호를 당겨 적습니다."
        yield Trouble(message, number.at, hint)


RULE = Rule(
    code="numbering",
    title="번호는 빠지거나 겹치지 않고 차례로 이어집니다.",
    reason="번호가 건너뛰면 빠진 항목이 있는지, 번호만 틀렸는지 알 수 없습니다.",
    source="「행정업무의 운영 및 혁신에 관한 규정 시행규칙」 제2조(항목의 표시)",
    group=Group.LISTS,
    severity=Severity.ERROR,
    report=_look,
    example="| 연번 | 사업명 |\n|---|---|\n| 1 | 상담 |\n| 3 | 교육 |",
    corrected="| 연번 | 사업명 |\n|---|---|\n| 1 | 상담 |\n| 2 | 교육 |",
)
