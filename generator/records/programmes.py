"""Programmes: what each report tells of them, and what they may spend and have spent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import Block, Budget, Division, Item, Outline, Rate, Role, plain, walk_divisions
from generator.document.geometry import bare_name
from generator.records.kinds import Measure, Money, ProgrammeRecord
from generator.records.money import money_of_amount, money_of_text
from generator.records.place import Place

_MEASURES = {"예산액": Measure.BUDGET, "집행액": Measure.EXECUTION}
_REQUIRED = "소요예산"
_COST = re.compile(r"(?:\d{4}년)?(?:소요)?(?:사업비|사업예산|소요예산|예산액?)")
"""Names of the line in a programme's text that tells its cost. 총사업비 is left out: it counts all years."""


def programme_of(place: Place) -> ProgrammeRecord | None:
    """Give the record of a place that is a programme, None for any other."""
    division = place.division
    if division.role is not Role.PROGRAMME or division.programme is None:
        return None
    document, facts = place.document, division.programme
    budgets = tuple(_budgets(division))
    rate = next((budget.rate for budget in budgets if budget.rate), None)
    known = rate if rate and any(sign.isdigit() for sign in rate.text) else None
    return ProgrammeRecord(
        source=place.source,
        id=facts.id,
        title=plain(division.title),
        fiscal_year=place.fiscal_year,
        planned=place.planned,
        department=document.department_slug,
        department_name=document.department,
        institution=document.institution,
        team=facts.team,
        purpose=plain(facts.purpose),
        basis=document.basis,
        amounts=_amounts(place, budgets) or tuple(_told_cost(place)),
        rate=known.value if known else None,
        rate_computed=_is_computed(known),
    )


def _is_computed(rate: Rate | None) -> bool:
    return rate is not None and rate.computed


def _budgets(division: Division) -> Iterator[Budget]:
    """Give the programme's budgets: the one beside its title, then others that its topics print."""
    facts = division.programme
    own = facts.budget if facts else None
    if own:
        yield own
    for below in walk_divisions((division,)):
        yield from (block for block in below.blocks if isinstance(block, Budget) and block != own)


def _amounts(place: Place, budgets: tuple[Budget, ...]) -> tuple[Money, ...]:
    made: dict[Measure, Money] = {}
    for budget in budgets:
        for amount in budget.amounts:
            measure = _measure(amount.label, place, made)
            made.setdefault(measure, money_of_amount(amount, budget, measure, place.house))
    for line in _further_lines(place):
        measure = _measure(_REQUIRED, place, made)
        if money := money_of_text(line, measure, place.house):
            made.setdefault(measure, money)
    return tuple(made[measure] for measure in Measure if measure in made)


def _measure(label: str, place: Place, made: dict[Measure, Money]) -> Measure:
    """What results require they had as their budget; where a budget stands beside it, it is what is still to come."""
    if bare_name(label) == _REQUIRED:
        return Measure.PLAN if place.planned or Measure.BUDGET in made else Measure.BUDGET
    return _MEASURES.get(bare_name(label), Measure.BUDGET)


def _further_lines(place: Place) -> Iterator[str]:
    """Give the lines `□ 소요예산: …` that stand beside the programme's first budget."""
    facts = place.division.programme
    first = facts.budget.line if facts and facts.budget else ""
    for topic in place.division.children:
        line = plain(topic.value)
        if bare_name(plain(topic.title)) == _REQUIRED and line and line != first:
            yield line


def _told_cost(place: Place) -> Iterator[Money]:
    """Read the cost from the programme's text where it has no budget of its own: `- 사업비 : 640백만원`."""
    measure = Measure.PLAN if place.planned else Measure.BUDGET
    for division in walk_divisions((place.division,)):
        for item in _items(division.blocks):
            if _COST.fullmatch(bare_name(item.label)):
                money = money_of_text(plain(item.value), measure, place.house)
                if money:
                    yield money
                    return


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    """Give the marked lines of a topic, the outermost level only: what hangs under one is a part of the programme."""
    for block in blocks:
        if isinstance(block, Outline):
            yield from block.items
