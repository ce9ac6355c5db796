"""Relations that a table declares itself: the formulas under its 계산 key and those of its block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.reading.matrix import Matrix
from generator.checks.reading.rate_columns import rate_columns
from generator.checks.relation import Relation
from generator.sheet import relations

_SUM = "합계"


def declared_relations(found: Matrix, *, without: Iterable[Relation], sums: bool) -> Iterator[Relation]:
    """Give what the formulas of a table say about cells that were not looked at yet (`without`).

    `sums` asks for the totals, otherwise for everything else. Rates that their names explain are left to the rule on
    percentages, which knows how the report rounds.
    """
    formulas = tuple(f for f in found.table.formulas if (_SUM in f.expression) == sums)
    if not formulas:
        return
    known = {relation.at for relation in without} | {rate.at for rate in rate_columns(found)}
    for told in relations(found.table, formulas):
        if told.at is not None and told.at not in known:
            yield Relation(told.label, told.written, told.computed, told.at, told.operands or told.formula)
