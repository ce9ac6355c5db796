"""One plain sentence for each chart, made from its figures by rules: the largest, the share, the change.

Amounts are said in 억 and 만; the exact figures stand in the table beside the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.notation.number import EXACT
from generator.notation.particle import Particle, with_particle
from generator.notation.percent import format_percent, ratio_percent
from generator.outputs.charts.labels import spoken_amount
from generator.outputs.finance.cells import basis_text
from generator.outputs.finance.totals import YearTotal
from generator.records.kinds import Measure, Money, ProgrammeRecord

WORD_JOINER = "\N{WORD JOINER}"
"""Keeps a particle with the percent sign or bracket before it, where a line would break."""


def answer_sentence(totals: Sequence[YearTotal]) -> str:
    """Tell the largest budget that a table states as its total; empty where no table states any."""
    budgets = [(money.value, total) for total in totals if (money := total.amount(Measure.BUDGET))]
    if not budgets:
        return ""
    value, largest = max(budgets, key=lambda pair: (pair[0], pair[1].year))
    owner = f"{largest.year}년 {largest.department_name}"
    start = f"예산표에 적힌 금액이 가장 큰 것은 {owner}의 {spoken_amount(value)}"
    if largest.spent is None:
        return f"{start}입니다."
    basis = f" {basis_text(largest.basis)}으로" if largest.basis else ""
    return f"{start}이고,{basis} {_with_percent(largest.spent.value, largest.rate, '을/를')} 집행했습니다."


def change_sentence(name: str, values: Sequence[tuple[int, Decimal]]) -> str:
    """Tell how a measure changed from the first year that has it to the last."""
    (first, before), (last, after) = values[0], values[-1]
    subject = with_particle(name, "은/는")
    if before == after:
        return f"{subject} {first}년과 {last}년 모두 {spoken_amount(after)}입니다."
    change = EXACT.subtract(after, before)
    percent = ratio_percent(abs(change), abs(before))
    told = f"{format_percent(percent)} " if percent is not None else ""
    verb = "늘었습니다" if change > 0 else "줄었습니다"
    towards = with_particle(spoken_amount(after), "으로/로")
    return f"{subject} {first}년 {spoken_amount(before)}에서 {last}년 {towards} {told}{verb}."


def previous_sentence(year: int, before: Decimal, after: Decimal) -> str:
    """Tell a budget beside the one of the year before, both as the same report states them."""
    start = f"{year}년 예산은 {with_particle(spoken_amount(after), '으로/로')}"
    if before == after:
        return f"{start}, 전년도와 같습니다."
    change = EXACT.subtract(after, before)
    percent = ratio_percent(abs(change), abs(before))
    told = f"({format_percent(percent)})" if percent is not None else ""
    verb = "늘었습니다" if change > 0 else "줄었습니다"
    return f"{start}, 전년도 {spoken_amount(before)}보다 {spoken_amount(abs(change))}{told} {verb}."


def execution_sentence(total: YearTotal, base: Money, spent: Money) -> str:
    """Tell what was spent of a budget, and by when."""
    name = "예산현액" if base.measure is Measure.AVAILABLE else "예산"
    start = f"{_when(total)} {name} {spoken_amount(base.value)} 가운데 {spoken_amount(spent.value)}"
    if total.rate is None:
        return f"{start}을 집행했습니다."
    return f"{start}, {_percent_with(total.rate, '을/를')} 집행했습니다."


def amount_sentence(total: YearTotal) -> str:
    """Tell the first amount that a table has; what it is of stands before it."""
    money = total.amounts[0]
    name = {
        Measure.BUDGET: "예산액",
        Measure.EXECUTION: "집행액",
        Measure.SETTLEMENT: "결산 집행액",
        Measure.PREVIOUS_BUDGET: "전년도 예산액",
        Measure.PLAN: "소요예산",
        Measure.EXPECTED: "집행예상액",
        Measure.CARRIED_IN: "이월액",
        Measure.CHANGE: "예산변경액",
        Measure.AVAILABLE: "예산현액",
        Measure.CARRIED_OUT: "다음 연도 이월액",
        Measure.BALANCE: "집행잔액",
    }[money.measure]
    return f"{total.year}년 {with_particle(name, '은/는')} {spoken_amount(money.value)}입니다."


def rates_sentence(kind: str, rates: Sequence[tuple[str, Decimal]]) -> str:
    """Tell the highest and the lowest of execution rates; `kind` is what they are of (단위사업, 사업)."""
    name, rate = rates[0]
    if len(rates) == 1:
        return f"{name}의 집행률은 {format_percent(rate)}입니다."
    high, low = max(rates, key=lambda pair: pair[1]), min(rates, key=lambda pair: pair[1])
    if high[1] == low[1]:
        return f"{kind} {len(rates)}개의 집행률은 모두 {format_percent(rate)}입니다."
    first = f"{with_particle(high[0], '이/가')} {_percent_with(high[1], '으로/로')} 가장 높고"
    last = f"{with_particle(low[0], '이/가')} {_percent_with(low[1], '으로/로')} 가장 낮습니다"
    return f"{kind} {len(rates)}개 가운데 집행률은 {first}, {last}."


def funding_sentence(record: ProgrammeRecord, value: Decimal, shares: Sequence[tuple[str, Decimal]], many: bool) -> str:
    """Tell the largest programme and who pays most of it."""
    subject = f"금액이 가장 큰 사업은 {record.title}" if many else f"금액이 적힌 사업은 {record.title} 하나"
    start = f"{with_particle(subject, '으로/로')} {spoken_amount(value)}이며"
    if not shares:
        return f"{start}, 보고서는 재원을 나누어 적지 않았습니다."
    source, most = max(shares, key=lambda pair: pair[1])
    if most == value:
        return f"{start}, 모두 {source}입니다."
    return f"{start}, 그 가운데 {_with_percent(most, ratio_percent(most, value), '이/가')} {source}입니다."


def sources_sentence(name: str, programmes: str, total: Decimal, shares: Sequence[tuple[str, Decimal]]) -> str:
    """Tell the largest sum of programmes and where most of it comes from; `programmes` counts them (`사업 9개`)."""
    source, most = max(shares, key=lambda pair: pair[1])
    start = f"{name} {programmes}의 금액을 더하면 {with_particle(spoken_amount(total), '으로/로')} 가장 크며"
    if most == total:
        return f"{start}, 모두 {source}입니다."
    return f"{start}, 그 가운데 {_with_percent(most, ratio_percent(most, total), '이/가')} {source}입니다."


def _when(total: YearTotal) -> str:
    """Say when a total holds: `2022. 8. 31. 기준으로`, `2022년 8월 말 기준으로`, `2022년에`."""
    if not total.basis:
        return f"{total.year}년에"
    basis = f"{basis_text(total.basis)}으로"
    return basis if str(total.year) in total.basis else f"{total.year}년 {basis}"


def _with_percent(thousand_won: Decimal, percent: Decimal | None, particle: Particle) -> str:
    """Say an amount with a share in brackets; the particle goes by the word before the bracket: `원(73.0%)을`."""
    amount = spoken_amount(thousand_won)
    aside = f"({format_percent(percent)}){WORD_JOINER}" if percent is not None else ""
    return amount + aside + with_particle(amount, particle).removeprefix(amount)


def _percent_with(percent: Decimal, particle: Particle) -> str:
    text = format_percent(percent)
    return text + WORD_JOINER + with_particle(text, particle).removeprefix(text)
