"""The programmes of a report as staff wrote them, with their budgets read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks.budget import BudgetTable
from generator.diagnostics import Span
from generator.house import House
from generator.library import LoadedReport
from generator.model import Division, Programme
from generator.notation.money import Money, Problem, parse_money
from generator.source import Scalar


@dataclass(frozen=True, slots=True, eq=False)
class BudgetAmount:
    """An amount of a programme's budget as it was written, in the unit of its budget."""

    label: str
    money: Money
    scalar: Scalar

    @property
    def at(self) -> Span:
        """The place of the amount itself, without its split."""
        start = self.scalar.text.find(self.money.written)
        return self.scalar.locate(max(start, 0), max(start, 0) + len(self.money.written))


@dataclass(frozen=True, slots=True, eq=False)
class ProgrammeBudget:
    """A budget: what was planned, what was spent where that is told, and a rate where one was written."""

    unit: str
    planned: BudgetAmount
    spent: BudgetAmount | None = None
    rate: Scalar | None = None
    is_partial: bool = False
    """Its title says that it leaves something out: `소요예산(특화사업제외)`."""


@dataclass(frozen=True, slots=True, eq=False)
class PlacedProgramme:
    """A programme with the keys that lead to it, the titles above it from the part down, and its budgets."""

    model: Programme
    keys: tuple[str, ...]
    titles: tuple[Scalar, ...]
    budgets: tuple[ProgrammeBudget, ...]

    @property
    def title(self) -> str:
        """Its title on one line."""
        return " ".join(self.model.title.text.split())


def programmes_of(loaded: LoadedReport, house: House) -> Iterator[PlacedProgramme]:
    """Give all programmes of a report, in printed order."""
    for section in loaded.sections:
        yield from _in_division(section.section, (section.path,), (), house)


def _in_division(
    division: Division, keys: tuple[str, ...], above: tuple[Scalar, ...], house: House
) -> Iterator[PlacedProgramme]:
    titles = (*above, division.title)
    for count, below in enumerate(division.divisions, start=1):
        yield from _in_division(below, (*keys, "절", str(count)), titles, house)
    for count, programme in enumerate(division.programmes, start=1):
        budgets = tuple(_budgets(programme, house))
        yield PlacedProgramme(programme, (*keys, "사업", str(count)), titles, budgets)


def _budgets(programme: Programme, house: House) -> Iterator[ProgrammeBudget]:
    for written in (programme.budget, programme.required_budget):
        if isinstance(written, Scalar):
            if planned := _amount("소요예산", written, house.unit, house):
                yield ProgrammeBudget(house.unit, planned)
        elif isinstance(written, BudgetTable):
            unit = written.unit.text.strip() if written.unit else house.unit
            planned = _amount("예산액", written.budget, unit, house)
            spent = _amount("집행액", written.execution, unit, house) if written.execution else None
            if planned:
                title = written.title.text if written.title else ""
                yield ProgrammeBudget(unit, planned, spent, written.rate, "제외" in title)


def _amount(label: str, scalar: Scalar, unit: str, house: House) -> BudgetAmount | None:
    money = parse_money(scalar.text, house.sources, unit)
    return None if isinstance(money, Problem) else BudgetAmount(label, money, scalar)
