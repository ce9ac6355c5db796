"""Who pays: the funding sources of programmes, one bar for each, and of all programmes of a year together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.notation.funding import DEFAULT_SOURCES
from generator.notation.number import EXACT
from generator.outputs.charts.stacked import Part, Stack, StackChart, stacked_bars
from generator.outputs.finance.sentences import funding_sentence, sources_sentence
from generator.records.kinds import Measure, Money, ProgrammeRecord, Records

NO_SPLIT = "재원 구분 없음"

_MEASURES = (Measure.BUDGET, Measure.PLAN, Measure.SETTLEMENT)
_UNIT = "천원"


@dataclass(frozen=True, slots=True)
class Funding:
    """A chart of funding sources with its sentence; `silent` counts the programmes without any amount."""

    chart: StackChart
    sentence: str
    silent: int = 0


def source_order(records: Records) -> tuple[str, ...]:
    """Give the funding sources that occur in an archive, the greater body first; names that local governments do not
    share follow as they occur."""
    found = dict.fromkeys(
        share.source for record in records.programmes for money in record.amounts for share in money.shares
    )
    known = [source.name for source in DEFAULT_SOURCES]
    return tuple(sorted(found, key=lambda name: known.index(name) if name in known else len(known)))


def programme_funding(programmes: Sequence[ProgrammeRecord], order: Sequence[str], title: str) -> Funding | None:
    """Draw the programmes of one department and year, the largest first; None where none has an amount."""
    costed = _costed(programmes)
    if not costed:
        return None
    stacks = [_stack(record, money) for record, money in costed]
    chart = stacked_bars(stacks, order, title=title, unit=_UNIT, first_head="사업", rest_name=NO_SPLIT)
    record, money = costed[0]
    shares = [(share.source, share.value) for share in money.shares]
    sentence = funding_sentence(record, money.value, shares, len(costed) > 1)
    return Funding(chart, sentence, len(programmes) - len(costed))


def funding_by_year(
    groups: Iterable[tuple[str, Sequence[ProgrammeRecord], str]], order: Sequence[str], title: str
) -> Funding | None:
    """Draw all programmes of a department and year as one bar. Groups are a name, the programmes and the address of
    their section. Sums are ours; None where there is nothing to add."""
    stacks = [stack for name, programmes, href in groups if (stack := _sum(name, _costed(programmes), order, href))]
    if not stacks:
        return None
    chart = stacked_bars(stacks, order, title=title, unit=_UNIT, first_head="연도와 부서", rest_name=NO_SPLIT)
    largest = max(stacks, key=lambda stack: stack.total)
    shares = [(part.name, part.value) for part in largest.parts] + ([(NO_SPLIT, largest.rest)] if largest.rest else [])
    return Funding(chart, sources_sentence(largest.name, largest.note, largest.total, shares))


def cost_of(record: ProgrammeRecord) -> Money | None:
    """Give what a programme is allowed to cost: its budget, else its plan, else its settlement."""
    return next((money for measure in _MEASURES if (money := record.amount(measure))), None)


def _costed(programmes: Iterable[ProgrammeRecord]) -> list[tuple[ProgrammeRecord, Money]]:
    # One programme may stand in two chapters of a report; its money is counted once.
    unique = {
        (record.source.folder, record.id or record.source.anchor): record for record in reversed(list(programmes))
    }
    pairs = [(record, money) for record in reversed(unique.values()) if (money := cost_of(record))]
    return sorted(pairs, key=lambda pair: -pair[1].value)


def _stack(record: ProgrammeRecord, money: Money) -> Stack:
    parts = tuple(Part(share.source, share.value) for share in money.shares)
    return Stack(record.title, money.value, parts, _rest(money), record.source.href, computed=money.computed)


def _rest(money: Money) -> Decimal:
    rest = money.value
    for share in money.shares:
        rest = EXACT.subtract(rest, share.value)
    return max(rest, Decimal(0))


def _sum(name: str, costed: Sequence[tuple[ProgrammeRecord, Money]], order: Sequence[str], href: str) -> Stack | None:
    if not costed:
        return None
    parts = {source: Decimal(0) for source in order}
    total = rest = Decimal(0)
    for _, money in costed:
        total, rest = EXACT.add(total, money.value), EXACT.add(rest, _rest(money))
        for share in money.shares:
            parts[share.source] = EXACT.add(parts[share.source], share.value)
    used = tuple(Part(source, value) for source, value in parts.items() if value)
    return Stack(name, total, used, rest, href, note=f"사업 {len(costed)}개", computed=True)
