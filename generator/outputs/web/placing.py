"""Finding the place in a composed report that an annotation is about, and putting its mark and note there.

The place in the source decides: the smallest node of the report whose place holds that of the annotation; else the
first one inside it; else the division that it stands under.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from generator.diagnostics import LinesOf, Span
from generator.document import Amount, Budget, Division, Document, Rate, walk_nodes
from generator.outputs.web.annotation import Annotation

Place = tuple[str, Span]
"""A node of the report: the name of its type and its place in the source. Two nodes may share the place alone."""


_WITH_TEXT = frozenset({"Item", "Paragraph", "Note", "Step", "Cell", "Amount", "Rate"})


@dataclass(frozen=True, slots=True)
class Words:
    """What an annotation is about, as it stands in the source, and what stands before it in the same node."""

    text: str
    before: str


@dataclass(frozen=True, slots=True)
class Target:
    """An annotation with its node, the words in it, and the divisions that lead to it from the part down."""

    annotation: Annotation
    place: Place
    words: Words
    divisions: tuple[Division, ...]


@dataclass(frozen=True, slots=True)
class _Node:
    place: Place
    divisions: tuple[Division, ...]

    @property
    def at(self) -> Span:
        return self.place[1]


def find_targets(document: Document, annotations: Iterable[Annotation], lines_of: LinesOf) -> tuple[Target, ...]:
    """Find the node of each annotation; one whose file the report does not show is left out.

    Every node that can be found holds text, so that every target can be marked.
    """
    by_path: defaultdict[str, list[_Node]] = defaultdict(list)
    for part in document.parts:
        for known in _nodes(part, ()):
            by_path[known.at.path].append(known)
    found = []
    for annotation in annotations:
        if node := _nearest(by_path[annotation.at.path], annotation.at):
            words = _words(annotation.at, node.at, lines_of)
            found.append(Target(annotation, node.place, words, node.divisions))
    return tuple(found)


def by_place(targets: Iterable[Target]) -> Mapping[Place, tuple[Target, ...]]:
    """Give the targets of each node, in the order of the source."""
    grouped: defaultdict[Place, list[Target]] = defaultdict(list)
    for target in sorted(targets, key=lambda target: target.annotation.at):
        grouped[target.place].append(target)
    return {place: tuple(found) for place, found in grouped.items()}


def place_of(node: object) -> Place | None:
    """Give the place of a node, None where it has none."""
    at = getattr(node, "at", None)
    if not isinstance(at, Span):
        return None
    # A marked amount is the amount that it was.
    kind = next((base for base in (Amount, Rate) if isinstance(node, base)), type(node))
    return kind.__name__, at


def text_of(at: Span, lines_of: LinesOf) -> str:
    """Give the source text of a span, lines joined by a line break; empty where it cannot be read."""
    lines = [line.rstrip("\r\n") for line in lines_of(at.path)[at.line - 1 : at.end_line]]
    if not lines:
        return ""
    if at.end_line - at.line + 1 == len(lines):
        lines[-1] = lines[-1][: at.end_column - 1]
    return "\n".join([lines[0][at.column - 1 :], *lines[1:]])


def _nodes(division: Division, above: tuple[Division, ...]) -> Iterator[_Node]:
    divisions = (*above, division)
    if division.at is not None:
        yield _Node(("Division", division.at), divisions)
    inside = (getattr(division, field.name) for field in fields(division) if field.name != "children")
    for node in walk_nodes(tuple(inside)):
        place = place_of(node)
        if place and place[0] in _WITH_TEXT:
            yield _Node(place, divisions)
    for child in division.children:
        yield from _nodes(child, divisions)


def _nearest(nodes: list[_Node], at: Span) -> _Node | None:
    inner = [node for node in nodes if node.place[0] != "Division"]
    holding = [node for node in nodes if _holds(node.at, at)]
    if holding:
        # Later nodes of the same place are deeper ones: an amount in the topic that is all about it.
        found = min(reversed(holding), key=lambda node: _size(node.at))
        return _budget_of(found, nodes) or found
    if held := next((node for node in inner if _holds(at, node.at)), None):
        return held
    before = [n for n in nodes if n.place[0] == "Division" and (n.at.line, n.at.column) <= (at.line, at.column)]
    return max(before, key=lambda node: node.at, default=next((n for n in nodes if n.place[0] == "Division"), None))


def _budget_of(found: _Node, nodes: list[_Node]) -> _Node | None:
    """A topic that shows nothing but a budget is drawn as the budget alone; its first figure stands for it."""
    division = found.divisions[-1]
    if found.place[0] != "Division" or not any(isinstance(block, Budget) for block in division.blocks):
        return None
    return next((n for n in nodes if n.divisions[-1] is division and n.place[0] in ("Amount", "Rate")), None)


def _words(at: Span, node: Span, lines_of: LinesOf) -> Words:
    start = replace(node, end_line=at.line, end_column=at.column)
    before = text_of(start, lines_of) if _holds(node, at) else ""
    return Words(text_of(at, lines_of), before)


def _holds(outer: Span, inner: Span) -> bool:
    starts = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


def _size(at: Span) -> tuple[int, int]:
    return at.end_line - at.line, at.end_column - at.column
