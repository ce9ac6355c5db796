"""report.json: a report as data, for those who compute with it.

Everything is taken from the composed document, so the data says what the pages say. Figures that stand in a cell or a
budget are strings of plain digits in `value` (a JSON number would lose trailing zeros and large amounts), beside the
printed `text`. Keys are English; their meaning is written at the types in `generator.document`.
"""

from __future__ import annotations

import json
from decimal import Decimal

from generator.document import (
    Amount,
    Block,
    Budget,
    Cell,
    Division,
    Document,
    Figure,
    Item,
    Note,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Row,
    Table,
    Unit,
    cell_text,
    footnotes,
    plain,
)

FORMAT = 1
"""Version of the shape; it grows when a key changes its meaning or goes away."""


def render_json(document: Document) -> str:
    """Give a document as JSON text, keys in a fixed order, Hangul as it is."""
    return json.dumps(report_data(document), ensure_ascii=False, indent=1) + "\n"


def report_data(document: Document) -> dict[str, object]:
    """Give a document as plain data."""
    return {
        "format": FORMAT,
        "title": document.title,
        "year": document.year,
        "slug": document.slug,
        "kind": document.kind,
        "institution": document.institution,
        "department": {"id": document.department_slug, "name": document.department},
        "basis_date": document.basis,
        "origin": document.origin,
        "parts": [_division(part) for part in document.parts],
    }


def _division(division: Division) -> dict[str, object]:
    made: dict[str, object] = {
        "role": division.role.value,
        "id": division.id,
        "number": division.number,
        "title": plain(division.title),
    }
    if division.value:
        made["value"] = plain(division.value)
    if division.programme:
        facts = division.programme
        made |= {"team": facts.team, "purpose": plain(facts.purpose)}
        made["budget"] = _budget(facts.budget) if facts.budget else None
        made["footnotes"] = [{"number": note.number, "text": plain(note.content)} for note in footnotes(division)]
    made["blocks"] = [_block(block) for block in division.blocks]
    made["divisions"] = [_division(child) for child in division.children]
    return made


def _block(block: Block) -> dict[str, object]:
    match block:
        case Paragraph(content):
            return {"type": "paragraph", "text": plain(content)}
        case Note(content):
            return {"type": "note", "text": plain(content)}
        case Outline(items):
            return {"type": "outline", "items": [_item(item) for item in items]}
        case Table():
            return _table(block)
        case OrganizationChart(caption, root):
            return {"type": "organization", "caption": caption, "unit": _unit(root)}
        case Process(caption, steps):
            listed = [{"text": plain(step.content), "time": step.time, "actor": step.actor} for step in steps]
            return {"type": "process", "caption": caption, "steps": listed}
        case Operation(caption, centre, base):
            shared = _unit(base) if base else None
            return {"type": "operation", "caption": caption, "unit": _unit(centre), "shared": shared}
        case Budget():
            return {"type": "budget"} | _budget(block)
        case Figure(source, alternative, caption):
            return {"type": "figure", "source": source, "alternative": alternative, "caption": plain(caption)}


def _item(item: Item) -> dict[str, object]:
    made: dict[str, object] = {"level": item.level, "text": plain(item.content)}
    if item.label:
        made |= {"label": item.label, "value": plain(item.value)}
    if item.children:
        made["blocks"] = [_block(child) for child in item.children]
    return made


def _table(table: Table) -> dict[str, object]:
    return {
        "type": "table",
        "caption": table.caption,
        "unit": table.unit,
        "basis": table.basis,
        "head": [_row(row) for row in table.head],
        "body": [_row(row) for row in table.body],
        "notes": [plain(note.content) for note in table.notes],
    }


def _row(row: Row) -> dict[str, object]:
    return {"role": row.role.value, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> dict[str, object]:
    made: dict[str, object] = {"text": cell_text(cell)}
    if cell.scope:
        made["scope"] = cell.scope
    if cell.value is not None:
        made["value"] = _digits(cell.value)
    if cell.computed:
        made["computed"] = True
    if cell.colspan > 1:
        made["colspan"] = cell.colspan
    if cell.rowspan > 1:
        made["rowspan"] = cell.rowspan
    return made


def _unit(unit: Unit) -> dict[str, object]:
    return {
        "name": unit.name,
        "note": unit.note,
        "duties": [plain(duty) for duty in unit.duties],
        "units": [_unit(below) for below in unit.units],
    }


def _budget(budget: Budget) -> dict[str, object]:
    made: dict[str, object] = {"unit": budget.unit, "amounts": [_amount(amount) for amount in budget.amounts]}
    if budget.rate:
        made["rate"] = {"value": _digits(budget.rate.value), "text": budget.rate.text, "computed": budget.rate.computed}
    if budget.notes:
        made["notes"] = [plain(note.content) for note in budget.notes]
    return made


def _amount(amount: Amount) -> dict[str, object]:
    return {
        "label": amount.label,
        "value": _digits(amount.value),
        "text": amount.text,
        "funding": [{"source": s.source, "value": _digits(s.value), "text": s.text} for s in amount.shares],
    }


def _digits(value: Decimal) -> str:
    return format(value, "f")
