"""Marking words inside a line of text."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.document import Break, Inline, Inlines, Link, NoteRef, Strong, Text, plain
from generator.outputs.web.annotation import Annotation, Mark, mark

Stretch = tuple[int, int]
"""From and to, counted in the characters of the line's plain text; the end is exclusive."""


def find_words(text: str, words: str, before: str = "") -> Stretch | None:
    """Find words in a line's text, however white space stands in them; None where they are not there.

    Where they are there several times, `before` tells which are meant: it is what the source has before them in the
    same line.
    """
    pattern = re.compile(r"\s*".join(re.escape(character) for character in words if not character.isspace()))
    found = [match.span() for match in pattern.finditer(text)] if pattern.pattern else []
    if not found:
        return None
    earlier = sum(1 for _ in pattern.finditer(before))
    return found[min(earlier, len(found) - 1)]


def mark_stretch(inlines: Inlines, stretch: Stretch | None, annotation: Annotation) -> Inlines:
    """Put a mark around a stretch of a line. The mark stands behind the line where there is no stretch, and behind an
    earlier mark where both overlap, or around what that one leaves: links cannot stand in each other."""
    if stretch is None:
        return (*inlines, mark(annotation))
    start, end = stretch
    before, rest = _split(inlines, start)
    inner, after = _split(rest, end - start)
    if not inner or any(isinstance(node, Mark) for node in inner):
        return _behind_last_mark(inlines, start, annotation)
    calls = tuple(node for node in inner if isinstance(node, NoteRef))
    marked = tuple(part for node in inner if not isinstance(node, NoteRef) for part in _unlinked(node))
    return (*before, mark(annotation, marked), *calls, *after)


def _behind_last_mark(inlines: Inlines, start: int, annotation: Annotation) -> Inlines:
    position = 0
    for index, node in enumerate(inlines):
        position += len(plain((node,)))
        if isinstance(node, Mark) and position > start:
            return (*inlines[: index + 1], mark(annotation), *inlines[index + 1 :])
    return (*inlines, mark(annotation))


def _split(inlines: Inlines, position: int) -> tuple[Inlines, Inlines]:
    """Cut a line at a position of its text; what has no text, such as a footnote call, goes with what is before it."""
    for index, node in enumerate(inlines):
        width = len(plain((node,)))
        if position < width or (position == 0 and width):
            first, second = _split_node(node, position)
            return (*inlines[:index], *first), (*second, *inlines[index + 1 :])
        position -= width
    return inlines, ()


def _split_node(node: Inline, position: int) -> tuple[Inlines, Inlines]:
    if position == 0:
        return (), (node,)
    match node:
        case Text(text):
            return (Text(text[:position]),), (Text(text[position:]),)
        case Strong(children) | Link(children=children) if not isinstance(node, Mark):
            first, second = _split(children, position)
            return (replace(node, children=first),), (replace(node, children=second),)
        case Break() | NoteRef() | Link() | Strong():
            # A break has one character and a mark stays whole.
            return (), (node,)


def _unlinked(node: Inline) -> Inlines:
    match node:
        case Link(children=children):
            return children
        case Strong(children):
            return (Strong(tuple(part for child in children for part in _unlinked(child))),)
    return (node,)
