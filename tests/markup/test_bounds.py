"""Bounds hold, and no text makes the reader slow."""

from __future__ import annotations

import pytest

from generator.document import Table, block_text
from generator.markup import Footnotes, Marks, Prose, read_prose
from generator.markup.grid import MAX_COLUMNS, MAX_ROWS
from generator.markup.passage import MAX_TEXT
from tests.effort import calls_of
from tests.markup.texts import FileText


def _read(text: str) -> tuple[Prose, list[str]]:
    prose, findings = read_prose(FileText(text), Marks(), Footnotes().scope())
    return prose, [finding.code for finding in findings]


def test_the_longest_text_and_one_character_more() -> None:
    prose, codes = _read("가" * MAX_TEXT)
    assert (len(block_text(prose.blocks[0])), codes) == (MAX_TEXT, [])
    prose, codes = _read("가" * (MAX_TEXT + 1))
    assert (len(block_text(prose.blocks[0])), codes) == (MAX_TEXT, ["text-too-long"])


def test_the_longest_table_and_one_row_more() -> None:
    for extra, expected in ((0, []), (1, ["table-too-large"])):
        prose, codes = _read("| 가 | 나 |\n|---|---|\n" + "| 1 | 2 |\n" * (MAX_ROWS - 1 + extra))
        (table,) = prose.blocks
        assert isinstance(table, Table)
        assert (len(table.body), codes) == (MAX_ROWS - 1, expected)


def test_the_widest_table_and_one_column_more() -> None:
    for extra, expected in ((0, []), (1, ["table-too-large"] * 3)):
        width = MAX_COLUMNS + extra
        prose, codes = _read("\n".join(["|가" * width + "|", "|---" * width + "|", "|1" * width + "|"]))
        (table,) = prose.blocks
        assert isinstance(table, Table)
        assert (len(table.columns), codes.count("table-too-large")) == (MAX_COLUMNS, len(expected[:2]))


@pytest.mark.parametrize(
    "piece",
    [
        "**가 ",
        "**가**",
        "[",
        "[가](",
        "[가](나",
        "[^",
        "![",
        "\\",
        "|",
        "가|나\n",
        "|가\n",
        "|---|\n",
        "|가|나|\n가|나\n",
        "| 가 | 나 |\n",
        "○ 가\n- 나\n· 다\n",
        "|---|\n| 가 |\n\n(단위: 명)\n",
        "(단위: 명)\n",
        "- 가\n",
        "- 가(\n",
        "·가(\n",
        ":\n\n",
        "가(",
        "○\n",
        "[^가]: 나\n",
        "① ",
        "① 가\n",
        "| < | ^ |\n",
        "⏎",
    ],
)
def test_no_piece_of_syntax_repeated_is_slow(piece: str) -> None:
    short, long = (
        calls_of(lambda size=size: _read(piece * (size // len(piece)) + "\n○ **끝**")) for size in (5_000, 20_000)
    )
    assert long < 6 * short + 2000, "the work must grow with the length, not with its square"
