"""The Typst document of the benchmark says everything that the report says, whatever its blocks are."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

import pytest

from generator.document import (
    Block,
    Break,
    Budget,
    Cell,
    Column,
    Figure,
    Inline,
    Item,
    Link,
    Note,
    NoteRef,
    Operation,
    OrganizationChart,
    Outline,
    Paragraph,
    Process,
    Row,
    Step,
    Strong,
    Table,
    Text,
    Unit,
)
from generator.document.nodes import Amount, Rate
from tests.benchmarks.typst_writer import block, runs, typst_of
from tests.outputs.example import report, text, with_texts

WORD = text("낱말")
INLINES: dict[type, Inline] = {
    Text: Text("낱말"),
    Strong: Strong(WORD),
    Link: Link("https://example.org/", WORD),
    NoteRef: NoteRef("n1", 1, WORD),
    Break: Break(),
}
BLOCKS: dict[type, Block] = {
    Paragraph: Paragraph(WORD),
    Note: Note(WORD),
    Outline: Outline((Item(1, "○", text("위"), (Paragraph(WORD),)),)),
    Table: Table("표", (Column(), Column()), (), (Row((Cell((Paragraph(WORD),), colspan=2),)),)),
    OrganizationChart: OrganizationChart("조직도", Unit("과", units=(Unit("팀", duties=(WORD,)),))),
    Process: Process("절차", (Step(WORD, "3월", "구"),)),
    Operation: Operation("운영", Unit("센터", units=(Unit("낱말", "구"),))),
    Budget: Budget("예산", "천원", (Amount("낱말", Decimal(1), "1"),), Rate("집행률", Decimal(2), "2")),
    Figure: Figure("", "그림", WORD),
}


def strings_of(source: str) -> list[str]:
    return [json.loads(literal) for literal in re.findall(r'"(?:[^"\\]|\\.)*"', source)]


def test_every_kind_of_run_is_written() -> None:
    assert set(INLINES) == set(get_args(Inline))
    for kind, inline in INLINES.items():
        assert kind is Break or "낱말" in strings_of(runs((inline,)))


def test_every_kind_of_block_is_written() -> None:
    assert set(BLOCKS) == set(get_args(Block))
    for node in BLOCKS.values():
        assert "낱말" in strings_of(block(node))


def test_an_unknown_kind_is_refused() -> None:
    @dataclass(frozen=True)
    class Unknown:
        content: str = ""

    with pytest.raises(TypeError, match="Unknown"):
        block(Unknown())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Unknown"):
        runs((Unknown(),))  # type: ignore[arg-type]


def test_merged_cells_stand_at_their_places() -> None:
    head = Row((Cell((Paragraph(text("구분")),), rowspan=2, scope="col"), Cell((Paragraph(text("값")),), colspan=2)))
    below = Row((Cell((Paragraph(text("가")),)), Cell((Paragraph(text("나")),))))
    made = block(Table("표", (Column(), Column(), Column()), (head, below), ()))
    places = re.findall(r'x: (\d), y: (\d), rowspan: (\d), colspan: (\d).*?#"(.*?)"', made)
    assert places == [
        ("0", "0", "2", "1", "구분"),
        ("1", "0", "1", "2", "값"),
        ("1", "1", "1", "1", "가"),
        ("2", "1", "1", "1", "나"),
    ]


def test_no_character_of_a_report_is_markup() -> None:
    plain, nasty = (
        typst_of(with_texts(report(), lambda written: f"{written}.")),
        typst_of(with_texts(report(), lambda written: f'{written}"]#\\$*_\n')),
    )
    # What is left without the literals is the same.
    assert re.sub(r'"(?:[^"\\]|\\.)*"', "", nasty) == re.sub(r'"(?:[^"\\]|\\.)*"', "", plain)
    assert any(written.endswith('"]#\\$*_') for written in strings_of(nasty))
