"""Funding splits, the text in the brackets after an amount: `시 325,000, 구 403,991`, `전액 구비`.

Reports separate the items by a comma, a blank, both, or neither, and attach the figure to the label or not:
`국572,467 시250,461 구비83,410`. All of it is read; one notation is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.notation.funding import FundingSource, find_source, nearest_source, source_pattern
from generator.notation.number import DIGITS, fold_width
from generator.notation.particle import with_particle
from generator.notation.problem import Problem, ProblemKind
from generator.notation.unit import Amount, scan_amount, unknown_unit


@dataclass(frozen=True, slots=True)
class SplitItem:
    """One source of a split with an amount, a percentage, or both: `국비 70,000(70%)`. Offsets bound its label.

    `source` is None for a label that is not in the list.
    """

    label: str
    source: FundingSource | None
    amount: Amount | None
    percent: Decimal | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    """A split read. `only` is the one source of `전액 구비`, `구비 100%`, `구비`; `note` is what follows the items."""

    items: tuple[SplitItem, ...] = ()
    only: FundingSource | None = None
    note: str = ""


SPLIT_HINT = "'시 325,000, 구 403,991'처럼 재원과 금액을 차례로 쓰세요."

_SEPARATOR = re.compile(r"[\s,·/+;:&]*")
_WHOLLY = r"(?:전\s*액|100(?:\.0+)?\s*%)"
_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
_PERCENT_ASIDE = re.compile(r"\s*\(\s*([0-9]+(?:\.[0-9]+)?)\s*%\s*\)")
_GAP = re.compile(r"\s*:?\s*")
_NONE = re.compile(r"[-–−](?=\s*(?:[,)/·]|$))")
_FIGURE = rf"(?=\s*:?\s*(?:{DIGITS}|[△▲−–-]))"
_OTHER_LABEL = r"[^\s\d,:%()=+△▲−–-][^\d,:%()=+△▲−–-]*?"


def read_split(text: str, start: int, end: int, sources: Sequence[FundingSource]) -> Split | Problem | None:
    """Read `text[start:end]` as a funding split; None where it is a remark of another kind.

    A remark is a text that names no source, such as `15개 내외 협업체당 최대 30백만원`. Once a source is named with a
    figure, everything up to the last figure has to be a split.
    """
    only = read_only_source(text, start, end, sources)
    if only:
        return Split(only=only)
    read = _read_items(text, start, end, sources)
    if isinstance(read, Problem):
        return read
    items, rest = read
    if not _is_about_sources(items, bool(text[rest:end].strip()), sources):
        return None
    return _find_problem(text, items, rest, end, sources) or Split(items, note=text[rest:end].strip())


def read_only_source(text: str, start: int, end: int, sources: Sequence[FundingSource]) -> FundingSource | None:
    """Read `전액 구비`, `구비 100%` or a lone `구비`."""
    label = rf"(?P<label>{source_pattern(sources)})"
    for form in (rf"\s*(?:{_WHOLLY}\s*)?{label}\s*", rf"\s*{label}\s*:?\s*{_WHOLLY}\s*"):
        found = re.compile(form).fullmatch(fold_width(text), start, end)
        if found:
            return find_source(found["label"], sources)
    return None


def _read_items(
    text: str, start: int, end: int, sources: Sequence[FundingSource]
) -> tuple[tuple[SplitItem, ...], int] | Problem:
    plain = fold_width(text)[:end]
    items: list[SplitItem] = []
    position, is_ratio = start, False
    while label := _match_label(plain, position, sources):
        source = find_source(label["label"], sources)
        value = _read_value(text[:end], plain, label.end())
        if isinstance(value, Problem):
            # In a remark about other things the figures are not ours to judge.
            return value if source or items else ((), start)
        amount, percent, position = value
        items.append(SplitItem(label["label"], source, amount, percent, *label.span("label")))
        if source and amount and _runs_on(plain, position, sources):
            return unknown_unit(text, position)
        separator = _SEPARATOR.match(plain, position)
        is_ratio |= bool(separator and ":" in separator[0])
        position = separator.end() if separator else position
    return tuple(map(_as_ratio, items) if is_ratio else items), position


def _match_label(plain: str, position: int, sources: Sequence[FundingSource]) -> re.Match[str] | None:
    return re.compile(rf"(?P<label>{source_pattern(sources)}|{_OTHER_LABEL}){_FIGURE}").match(plain, position)


def _read_value(text: str, plain: str, position: int) -> tuple[Amount | None, Decimal | None, int] | Problem:
    gap = _GAP.match(plain, position)
    start = gap.end() if gap else position
    if percent := _PERCENT.match(plain, start):
        return None, Decimal(percent[1]), percent.end()
    if none := _NONE.match(plain, start):
        return Amount(Decimal(0), "", "", start, none.end()), None, none.end()
    amount = scan_amount(text, start)
    if amount is None:
        return Problem(ProblemKind.MALFORMED_SPLIT, start, start + 1, "재원 이름 뒤에 금액이 없습니다.", SPLIT_HINT)
    if isinstance(amount, Problem):
        return amount
    aside = _PERCENT_ASIDE.match(plain, amount.end)
    return amount, Decimal(aside[1]) if aside else None, aside.end() if aside else amount.end


def _runs_on(plain: str, position: int, sources: Sequence[FundingSource]) -> bool:
    is_hangul = "가" <= plain[position : position + 1] <= "힣"
    after_digit = plain[position - 1].isdigit()
    return is_hangul and after_digit and not _match_label(plain, position, sources)


def _as_ratio(item: SplitItem) -> SplitItem:
    if item.amount is None or item.amount.unit or item.percent is not None:
        return item
    return replace(item, amount=None, percent=item.amount.value)


def _is_about_sources(items: Sequence[SplitItem], has_rest: bool, sources: Sequence[FundingSource]) -> bool:
    """Tell a split with slips in its labels (`사비 300`) from a remark (`인건비 200, 운영비 300`)."""
    if any(item.source for item in items):
        return True
    return bool(items) and not has_rest and all(nearest_source(item.label, sources) for item in items)


def _find_problem(
    text: str, items: Sequence[SplitItem], rest: int, end: int, sources: Sequence[FundingSource]
) -> Problem | None:
    seen: set[FundingSource] = set()
    for item in items:
        if item.source is None:
            return _unknown_source(item, sources)
        if item.source in seen:
            return _source_twice(item, item.source)
        seen.add(item.source)
    note = text[rest:end].strip()
    if not re.search(r"\d", note) and not re.match(source_pattern(sources), note):
        return None
    start = rest + len(text[rest:end]) - len(text[rest:end].lstrip())
    message = f"재원별 금액에서 {with_particle(note, '을/를', quote=True)} 읽을 수 없습니다."
    return Problem(ProblemKind.MALFORMED_SPLIT, start, start + len(note), message, SPLIT_HINT)


def _unknown_source(item: SplitItem, sources: Sequence[FundingSource]) -> Problem:
    nearest = nearest_source(item.label, sources)
    listed = ", ".join(source.name for source in sources)
    message = f"{with_particle(item.label, '은/는', quote=True)} 이 기관의 재원 목록에 없습니다."
    guess = f"혹시 '{nearest.name}'인가요? " if nearest else ""
    hint = f"{guess}쓸 수 있는 재원: {listed}"
    return Problem(ProblemKind.UNKNOWN_SOURCE, item.start, item.end, message, hint)


def _source_twice(item: SplitItem, source: FundingSource) -> Problem:
    message = f"{with_particle(source.name, '이/가', quote=True)} 두 번 나옵니다."
    hint = "다른 재원을 잘못 적었는지 확인하고, 같은 재원이면 금액을 합쳐 한 번만 쓰세요."
    return Problem(ProblemKind.SOURCE_TWICE, item.start, item.end, message, hint)
