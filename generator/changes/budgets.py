"""A programme's budget in two versions: amounts by name, their split by funding source, the rate."""

from __future__ import annotations

from collections.abc import Iterator

from generator.changes.figures import PERCENT, figure_change
from generator.changes.kinds import Change, ChangeKind, FigureChange, Place, Subject
from generator.changes.lines import Line, compare_line, compare_lines, lines_of
from generator.changes.wording import figure_text
from generator.changes.words import Run, RunKind, compare_words
from generator.diagnostics import Span
from generator.document import Amount, Budget, Share
from generator.notation.unit import convert, find_unit


def compare_budgets(old: Budget, new: Budget, place: Place) -> Iterator[Change]:
    """Compare two budgets; amounts in different money units are compared in that of the new one."""
    if old.unit != new.unit:
        yield from compare_line(Line(old.unit, Subject.BUDGET), Line(new.unit, Subject.BUDGET), place, "단위")
    before = {amount.label: amount for amount in old.amounts}
    after = {amount.label: amount for amount in new.amounts}
    for label in dict.fromkeys((*after, *before)):
        yield from _compare_amounts(before.get(label), after.get(label), (old.unit, new.unit), place)
    yield from _compare_rates(old, new, place)
    yield from compare_lines(list(lines_of(old.notes)), list(lines_of(new.notes)), place)


def _compare_amounts(old: Amount | None, new: Amount | None, units: tuple[str, str], place: Place) -> Iterator[Change]:
    if old is None or new is None:
        amount = new or old
        assert amount is not None
        yield _lone(amount.label, _printed(amount, units[new is not None]), new is not None, amount.at, place)
        return
    yield from _changed(new.label, old, new, units, place, new.at)
    before = {share.source: share for share in old.shares}
    after = {share.source: share for share in new.shares}
    for source in dict.fromkeys((*after, *before)):
        one, other = before.get(source), after.get(source)
        name = f"{new.label} › {source}"
        if one is not None and other is not None:
            yield from _changed(name, one, other, units, place, other.at or new.at)
        elif (share := other or one) is not None:
            yield _lone(
                name, figure_text(share.text, units[other is not None]), other is not None, share.at or new.at, place
            )
    if not before and not after:
        one_line, other_line = (Line(text, Subject.BUDGET, at=new.at) for text in (old.funding, new.funding))
        yield from compare_line(one_line, other_line, place, f"{new.label} › 재원")


def _compare_rates(old: Budget, new: Budget, place: Place) -> Iterator[Change]:
    if old.rate and new.rate and old.rate.value != new.rate.value:
        texts = (old.rate.text, new.rate.text)
        figure = figure_change(
            new.rate.label, old.rate.value, new.rate.value, PERCENT, texts, derived=new.rate.computed
        )
        yield Change(
            ChangeKind.FIGURE,
            Subject.BUDGET,
            place,
            new.rate.label,
            *texts,
            compare_words(*texts),
            (figure,),
            new.rate.at,
        )
    elif (old.rate is None) != (new.rate is None):
        rate = new.rate or old.rate
        assert rate is not None
        yield _lone(rate.label, rate.text, new.rate is not None, rate.at, place)


def amount_figure(name: str, old: Amount | Share, new: Amount | Share, units: tuple[str, str]) -> FigureChange | None:
    """Give the change from one amount to another, in the unit of the new one; None where they are worth the same.

    `units` are those that the two amounts count in; where one is no unit of money, the numbers are compared as such.
    """
    before = old.value
    if units[0] != units[1] and find_unit(units[0]) and find_unit(units[1]):
        before = convert(before, *units)
    return figure_change(name, before, new.value, units[1], (old.text, new.text)) if before != new.value else None


def _changed(
    name: str, old: Amount | Share, new: Amount | Share, units: tuple[str, str], place: Place, at: Span | None
) -> Iterator[Change]:
    if (figure := amount_figure(name, old, new, units)) is not None:
        texts = (old.text, new.text)
        yield Change(ChangeKind.FIGURE, Subject.BUDGET, place, name, *texts, compare_words(*texts), (figure,), at)


def _lone(name: str, text: str, is_new: bool, at: Span | None, place: Place) -> Change:
    kind, run = (ChangeKind.ADDED, RunKind.INS) if is_new else (ChangeKind.REMOVED, RunKind.DEL)
    old, new = ("", text) if is_new else (text, "")
    return Change(kind, Subject.BUDGET, place, name, old, new, (Run(run, text),), at=at)


def _printed(amount: Amount, unit: str) -> str:
    return f"{figure_text(amount.text, unit)} {amount.funding}".strip()
