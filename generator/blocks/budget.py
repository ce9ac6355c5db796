"""예산현황, 소요예산: what a programme may spend and has spent, with its funding split."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from generator.blocks.context import Context
from generator.document import Amount, Rate, Share
from generator.document import Budget as ComposedBudget
from generator.fields import Line, Node, Prose, Several
from generator.notation.money import Money, Problem, format_amount, format_split, parse_money
from generator.notation.percent import format_percent, parse_percent, ratio_percent
from generator.source import Scalar


class BudgetTable(Node):
    """예산액과 집행액을 나란히 적는 표. 집행률은 계산합니다."""

    title: Line | None = Field(
        None, alias="제목", description="□ 제목이 다를 때만 적습니다.", examples=["소요예산(특화사업제외)"]
    )
    unit: Line | None = Field(None, alias="단위", description="금액의 단위입니다.", examples=["천원"])
    budget: Prose = Field(
        alias="예산액",
        description="예산액과, 괄호 안에 재원별 금액입니다.",
        examples=["728,991 (시 325,000, 구 403,991)"],
    )
    execution: Prose | None = Field(
        None,
        alias="집행액",
        description="집행액과, 괄호 안에 재원별 금액입니다.",
        examples=["465,903 (시 325,000, 구 140,903)"],
    )
    rate: Line | None = Field(
        None,
        alias="집행률",
        description="집행률(%)입니다. 적지 않으면 계산합니다. 이미 낸 보고서의 값이 계산과 다를 때만 적습니다.",
        examples=["63.9"],
    )
    notes: Several[Prose] = Field(
        (), alias="주", description="표 아래에 '※'로 적을 설명입니다.", examples=["준공기한 미도래로 미집행"]
    )


def _shape_tag(value: Any) -> str:
    return "@table" if isinstance(value, dict | BudgetTable) else "@line"


Budget: TypeAlias = Annotated[
    Annotated[BudgetTable, Tag("@table")] | Annotated[Line, Tag("@line")], Discriminator(_shape_tag)
]
"""A programme's budget: a table of amounts, or one line such as `540,187천원(국비 70,000, 구비 470,187)`."""


def compose_budget(budget: BudgetTable | Scalar, context: Context) -> ComposedBudget | None:
    """Give the budget with finished figures, or None where an amount cannot be read (the finding says why)."""
    if isinstance(budget, Scalar):
        return _line(budget, context)
    unit = budget.unit.text.strip() if budget.unit else context.house.unit
    planned = _amount("예산액", budget.budget, unit, context)
    spent = _amount("집행액", budget.execution, unit, context) if budget.execution else None
    if planned is None or (budget.execution is not None and spent is None):
        return None
    return ComposedBudget(
        caption=context.caption,
        unit=unit,
        amounts=(planned, spent) if spent else (planned,),
        rate=_rate(budget, planned, spent, context),
        notes=context.notes(budget.notes),
    )


def _line(scalar: Scalar, context: Context) -> ComposedBudget | None:
    amount = _amount("소요예산", scalar, context.house.unit, context)
    if amount is None:
        return None
    text = " ".join(scalar.text.split())
    return ComposedBudget(context.caption, context.house.unit, (amount,), form="line", line=text)


def _amount(label: str, scalar: Scalar, unit: str, context: Context) -> Amount | None:
    money = parse_money(scalar.text, context.house.sources, unit)
    if isinstance(money, Problem):
        context.error("money", money.message, scalar.locate(money.start, money.end), money.hint)
        return None
    shares = tuple(Share(s.source.name, s.source.label, s.value, format_amount(s.value)) for s in money.shares)
    return Amount(label, money.value, format_amount(money.value), shares, _funding(money, scalar), at=scalar.at)


def _funding(money: Money, scalar: Scalar) -> str:
    """The split in the house notation; a split without amounts (`(구비)`, `(전액 구비)`) as it was written."""
    if money.shares:
        return f"({format_split(money)})"
    text = " ".join(scalar.text.split())
    return text[text.index("(") :] if "(" in text else ""


def _rate(budget: BudgetTable, planned: Amount, spent: Amount | None, context: Context) -> Rate | None:
    if budget.rate is not None:
        text = budget.rate.text.strip()
        value = parse_percent(text)
        if value is None:
            hint = "'63.9'처럼 숫자로 적거나, 계산에 맡기려면 이 줄을 지우세요."
            context.error("percent", f"집행률 '{text}'을(를) 읽을 수 없습니다.", budget.rate.at, hint)
            return None
        return Rate("집행률(%)", value, text, at=budget.rate.at)
    if spent is None:
        return None
    value = ratio_percent(spent.value, planned.value, context.house.rate_decimals)
    if value is None:
        return Rate("집행률(%)", spent.value * 0, "-", computed=True)
    text = format_percent(value, context.house.rate_decimals, sign=False) if value else "0"
    return Rate("집행률(%)", value, text, computed=True)
