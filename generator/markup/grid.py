"""A pipe table as a rectangle of cells with merges, each cell with its content and place.

A grid says what the author wrote; what the cells mean, `grid_table` decides, or the block that asks for the grid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token

from generator.diagnostics import Severity, Span
from generator.document import Align, Block, Note, block_text
from generator.markup.merge import ABOVE, LEFT, read_merges
from generator.markup.passage import Passage
from generator.markup.row import is_delimiter, read_alignments, split_row
from generator.markup.run import Bounds

MAX_ROWS = 500
MAX_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that covers `rowspan` rows and `colspan` columns from its row and column (from 0) on.

    `text` is its content without markup, lines joined by one space; `at` is the place of what is written in it.
    """

    text: str
    blocks: tuple[Block, ...]
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    at: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """Head and body rows with the cells that begin in them, left to right. Covered cells are absent.

    `aligns` has an alignment or None for each column. `unit`, `basis` and `notes` stand beside the table in the text.
    """

    head: tuple[tuple[GridCell, ...], ...] = ()
    body: tuple[tuple[GridCell, ...], ...] = ()
    width: int = 0
    aligns: tuple[Align | None, ...] = ()
    unit: str = ""
    basis: str = ""
    notes: tuple[Note, ...] = ()
    at: Span | None = field(default=None, compare=False)


ReadCell = Callable[[Passage, Bounds], tuple[Block, ...]]
"""Reads what stands in a cell."""


def read_table(passage: Passage, token: Token, read_cell: ReadCell) -> Grid:
    """Read the lines of a table token."""
    whole = (token.meta["lines"][0][0], token.meta["lines"][-1][1])
    lines, aligns, head = _part_rows(passage, token.meta["lines"], whole)
    rows = [_cells(passage, line) for line in lines]
    width = max(len(row) for row in rows)
    usual = _report_ragged(passage, lines, rows)
    if aligns is not None and len(aligns[0]) != usual:
        message = f"구분 줄의 칸이 {len(aligns[0])}개인데 표의 칸은 {usual}개입니다."
        hint = "구분 줄(|---|---|)의 칸 수를 표와 같게 맞추세요."
        passage.report("table-delimiter", Severity.WARNING, message, aligns[1], hint)
    for row, line in zip(rows, lines, strict=True):
        row += [(line[1], line[1])] * (width - len(row))
    laid = _lay(passage, rows, head, read_cell)
    wanted = aligns[0] if aligns else ()
    return Grid(
        head=laid[:head],
        body=laid[head:],
        width=width,
        aligns=(*wanted, *[None] * width)[:width],
        at=passage.at(whole),
    )


def _part_rows(
    passage: Passage, lines: list[Bounds], whole: Bounds
) -> tuple[list[Bounds], tuple[tuple[Align | None, ...], Bounds] | None, int]:
    """Give the rows without the delimiter row, its alignments and place, and how many rows are the head."""
    marked = [index for index, line in enumerate(lines) if is_delimiter(passage.shape[slice(*line)])]
    if len(lines) > MAX_ROWS + 1:
        message = f"표가 너무 깁니다: {len(lines)}행. {MAX_ROWS}행까지 적을 수 있습니다."
        hint = "이 행부터 읽지 않았습니다. 표를 나누세요."
        passage.report("table-too-large", Severity.ERROR, message, lines[MAX_ROWS + 1], hint)
        lines = lines[: MAX_ROWS + 1]
    for extra in marked[1:]:
        hint = "이 줄을 지우세요. 글로 적은 것이면 '\\-'처럼 앞에 역슬래시를 붙이세요."
        if extra < len(lines):
            message = "머리글과 본문을 나누는 구분 줄이 한 표에 두 번 있습니다."
            passage.report("table-delimiter", Severity.WARNING, message, lines[extra], hint)
    if marked and marked[0] < len(lines):
        line = lines[marked[0]]
        rows = [*lines[: marked[0]], *lines[marked[0] + 1 :]]
        return rows, (read_alignments(passage.shape[slice(*line)]), line), marked[0]
    head = _guess_head(passage, lines)
    read_as = f"위의 {head}행을 머리글로" if head else "머리글이 없는 표로"
    message = f"표에 머리글과 본문을 나누는 구분 줄이 없어 {read_as} 읽었습니다."
    hint = "머리글 아래에 '|---|---|' 같은 줄을 넣으세요."
    passage.report("table-delimiter", Severity.NOTE, message, lines[0], hint)
    return lines, None, head


def _guess_head(passage: Passage, lines: list[Bounds]) -> int:
    """Without a delimiter row the head is the first row, and the rows merged with it; a lone row is the body."""
    head = min(1, len(lines) - 1)
    while 0 < head < len(lines) - 1:
        row = passage.shape[slice(*lines[head])]
        if not any(row[start:end] == ABOVE for start, end in split_row(row)):
            break
        head += 1
    return head


def _cells(passage: Passage, line: Bounds) -> list[Bounds]:
    start = line[0]
    cells = [(start + first, start + last) for first, last in split_row(passage.shape[slice(*line)])]
    if len(cells) > MAX_COLUMNS:
        message = f"표의 칸이 너무 많습니다: {len(cells)}칸. {MAX_COLUMNS}칸까지 적을 수 있습니다."
        hint = "이 칸부터 읽지 않았습니다. 표를 나누세요."
        passage.report("table-too-large", Severity.ERROR, message, cells[MAX_COLUMNS], hint)
    return cells[:MAX_COLUMNS]


def _report_ragged(passage: Passage, lines: list[Bounds], rows: list[list[Bounds]]) -> int:
    """Report rows that have more or fewer cells than most; give the number that most have."""
    counts = Counter(len(row) for row in rows)
    usual = max(counts, key=lambda count: (counts[count], count))
    for row, line in zip(rows, lines, strict=True):
        if len(row) == usual:
            continue
        many = len(row) > usual
        wrong = f"{len(row) - usual}칸이 많습니다." if many else f"{usual - len(row)}칸이 모자랍니다."
        message = f"이 행은 {len(row)}칸인데 다른 행은 {usual}칸입니다. {wrong}"
        hint = "칸을 나누는 '|'를 확인하세요. 칸을 합치려면 합쳐질 칸에 '<'나 '^'를 적고, 글자 '|'는 '\\|'로 적습니다."
        place = row[usual] if many else (row[-1][0], line[1])
        passage.report("table-ragged", Severity.ERROR, message, place, hint)
    return usual


def _lay(
    passage: Passage, rows: list[list[Bounds]], head: int, read_cell: ReadCell
) -> tuple[tuple[GridCell, ...], ...]:
    texts = [[passage.text[slice(*cell)] for cell in row] for row in rows]
    merges = read_merges(texts, head)
    for (row, column), trouble in merges.troubles:
        hint = "'<'는 왼쪽 칸, '^'는 위 칸과 합칩니다. 글자로 쓰려면 '\\<', '\\^'로 적으세요."
        passage.report("table-merge", Severity.ERROR, f"칸을 합칠 수 없습니다: {trouble}", rows[row][column], hint)

    def cell(row: int, column: int) -> GridCell:
        bounds = rows[row][column]
        blocks = () if texts[row][column] in (LEFT, ABOVE) else read_cell(passage, bounds)
        text = " ".join(map(block_text, blocks))
        return GridCell(text, blocks, row, column, *merges.extents[row, column], at=passage.at(bounds))

    return tuple(
        tuple(cell(row, column) for column in range(len(line)) if (row, column) in merges.extents)
        for row, line in enumerate(texts)
    )
