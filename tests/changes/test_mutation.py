"""Every figure and every line of the real reports, changed one at a time: each is told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from generator.changes.documents import compare_documents
from generator.changes.kinds import ChangeKind, folder_of
from generator.document import Cell, Document, Item, Paragraph, Table, Text
from tests.changes.reading import real_documents


def places(node: object, kind: type) -> Iterator[tuple[Any, ...]]:
    """Give the ways down to all nodes of a type: names of fields and positions."""
    if isinstance(node, kind):
        yield ()
    if isinstance(node, tuple):
        for index, member in enumerate(node):
            yield from ((index, *way) for way in places(member, kind))
    elif is_dataclass(node):
        for field in fields(node):
            # A budget stands beside its programme and in the topic that prints it: the topic's is compared.
            if field.name not in ("programme", "at"):
                yield from ((field.name, *way) for way in places(getattr(node, field.name), kind))


def node_at(node: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        node = node[step] if isinstance(node, tuple) else getattr(node, step)
    return node


def with_node(node: Any, way: tuple[Any, ...], made: Any) -> Any:
    if not way:
        return made
    step, rest = way[0], way[1:]
    if isinstance(node, tuple):
        return (*node[:step], with_node(node[step], rest, made), *node[step + 1 :])
    return replace(node, **{step: with_node(getattr(node, step), rest, made)})


@pytest.mark.parametrize("document", real_documents(), ids=folder_of)
def test_every_figure_in_a_table(document: Document) -> None:
    ways = [way for way in places(document.parts, Cell) if node_at(document.parts, way).value is not None]
    assert ways
    for way in ways[:: max(1, len(ways) // 40)]:
        cell = node_at(document.parts, way)
        value = cell.value + 12_345
        made = replace(cell, value=value, blocks=(Paragraph((Text(f"{value:,}"),)),))
        changed = replace(document, parts=with_node(document.parts, way, made))
        (change,) = compare_documents(document, changed).changes
        assert change.kind is ChangeKind.FIGURE
        (figure,) = change.figures
        assert (figure.old, figure.new) == (cell.value, value)
        assert figure.new - figure.old == Decimal(12_345)
        assert figure.derived == cell.computed


@pytest.mark.parametrize("document", real_documents(), ids=folder_of)
def test_every_marked_line(document: Document) -> None:
    ways = list(places(document.parts, Item))
    for way in ways[:: max(1, len(ways) // 40)]:
        item = node_at(document.parts, way)
        made = replace(item, content=(*item.content, Text(" 등으로 고침")))
        changed = replace(document, parts=with_node(document.parts, way, made))
        (change,) = compare_documents(document, changed).changes
        # A line that names a row renames it.
        assert change.kind in (ChangeKind.TEXT, ChangeKind.RENAMED)
        assert change.new == f"{change.old} 등으로 고침"


@pytest.mark.parametrize("document", real_documents(), ids=folder_of)
def test_every_table_in_another_order_of_rows(document: Document) -> None:
    for way in places(document.parts, Table):
        table = node_at(document.parts, way)
        cells = [cell for row in table.body for cell in row.cells]
        if any(cell.rowspan > 1 for cell in cells) or not all(row.cells and row.cells[0].scope for row in table.body):
            continue
        made = replace(table, body=table.body[::-1])
        changed = replace(document, parts=with_node(document.parts, way, made))
        assert compare_documents(document, changed).changes == ()
