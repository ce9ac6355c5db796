"""Two years of a department: programmes that went on, and last year's plan beside the result it came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes.budgets import amount_figure
from generator.changes.divisions import compare_parts
from generator.changes.figures import changed_figures
from generator.changes.kinds import Change, ChangeKind, FigureChange, ReportChanges, Subject
from generator.changes.lines import Line, lines_of, text_of
from generator.changes.pairing import PLAN, Located, locate_programmes, pair_programmes
from generator.changes.words import Run, compare_words
from generator.checks.reading.title import bare_title
from generator.document import Division, Document, plain, walk_divisions
from generator.fields import words
from generator.lineage import ResolvedLineage

NO_LINEAGE: Mapping[str, str] = {}

_PLAN_WORD, _RESULT_WORD = "계획", "실적"
_NOTHING = " -−–—"
_VALUE_KINDS = frozenset({ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.TEXT})


@dataclass(frozen=True, slots=True)
class Versus:
    """One line of a plan beside that of the result; either may be empty, where it speaks of it under no such name."""

    label: str
    planned: str
    result: str
    runs: tuple[Run, ...] = ()
    figures: tuple[FigureChange, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanResult:
    """A planned programme with its result, None where the report of the year has none; the lines that both have under
    one name, and the money."""

    planned: Located
    result: Located | None
    lines: tuple[Versus, ...] = ()


def compare_years(old: Document, new: Document, same: Mapping[str, str] = NO_LINEAGE) -> ReportChanges:
    """Compare the reports of two years.

    `same` gives the lineage of a programme by its id: programmes of one lineage are the same under other ids. What
    every year changes in a report about itself, its title and basis date, is left out; so is an empty cell that
    became a dash, since both say that there is none, and the mark of a line, which each year chooses anew.
    """
    pairing = pair_programmes(old, new, same)
    changes = tuple(c for c in compare_parts(old.parts, new.parts, pairing) if not _says_nothing(c))
    return ReportChanges(old, new, changes)


def plans_against_results(
    planned: Sequence[Document], results: Sequence[Document], same: Mapping[str, str] = NO_LINEAGE
) -> tuple[PlanResult, ...]:
    """Set the plans of `planned` beside the results of `results`, which report on the year planned for.

    A plan is a programme of a report of that kind, or of a part of it; it finds its result by id, with or without the
    mark of a plan, by `same`, or by title.
    """
    plans = [located for document in planned for located in plans_of(document)]
    by_id: dict[str, Located] = {}
    by_title: dict[str, Located] = {}
    for located in (found for document in results for found in results_of(document)):
        for name in _names(located, same):
            by_id.setdefault(name, located)
        by_title.setdefault(bare_title(plain(located.division.title)), located)
    made = []
    for plan in plans:
        named = next((by_id[name] for name in _names(plan, same) if name in by_id), None)
        found = named or by_title.get(bare_title(plain(plan.division.title)))
        made.append(PlanResult(plan, found, _versus(plan.division, found.division) if found else ()))
    return tuple(made)


def plans_of(document: Document) -> tuple[Located, ...]:
    """Give the programmes of a report that are plans: of a part that says so, or of a report of plans."""
    return tuple(p for p in locate_programmes(document).values() if _is_plan(document, p))


def results_of(document: Document) -> tuple[Located, ...]:
    """Give the programmes of a report of results that are no plans."""
    if _RESULT_WORD not in document.kind:
        return ()
    return tuple(p for p in locate_programmes(document).values() if not _is_plan(document, p))


def lineage_names(lineages: Iterable[ResolvedLineage]) -> dict[str, str]:
    """Give the lineage's name for the id of every programme that programs.yml joins."""
    return {name: words(lineage.entry.id) for lineage in lineages for name in lineage.ids}


def _names(located: Located, same: Mapping[str, str]) -> tuple[str, ...]:
    own = located.division.programme.id if located.division.programme else located.division.id
    return own.removesuffix(PLAN), same.get(own, own)


def _is_plan(document: Document, located: Located) -> bool:
    above = " ".join(located.trail)
    if located.division.id.endswith(PLAN) or (_PLAN_WORD in above and _RESULT_WORD not in above):
        return True
    return _PLAN_WORD in document.kind and _RESULT_WORD not in above


def _versus(plan: Division, result: Division) -> tuple[Versus, ...]:
    before, after = _named_lines(plan), _named_lines(result)
    made = []
    for key, one in before.items():
        other = after.get(key)
        if other is not None:
            runs = compare_words(one.text, other.text)
            made.append(
                Versus(one.label, one.text, other.text, runs, changed_figures(one.label, one.text, other.text, runs))
            )
    return (*made, *_money(plan, result))


def _named_lines(programme: Division) -> dict[str, Line]:
    budget = programme.programme.budget if programme.programme else None
    found: dict[str, Line] = {}
    for division in walk_divisions((programme,)):
        if division.value and not (budget and budget.line and plain(division.value) == budget.line):
            label = text_of(division.title)
            found.setdefault(bare_title(label), Line(text_of(division.value), Subject.TOPIC, label))
        for line in lines_of(division.blocks):
            value = line.text.partition(":")[2].strip()
            if line.label and value:
                found.setdefault(bare_title(line.label), Line(value, line.subject, line.label))
    return found


def _money(plan: Division, result: Division) -> Iterator[Versus]:
    """Set the amount that was planned beside every amount of the result: what was granted, what was spent."""
    one, other = (d.programme.budget if d.programme else None for d in (plan, result))
    for planned in one.amounts[:1] if one else ():
        for amount in other.amounts if other else ():
            assert one and other
            texts = (f"{planned.text}{one.unit}", f"{amount.text}{other.unit}")
            figure = amount_figure(amount.label, planned, amount, (one.unit, other.unit))
            label = planned.label if amount.label == planned.label else f"{planned.label} → {amount.label}"
            yield Versus(label, *texts, compare_words(*texts), (figure,) if figure else ())


def _says_nothing(change: Change) -> bool:
    if change.kind is ChangeKind.MARK:
        return True
    return not change.old.strip(_NOTHING) and not change.new.strip(_NOTHING) and change.kind in _VALUE_KINDS
