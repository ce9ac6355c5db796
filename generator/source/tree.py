"""The located tree of a YAML file: mappings and lists of texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Span
from generator.source.alignment import Raw, align


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text as YAML delivers it: without quotes, unfolded, never typed. An empty value is the empty text."""

    text: str
    at: Span = field(compare=False)
    _raw: Raw | None = field(default=None, compare=False, repr=False)

    @property
    def raw(self) -> Raw:
        """Where and how the text is written; only for a scalar that was read from a file."""
        if self._raw is None:
            raise ValueError("this scalar was not read from a file")
        return self._raw

    def locate(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]` in the file; the whole scalar's place if it was not read from a file."""
        if self._raw is None or not self.text:
            return self.at
        places = align(self._raw, self.text)
        start = max(0, min(start, len(self.text)))
        end = max(start, min(end, len(self.text)))
        if start == len(self.text):
            last = places[-1][1]
            return self._raw.source.span(last, last)
        first = places[start][0]
        return self._raw.source.span(first, places[end - 1][1] if end > start else first)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order of the file; no key occurs twice."""

    entries: tuple[Entry, ...]
    at: Span = field(compare=False)

    def get(self, key: str) -> Node | None:
        """Give the value of a key, None where it is absent."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items of a list in the order of the file."""

    items: tuple[Node, ...]
    at: Span = field(compare=False)


Node: TypeAlias = Scalar | Mapping | Sequence
