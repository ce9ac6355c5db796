"""Parser events as a located tree.

Refused on the way: anchors, aliases, tags, directives, merge keys, keys that are not text, keys given twice, a second
document, and what exceeds the bounds. What is refused becomes a finding and the tree goes on with the plain reading of
it, so that one slip hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.diagnostics import Diagnostic
from generator.source import refusals
from generator.source.alignment import Raw
from generator.source.flow import tidy_flow_mapping, tidy_flow_sequence
from generator.source.plain import find_lost_structure
from generator.source.text import UNPRINTABLE, SourceText, without_placeholders
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence

MAX_DEPTH = 30
MAX_NODES = 50_000

_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_DIRECTIVE = re.compile(r"^%[^\n]*", re.MULTILINE)
_PROPERTIES = re.compile(r"(?:[&!]\S*\s*)+")


@dataclass(slots=True)
class Composition:
    """What came of a parse: the tree, findings, and where the parser gave up. `scalars` holds offsets and style of each
    scalar read, `columns` those of the block collections that were open at the end."""

    root: Node | None = None
    is_empty: bool = False
    findings: list[Diagnostic] = field(default_factory=list)
    error: yaml.YAMLError | None = None
    scalars: list[tuple[int, int, str]] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)


class _Stop(Exception):
    """A bound is exceeded; the finding is already noted."""


def compose(source: SourceText, parsed: str) -> Composition:
    """Read the tree of `parsed`, which has the length and the lines of the source's text."""
    result = Composition()
    try:
        result.root = _Composer(source, parsed, result).document()
    except yaml.YAMLError as error:
        result.error = error
    except (ValueError, OverflowError) as error:  # PyYAML's own scanner on an escape beyond Unicode
        result.error = yaml.YAMLError(str(error))
    except _Stop:
        pass
    return result


class _Composer:
    """The walk over the events; it exists once for each parse and holds how far the walk has come.

    Events are `Any`: the type stubs of PyYAML do not know their attributes.
    """

    def __init__(self, source: SourceText, parsed: str, result: Composition) -> None:
        self.source = source
        self.parsed = parsed
        self.result = result
        self.events: Iterator[Any] = yaml.parse(parsed, Loader=_LOADER)
        self.nodes = 0
        self.depth = 0
        self.end = 0

    def document(self) -> Node | None:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            self.result.is_empty = True
            return None
        if event.version or event.tags:
            found = _DIRECTIVE.search(self.parsed)
            self.result.findings.append(refusals.directive(self.source, *(found.span() if found else (0, 0))))
        root = self.node(next(self.events))
        self.check_plain(root)
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.DocumentStartEvent):
            self.result.findings.append(refusals.second_document(self.source, _start(event)))
        return root

    def node(self, event: Any) -> Node:
        self.bound(event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if event.anchor or event.tag:
            self.refuse_properties(event)
        return self.scalar(event) if isinstance(event, yaml.ScalarEvent) else self.collection(event)

    def collection(self, event: Any) -> Mapping | Sequence:
        is_block = not event.flow_style
        read = self.mapping if isinstance(event, yaml.MappingStartEvent) else self.sequence
        self.depth += 1
        if is_block:
            self.result.columns.append(event.start_mark.column)
        node = read(_start(event), is_block)
        if is_block:
            self.result.columns.pop()
        self.depth -= 1
        return node

    def bound(self, event: Any) -> None:
        self.nodes += 1
        at = _start(event)
        if self.depth >= MAX_DEPTH and not isinstance(event, yaml.ScalarEvent):
            self.result.findings.append(refusals.too_deep(self.source, at, MAX_DEPTH))
            raise _Stop
        if self.nodes > MAX_NODES:
            self.result.findings.append(refusals.too_many_nodes(self.source, at, MAX_NODES))
            raise _Stop

    def refuse_properties(self, event: Any) -> None:
        found = _PROPERTIES.match(self.parsed, _start(event))
        if found:
            self.result.findings.append(refusals.properties(self.source, found.start(), found[0]))

    def alias(self, event: Any) -> Scalar:
        start, self.end = _start(event), _end(event)
        text = self.parsed[start : self.end]
        self.result.findings.append(refusals.properties(self.source, start, text))
        return Scalar(text, self.source.span(start, self.end), Raw(self.source, self.parsed, start, self.end, ""))

    def scalar(self, event: Any) -> Scalar:
        start, end, style = _start(event), _end(event), event.style or ""
        if event.anchor or event.tag:
            found = _PROPERTIES.match(self.parsed, start, end)
            start = found.end() if found else start
        end = max(start, start + len(self.parsed[start:end].rstrip()))
        self.end = end
        text = without_placeholders(event.value)
        if style == '"' and UNPRINTABLE.search(text):
            self.result.findings.append(refusals.escaped_control(self.source, start, end))
            text = UNPRINTABLE.sub("", text)
        self.result.scalars.append((start, end, style))
        return Scalar(text, self.source.span(start, end), Raw(self.source, self.parsed, start, end, style))

    def sequence(self, start: int, is_block: bool) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event))
            if is_block:
                self.check_plain(items[-1])
        if not is_block:
            self.end = _end(event)
            items = tidy_flow_sequence(self.source, items, self.result.findings)
        return Sequence(tuple(items), self.source.span(start, self.end))

    def mapping(self, start: int, is_block: bool) -> Mapping:
        entries: list[Entry] = []
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key_start = _start(event)
            key = self.node(event)
            key_end = self.end
            value = self.node(next(self.events))
            if not isinstance(key, Scalar):
                self.result.findings.append(refusals.key_not_text(self.source, key_start, key_end))
                continue
            entries.append(Entry(key, value))
            if is_block:
                self.check_plain(value)
        if not is_block:
            self.end = _end(event)
            entries = tidy_flow_mapping(self.source, entries, self.result.findings)
        return Mapping(self.without_duplicates(entries), self.source.span(start, self.end))

    def without_duplicates(self, entries: list[Entry]) -> tuple[Entry, ...]:
        first: dict[str, Entry] = {}
        for entry in entries:
            raw = entry.key.raw
            if entry.key.text and entry.key.text == entries[0].key.text and first and _is_item(entries[0].key.raw):
                # The next item of a list begins like this one; all that follows is part of it.
                self.result.findings.append(refusals.missing_dash(self.source, entry.key.text, raw))
                break
            if entry.key.text == "<<" and raw.style == "":
                self.result.findings.append(refusals.merge_key(self.source, raw.start))
            elif not entry.key.text:
                self.result.findings.append(refusals.empty_key(self.source, raw.start, raw.end))
            elif entry.key.text in first:
                earlier = first[entry.key.text].key.raw
                self.result.findings.append(refusals.duplicate_key(self.source, entry.key.text, raw, earlier))
            else:
                first[entry.key.text] = entry
        return tuple(first.values())

    def check_plain(self, node: Node) -> None:
        if isinstance(node, Scalar):
            self.result.findings += find_lost_structure(self.source, node.raw)


def _is_item(raw: Raw) -> bool:
    line_start = raw.parsed.rfind("\n", 0, raw.start) + 1
    return raw.parsed[line_start : raw.start].lstrip().startswith("- ")


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)
