"""Errata (정오): figures that are known to be wrong and stay as published, with what they should be and why they stay.

They are the findings that a comment in the content silences. The report's page shows each at its place, and one page
collects them all (정오표).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.checks.exclusion import Silenced
from generator.checks.relation import Comparison, Relation, show_figure
from generator.checks.rule import Group
from generator.diagnostics import LinesOf, Span
from generator.document import Division, Document, Role, plain, walk_divisions
from generator.document.citing import cited_number
from generator.outputs.web.annotation import Annotation
from generator.outputs.web.placing import find_targets, text_of

WORD = "정오"
"""The word that stands at the figure."""


@dataclass(frozen=True, slots=True)
class Erratum:
    """One figure or statement that stays as published.

    `title` is what the rule asks for, `fact` what it found. `written` is what the report says; `computed`, `difference`
    and `formula` are empty where nothing was computed. `reason` is what staff wrote about it. `place` names the
    programme and heading; `anchor` is the place in the report's page, empty where the page does not show it.
    """

    number: int
    folder: str
    at: Span
    code: str
    title: str
    fact: str
    written: str
    computed: str
    difference: str
    formula: str
    reason: str
    anchor: str = ""
    place: str = ""

    @property
    def id(self) -> str:
        """The anchor of its note in the report's page."""
        return f"_erratum-{self.number}"

    @property
    def entry_id(self) -> str:
        """The anchor of its entry on the page of all errata."""
        return f"{self.folder.replace('/', '-')}-{self.number}"

    @property
    def href(self) -> str:
        """The report's page at the figure, from the archive's root."""
        return f"{self.folder}/index.html" + (f"#{self.anchor}" if self.anchor else "")


def errata_of(document: Document, silenced: Iterable[Silenced], lines_of: LinesOf) -> tuple[Erratum, ...]:
    """Give the errata of a report, in printed order. `silenced` may be that of the whole archive.

    What a report lacks is no erratum, nor is its notation: nothing that it states is wrong.
    """
    folder = f"{document.year}/{document.slug}"
    own = [item for item in silenced if item.finding.diagnostic.at.path.startswith(f"{folder}/")]
    own = [item for item in own if item.finding.rule and item.finding.rule.group is not Group.NOTATION]
    unordered = [_erratum(number, folder, item, lines_of) for number, item in enumerate(own, start=1)]
    order = {id(division): position for position, division in enumerate(walk_divisions(document.parts))}
    targets = find_targets(document, map(erratum_annotation, unordered), lines_of)
    divisions = {target.annotation.id: target.divisions for target in targets}
    printed = sorted(
        unordered, key=lambda e: (order[id(divisions[e.id][-1])] if e.id in divisions else -1, e.at, e.code)
    )
    return tuple(
        _placed(erratum, number, divisions.get(erratum.id, ())) for number, erratum in enumerate(printed, start=1)
    )


def erratum_annotation(erratum: Erratum) -> Annotation:
    """Make the annotation that shows an erratum in its report."""
    return Annotation(erratum.id, erratum.at, WORD, "erratum", erratum, f"../../errata/index.html#{erratum.entry_id}")


def _erratum(number: int, folder: str, item: Silenced, lines_of: LinesOf) -> Erratum:
    finding = item.finding
    diagnostic, relation = finding.diagnostic, finding.relation
    return Erratum(
        number=number,
        folder=folder,
        at=diagnostic.at,
        code=diagnostic.code,
        title=finding.rule.title if finding.rule else "",
        fact=diagnostic.message,
        written=show_figure(relation.written, relation) if relation else _one_line(text_of(diagnostic.at, lines_of)),
        computed=_computed(relation) if relation else finding.replacement or "",
        difference=show_figure(relation.difference, relation) if relation else "",
        formula=relation.formula if relation else "",
        reason=item.exclusion.reason,
    )


def _placed(erratum: Erratum, number: int, divisions: tuple[Division, ...]) -> Erratum:
    numbered = replace(erratum, number=number)
    if not divisions:
        return numbered
    return replace(numbered, anchor=erratum_annotation(numbered).mark_id, place=_named(divisions))


def _named(divisions: tuple[Division, ...]) -> str:
    """Name a place as people cite it: `Ⅱ-5 중소기업 지원 › 예산현황`, `Ⅰ 일반현황 › 인력`."""
    part = divisions[0]
    inner = next((i for i, division in enumerate(divisions) if division.role is Role.PROGRAMME), 0)
    first = divisions[inner]
    number = cited_number(part, first) if inner else part.number.strip(" .")
    names = [f"{number} {plain(first.title)}".strip(), *(plain(division.title) for division in divisions[inner + 1 :])]
    return " › ".join(filter(None, names))


def _computed(relation: Relation) -> str:
    figure = show_figure(relation.computed, relation)
    return f"{figure} 이하" if relation.comparison is Comparison.AT_MOST else figure


def _one_line(text: str) -> str:
    """Give a source text on one line; `<br>` is how an author breaks a line in a table."""
    return " ".join(re.sub(r"<br\s*/?>", " ", text).split())
