"""Changes as the rows of a 신구대조표: what stood, what stands, and a remark; grouped by programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.changes.headlines import programme_changes
from generator.changes.kinds import Change, ChangeKind, FigureChange, ReportChanges
from generator.changes.lines import text_of
from generator.changes.pairing import Located
from generator.changes.wording import change_sentence, figure_difference, figure_text
from generator.changes.words import Run, RunKind
from generator.changes.years import PlanResult, Versus
from generator.outputs.review.kinds import figure_label
from generator.outputs.web.paths import report_path

_BEGINNING = 24
"""A line without a name is told by its first letters."""

_FOLDED_LINES = 3
"""A text that came or went as a whole shows so many lines; the rest is folded."""

_MOST_UNFOLDED = 40
"""Of more changes than so many, what came or went as a whole is folded in its group, or it would hide what differs."""

_WHOLES = (ChangeKind.ADDED, ChangeKind.REMOVED)


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One change. `above` are the headings between the group and what changed; `old` and `new` the runs of each side,
    `old_more` and `new_more` the lines that are folded under them; `remarks` what the figures say."""

    id: str
    kind: ChangeKind
    subject: str
    above: str
    name: str
    sentence: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    old_more: tuple[str, ...]
    new_more: tuple[str, ...]
    remarks: tuple[str, ...]
    derived: bool


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """The changes of one programme, or of one section outside the programmes. `old_href` and `new_href` lead to it in
    the two reports, from the archive's root, and are empty where it does not stand there. Of the `rows`, those at
    `shown` are to be seen at once and those at `folded` on request; `counts` says what is folded."""

    id: str
    cited: str
    title: str
    above: str
    old_href: str
    new_href: str
    rows: tuple[ReviewRow, ...]
    shown: tuple[ReviewRow, ...]
    folded: tuple[ReviewRow, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table of figures. `href` leads to its row, `place` is the programme or section."""

    href: str
    place: str
    name: str
    old: str
    new: str
    difference: str
    percent: str
    decreased: bool
    derived: bool


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line of a plan beside that of its result; `old` and `new` are the runs of each side."""

    label: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A planned programme beside its result. `planned_href` and `result_href` lead to them, from the archive's root;
    the second is empty where there is no result."""

    planned: str
    result: str
    planned_href: str
    result_href: str
    lines: tuple[PlanLine, ...]


def plan_view(pair: PlanResult) -> PlanView:
    """Make the view of a plan and its result."""
    result = pair.result
    return PlanView(
        planned=_cited(pair.planned),
        result=_cited(result) if result else "",
        planned_href=_href(pair.planned),
        result_href=_href(result) if result else "",
        lines=tuple(_plan_line(line) for line in pair.lines),
    )


def review_groups(changes: ReportChanges) -> tuple[ReviewGroup, ...]:
    """Group a report's changes in the order in which they come; the rows are numbered through."""
    grouped: dict[object, list[tuple[int, Change]]] = {}
    for number, change in enumerate(changes.changes, start=1):
        grouped.setdefault(_group_key(change), []).append((number, change))
    return tuple(_group(index, members, changes) for index, members in enumerate(grouped.values(), start=1))


def figure_rows(changes: ReportChanges) -> tuple[FigureRow, ...]:
    """Give all figures that changed, in the order of the report."""
    return tuple(
        _figure_row(number, change, figure)
        for number, change in enumerate(changes.changes, start=1)
        for figure in change.figures
    )


def programme_names(changes: ReportChanges, kind: ChangeKind) -> tuple[tuple[str, str], ...]:
    """Give the programmes of which a whole was added, removed, renamed or moved: title and the row's address."""
    return tuple(
        (change.name if kind is not ChangeKind.RENAMED else change.new, f"#change-{number}")
        for number, change in programme_changes(changes, kind)
    )


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[: _BEGINNING - 1].rstrip()}…"


def _plan_line(line: Versus) -> PlanLine:
    return PlanLine(
        label=line.label,
        old=tuple(run for run in line.runs if run.kind is not RunKind.INS),
        new=tuple(run for run in line.runs if run.kind is not RunKind.DEL),
        remarks=_said(line.figures),
    )


