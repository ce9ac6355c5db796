"""Columns that several tables of the archive's data share: who tells, where it stands, amounts and rates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from generator.notation.funding import FundingSource
from generator.outputs.data.tables import Column, Datatype, Field, Value
from generator.records.kinds import Measure, Money, Source

_T, _N, _D = Datatype.TEXT, Datatype.YEAR, Datatype.DECIMAL
THOUSAND_WON = "천원"

MEASURES = {
    Measure.BUDGET: "예산액",
    Measure.EXECUTION: "집행액",
    Measure.SETTLEMENT: "결산액",
    Measure.PREVIOUS_BUDGET: "전년도 예산액",
    Measure.PLAN: "소요예산",
    Measure.EXPECTED: "집행예상액",
    Measure.CARRIED_IN: "전년도 이월액",
    Measure.CHANGE: "예산변경",
    Measure.AVAILABLE: "예산현액",
    Measure.CARRIED_OUT: "다음 연도 이월액",
    Measure.BALANCE: "집행잔액",
}
"""What each measure is called in the data."""
_MEANINGS = {
    Measure.BUDGET: "쓸 수 있게 잡은 돈입니다.",
    Measure.EXECUTION: "기준일까지 쓴 돈입니다.",
    Measure.SETTLEMENT: "그해에 모두 쓴 돈으로, 결산에서 정해진 값입니다.",
    Measure.PREVIOUS_BUDGET: "바로 앞 해의 예산액입니다.",
    Measure.PLAN: "계획대로 하는 데 드는 돈입니다.",
    Measure.EXPECTED: "기준일 뒤의 어느 날까지 쓸 것으로 본 돈입니다.",
    Measure.CARRIED_IN: "앞 해에 다 쓰지 못하고 넘어온 돈입니다.",
    Measure.CHANGE: "그해에 다른 데서 더해지거나 다른 데로 빠진 돈입니다.",
    Measure.AVAILABLE: "넘어온 돈과 바뀐 돈을 더해 그해에 쓸 수 있던 돈입니다.",
    Measure.CARRIED_OUT: "다음 해로 넘긴 돈입니다.",
    Measure.BALANCE: "쓰지 않고 남은 돈입니다.",
}

FISCAL_YEAR = "값이 어느 해의 것인지입니다. 다음 해 계획을 함께 실은 보고서에서는 보고서 연도와 다릅니다."
PROGRAMME_ID = "사업의 고유 이름입니다. 보고서 안에서 하나뿐입니다."
BASIS = "값을 센 날입니다. 보고서에 적힌 그대로입니다."
COMPUTED = "보고서를 쓴 사람이 적지 않아 다른 칸에서 계산한 값이면 ‘예’입니다."


class Told(Protocol):
    """What every record has."""

    @property
    def source(self) -> Source: ...
    @property
    def department(self) -> str: ...
    @property
    def department_name(self) -> str: ...
    @property
    def institution(self) -> str: ...


class Paid(Protocol):
    """What has amounts."""

    @property
    def amounts(self) -> tuple[Money, ...]: ...

    def amount(self, measure: Measure) -> Money | None:
        """Give the amount of a measure."""
        ...


class Rated(Protocol):
    """What has an execution rate."""

    @property
    def rate(self) -> Decimal | None: ...
    @property
    def rate_computed(self) -> bool: ...


R = TypeVar("R")
P = TypeVar("P", bound=Paid)


def field(
    name: str,
    key: str,
    kind: Datatype,
    description: str,
    read: Callable[[R], Value],
    unit: str = "",
    *,
    required: bool = False,
) -> Field[R]:
    """Make a column with how it is read."""
    return Field(Column(name, key, kind, description, unit, required), read)


def teller_fields() -> tuple[Field[Told], ...]:
    """Who tells: the report's year, institution and department."""
    return (
        field(
            "보고서 연도",
            "report_year",
            _N,
            "이 값이 실린 보고서의 연도입니다.",
            lambda r: r.source.year,
            required=True,
        ),
        field("기관", "institution", _T, "보고서를 낸 기관입니다.", lambda r: r.institution, required=True),
        field("부서", "department", _T, "보고서를 낸 부서의 이름입니다.", lambda r: r.department_name, required=True),
        field(
            "부서 id",
            "department_id",
            _T,
            "부서의 고유 이름입니다. 해가 바뀌어도 같습니다.",
            lambda r: r.department,
            required=True,
        ),
    )


def place_fields(base: str) -> tuple[Field[Told], ...]:
    """Where it stands. `base` is the archive's own address, empty where it is not known."""
    cited = "보고서 안의 번호입니다. 보기를 들어 Ⅱ-5는 제Ⅱ부의 다섯째입니다."
    address = "이 값이 적힌 곳의 주소입니다." + ("" if base else " 누리집 첫 화면의 주소 뒤에 붙여 엽니다.")
    return (
        field("보고서 번호", "cited", _T, cited, lambda r: r.source.cited),
        field("주소", "address", Datatype.ADDRESS, address, lambda r: f"{base}{r.source.href}", required=True),
    )


def _amount(measure: Measure) -> Callable[[Paid], Value]:
    def read(row: Paid) -> Value:
        found = row.amount(measure)
        return found.value if found else None

    return read


def amount_fields(
    measures: Iterable[Measure], sources: Sequence[FundingSource], rows: Sequence[P]
) -> tuple[Field[P], ...]:
    """Give a column for each measure, and one for each funding source that a measure is split by in any row."""
    made: list[Field[P]] = []
    for measure in measures:
        name = MEASURES[measure]
        made.append(Field(Column(name, measure.value, _D, _MEANINGS[measure], THOUSAND_WON), _amount(measure)))
        split = {share.source for row in rows if (money := row.amount(measure)) for share in money.shares}
        for source in in_order(split, sources):
            column = Column(
                f"{name} {source}", f"{measure.value}_{source}", _D, f"{name} 가운데 {source}입니다.", THOUSAND_WON
            )
            made.append(Field(column, _share_of(measure, source)))
    return tuple(made)


def computed_field() -> Field[Paid]:
    """Which amounts of a row were computed."""
    description = "보고서에 적혀 있지 않아 다른 칸에서 계산한 금액의 이름입니다. 없으면 비어 있습니다."
    return field("계산한 금액", "computed_amounts", _T, description, _computed_amounts)


def _computed_amounts(row: Paid) -> Value:
    return ", ".join(MEASURES[money.measure] for money in row.amounts if money.computed)


def _share_of(measure: Measure, source: str) -> Callable[[Paid], Value]:
    def read(row: Paid) -> Value:
        found = row.amount(measure)
        return share(found, source) if found else None

    return read


def share(money: Money, source: str) -> Decimal | None:
    """Give a funding source's part of an amount, None where the split does not name it."""
    return next((part.value for part in money.shares if part.source == source), None)


def in_order(names: Iterable[str], sources: Sequence[FundingSource]) -> list[str]:
    """Sort funding sources as the office orders them; others follow by name."""
    order = {source.name: place for place, source in enumerate(sources)}
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))


def rate_fields() -> tuple[Field[Rated], ...]:
    """The execution rate and whether it was computed."""
    return (
        field("집행률", "rate", _D, "예산액 가운데 쓴 돈의 비율입니다.", lambda r: r.rate, "%"),
        field("집행률 계산", "rate_computed", Datatype.TRUTH, COMPUTED, _rate_computed),
    )


def _rate_computed(row: Rated) -> Value:
    return row.rate_computed if row.rate is not None else None
