"""What rules look at: one report as written and as composed, and all reports together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.compose import ComposedReport
from generator.document import Document
from generator.fields import Node
from generator.house import House
from generator.library import LoadedReport
from generator.notation.date import Date
from generator.source import Scalar


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as it was written, with the keys that lead to it: (`사업`, `2`, `본문`, `향후계획`)."""

    scalar: Scalar
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text; `scalar.locate(start, end)` gives the place of a part of it."""
        return self.scalar.text

    @property
    def heading(self) -> str:
        """The heading that the text stands under: the last key that is no position."""
        return next((key for key in reversed(self.keys) if not key.isdigit()), "")


@dataclass(frozen=True, slots=True)
class Subject:
    """One report. `basis` is its basis date, where it has one."""

    loaded: LoadedReport
    composed: ComposedReport
    house: House
    basis: Date | None

    @property
    def document(self) -> Document:
        """The composed report."""
        return self.composed.document

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.loaded.year

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All texts that staff wrote, section by section."""
        sections = (loaded.section for loaded in self.loaded.sections)
        return tuple(passage for section in sections for passage in passages_of(section))


def passages_of(value: Any, keys: tuple[str, ...] = ()) -> Iterator[Passage]:
    """Walk a model, or anything in it, and give its texts."""
    if isinstance(value, Scalar):
        yield Passage(value, keys)
    elif isinstance(value, Node):
        for name, field in type(value).model_fields.items():
            if name != "at":
                yield from passages_of(getattr(value, name), (*keys, str(field.alias)))
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, Scalar):
                yield Passage(key, (*keys, "제목"))
            yield from passages_of(item, (*keys, key.text if isinstance(key, Scalar) else str(key)))
    elif isinstance(value, tuple | list):
        for count, item in enumerate(value, start=1):
            yield from passages_of(item, (*keys, str(count)))
    elif hasattr(value, "model"):
        yield from passages_of(value.model, keys)
