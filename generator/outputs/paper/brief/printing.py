"""Printing a brief: measured by laying it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.cache import Store
from generator.document import Document
from generator.editions import BRIEF
from generator.outputs.paper.bound_report import bind_report
from generator.outputs.paper.brief.brief import Brief, BriefFigure, BriefGroup, BriefProgramme
from generator.outputs.paper.brief.choosing import Told, lines_of, told_of
from generator.outputs.paper.brief.fitting import LADDER, Step, fullest_fit
from generator.outputs.paper.column_widths import text_width
from generator.outputs.paper.laying_out import LaidOut
from generator.outputs.paper.page_drawing import PageDrawer
from generator.outputs.paper.pdf_result import PdfResult
from generator.outputs.paper.printer import lay_out, require_printer
from generator.outputs.paper.printing import paper_environment
from generator.outputs.paper.provenance import Provenance
from generator.outputs.paper.sheet import sheet_of
from generator.outputs.paper.words import LONGEST_WHOLE, keep_words
from generator.records.kinds import Measure

_LABELS = {
    Measure.BUDGET: "예산액",
    Measure.EXECUTION: "집행액",
    Measure.SETTLEMENT: "결산액",
    Measure.PLAN: "소요예산",
}
_PAGE = 521.6
"""The width of the text in points: 184 mm."""
_NAMES, _NAMES_ALONE, _RATE = 15.3, 20.5, 4.3
"""The widths of the style sheet, in em: numbers and names with purposes beside them and without, and rates."""
_CELL_PADDING = 1.3
"""What a cell has beside its text, in em."""
_PURPOSE_PART = 0.36
"""The part that the purposes take of the width that they share with what is told."""
_MARK = 1.0
"""What an item's mark takes before its text."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A column of amounts: what it is, its name, its width in em of the table's type."""

    measure: Measure
    label: str
    em: float

    @property
    def width(self) -> str:
        return f"{self.em:.2f}em"


def render_brief(
    brief: Brief, document: Document, origin: Provenance | None = None, store: Store | None = None
) -> PdfResult:
    """Print the brief of a report; what is said of the file's origin is that of the report. What a `store` has of an
    earlier time is not drawn again.

    Raises `PdfUnavailable` where Pango or WeasyPrint cannot be used, `FontsMissing` where the fonts are not installed.
    """
    require_printer()
    drawer = PageDrawer(sheet_of(BRIEF), store)
    drawn = drawer.drawn(
        _html(brief, document, LADDER[0]),
        {},
        lambda: fullest_fit(lambda step: _laid_out(brief, document, step), lambda made: len(made.pages.pages) == 1),
    )
    data, warnings = bind_report(document, BRIEF, origin, [drawn], drawer.closing(origin), unnumbered=0)
    if drawn.page_count > 1:
        crowded = (
            f"{BRIEF.name}이 {drawn.page_count}쪽이 되었습니다. 사업 {brief.programme_count}개를 가장 작은 글자로 "
            "줄여도 한 쪽에 담을 수 없습니다. 한 장이 꼭 필요하면 보고서를 나누세요."
        )
        warnings = (*warnings, crowded)
    return PdfResult(data, {}, drawn.page_count, warnings, {})


def _laid_out(brief: Brief, document: Document, step: Step) -> LaidOut:
    html = _html(brief, document, step)
    return LaidOut(html, lay_out(html, None, sheet_of(BRIEF).medium))


def _html(brief: Brief, document: Document, step: Step) -> str:
    template = paper_environment("pdf", sheet_of(BRIEF)).get_template("report/brief.html")
    html = template.render(
        brief=brief,
        step=step,
        title=BRIEF.title_of(document.title),
        edition=BRIEF.name,
        groups=[_laid_group(group, step) for group in brief.groups],
        years=_amounts(_measures_of_years(brief), brief.years, step),
    )
    return keep_words(html, LONGEST_WHOLE)


def _laid_group(group: BriefGroup, step: Step) -> tuple[BriefGroup, tuple[_Amount, ...], str, list[tuple[Told, ...]]]:
    """Give a group with its columns of amounts, the width of its purposes and what each of its programmes tells."""
    amounts = _amounts(group.measures, group.programmes, step)
    told = any(programme.topics for programme in group.programmes)
    purposes = step.purpose and any(programme.purpose for programme in group.programmes)
    room = _PAGE / step.size - (_NAMES if purposes else _NAMES_ALONE) - sum(column.em for column in amounts)
    room -= _RATE if any(programme.rate for programme in group.programmes) else 0
    purpose = room * (_PURPOSE_PART if told else 1) if purposes else 0.0
    items = room - purpose - _CELL_PADDING - _MARK
    return (
        group,
        amounts,
        f"{purpose:.2f}em",
        [told_of(one.topics, _lines(one, step, purpose), items) for one in group.programmes],
    )


def _lines(programme: BriefProgramme, step: Step, purpose: float) -> int:
    """A row is as tall as its purpose, so what is told beside it may be as long."""
    taken = lines_of(programme.purpose, purpose - _CELL_PADDING) if purpose else 0
    return max(step.lines, taken)


def _measures_of_years(brief: Brief) -> tuple[Measure, ...]:
    had = {measure for year in brief.years for measure, _ in year.figures}
    return tuple(measure for measure in Measure if measure in had)


def _amounts(measures: Sequence[Measure], rows: Sequence[Any], step: Step) -> tuple[_Amount, ...]:
    columns = []
    for measure in measures:
        figures = [figure for row in rows if (figure := row.figure(measure))]
        width = max((_width(figure, step) for figure in figures), default=0.0)
        label = _LABELS[measure]
        columns.append(_Amount(measure, label, max(width, text_width(label)) + _CELL_PADDING))
    return tuple(columns)


def _width(figure: BriefFigure, step: Step) -> float:
    funding = figure.funding if step.funding else ()
    size = step.funding_size / step.size
    return max(text_width(figure.text), *(size * (text_width(piece) + 0.75) for piece in funding), 0.0)
