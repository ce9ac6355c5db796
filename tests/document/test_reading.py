"""Reading a composed report: every node of it, and footnotes, wherever they are called."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from generator.diagnostics import Span
from generator.document import (
    Block,
    Cell,
    Inlines,
    Item,
    Note,
    NoteRef,
    OrganizationChart,
    Outline,
    Paragraph,
    Row,
    Strong,
    Text,
    Unit,
    footnotes,
    walk_nodes,
)
from tests.outputs.example import budget, programme, report, table, text, topic

NOTE = NoteRef("n1", 1, (Text("뜻"),))
CALL: Inlines = (Text("말"), NOTE)

BLOCKS: dict[str, Block] = {
    "paragraph": Paragraph(CALL),
    "strong": Paragraph((Strong(CALL),)),
    "item": Outline((Item(1, "○", CALL, (), "말", CALL),)),
    "below an item": Outline((Item(1, "○", text("위"), (Note(CALL),)),)),
    "cell": dataclasses.replace(table("가|나"), body=(Row((Cell((Paragraph(CALL),)),)),)),
    "note of a table": table("가|나", notes=(Note(CALL),)),
    "note of a budget": dataclasses.replace(budget("1", "1", "100"), notes=(Note(CALL),)),
    "duty in a chart": OrganizationChart("조직도", Unit("과", units=(Unit("팀", duties=(CALL,)),))),
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_footnote_is_found_once_wherever_it_is_called(block: Block) -> None:
    assert footnotes(programme("1", "p", text("사업"), topic("p-1", "내용", block, Paragraph(CALL)))) == (NOTE,)


def test_footnotes_come_in_printed_order() -> None:
    notes = [NoteRef(f"n{count}", count, ()) for count in range(1, 5)]
    title, purpose, body, value = [(note,) for note in notes]
    below = dataclasses.replace(topic("p-1", "내용", Paragraph(body)), value=())
    last = dataclasses.replace(topic("p-2", "소요예산"), value=value)
    made = programme("1", "p", title, below, last)
    assert made.programme
    made = dataclasses.replace(made, programme=dataclasses.replace(made.programme, purpose=purpose))
    assert footnotes(made) == tuple(notes)


def test_the_budget_beside_a_programme_is_met_where_it_is_printed() -> None:
    money = dataclasses.replace(budget("1", "1", "100"), notes=(Note((NoteRef("n2", 2, ()),)),))
    made = programme("1", "p", text("사업"), topic("p-1", "내용", Paragraph(CALL)), money=money)
    assert [note.number for note in footnotes(made)] == [1, 2]


def every_node(one: object) -> Iterator[object]:
    """Look into every field, whatever its type says."""
    if isinstance(one, tuple):
        for part in one:
            yield from every_node(part)
    elif dataclasses.is_dataclass(one) and not isinstance(one, Span):
        yield one
        for field in dataclasses.fields(one):
            yield from every_node(getattr(one, field.name))


def test_a_walk_meets_every_node_parents_first() -> None:
    parts = (*report().parts, programme("1", "p", text("사업"), topic("p-1", "내용", *BLOCKS.values())))
    walked, every = list(walk_nodes(parts)), list(every_node(parts))
    assert len(walked) == len(every) > 100
    assert all(one is other for one, other in zip(walked, every, strict=True))
