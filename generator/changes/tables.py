"""Two versions of a table: rows and columns by their names, cells by row and column. Order is no change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.changes.aligning import Alignment, Pair
from generator.changes.figures import figure_change
from generator.changes.grids import Grid, align_columns, align_rows, grid_of, name_of, unit_of
from generator.changes.kinds import Change, ChangeKind, Place, Subject
from generator.changes.lines import Line, compare_line, compare_lines, lines_of
from generator.changes.words import Run, RunKind, compare_words
from generator.diagnostics import Span
from generator.document import Block, Cell, Row, Table
from generator.document.geometry import Path

_ROW_SUBJECTS = {"facilities": Subject.FACILITY}
# A facility's row is headed by its name and, in brackets, its place.
_FACILITY = re.compile(r"(?P<name>.*?)(?: \((?P<place>.*)\))?")
_CELL_SUBJECTS = {"personnel": Subject.PERSONNEL, "budget": Subject.BUDGET}


def compare_tables(old: Table, new: Table, place: Place) -> Iterator[Change]:
    """Compare two versions of a table, in the order of the new one."""
    yield from _surroundings(old, new, place)
    if old.head == new.head and old.body == new.body:
        return
    one, other = grid_of(old), grid_of(new)
    columns = align_columns(one, other)
    rows = align_rows(one, other, columns)
    yield from _columns(one, other, columns, place)
    yield from _rows(one, other, rows, columns, place)
    yield from compare_lines(list(lines_of(old.notes)), list(lines_of(new.notes)), place)


def table_text(table: Table) -> str:
    """Give what a table is told by where it came or went as a whole."""
    sheet = grid_of(table)
    names = [name_of(path) for path in sheet.columns if path]
    return f"{len(table.body)}행 {len(table.columns)}열" + (f": {', '.join(names)}" if names else "")


def _surroundings(old: Table, new: Table, place: Place) -> Iterator[Change]:
    named = old.printed_caption or new.printed_caption
    pairs = [("제목", old.caption, new.caption)] if named else []
    for name, before, after in (*pairs, ("단위", old.unit, new.unit), ("기준", old.basis, new.basis)):
        one, other = (Line(" ".join(text.split()), Subject.CELL, at=new.at) for text in (before, after))
        yield from compare_line(one, other, place, f"{new.caption} › {name}" if new.caption else name)
    if old.head == new.head and old.body == new.body:
        yield from compare_lines(list(lines_of(old.notes)), list(lines_of(new.notes)), place)


def _columns(old: Grid, new: Grid, columns: Alignment, place: Place) -> Iterator[Change]:
    for i in columns.removed:
        yield _lone_column(ChangeKind.REMOVED, old, i, place)
    for k in columns.added:
        yield _lone_column(ChangeKind.ADDED, new, k, place)
    told: set[object] = set()
    for i, k in columns.pairs:
        renamed = _renamed(old.columns[i], new.columns[k])
        # A merged head stands above several columns and changes once.
        if renamed and renamed not in told:
            told.add(renamed)
            pieces = _pieces(renamed)
            runs = compare_words(*pieces)
            yield Change(ChangeKind.RENAMED, Subject.COLUMN, place, pieces[0], *pieces, runs, at=new.table.at)


def _rows(old: Grid, new: Grid, rows: Alignment, columns: Alignment, place: Place) -> Iterator[Change]:
    subject = _row_subject(new)
    told: set[object] = set()
    # Where rows have names, their order is no change.
    moved = frozenset() if any(old.rows) or any(new.rows) else rows.moved()
    for i, k in rows.steps():
        if k is None:
            yield _lone(ChangeKind.REMOVED, subject, old, i or 0, place)
        elif i is None:
            yield _lone(ChangeKind.ADDED, subject, new, k, place)
        else:
            if k in moved:
                text = _row_text(new, k)
                yield Change(ChangeKind.MOVED, subject, place, text, text, text, at=_row_at(new.table.body[k]))
            yield from _row(old, new, (i, k), columns, place, told)


def _row(old: Grid, new: Grid, pair: Pair, columns: Alignment, place: Place, told: set[object]) -> Iterator[Change]:
    i, k = pair
    subject = _row_subject(new)
    renamed = _renamed(old.rows[i], new.rows[k])
    if renamed and subject is Subject.FACILITY and (places := _places(_pieces(renamed))):
        before, after = (Line(text, subject, at=_row_at(new.table.body[k])) for text in places[1:])
        yield from compare_line(before, after, place, f"{places[0]} › 위치")
    elif renamed and renamed not in told:
        told.add(renamed)
        pieces = _pieces(renamed)
        at = _row_at(new.table.body[k])
        yield Change(ChangeKind.RENAMED, subject, place, pieces[0], *pieces, compare_words(*pieces), at=at)
    for x, z in columns.pairs:
        one, other = old.cells[i][x], new.cells[k][z]
        if (one is not None and one.scope) or (other is not None and other.scope):
            continue
        # A merged cell stands at every place that it covers and changes once.
        if (id(one), id(other)) in told or one == other:
            continue
        told.add((id(one), id(other)))
        name = " › ".join(part for part in (name_of(new.rows[k]), name_of(new.columns[z])) if part)
        unit = unit_of(new, k, z) if unit_of(old, i, x) == unit_of(new, k, z) else ""
        yield from compare_cells(one, other, name, unit, place, _CELL_SUBJECTS.get(new.table.style, Subject.CELL))


def compare_cells(
    old: Cell | None, new: Cell | None, name: str, unit: str, place: Place, subject: Subject
) -> Iterator[Change]:
    """Compare two cells: a figure with a figure, otherwise line by line; `name` is the row and the column."""
    at = (new.at if new else None) or (old.at if old else None)
    if old and new and old.value is not None and new.value is not None:
        before, after = _text(old), _text(new)
        if before != after:
            runs = compare_words(before, after)
            if old.value != new.value:
                figure = figure_change(name, old.value, new.value, unit, (before, after), derived=new.computed)
                yield Change(ChangeKind.FIGURE, subject, place, name, before, after, runs, (figure,), at)
            elif "".join(before.split()) != "".join(after.split()):
                yield Change(ChangeKind.TEXT, subject, place, name, before, after, runs, at=at)
        return
    ones, others = (list(_cell_lines(cell, subject, unit)) for cell in (old, new))
    if len(ones) <= 1 and len(others) <= 1 and not _blocks(old) and not _blocks(new):
        one, other = (found[0] if found else Line("", subject) for found in (ones, others))
        yield from compare_line(one, Line(other.text, subject, "", "", unit, other.links, at=at), place, name)
        return
    for change in compare_lines(ones, others, place):
        shown = f"{name} › {change.name}" if change.name else name
        yield Change(
            change.kind, subject, place, shown, change.old, change.new, change.runs, change.figures, change.at or at
        )
    yield from _inner_tables(_blocks(old), _blocks(new), place)


def _inner_tables(old: list[Block], new: list[Block], place: Place) -> Iterator[Change]:
    ones, others = ([block for block in blocks if isinstance(block, Table)] for blocks in (old, new))
    for one, other in zip(ones, others, strict=False):
        yield from compare_tables(one, other, place)
    for table in ones[len(others) :]:
        yield Change(ChangeKind.REMOVED, Subject.TABLE, place, table.caption, table_text(table), "", at=table.at)
    for table in others[len(ones) :]:
        yield Change(ChangeKind.ADDED, Subject.TABLE, place, table.caption, "", table_text(table), at=table.at)


def _cell_lines(cell: Cell | None, subject: Subject, unit: str) -> Iterator[Line]:
    for line in lines_of(cell.blocks if cell else ()):
        if line.text:
            at = line.at or (cell.at if cell else None)
            yield Line(line.text, subject, line.label, line.above, unit, line.links, at=at)


def _blocks(cell: Cell | None) -> list[Block]:
    return [block for line in lines_of(cell.blocks if cell else ()) for block in line.blocks]


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in lines_of(cell.blocks) if line.text)


def _lone(kind: ChangeKind, subject: Subject, sheet: Grid, row: int, place: Place) -> Change:
    text = _row_text(sheet, row)
    is_new = kind is ChangeKind.ADDED
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),) if text else ()
    name = name_of(sheet.rows[row])
    return Change(
        kind,
        subject,
        place,
        name,
        "" if is_new else text,
        text if is_new else "",
        runs,
        at=_row_at(sheet.table.body[row]),
    )


def _lone_column(kind: ChangeKind, sheet: Grid, column: int, place: Place) -> Change:
    name = name_of(sheet.columns[column])
    cells = {id(row[column]): texts[column] for row, texts in zip(sheet.cells, sheet.texts, strict=True)}
    text, is_new = " | ".join((name, *cells.values())), kind is ChangeKind.ADDED
    runs = (Run(RunKind.INS if is_new else RunKind.DEL, text),)
    old, new = ("", text) if is_new else (text, "")
    return Change(kind, Subject.COLUMN, place, name, old, new, runs, at=sheet.table.at)


def _row_text(sheet: Grid, row: int) -> str:
    shown = dict.fromkeys(id(cell) for cell in sheet.cells[row] if cell is not None)
    texts = {id(cell): text for cell, text in zip(sheet.cells[row], sheet.texts[row], strict=True)}
    return " | ".join(texts[key] for key in shown)


def _row_at(row: Row) -> Span | None:
    return next((cell.at for cell in row.cells if cell.at is not None), None)


def _row_subject(sheet: Grid) -> Subject:
    return _ROW_SUBJECTS.get(sheet.table.style, Subject.ROW)


def _renamed(old: Path, new: Path) -> tuple[Path, Path] | None:
    """Give both paths down to the first name in which they differ; None where they agree."""
    ones, others = (["".join(name.split()) for name in path] for path in (old, new))
    if ones == others:
        return None
    if len(old) != len(new):
        return old, new
    depth = next(index for index, (one, other) in enumerate(zip(ones, others, strict=True)) if one != other) + 1
    return old[:depth], new[:depth]


def _places(names: tuple[str, str]) -> tuple[str, str, str] | None:
    """Give the name that two facilities share, and where each stands; None where their names differ."""
    one, other = (_FACILITY.fullmatch(name) for name in names)
    if not one or not other or one["name"] != other["name"]:
        return None
    return one["name"], one["place"] or "", other["place"] or ""


def _pieces(renamed: tuple[Path, Path]) -> tuple[str, str]:
    old, new = renamed
    return (old[-1], new[-1]) if len(old) == len(new) and old else (name_of(old), name_of(new))
