"""What the heads of budget and settlement tables mean: which amount, of which year, from which funding source.

Offices name and order their columns as they like (`예산액`, `2023예산액 (A)`, `집행액 10.31기준`), put years in columns
or rows, and split amounts by source in further columns; so heads are read by their words, wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.checks.reading.matrix import is_total
from generator.document.geometry import Path, bare_name
from generator.notation.date import Date, Period, find_dates, parse_basis_date
from generator.notation.funding import FundingSource, find_source
from generator.notation.unit import find_unit
from generator.records.kinds import Measure
from generator.records.year import labelled_year

_BUDGET = "예산액?|예산총액|예산금액"
_MEASURES: tuple[tuple[str, Measure, int], ...] = (
    (r"(?:최종|확정)예산액?", Measure.BUDGET, 0),
    (rf"(?:총|현|금년도?|당해연도|당해년도|당년도?|올해)?(?:{_BUDGET})", Measure.BUDGET, 1),
    (r"(?:당초|본)예산액?", Measure.BUDGET, 3),
    (r"(?:총)?소요예산액?", Measure.BUDGET, 3),
    (rf"(?:전년|전년도|전연도|작년|지난해)(?:최종|당초)?(?:{_BUDGET})?", Measure.PREVIOUS_BUDGET, 1),
    (r"(?:예산)?(?:집행|지출)(?:액|실적|금액)?", Measure.EXECUTION, 1),
    (r"(?:연말)?(?:집행|지출)(?:예정|예상|전망)액?", Measure.EXPECTED, 0),
    (r"결산액?", Measure.SETTLEMENT, 1),
    (r"예산현액", Measure.AVAILABLE, 1),
    (r"전(?:년|년도|연도)이월(?:액|예산)?", Measure.CARRIED_IN, 1),
    (r"예산변경액?|(?:이용|전용|이체|[·ㆍ,])+(?:증감)?액?", Measure.CHANGE, 1),
    (r"(?:(?:차|익|명|다음)(?:년|년도|연도|해))?이월액?", Measure.CARRIED_OUT, 1),
    (r"(?:집행|예산)?잔액|불용액|집행잔액및불용액", Measure.BALANCE, 1),
)
_RATE = re.compile(r"(?:예산)?(?:집행|지출)(?:률|율|비율)")
_OTHER = re.compile(r".*(?:증감|증\(?△?\)?감|대비|차액|비율|구성비|비중|[률율]|[%％])")
"""Columns that follow from others; they are no amounts of their own."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the names of a column or row mean; what they do not tell is None or empty.

    `rank` orders columns that tell the same (최종예산 before 당초예산), the lowest first. `unit` is a money unit that
    the head itself names. `named` are the words that mean nothing of this, so that they name a row: a unit programme.
    `derived` marks a column that follows from others, `whole` the sum over the funding sources beside it.
    """

    measure: Measure | None = None
    rank: int = 1
    year: int | None = None
    source: FundingSource | None = None
    unit: str = ""
    rate: bool = False
    derived: bool = False
    whole: bool = False
    date: Date | None = None
    named: Path = ()


def read_head(path: Path, sources: Sequence[FundingSource]) -> Head:
    """Read the names of a column or row, from the most general to its own."""
    read = [_read_piece(text, sources) for text in path if bare_name(text) or "".join(text.split())]
    measure = next((piece for piece in read if piece.measure), Head())
    return Head(
        measure=measure.measure,
        rank=measure.rank,
        year=next((piece.year for piece in read if piece.year), None),
        source=next((piece.source for piece in read if piece.source), None),
        unit=next((piece.unit for piece in read if piece.unit), ""),
        rate=any(piece.rate for piece in read),
        derived=any(piece.derived for piece in read),
        whole=any(piece.whole for piece in read),
        date=next((piece.date for piece in read if piece.date), None),
        named=tuple(name for piece in read for name in piece.named),
    )


def _read_piece(text: str, sources: Sequence[FundingSource]) -> Head:
    shown = " ".join(text.split())
    bare = bare_name(text) or "".join(text.split())
    date, unit = _last_day(text), _own_unit(text)
    if _RATE.fullmatch(bare):
        return Head(rate=True, date=date)
    year, rest = labelled_year(bare)
    if year and not rest:
        return Head(year=year)
    for pattern, measure, rank in _MEASURES:
        if re.fullmatch(pattern, rest):
            return Head(measure, rank, year, unit=unit, date=date)
    if _OTHER.fullmatch("".join(text.split())):
        return Head(derived=True, named=(shown,))
    if source := find_source(bare, sources):
        return Head(source=source)
    if date and shown[0].isdigit():
        return Head(date=date)
    return Head(whole=is_total(shown), unit=unit, named=(shown,))


def _last_day(text: str) -> Date | None:
    """Give the day up to which figures under a head count: of `10.31기준` and `12.31까지` the day."""
    if basis := parse_basis_date(text):
        return basis.date
    for _, _, when in find_dates(text):
        day = when.end if isinstance(when, Period) else when
        if day and day.month and day.day:
            return day
    return None


def _own_unit(text: str) -> str:
    bracketed = re.findall(r"[(\[]\s*(?:단위\s*:)?\s*([^()\[\]]*?)\s*[)\]]", text)
    return next((unit.name for part in bracketed if (unit := find_unit(part))), "")
