"""What stands inside a division: text runs and blocks, finished for printing."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Emphasised text."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `href` has passed the allow-list of schemes."""

    href: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A footnote call, printed `1)`. It carries the note, because paper sets the note on the page of its call."""

    id: str
    number: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author asked for."""


Inline: TypeAlias = Text | Strong | Link | NoteRef | Break
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text without a mark."""

    content: Inlines
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, printed after `※` in smaller type; `content` is without the mark."""

    content: Inlines
    mark: str = "※"
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One marked line with what hangs under it.

    `level` counts from 1 (○). `content` is the whole line without its mark. Where the line reads `이름: 값`, `label` is
    the name and `value` the rest; otherwise `label` is empty and `value` equals `content`.
    """

    level: int
    mark: str
    content: Inlines
    children: tuple[Block, ...] = ()
    label: str = ""
    value: Inlines = ()
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Outline:
    """Marked lines of one level."""

    items: tuple[Item, ...]


class Align(StrEnum):
    """How a cell's text stands."""

    START = "start"
    CENTER = "center"
    END = "end"


class RowRole(StrEnum):
    """What a body row is for."""

    PLAIN = "plain"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. A merged cell stands once, with its spans; the cells it covers are absent from their rows.

    `scope` is `col`, `colgroup`, `row` or `rowgroup` for a head cell and empty for a data cell. `value` is the number
    that `text` shows, in the table's unit (percent for a rate), where the cell holds one. `computed` marks a figure
    that the author did not write.
    """

    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    scope: str = ""
    align: Align = Align.CENTER
    value: Decimal | None = None
    computed: bool = False
    at: Span | None = field(default=None, compare=False, repr=False)

    @property
    def lines(self) -> tuple[Inlines, ...]:
        """The cell's lines where it holds plain paragraphs only; empty where it holds an outline or a table."""
        if all(isinstance(block, Paragraph) for block in self.blocks):
            return tuple(block.content for block in self.blocks if isinstance(block, Paragraph))
        return ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `level` is the depth in a hierarchy of rows, 0 where there is none."""

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.PLAIN
    level: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its relative width (0: by content), how its data stands, and whether it holds numbers."""

    width: float = 0
    align: Align = Align.CENTER
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """How the row or column called `target` follows from others: `집행률` from `집행액/예산액`.

    `adds_row` adds it as a row where a table has neither a column nor a row of that name.
    """

    target: str
    expression: str
    adds_row: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    `caption` names it for those who cannot see where it stands; `printed_caption` tells whether paper shows it too.
    `unit` (`단위: 천원`) and `basis` (`2022. 8. 31.기준`) stand above it on the right, without brackets here. `style`
    names a variation for style sheets (`personnel`, `facilities`, `budget`, `matrix`, `statistics`), or is empty.
    """

    caption: str
    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    unit: str = ""
    basis: str = ""
    notes: tuple[Note, ...] = ()
    style: str = ""
    printed_caption: bool = False
    formulas: tuple[Formula, ...] = ()
    """How its figures follow from each other: what its computed cells were computed by, and its written ones can be."""
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Unit:
    """One box of an organisation chart. `duties` are plain lines or an outline; `units` hang under it."""

    name: str
    note: str = ""
    duties: tuple[Inlines, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganizationChart:
    """An organisation chart: one root (`일자리경제과`, note `(4)개팀`) with its teams."""

    caption: str
    root: Unit


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process. `time` and `actor` may be empty."""

    content: Inlines
    time: str = ""
    actor: str = ""
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Process:
    """Steps in their order; `printed_caption` tells whether paper shows the caption too."""

    caption: str
    steps: tuple[Step, ...]
    printed_caption: bool = False
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """How something is run: `centre` with a unit for each branch (`note` says by whom), and what all do together."""

    caption: str
    centre: Unit
    base: Unit | None = None
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Share:
    """One funding source's part of an amount. `source` is the long name (`시비`), `short` the short one (`시`)."""

    source: str
    short: str
    value: Decimal
    text: str
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money with its funding split. `value` is in the unit of the budget that holds it."""

    label: str
    value: Decimal
    text: str
    shares: tuple[Share, ...] = ()
    funding: str = ""
    """The split as printed, `(시 325,000, 구 403,991)`; empty where there is none."""
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rate:
    """An execution rate in percent; `text` has no percent sign unless the author wrote one."""

    label: str
    value: Decimal
    text: str
    computed: bool = False
    at: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Budget:
    """A programme's budget: planned and executed amounts, or one amount on a line (`form` is `table` or `line`)."""

    caption: str
    unit: str
    amounts: tuple[Amount, ...]
    rate: Rate | None = None
    form: str = "table"
    line: str = ""
    """The whole line as printed where `form` is `line`: `540,187천원(국비 70,000, 구비 470,187)`."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture. `source` is the file's path relative to the report's folder; empty where the picture is lost and only
    its caption is on record."""

    source: str
    alternative: str
    caption: Inlines


Block: TypeAlias = Paragraph | Note | Outline | Table | OrganizationChart | Process | Operation | Budget | Figure
