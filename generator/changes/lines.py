"""Lines of text: marked items, paragraphs, remarks, and the lines of a cell, compared as one list.

A mark says what a line belongs to: ○ made - hangs under the line above it, so that is told as well. In the lines
of a cell or a chart, which know no levels, marks say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.changes.aligning import Alignment, Matching
from generator.changes.figures import changed_figures
from generator.changes.kinds import Change, ChangeKind, FigureChange, Place, Subject
from generator.changes.words import Run, RunKind, compare_words, is_changed
from generator.diagnostics import Span
from generator.document import Block, Inlines, Item, Link, Note, Outline, Paragraph, Strong, plain

# A remark belongs to no level of marks, and is no plain paragraph either.
_REMARK = -1
# Below this two lines are two lines, not one that was reworded.
_LEAST_LIKE = 0.5
# Between the same neighbours a line that kept less than that is still the same line, reworded.
_LEAST_LIKE_IN_PLACE = 0.25


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its mark. `label` is the name in `이름: 값`; `above` the line that it hangs under; `blocks` what
    else stands in it, such as a table; `unit` that of its bare numbers; `level` the depth of its `mark`, 0 of a
    line without one."""

    text: str
    subject: Subject
    label: str = ""
    above: str = ""
    unit: str = ""
    links: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    at: Span | None = None
    mark: str = ""
    level: int = 0


def lines_of(blocks: Sequence[Block], above: str = "") -> Iterator[Line]:
    """Give the lines of some blocks in printed order; a block that is no text goes with the line that it hangs under,
    or stands in a line of its own without text."""
    for block in blocks:
        match block:
            case Paragraph(content, at=at):
                yield _line(content, Subject.PARAGRAPH, "", above, at)
            case Note(content, at=at):
                yield replace(_line(content, Subject.NOTE, "", above, at), mark="※", level=_REMARK)
            case Outline(items):
                for item in items:
                    yield from _item_lines(item, above)
            case _:
                yield Line("", Subject.PARAGRAPH, above=above, blocks=(block,))


def line_of(content: Inlines, subject: Subject, at: Span | None = None, label: str = "") -> Line:
    """Make a line of a text run."""
    return _line(content, subject, label, "", at)


def text_of(content: Inlines) -> str:
    """Give a text run as one line: without markup, all white space as one blank."""
    return " ".join(plain(content).split())


def compare_lines(old: Sequence[Line], new: Sequence[Line], place: Place) -> Iterator[Change]:
    """Compare two lists of lines, in the order of the new one; blocks in the lines are not looked into."""
    ones = [line for line in old if line.text]
    others = [line for line in new if line.text]
    alignment = _align(ones, others)
    moved = alignment.moved()
    for i, k in alignment.steps():
        if k is None:
            yield _lone(ChangeKind.REMOVED, ones[i or 0], place)
        elif i is None:
            yield _lone(ChangeKind.ADDED, others[k], place)
        else:
            if k in moved:
                line = others[k]
                yield Change(ChangeKind.MOVED, line.subject, place, _name(line), line.text, line.text, at=line.at)
            yield from _compare_marks(ones[i], others[k], place)
            yield from compare_line(ones[i], others[k], place)


def compare_line(old: Line, new: Line, place: Place, name: str = "") -> Iterator[Change]:
    """Compare two wordings of one line; `name` is what it is called, by default its label."""
    runs = compare_words(old.text, new.text)
    if is_changed(runs):
        label = name or new.label
        figures = changed_figures(label, old.text, new.text, runs, new.unit or old.unit)
        kind = _kind(old, new, figures, runs)
        shown = name or _name(new)
        yield Change(kind, new.subject, place, shown, old.text, new.text, runs, figures, new.at or old.at)
    elif old.links != new.links:
        links = (", ".join(old.links), ", ".join(new.links))
        runs = tuple(Run(kind, text) for kind, text in zip((RunKind.DEL, RunKind.INS), links, strict=True) if text)
        yield Change(ChangeKind.TEXT, Subject.LINK, place, name or new.text, *links, runs, at=new.at)


def _compare_marks(old: Line, new: Line, place: Place) -> Iterator[Change]:
    if old.level == new.level:
        return
    before, after = (f"{line.mark} " if line.mark else "" for line in (old, new))
    marks = tuple(Run(kind, mark) for kind, mark in ((RunKind.DEL, before), (RunKind.INS, after)) if mark)
    runs = (*marks, Run(RunKind.SAME, new.text))
    lines = (f"{before}{new.text}", f"{after}{new.text}")
    yield Change(ChangeKind.MARK, new.subject, place, new.label or new.text, *lines, runs, at=new.at)


def _kind(old: Line, new: Line, figures: Sequence[FigureChange], runs: Sequence[Run]) -> ChangeKind:
    if not old.text:
        return ChangeKind.ADDED
    if not new.text:
        return ChangeKind.REMOVED
    return ChangeKind.FIGURE if len(figures) == _replacements(runs) else ChangeKind.TEXT


def _align(old: Sequence[Line], new: Sequence[Line]) -> Alignment:
    matching = Matching(len(old), len(new))
    ones, others = [line.text for line in old], [line.text for line in new]
    matching.in_order(ones, others)
    matching.by_key([(line.above, line.text) for line in old], [(line.above, line.text) for line in new])
    # 이름: 값 — the name says which line it is, where it stands once.
    matching.by_key(_labels(old), _labels(new))
    matching.by_likeness(ones, others, _LEAST_LIKE)
    matching.in_gaps(ones, others, _LEAST_LIKE_IN_PLACE)
    return matching.result()


def _labels(lines: Sequence[Line]) -> list[str | None]:
    names = ["".join(line.label.split()) for line in lines]
    counts = Counter(names)
    return [name if name and counts[name] == 1 else None for name in names]


def _lone(kind: ChangeKind, line: Line, place: Place) -> Change:
    run = RunKind.INS if kind is ChangeKind.ADDED else RunKind.DEL
    old, new = ("", line.text) if kind is ChangeKind.ADDED else (line.text, "")
    return Change(kind, line.subject, place, _name(line), old, new, (Run(run, line.text),), at=line.at)


def _name(line: Line) -> str:
    return line.label or line.above


def _replacements(runs: Sequence[Run]) -> int:
    """Count the places where something changed."""
    kinds = [run.kind for run in runs]
    return sum(
        kind is not RunKind.SAME and (index == 0 or kinds[index - 1] is RunKind.SAME)
        for index, kind in enumerate(kinds)
    )


def _item_lines(item: Item, above: str) -> Iterator[Line]:
    label = " ".join(item.label.split())
    texts = [child for child in item.children if isinstance(child, Paragraph | Note | Outline)]
    others = tuple(child for child in item.children if not isinstance(child, Paragraph | Note | Outline))
    line = _line(item.content, Subject.ITEM, label, above, item.at)
    yield replace(line, blocks=others, mark=item.mark, level=item.level)
    yield from lines_of(texts, label or line.text)


def _line(content: Inlines, subject: Subject, label: str, above: str, at: Span | None) -> Line:
    return Line(text_of(content), subject, label, above, links=tuple(_links(content)), at=at)


def _links(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Link(href, children):
                yield href
                yield from _links(children)
            case Strong(children):
                yield from _links(children)
