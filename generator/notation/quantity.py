"""Counted things: `396명 (상반기 190명, 하반기 206명)`, `50여 명`, `684㎡`.

    parse_quantity("1,390여명")  -> Quantity(value=1390, unit="명", is_about=True, ...)
    find_quantities("취업박람회 3회 487명") -> 3회 and 487명, each with its offsets

Read only: the wording of a sentence is the author's. The particle 여 after a number means somewhat more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.notation.date import find_dates
from generator.notation.number import DIGITS, EXACT, fold_width, read_digits

_COMMON_COUNTERS = (
    "명 인 가구 세대 팀 개팀 학급 쌍 개 개소 개교 개사 개社 개국 개구 개동 개월 개년 개반 개과 개실 개호실 개조 "
    "건 회 차례 곳 종 식 호 실 동 층 대 부 권 매 편 점 석 면 필지 그루 업체 기업 사 社 과정 강좌 과제 사업 시설 "
    "단체 기관 지구 노선 구간 구획 점포 농가 호실 마리 세트 "
    "㎡ m² m2 m^2 ㎥ ㎞ km m ㎏ kg 톤 t ha 평 ㎾ kW MW 배 시간 분 일 주 년 박"
)
COUNTERS: tuple[str, ...] = tuple(_COMMON_COUNTERS.split())
"""Unit nouns that reports count with; a caller may add its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the breakdown in the brackets; `unit` is empty where it is that of the total."""

    label: str
    value: Decimal
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things. `start` and `end` bound the figure with its unit, not the brackets after it.

    `least` is the lower end of a range such as `1~2회`, whose `value` is the upper; `is_about` stands for 여 and 약.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    least: Decimal | None = None
    is_about: bool = False
    parts: tuple[Part, ...] = ()


_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*)\)")
# The tail of another figure and the number after an ordinal 제 (`제3호`) are no counts.
_FRESH = r"(?<![0-9])(?<![0-9][.,])(?<!제)"
_FACTORS = (("", 1), ("백", 100), ("천", 1000), ("만", 10**4), ("백만", 10**6), ("천만", 10**7))
_SCALES = {name: Decimal(factor) for name, factor in _FACTORS}
_CALENDAR_YEARS = range(1900, 2100)


def find_quantities(text: str, counters: Sequence[str] = COUNTERS) -> tuple[Quantity, ...]:
    """Find all counted things in running text with their breakdowns; the parts of one are not found again."""
    return tuple(_scan(fold_width(text), _pattern(counters), counters))


def parse_quantity(text: str, counters: Sequence[str] = COUNTERS) -> Quantity | None:
    """Read a text that is one counted thing, with or without a breakdown, and nothing else."""
    plain = fold_width(text)
    found = next(_scan(plain, _pattern(counters), counters), None)
    if found is None or plain[: found.start].strip() not in ("", "총", "약"):
        return None
    rest = plain[found.end :].strip()
    is_all = not rest or (found.parts and _BRACKET.fullmatch(plain[found.end :].rstrip()))
    return found if is_all else None


def parts_total(quantity: Quantity) -> Decimal | None:
    """Add up the parts; None where there are none or where they count something else than the total."""
    if not quantity.parts or any(part.unit not in ("", quantity.unit) for part in quantity.parts):
        return None
    total = Decimal(0)
    for part in quantity.parts:
        total = EXACT.add(total, part.value)
    return total


def _pattern(counters: Sequence[str]) -> re.Pattern[str]:
    units = "|".join(re.escape(unit) for unit in sorted(counters, key=lambda unit: (-len(unit), unit)))
    return re.compile(
        rf"{_FRESH}(?:(?P<least>{DIGITS})\s?[~∼〜˜]\s?)?(?P<digits>{DIGITS})\s?(?P<scale>[백천]?만|[백천])?\s?(?P<more>여)?\s?"
        rf"(?P<unit>{units})(?![A-Za-z0-9²^])"
    )


def _scan(plain: str, pattern: re.Pattern[str], counters: Sequence[str]) -> Iterator[Quantity]:
    position = 0
    dates = [(start, end) for start, end, _ in find_dates(plain)]
    while found := pattern.search(plain, position):
        position = found.end()
        quantity = _read(plain, found)
        if quantity is None or any(start < quantity.end and quantity.start < end for start, end in dates):
            continue
        bracket = _BRACKET.match(plain, found.end())
        parts = _read_parts(plain, bracket, counters) if bracket else ()
        if bracket and parts:
            position = bracket.end()
        yield replace(quantity, parts=parts)


def _read(plain: str, found: re.Match[str]) -> Quantity | None:
    value, least = read_digits(found["digits"]), read_digits(found["least"]) if found["least"] else None
    if value is None or (found["least"] and least is None):
        return None
    if found["unit"] == "년" and value in _CALENDAR_YEARS:
        return None
    value = EXACT.multiply(value, _SCALES[found["scale"] or ""])
    is_about = bool(found["more"]) or plain[max(0, found.start() - 2) : found.start()].rstrip().endswith("약")
    return Quantity(value, found["unit"], found.start(), found.end(), least, is_about)


def _read_parts(plain: str, bracket: re.Match[str], counters: Sequence[str]) -> tuple[Part, ...]:
    """Read `상반기 190명, 하반기 206명`; empty unless every item is a label with a figure."""
    units = "|".join(re.escape(unit) for unit in sorted(counters, key=len, reverse=True))
    item = re.compile(rf"\s*(?P<label>[^\d,:()]*[^\d,:()\s])\s*:?\s*(?P<digits>{DIGITS})\s?(?P<unit>{units})?\s*")
    parts: list[Part] = []
    position, end = bracket.span("inner")
    while position < end:
        found = item.match(plain, position, end)
        value = read_digits(found["digits"].rstrip(",")) if found else None
        if not found or value is None:
            return ()
        digits_end = found.start("digits") + len(found["digits"].rstrip(","))
        at_end = found.end("unit") if found["unit"] else digits_end
        parts.append(Part(found["label"].strip(), value, found["unit"] or "", found.start("label"), at_end))
        gap = re.compile(r"\s*(?:[,/·․ㆍ]\s*|$)").match(plain[:end], at_end)
        if not gap:
            return ()
        position = gap.end()
    return tuple(parts)
