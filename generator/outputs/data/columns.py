"""The columns of each table of the archive's data: what they are called, what they mean, where their values are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.notation.funding import FundingSource
from generator.outputs.data.fields import (
    BASIS,
    COMPUTED,
    FISCAL_YEAR,
    MEASURES,
    PROGRAMME_ID,
    THOUSAND_WON,
    amount_fields,
    computed_field,
    field,
    in_order,
    place_fields,
    rate_fields,
    share,
    teller_fields,
)
from generator.outputs.data.tables import Column, Datatype, Field, Value
from generator.records.kinds import BudgetLine, FacilityRecord, Measure, Money, PersonnelCount, ProgrammeRecord, Source

_T, _N, _D = Datatype.TEXT, Datatype.YEAR, Datatype.DECIMAL


@dataclass(frozen=True, slots=True)
class ProgrammeMoney:
    """One amount of a programme: a row of the table of programme budgets."""

    programme: ProgrammeRecord
    money: Money

    @property
    def source(self) -> Source:
        """Where the programme stands."""
        return self.programme.source

    @property
    def department(self) -> str:
        """The department's id."""
        return self.programme.department

    @property
    def department_name(self) -> str:
        """The department's name."""
        return self.programme.department_name

    @property
    def institution(self) -> str:
        """The institution's name."""
        return self.programme.institution


def _source_field(source: str) -> Field[ProgrammeMoney]:
    column = Column(source, f"funding_{source}", _D, f"금액 가운데 {source}입니다.", THOUSAND_WON)
    return Field(column, lambda row: share(row.money, source))


def _stage(row: ProgrammeRecord) -> Value:
    return "계획" if row.planned else "실적"


def _measure_name(row: ProgrammeMoney) -> Value:
    return MEASURES[row.money.measure]


def programme_fields(base: str) -> tuple[Field[ProgrammeRecord], ...]:
    """The columns of the programmes."""
    return (
        *teller_fields(),
        field("회계연도", "fiscal_year", _N, FISCAL_YEAR, lambda r: r.fiscal_year, required=True),
        field("구분", "stage", _T, "계획이면 ‘계획’, 실적이면 ‘실적’입니다.", _stage, required=True),
        field("사업 id", "programme_id", _T, PROGRAMME_ID, lambda r: r.id, required=True),
        field("사업명", "programme", _T, "사업의 이름입니다.", lambda r: r.title, required=True),
        field("담당팀", "team", _T, "사업을 맡은 팀입니다.", lambda r: r.team),
        field("목적", "purpose", _T, "사업의 목적입니다.", lambda r: r.purpose),
        *amount_fields((Measure.BUDGET, Measure.EXECUTION, Measure.PLAN), (), list[ProgrammeRecord]()),
        *rate_fields(),
        field("기준일", "basis_date", _T, BASIS, lambda r: r.basis),
        *place_fields(base),
    )


def budget_fields(
    base: str, sources: Sequence[FundingSource], rows: Sequence[ProgrammeMoney]
) -> tuple[Field[ProgrammeMoney], ...]:
    """The columns of the programmes' budgets; one for each funding source that any row names."""
    named = in_order({part.source for row in rows for part in row.money.shares}, sources)
    return (
        *teller_fields(),
        field("회계연도", "fiscal_year", _N, FISCAL_YEAR, lambda r: r.programme.fiscal_year, required=True),
        field("사업 id", "programme_id", _T, PROGRAMME_ID, lambda r: r.programme.id, required=True),
        field("사업명", "programme", _T, "사업의 이름입니다.", lambda r: r.programme.title, required=True),
        field(
            "항목", "measure", _T, "예산액, 집행액, 소요예산 가운데 어느 것인지입니다.", _measure_name, required=True
        ),
        field(
            "금액",
            "amount",
            _D,
            "금액입니다. 모두 천원으로 맞추었습니다.",
            lambda r: r.money.value,
            THOUSAND_WON,
            required=True,
        ),
        *(_source_field(name) for name in named),
        field("적힌 금액", "printed", _T, "보고서에 적힌 그대로의 금액입니다.", lambda r: r.money.text, required=True),
        field("기준일", "basis_date", _T, BASIS, lambda r: r.programme.basis),
        *place_fields(base),
    )


def unit_budget_fields(
    base: str, measures: Sequence[Measure], sources: Sequence[FundingSource], rows: Sequence[BudgetLine]
) -> tuple[Field[BudgetLine], ...]:
    """The columns of budget and settlement tables."""
    return (
        *teller_fields(),
        field("회계연도", "fiscal_year", _N, FISCAL_YEAR, lambda r: r.fiscal_year, required=True),
        field("표", "table", _T, "이 값이 실린 표의 이름입니다.", lambda r: r.table),
        field(
            "사업 id",
            "programme_id",
            _T,
            "표가 사업의 글 안에 있으면 그 사업의 고유 이름입니다.",
            lambda r: r.programme,
        ),
        field("이름", "name", _T, "표의 줄에 적힌 단위사업이나 과목의 이름입니다.", lambda r: r.name, required=True),
        field(
            "깊이",
            "level",
            Datatype.INTEGER,
            "묶음 안의 깊이입니다. 가장 바깥이 0입니다.",
            lambda r: r.level,
            required=True,
        ),
        field(
            "합계 줄", "total", Datatype.TRUTH, "다른 줄을 더한 줄이면 ‘예’입니다.", lambda r: r.total, required=True
        ),
        *amount_fields(measures, sources, rows),
        computed_field(),
        *rate_fields(),
        field("기준일", "basis_date", _T, BASIS, lambda r: r.basis),
        *place_fields(base),
    )


def personnel_fields(base: str) -> tuple[Field[PersonnelCount], ...]:
    """The columns of staffing."""
    return (
        *teller_fields(),
        field("연도", "year", _N, "몇 년의 인원인지입니다.", lambda r: r.year, required=True),
        field("항목", "count_of", _T, "정원, 현원, 과부족 가운데 어느 것인지입니다.", lambda r: r.row, required=True),
        field("직군", "job_group", _T, "일반직과 같은 직군입니다.", lambda r: r.group),
        field("직급", "grade", _T, "직급이나 직책입니다. ‘계’는 모두를 더한 것입니다.", lambda r: r.grade),
        field(
            "인원",
            "persons",
            _D,
            "사람 수입니다. 과부족은 현원에서 정원을 뺀 값입니다.",
            lambda r: r.value,
            "명",
            required=True,
        ),
        field("계산한 값", "computed", Datatype.TRUTH, COMPUTED, lambda r: r.computed, required=True),
        field("기준일", "basis_date", _T, BASIS, lambda r: r.basis),
        *place_fields(base),
    )


def facility_fields(base: str) -> tuple[Field[FacilityRecord], ...]:
    """The columns of facilities."""
    return (
        *teller_fields(),
        field("연도", "year", _N, "몇 년의 시설인지입니다.", lambda r: r.year, required=True),
        field("구분", "facility_group", _T, "시설인지 장비인지 등입니다.", lambda r: r.group),
        field("명칭", "name", _T, "시설이나 장비의 이름입니다.", lambda r: r.name, required=True),
        field("위치", "place", _T, "시설이 있는 곳입니다.", lambda r: r.place),
        field("현황", "state", _T, "규모와 쓰임새입니다. 여러 줄일 수 있습니다.", lambda r: r.state),
        field("비고", "remark", _T, "맡은 팀 등입니다.", lambda r: r.remark),
        *place_fields(base),
    )
