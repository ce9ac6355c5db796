"""Places: one facility has one address and one size in a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.checks.reading.figure import find_figures
from generator.checks.reading.organization import facilities
from generator.checks.reading.statement import Kind, Statement
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity, Span
from generator.notation.number import fold_width, format_number
from generator.source import Scalar

_ROAD = re.compile(
    r"(?P<road>[가-힣]+\d*(?:대로|로|길)(?:\s?\d+(?:번|가|나|다)?길)?)\s?(?P<number>\d+(?:-\d+)?)(?!\s?길)"
)
_ADDRESS_LABEL = re.compile(r"(?:위\s?치|소\s?재\s?지|주\s?소|장\s?소)\s*:")
_SIZE_LABEL = re.compile(r"(?:시설\s?규모|규\s?모|면\s?적|연\s?면\s?적|전용\s?면적|시설\s?면적)\s*:?")
_AREA = frozenset({"㎡", "m²", "m2", "m^2", "평"})
_HINT = "어느 쪽이 맞는지 확인해 한쪽을 고치세요. 서로 다른 곳이면 이름을 다르게 적으세요."


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    address: tuple[str, Span] | None
    areas: dict[Decimal, Span] = field(hash=False)
    size_at: Span | None


def _look(subject: Subject) -> Iterator[Agreement | Trouble]:
    known: dict[str, _Place] = {}
    for place in _facilities(subject):
        if (earlier := known.get(place.name)) is not None:
            yield from _compare(earlier, place)
        known.setdefault(place.name, place)
    for programme in subject.programmes:
        names = [name for name in known if name in _bare(programme.title)]
        if names:
            described = _described(programme.title, subject.statements_of(programme))
            yield from _compare(known[max(names, key=len)], described)


def _facilities(subject: Subject) -> Iterator[_Place]:
    states: dict[int, list[Statement]] = {}
    for statement in subject.statements:
        states.setdefault(id(statement.scalar), []).append(statement)
    for block in facilities(subject.loaded):
        for member in (member for members in block.groups.values() for member in members):
            address = _address(member.place) if member.place else None
            yield _Place(_bare(member.name.text), address, _areas(states.get(id(member.state), ())), member.state.at)


def _described(name: str, statements: Sequence[Statement]) -> _Place:
    addresses = [
        (_normal(found), s.locate(*found.span()))
        for s in statements
        if _is_line(s) and _ADDRESS_LABEL.match(fold_width(s.text))
        for found in [_ROAD.search(fold_width(s.text))]
        if found
    ]
    sizes = [s for s in statements if _is_line(s) and _SIZE_LABEL.match(fold_width(s.text))]
    areas = _areas(sizes)
    return _Place(name, addresses[0] if len(addresses) == 1 else None, areas, next(iter(areas.values()), None))


def _compare(known: _Place, other: _Place) -> Iterator[Agreement | Trouble]:
    if known.address and other.address:
        if known.address[0] == other.address[0]:
            yield Agreement(other.address[1])
        else:
            message = f"'{known.name}'의 주소가 다릅니다: '{other.address[0]}', 다른 곳에는 '{known.address[0]}'"
            yield Trouble(
                message, other.address[1], _HINT, related=(Related(known.address[1], "다르게 적힌 곳입니다."),)
            )
    if known.areas and other.areas and other.size_at:
        if known.areas.keys() & other.areas.keys():
            yield Agreement(other.size_at)
        else:
            shown, there = _shown(other.areas), _shown(known.areas)
            message = f"'{known.name}'의 면적이 다릅니다: {shown}, 다른 곳에는 {there}"
            related = Related(next(iter(known.areas.values())), "다르게 적힌 곳입니다.")
            yield Trouble(message, other.size_at, _HINT, related=(related,))


def _is_line(statement: Statement) -> bool:
    return statement.kind in (Kind.ITEM, Kind.TEXT) and statement.row is None


def _areas(statements: Sequence[Statement]) -> dict[Decimal, Span]:
    found: dict[Decimal, Span] = {}
    for statement in statements:
        if statement.kind in (Kind.ITEM, Kind.TEXT):
            for figure in find_figures(statement.text):
                if figure.unit in _AREA:
                    found.setdefault(figure.value.normalize(), statement.locate(figure.start, figure.end))
    return found


def _address(place: Scalar) -> tuple[str, Span] | None:
    found = _ROAD.search(fold_width(place.text))
    return (_normal(found), place.locate(*found.span())) if found else None


def _normal(found: re.Match[str]) -> str:
    return f"{''.join(found['road'].split())} {found['number']}"


def _shown(areas: dict[Decimal, Span]) -> str:
    return ", ".join(f"{format_number(area)}㎡" for area in list(areas)[:3])


def _bare(text: str) -> str:
    return "".join(text.split())


RULE = Rule(
    code="same-place",
    title="같은 시설의 주소와 면적은 한 보고서 안에서 같습니다.",
    reason="시설표와 사업 쪽의 주소나 면적이 다르면 어느 쪽이 맞는지 알 수 없습니다.",
    source="주요업무 보고의 관례, 「도로명주소법」",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    report=_look,
    example="시설표에는 보람센터(당산로 235), 사업에는 ○ 위치: 당산로 253",
    corrected="시설표에는 보람센터(당산로 235), 사업에는 ○ 위치: 당산로 235",
)
