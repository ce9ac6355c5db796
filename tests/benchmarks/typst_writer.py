"""A report as a Typst document, for the benchmark of printing: what our layout says, as somebody who chose Typst would
set it. Headings, contents with page numbers, outlines with hanging indents, tables with merged cells and repeated
heads, budgets, charts and footnotes are there, in the same typefaces; nothing is fitted to its page.

Texts are written as string literals, so that no character of a report can be taken for markup.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from generator.document import (
    Block,
    Break,
    Budget,
    Cell,
    Division,
    Document,
    Figure,
    Inline,
    Inlines,
    Item,
    Link,
    Note,
    NoteRef,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Role,
    Row,
    RowRole,
    Step,
    Strong,
    Table,
    Text,
    Unit,
    programmes,
)
from generator.document.geometry import grid

_PROLOGUE = """\
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 22mm), numbering: none)
#set text(font: ("NanumMyeongjo", "NanumGothic"), size: 13pt, lang: "ko")
#set par(leading: .75em, spacing: .9em, justify: true)
#set footnote(numbering: "1)")
#set table(inset: 4pt, stroke: .5pt)
#set strong(delta: 300)
#show heading: set text(font: "NanumSquare", weight: "bold")
#show heading.where(level: 1): it => block(width: 100%, fill: luma(225), inset: 10pt, text(20pt, it.body))
#show heading.where(level: 2): it => block(width: 100%, stroke: (bottom: 1pt), inset: 5pt, text(16pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, text(14pt, it.body))
#show table: set text(font: "NanumGothic", size: 10pt)
#show table: set par(leading: .5em, spacing: .5em, justify: false)
#let item(mark, body, ..below) = pad(left: .9em, grid(columns: (1.2em, 1fr), row-gutter: .8em, mark, body, ..below))
#let unit(name, duties, below) = align(center, stack(spacing: 8pt, box(stroke: .8pt, inset: 6pt, name), duties, below))
"""
_NUMBERED = """\
#set page(numbering: "- 1 -", number-align: center + bottom)
#counter(page).update(1)
"""
_FIRST_LEVEL = {Role.PART: 1, Role.SECTION: 2, Role.PROGRAMME: 2, Role.TOPIC: 3}


def typst_of(document: Document) -> str:
    """Give a report as Typst source. Raises TypeError for a kind of node that it cannot write."""
    known = {division.id for division in programmes(document)}
    cover = document.cover
    lines = (cover.subtitle, cover.title, cover.date, cover.organization)
    front = "\n".join(
        f"#block(text({size}pt)[{_text(line)}])" for line, size in zip(lines, (18, 30, 18, 22), strict=True) if line
    )
    parts = "\n".join(piece for part in document.parts for piece in _division(part, known))
    cover_page = f"#align(center + horizon)[{front}]\n#pagebreak()\n"
    return f"#set document(title: {_literal(document.title)})\n{_PROLOGUE}{cover_page}{_NUMBERED}{parts}\n"


def runs(inlines: Inlines) -> str:
    """Give text runs as Typst markup."""
    return "".join(map(_inline, inlines))


def block(node: Block) -> str:
    """Give a block as Typst markup."""
    for kind, write in _BLOCKS.items():
        if isinstance(node, kind):
            return write(node)
    raise TypeError(f"no Typst for {type(node).__name__}")


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _text(text)
        case Strong(children):
            return f"#strong[{runs(children)}];"
        case Link(href, children):
            return f"#link({_literal(href)})[{runs(children)}];"
        case NoteRef(content=content):
            return f"#footnote[{runs(content)}];"
        case Break():
            return "#linebreak();"
        case _:
            raise TypeError(f"no Typst for {type(inline).__name__}")


def _literal(text: str) -> str:
    # Without control signs JSON escapes nothing but quotes and backslashes, and those as Typst does.
    return json.dumps("".join(c for c in text if c >= " "), ensure_ascii=False)


def _text(text: str) -> str:
    return f"#{_literal(text)};" if text else ""


def _lines(contents: Iterable[Inlines]) -> str:
    return "#linebreak();".join(map(runs, contents))


def _division(division: Division, known: set[str]) -> Iterator[str]:
    if division.starts_page or division.role in (Role.PART, Role.PROGRAMME):
        yield "#pagebreak(weak: true)"
    yield f"#heading(level: {_FIRST_LEVEL[division.role]})[{_title(division)}] #label({_literal(f'd-{division.id}')})"
    programme = division.programme
    if programme and programme.team:
        yield f"#align(right)[{_text(programme.team)}]"
    if programme and programme.purpose:
        yield f"#block(width: 100%, stroke: 1pt, inset: 8pt)[{runs(programme.purpose)}]"
    if division.contents:
        yield _contents(division, known)
    yield from map(block, division.blocks)
    for child in division.children:
        yield from _division(child, known)


def _title(division: Division) -> str:
    value = f"{_text(': ')}{runs(division.value)}" if division.value else ""
    suffix = division.suffix if division.suffix.startswith("(") or not division.suffix else f"({division.suffix})"
    number = _text(f"{division.number} ") if division.number else ""
    return number + runs(division.title) + value + (_text(f" {suffix}") if suffix else "")


def _contents(division: Division, known: set[str]) -> str:
    rows = []
    for below in _programmes(division):
        if below.id in known:
            place = f"label({_literal(f'd-{below.id}')})"
            page = f"#context counter(page).at({place}).first()"
            number, title = _text(below.number), "".join(_inline(i) for i in below.title if not isinstance(i, NoteRef))
            rows.append(f"[{number}], [#link({place})[{title}]#box(width: 1fr, repeat[.])], [{page}],")
    head = "".join(f"[{_text(name)}]," for name in ("연번", "사업명", "쪽"))
    return f"#table(columns: (3em, 1fr, 3em), table.header({head}), {''.join(rows)})"


def _programmes(division: Division) -> Iterator[Division]:
    for child in division.children:
        if child.role is Role.PROGRAMME:
            yield child
        yield from _programmes(child)


def _note(note: Note) -> str:
    return f"#text(11pt)[{_text(f'{note.mark} ')}{runs(note.content)}]\n"


def _outline(outline: Outline) -> str:
    return "\n".join(f"#{_item(item)}" for item in outline.items)


def _item(item: Item) -> str:
    below = f", [], [{chr(10).join(map(block, item.children))}]" if item.children else ""
    return f"item([{_text(item.mark)}], [{runs(item.content)}]{below})"


def _table(table: Table) -> str:
    above = " ".join(
        f"({text})" for text in (table.unit and f"단위: {table.unit.removeprefix('단위: ')}", table.basis) if text
    )
    widths = ", ".join(f"{column.width}fr" if column.width else "auto" for column in table.columns)
    head = "".join(_rows(table.head, len(table.columns), 0))
    body = "".join(_rows(table.body, len(table.columns), len(table.head)))
    header = f"table.header({head})," if head else ""
    caption = f"{_text(table.caption)}\n" if table.printed_caption and table.caption else ""
    unit = f"#align(right)[#text(10pt)[{_text(above)}]]\n" if above else ""
    notes = "".join(map(_note, table.notes))
    return f"{caption}{unit}#table(columns: ({widths},), {header}{body})\n{notes}"


def _rows(rows: tuple[Row, ...], width: int, top: int) -> Iterator[str]:
    seen: set[int] = set()
    for y, (row, laid) in enumerate(zip(rows, grid(rows, width), strict=True)):
        for x, cell in enumerate(laid):
            if cell is not None and id(cell) not in seen:
                seen.add(id(cell))
                yield _cell(cell, x, y + top, min(cell.rowspan, len(rows) - y), min(cell.colspan, width - x), row.role)


def _cell(cell: Cell, x: int, y: int, high: int, wide: int, role: RowRole) -> str:
    fill = ", fill: luma(235)" if cell.scope or role is not RowRole.PLAIN else ""
    inner = _lines(cell.lines) if cell.lines else "\n".join(map(block, cell.blocks))
    spans = f"x: {x}, y: {y}, rowspan: {high}, colspan: {wide}"
    return f"table.cell({spans}, align: {cell.align.value} + horizon{fill})[{inner}],\n"


def _chart(chart: OrganizationChart) -> str:
    return f"#{_unit(chart.root)}"


def _unit(unit: Unit) -> str:
    name = _text(unit.name) + (f"#linebreak();{_text(unit.note)}" if unit.note else "")
    duties = f"text(10pt)[{_lines(unit.duties)}]" if unit.duties else "[]"
    below = ", ".join(map(_unit, unit.units))
    columns = f"grid(columns: (1fr,) * {len(unit.units)}, column-gutter: 6pt, {below})" if unit.units else "[]"
    return f"unit([{name}], {duties}, {columns})"


def _process(process: Process) -> str:
    caption = f"{_text(process.caption)}\n" if process.printed_caption else ""
    cells = ", ".join(f"[{_step(step)}]" for step in process.steps)
    return f"{caption}#table(columns: (1fr,) * {max(len(process.steps), 1)}, {cells})"


def _step(step: Step) -> str:
    return "#linebreak();".join(filter(None, (runs(step.content), _text(step.time), _text(step.actor))))


def _operation(operation: Operation) -> str:
    base = f"\n#{_unit(operation.base)}" if operation.base else ""
    return f"#{_unit(operation.centre)}{base}"


def _budget(budget: Budget) -> str:
    notes = "".join(map(_note, budget.notes))
    if budget.form == "line":
        return f"{_text(budget.line)}\n{notes}"
    names = [amount.label for amount in budget.amounts] + ([budget.rate.label] if budget.rate else [])
    figures = [f"{_text(amount.text)}#linebreak();{_text(amount.funding)}" for amount in budget.amounts]
    figures += [_text(budget.rate.text)] if budget.rate else []
    cells = ", ".join([f"[{_text(name)}]" for name in names] + [f"[{figure}]" for figure in figures])
    return f"#table(columns: (1fr,) * {len(names)}, align: center, {cells})\n{notes}"


def _figure(figure: Figure) -> str:
    return f"#align(center)[{runs(figure.caption)}]"


_BLOCKS: dict[type, Callable[..., str]] = {
    Paragraph: lambda paragraph: f"{runs(paragraph.content)}\n",
    Note: _note,
    Outline: _outline,
    Table: _table,
    OrganizationChart: _chart,
    Process: _process,
    Operation: _operation,
    Budget: _budget,
    Figure: _figure,
}