def _cited(located: Located) -> str:
    return f"{located.cited} {text_of(located.division.title)}".strip()


def _href(located: Located) -> str:
    return f"{report_path(located.document)}#{located.division.id}"


def _group_key(change: Change) -> object:
    return change.place.programme or change.place.trail[: _depth(change)]


def _depth(change: Change) -> int:
    """How many titles of a change's trail are those of its group: the programme's, or a part and a section."""
    return change.place.depth or min(2, len(change.place.trail))


def _group(index: int, members: Sequence[tuple[int, Change]], changes: ReportChanges) -> ReviewGroup:
    place = members[0][1].place
    depth = _depth(members[0][1])
    trail = place.trail[:depth]
    old = place.programme_before if place.programme else place.old_anchor
    new = place.programme if place.programme else place.new_anchor
    is_gone = all(change.kind is ChangeKind.REMOVED and not change.place.new_anchor for _, change in members)
    if place.programme and is_gone:
        old, new = place.programme, ""
    rows = tuple(_row(number, change, depth) for number, change in members)
    folded = tuple(row for row in rows if row.kind in _WHOLES) if len(changes.changes) > _MOST_UNFOLDED else ()
    return ReviewGroup(
        id=f"group-{index}",
        cited=place.cited,
        title=trail[-1] if trail else "보고서 정보",
        above=" › ".join(trail[:-1]),
        old_href=f"{report_path(changes.old)}#{old}" if old else "",
        new_href=f"{report_path(changes.new)}#{new}" if new else "",
        rows=rows,
        shown=tuple(row for row in rows if row not in folded),
        folded=folded,
        counts=_counted(folded),
    )


def _counted(rows: Sequence[ReviewRow]) -> str:
    counts = ((kind, sum(row.kind is kind for row in rows)) for kind in _WHOLES)
    return ", ".join(f"{kind.value} {count}건" for kind, count in counts if count)


def _row(number: int, change: Change, depth: int) -> ReviewRow:
    old, old_more = _side(change, RunKind.INS)
    new, new_more = _side(change, RunKind.DEL)
    return ReviewRow(
        id=f"change-{number}",
        kind=change.kind,
        subject=change.subject.value,
        above=" › ".join(change.place.trail[depth:]),
        name=_shown_name(change),
        sentence=change_sentence(change),
        old=old,
        new=new,
        old_more=old_more,
        new_more=new_more,
        remarks=_remarks(change),
        derived=change.derived,
    )


def _shown_name(change: Change) -> str:
    # What came or went as a whole is in the columns; its heading is in the trail.
    if change.kind in _WHOLES and (change.new or change.old).startswith(change.name):
        return change.subject.value
    return change.name or change.subject.value


def _side(change: Change, other: RunKind) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """Give one column: the runs without those of the other side, and the lines that are folded."""
    runs = change.runs
    if not runs:
        text = change.old if other is RunKind.INS else change.new
        runs = (Run(RunKind.SAME, text),) if text else ()
    shown = tuple(run for run in runs if run.kind is not other)
    if len(shown) != 1 or shown[0].text.count("\n") < _FOLDED_LINES:
        return shown, ()
    lines = shown[0].text.split("\n")
    return (Run(shown[0].kind, "\n".join(lines[:_FOLDED_LINES])),), tuple(lines[_FOLDED_LINES:])


def _remarks(change: Change) -> tuple[str, ...]:
    return _said(change.figures)


def _said(figures: Sequence[FigureChange]) -> tuple[str, ...]:
    several = len(figures) > 1
    return tuple(
        f"{figure.label} {figure_difference(figure)}".strip() if several else figure_difference(figure)
        for figure in figures
    )


def _figure_row(number: int, change: Change, figure: FigureChange) -> FigureRow:
    trail = change.place.trail
    return FigureRow(
        href=f"#change-{number}",
        place=trail[_depth(change) - 1] if trail else "",
        name=figure_label(change, figure) if change.name or figure.label else _beginning(change.new),
        old=figure_text(figure.old_text, figure.unit),
        new=figure_text(figure.new_text, figure.unit),
        difference=figure.difference,
        percent=figure.percent,
        decreased=not figure.is_increase,
        derived=figure.derived,
    )
