"""A composed report with the marks and notes of its annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from generator.diagnostics import LinesOf, Span
from generator.document import (
    Amount,
    Block,
    Budget,
    Cell,
    Division,
    Document,
    Inlines,
    Item,
    Note,
    Paragraph,
    Rate,
    Step,
    Table,
    plain,
)
from generator.outputs.web.annotation import Annotation, AnnotationNote, MarkedAmount, MarkedRate, mark
from generator.outputs.web.marking import Stretch, find_words, mark_stretch
from generator.outputs.web.placing import Place, Target, by_place, find_targets, place_of

Pending = tuple[Annotation, ...]
"""Annotations whose note is still to be put somewhere."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with marks and notes, and the ids of the annotations that have them in it."""

    document: Document
    placed: frozenset[str] = frozenset()


def annotate(document: Document, annotations: Iterable[Annotation], lines_of: LinesOf) -> Annotated:
    """Put the marks of annotations at their words, and their notes below the list or table that these stand in.

    An annotation that the report has no place for, as of its name or date, is left out.
    """
    targets = find_targets(document, annotations, lines_of)
    if not targets:
        return Annotated(document)
    grouped = by_place(targets)
    made = replace(document, parts=tuple(_division(part, grouped) for part in document.parts))
    return Annotated(made, frozenset(target.annotation.id for target in targets))


def _division(division: Division, targets: Mapping[Place, tuple[Target, ...]]) -> Division:
    own = targets.get(place_of(division) or ("", Span("")), ())
    title, value, purpose = division.title, division.value, division.programme.purpose if division.programme else ()
    for target in own:
        text = target.words.text
        if found := find_words(plain(value), text):
            value = mark_stretch(value, found, target.annotation)
        elif found := find_words(plain(purpose), text):
            purpose = mark_stretch(purpose, found, target.annotation)
        else:
            title = mark_stretch(title, find_words(plain(title), text), target.annotation)
    programme = division.programme
    if programme is not None:
        budget = _write(programme.budget, targets)[0] if programme.budget else None
        programme = replace(programme, purpose=purpose, budget=budget)
    blocks: list[Block] = [*_note(tuple(target.annotation for target in own))]
    for block in division.blocks:
        written, pending = _write(block, targets)
        blocks += [written, *_note(pending)]
    children = tuple(_division(child, targets) for child in division.children)
    return replace(division, title=title, value=value, programme=programme, blocks=tuple(blocks), children=children)


def _note(pending: Pending) -> list[Note]:
    return [AnnotationNote((), annotations=tuple(dict.fromkeys(pending)))] if pending else []


def _write(node: Any, targets: Mapping[Place, tuple[Target, ...]]) -> tuple[Any, Pending]:
    """Mark what is below a node and the node itself; give it with the annotations whose note is still to be put."""
    if isinstance(node, tuple):
        parts = [_write(part, targets) for part in node]
        unchanged = all(part is old for (part, _), old in zip(parts, node, strict=True))
        return node if unchanged else tuple(p for p, _ in parts), tuple(a for _, pending in parts for a in pending)
    if not is_dataclass(node) or isinstance(node, Span | type):
        return node, ()
    changed: dict[str, Any] = {}
    pending: Pending = ()
    for field in fields(node):
        value = getattr(node, field.name)
        written, below = _write(value, targets)
        if written is not value:
            changed[field.name] = written
        pending += below
    written = replace(node, **changed) if changed else node
    own = targets.get(place_of(node) or ("", Span("")), ())
    # Words before the line that they stand in, so that each can have its own mark.
    for target in sorted(own, key=lambda target: len(target.words.text)):
        written = _marked(written, target)
    pending = tuple(dict.fromkeys((*pending, *(target.annotation for target in own))))
    if pending and isinstance(written, Table | Budget):
        return replace(written, notes=(*written.notes, *_note(pending))), ()
    return written, pending


def _marked(node: Any, target: Target) -> Any:
    annotation = target.annotation
    match node:
        case Item():
            return _marked_item(node, target)
        case Paragraph() | Note() | Step():
            return replace(node, content=mark_stretch(node.content, _stretch(node.content, target), annotation))
        case Cell():
            return _marked_cell(node, target)
        case MarkedAmount() | MarkedRate():
            return replace(node, marks=(*node.marks, annotation))
        case Amount():
            return MarkedAmount(**_values(node), marks=(annotation,))
        case Rate():
            return MarkedRate(**_values(node), marks=(annotation,))
        case _:
            return node


def _marked_item(item: Item, target: Target) -> Item:
    """A line `이름: 값` is drawn as a whole or as name and value; the mark stands in both forms."""
    stretch = _stretch(item.content, target)
    content = mark_stretch(item.content, stretch, target.annotation)
    text, value = plain(item.content), plain(item.value)
    inner: Stretch | None = None
    if stretch and text.endswith(value) and stretch[1] > (begins := len(text) - len(value)):
        inner = (max(stretch[0] - begins, 0), stretch[1] - begins)
    return replace(item, content=content, value=mark_stretch(item.value, inner, target.annotation))


def _marked_cell(cell: Cell, target: Target) -> Cell:
    lines = [block for block in cell.blocks if isinstance(block, Paragraph)]
    line = next((line for line in lines if _stretch(line.content, target)), lines[0] if lines else None)
    if line is None:
        return replace(cell, blocks=(*cell.blocks, Paragraph((mark(target.annotation),))))
    marked = replace(line, content=mark_stretch(line.content, _stretch(line.content, target), target.annotation))
    return replace(cell, blocks=tuple(marked if block is line else block for block in cell.blocks))


def _stretch(content: Inlines, target: Target) -> Stretch | None:
    """Find the words; the whole line where the words hold it, None where the line was printed in other words."""
    text = plain(content)
    found = find_words(text, target.words.text, target.words.before)
    if found is None and text.strip() and find_words(target.words.text, text):
        return 0, len(text)
    return found


def _values(node: Amount | Rate) -> dict[str, Any]:
    return {field.name: getattr(node, field.name) for field in fields(node)}
