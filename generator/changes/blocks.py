"""What stands in a division: its lines as one list, its tables by caption, its budget, charts and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.changes.aligning import Matching
from generator.changes.budgets import compare_budgets
from generator.changes.charts import compare_charts, compare_operations
from generator.changes.kinds import Change, ChangeKind, Place, Subject
from generator.changes.lines import Line, compare_line, compare_lines, line_of, lines_of, text_of
from generator.changes.tables import compare_tables, table_text
from generator.changes.words import Run, RunKind
from generator.document import (
    Block,
    Budget,
    Figure,
    NoteRef,
    Operation,
    OrganizationChart,
    Process,
    Step,
    Table,
    block_text,
    plain,
)
from generator.document.geometry import bare_name, head_paths

_SUBJECTS: dict[type[Block], Subject] = {
    Table: Subject.TABLE,
    Budget: Subject.BUDGET,
    Figure: Subject.PICTURE,
    Process: Subject.STEP,
    OrganizationChart: Subject.TEAM,
    Operation: Subject.TEAM,
}


def compare_blocks(old: Sequence[Block], new: Sequence[Block], place: Place) -> Iterator[Change]:
    """Compare what two versions of a division hold, without the divisions below."""
    if tuple(old) == tuple(new):
        return
    ones, others = list(lines_of(old)), list(lines_of(new))
    yield from compare_lines(ones, others, place)
    yield from _compare_others(_others(ones), _others(others), place)


def compare_notes(old: Sequence[NoteRef], new: Sequence[NoteRef], place: Place) -> Iterator[Change]:
    """Compare the footnotes called in two versions of a text; their numbers are no change."""
    ones, others = ([line_of(note.content, Subject.NOTE) for note in notes] for notes in (old, new))
    for change in compare_lines(ones, others, place):
        if change.kind is not ChangeKind.MOVED:
            yield replace(change, name=change.name or "각주")


def lone_text(block: Block) -> str:
    """Give what a block is told by where it came or went as a whole."""
    return table_text(block) if isinstance(block, Table) else " ".join(block_text(block).split())


def name_of_block(block: Block) -> str:
    """Give the name that a block bears: its caption."""
    return text_of(block.caption) or block.source if isinstance(block, Figure) else getattr(block, "caption", "")


def _compare_others(old: Sequence[Block], new: Sequence[Block], place: Place) -> Iterator[Change]:
    matching = Matching(len(old), len(new))
    matching.by_key(old, new)
    matching.by_key([_key(b) for b in old], [_key(b) for b in new])
    matching.by_key([_shape(b) for b in old], [_shape(b) for b in new])
    matching.by_key([type(b) for b in old], [type(b) for b in new])
    alignment = matching.result()
    partner = {k: i for i, k in alignment.pairs}
    for k, block in enumerate(new):
        if k in partner:
            yield from _compare_block(old[partner[k]], block, place)
        else:
            yield _lone(ChangeKind.ADDED, block, place)
    for i in alignment.removed:
        yield _lone(ChangeKind.REMOVED, old[i], place)


def _compare_block(old: Block, new: Block, place: Place) -> Iterator[Change]:
    match old, new:
        case _ if old == new:
            return
        case Table(), Table():
            yield from compare_tables(old, new, place)
        case Budget(), Budget():
            yield from compare_budgets(old, new, place)
        case OrganizationChart(), OrganizationChart():
            yield from compare_charts(old.root, new.root, place)
        case Operation(), Operation():
            yield from compare_operations(old, new, place)
        case Process(), Process():
            yield from compare_lines([_step(s) for s in old.steps], [_step(s) for s in new.steps], place)
        case Figure(), Figure():
            yield from _compare_pictures(old, new, place)


def _compare_pictures(old: Figure, new: Figure, place: Place) -> Iterator[Change]:
    pairs = (
        ("파일", old.source, new.source),
        ("설명", text_of(old.caption), text_of(new.caption)),
        ("대체 글", old.alternative, new.alternative),
    )
    for name, before, after in pairs:
        yield from compare_line(Line(before, Subject.PICTURE), Line(after, Subject.PICTURE), place, name)


def _step(step: Step) -> Line:
    aside = ", ".join(part for part in (step.time, step.actor) if part)
    text = text_of(step.content)
    return Line(f"{text} ({aside})" if aside else text, Subject.STEP, label=text, at=step.at)


def _others(lines: Sequence[Line]) -> list[Block]:
    return [block for line in lines for block in line.blocks]


def _key(block: Block) -> object:
    match block:
        case Figure(source=source) if source:
            return type(block), source
        case Figure():
            return type(block), plain(block.caption)
        case _:
            return type(block), bare_name(getattr(block, "caption", ""))


def _shape(block: Block) -> object:
    # A caption may come from the heading above; a table whose heads are the same is the same table.
    return tuple(head_paths(block)) if isinstance(block, Table) and block.head else None


def _lone(kind: ChangeKind, block: Block, place: Place) -> Change:
    text, is_new = lone_text(block), kind is ChangeKind.ADDED
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),) if text else ()
    subject = _SUBJECTS.get(type(block), Subject.PARAGRAPH)
    old, new = ("", text) if is_new else (text, "")
    return Change(kind, subject, place, name_of_block(block), old, new, runs, at=getattr(block, "at", None))
