"""A report's programmes in one line each, with the figure that a list shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.document import Amount, Budget, Document, plain, programmes, walk_divisions
from generator.outputs.pages.report_views import programme_views
from generator.outputs.web.forms import unit_name


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme: `id` is its anchor in the report, `number` is cited (`Ⅱ-5`), `part` the part that it stands in.
    `amount` and `executed` are figures as printed, in `unit`; `rate` is the execution rate with its sign, `percent`
    the same from 0 to 100 for a bar. What the report does not give is empty."""

    id: str
    number: str
    title: str
    team: str
    part: str
    amount: str
    executed: str
    unit: str
    rate: str
    percent: Decimal | None

    @property
    def figure(self) -> str:
        """The one figure of a short list: the execution rate, or the amount with its unit."""
        return self.rate or f"{self.amount}{self.unit}"


def programme_lines(document: Document) -> tuple[ProgrammeLine, ...]:
    """Give the programmes of a report in printed order."""
    views = programme_views(document, {})
    parts = {division.id: plain(part.title) for part in document.parts for division in walk_divisions((part,))}
    lines = []
    for division in programmes(document):
        view = views[division.id]
        budget = view.rail.budget if view.rail else None
        lines.append(
            ProgrammeLine(
                id=division.id,
                number=view.number,
                title=view.title,
                team=division.programme.team if division.programme else "",
                part=parts[division.id],
                amount=_amount_text(budget, 0),
                executed=_amount_text(budget, 1),
                unit=unit_name(budget.unit) if budget and budget.amounts else "",
                rate=f"{budget.rate.text.rstrip('%')}%" if budget and budget.rate else "",
                percent=_percent(budget.rate.value if budget and budget.rate else None),
            )
        )
    return tuple(lines)


def measure_of(lines: Sequence[ProgrammeLine]) -> str:
    """Name what the figures of a short list are; empty where there are none."""
    if any(line.rate for line in lines):
        return "집행률"
    return "예산액" if any(line.amount for line in lines) else ""


def _amount_text(budget: Budget | None, index: int) -> str:
    amounts: tuple[Amount, ...] = budget.amounts if budget else ()
    return amounts[index].text if index < len(amounts) else ""


def _percent(value: Decimal | None) -> Decimal | None:
    return None if value is None else min(max(value, Decimal(0)), Decimal(100))
