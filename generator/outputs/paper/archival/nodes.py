"""The structure tree before it is written: nodes with roles, and the pieces of pages that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page: the page from 0, its number there (MCID, ISO 32000-1 14.6), and the text it shows."""

    page: int
    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A link's place on a page: the page from 0 and the number of its annotation. That is the number of the object in
    the file until `number_places` makes it the place among the annotations of the page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """A structure element (ISO 32000-1 14.7.2). `role` is a standard type of 14.8.4, `element` the HTML element that it
    stands for, `division` the id of the report's division where it stands for one; `attributes` are those of its owner
    `owner` (14.8.5), `alternative` and `title` its /Alt and /T."""

    role: str
    element: Any = None
    kids: list[Node | Mark | Place] = field(default_factory=list)
    owner: str = ""
    attributes: dict[str, str | int | list[str] | list[float]] = field(default_factory=dict)
    name: str = ""
    alternative: str = ""
    title: str = ""
    division: str = ""

    def nodes(self) -> Iterator[Node]:
        """Give this node and all below it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    @property
    def text(self) -> str:
        """The text of all marks below, lines joined by spaces, without joiners."""
        pieces = (kid.text for node in self.nodes() for kid in node.kids if isinstance(kid, Mark))
        return plain_text(" ".join(pieces))


def plain_text(text: str) -> str:
    """Give a text as people read it: on one line, without the joiners that keep words whole in print."""
    return " ".join(text.replace("\N{WORD JOINER}", "").split())
