"""What a screen shows beside the text of a report: a mark at the very words, and a note below their list or table.

Marks and notes are nodes of the report's own kinds (a mark is a link, its note a note), so that everything that reads a
report reads an annotated one as well. Only pages are annotated; paper and data are printed from the plain report.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Span
from generator.document import Amount, Inlines, Link, Note, Rate, Text


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark. `id` is its note's anchor; `word` (정오, 오류) stands at the marked text; `tone` (`erratum`, `error`,
    `warning`, `note`) names its look; `subject` is what the note's template prints; `more` leads to a page that says
    more, empty where there is none."""

    id: str
    at: Span
    word: str
    tone: str
    subject: object
    more: str = ""

    @property
    def mark_id(self) -> str:
        """The anchor of the mark, to which the note leads back."""
        return f"{self.id}-at"


@dataclass(frozen=True, slots=True)
class Mark(Link):
    """The words that an annotation is about, as a link to its note; without children only the annotation's word."""

    annotation: Annotation


@dataclass(frozen=True, slots=True)
class AnnotationNote(Note):
    """The notes of all that was marked in a list or table."""

    annotations: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedAmount(Amount):
    """An amount that annotations are about."""

    marks: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedRate(Rate):
    """An execution rate that annotations are about."""

    marks: tuple[Annotation, ...] = ()


def finding_annotation(number: int, finding: Diagnostic) -> Annotation:
    """Make the annotation that shows a finding in the preview; `number` counts the findings of the page from 1."""
    severity = finding.severity
    return Annotation(f"_finding-{number}", finding.at, severity.value, severity.name.lower(), finding)


def mark(annotation: Annotation, children: Inlines = ()) -> Mark:
    """Make the mark of an annotation around some text."""
    return Mark(f"#{annotation.id}", children, annotation)


def figure_runs(figure: Amount | Rate, without: str = "") -> Inlines:
    """Give an amount's or a rate's text as text runs, with its marks; `without` is left out of the text."""
    runs: Inlines = (Text(figure.text.replace(without, "") if without else figure.text),)
    marks = figure.marks if isinstance(figure, MarkedAmount | MarkedRate) else ()
    for index, annotation in enumerate(marks):
        runs = (mark(annotation, runs),) if index == 0 else (*runs, mark(annotation))
    return runs
