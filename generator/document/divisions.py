"""The report's skeleton: cover, parts, programmes, topics."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.diagnostics import Span
from generator.document.nodes import Block, Budget, Inlines


class Role(StrEnum):
    """What a division is on the page."""

    PART = "part"
    """Ⅰ 일반현황: a banner, starts a page."""
    SECTION = "section"
    """A numbered heading inside a part: `1 조직`, `[1] 2021년 예산`, `1. 사회적경제 전략 개발`."""
    PROGRAMME = "programme"
    """A programme with its title bar, team and purpose; starts a page."""
    TOPIC = "topic"
    """A □ heading inside a programme or section."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a programme's division has beside its title: the id that is the same every year, team, purpose, budget."""

    id: str
    team: str = ""
    purpose: Inlines = ()
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Division:
    """A titled piece of the report. `id` is its anchor, unique in the document; `number` is finished (`Ⅰ`, `1`, `□`).

    `contents` asks for a table of the programmes below, `starts_page` for a new page on paper. `suffix` follows a
    topic's title in lighter type, as in `□ 예산현황 (단위: 천원)`; `value` follows it after a colon, as in
    `□ 소요예산: 540,187천원`.
    """

    role: Role
    id: str
    number: str
    title: Inlines
    blocks: tuple[Block, ...] = ()
    children: tuple[Division, ...] = ()
    programme: Programme | None = None
    contents: bool = False
    starts_page: bool = False
    suffix: str = ""
    value: Inlines = ()
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover's lines, top to bottom."""

    title: str
    subtitle: str = ""
    date: str = ""
    organization: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `basis` is the printed basis date (`2022. 8. 31.`), empty where there is none; `file_name` is the
    name that downloads are offered under, without extension; `origin` says where the published original comes from."""

    year: int
    slug: str
    title: str
    kind: str
    institution: str
    department: str
    department_slug: str
    basis: str
    file_name: str
    cover: Cover
    parts: tuple[Division, ...]
    origin: str = ""
