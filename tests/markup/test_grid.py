"""A table alone, as the table block reads it, and what a grid becomes by default."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.document import Align, Column, RowRole, plain
from generator.markup import Footnotes, Grid, Marks, grid_table, read_grid, read_value, row_role
from tests.markup.drawing import draw_block
from tests.markup.texts import FileText

TABLE = "| 구분 | 계획 |\n|---|---:|\n| 상담 | 120 |\n"


def _read(text: str) -> tuple[Grid, list[tuple[str, int, int]]]:
    grid, findings = read_grid(FileText(text), Marks(), Footnotes().scope())
    return grid, [(finding.code, finding.at.line, finding.at.column) for finding in findings]


def test_cells_know_text_place_and_extent() -> None:
    grid, findings = _read("| 구인 | < | 구직 |\n| 업체 |  인원 | ^ |\n|---|---|---:|\n| **1** | a\\|b<br>c | 3 |")
    assert findings == []
    assert (len(grid.head), len(grid.body), grid.width, grid.aligns) == (2, 1, 3, (None, None, Align.END))
    seen = [(c.text, c.row, c.column, c.rowspan, c.colspan) for row in (*grid.head, *grid.body) for c in row]
    assert seen == [
        ("구인", 0, 0, 1, 2),
        ("구직", 0, 2, 2, 1),
        ("업체", 1, 0, 1, 1),
        ("인원", 1, 1, 1, 1),
        ("1", 2, 0, 1, 1),
        ("a|b c", 2, 1, 1, 1),
        ("3", 2, 2, 1, 1),
    ]
    at = grid.head[1][1].at
    assert at is not None and (at.line, at.column, at.end_column) == (2, 9, 11)


def test_unit_basis_and_remarks_beside_the_table_are_kept() -> None:
    grid, findings = _read(f"(단위: 천원)\n{TABLE}(2022. 8. 31.기준)\n※ 잠정 집계")
    assert (grid.unit, grid.basis, [plain(note.content) for note in grid.notes]) == (
        "단위: 천원",
        "2022. 8. 31.기준",
        ["잠정 집계"],
    )
    assert findings == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"앞 글\n\n{TABLE}", [("table-extra", 1, 1)]),
        (f"{TABLE}○ 항목", [("table-extra", 4, 1)]),
        (f"{TABLE}\n{TABLE}", [("table-extra", 5, 1)]),
        ("글뿐", [("table-extra", 1, 1), ("table-missing", 1, 1)]),
        ("", [("table-missing", 1, 1)]),
    ],
)
def test_other_text_has_no_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    grid, findings = _read(text)
    assert findings == expected
    is_missing = ("table-missing", 1, 1) in expected
    assert bool(grid.body) is not is_missing


def test_a_table_takes_what_the_block_gives_over_what_stands_beside_it() -> None:
    grid, _ = _read(f"(단위: 천원)\n{TABLE}※ 잠정")
    given = grid_table(grid, caption="계획", unit="단위: 명", basis="2022. 1. 1.기준", style="matrix")
    assert (given.caption, given.unit, given.basis, given.style) == ("계획", "단위: 명", "2022. 1. 1.기준", "matrix")
    kept = grid_table(grid, caption="")
    assert (kept.unit, kept.basis, kept.style, len(kept.notes)) == ("단위: 천원", "", "", 1)
    assert kept.columns == (Column(align=Align.CENTER), Column(align=Align.END, numeric=True))


def test_an_empty_grid_is_an_empty_table() -> None:
    assert list(draw_block(grid_table(Grid(), caption="제목"))) == ["▦ 제목  "]


def test_a_row_head_of_several_rows_names_a_group() -> None:
    grid, _ = _read("| 가 | 나 | 다 |\n|---|---|---|\n| 시설 | 청사 | 1 |\n| ^ | 별관 | 2 |\n| 소계 | < | 3 |")
    table = grid_table(grid, caption="")
    assert [[cell.scope for cell in row.cells] for row in table.body] == [
        ["rowgroup", "row", ""],
        ["row", ""],
        ["row", ""],
    ]
    assert [row.role for row in table.body] == [RowRole.PLAIN, RowRole.PLAIN, RowRole.SUBTOTAL]
    assert [cell.value for row in table.body for cell in row.cells] == [None, None, 1, None, 2, None, 3]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", "1234"), ("△44,879", "-44879"), ("82%", "82"), ("51.7", "51.7"), ("-", "0"), ("(x-) 3", "3")],
)
def test_numbers(text: str, value: str) -> None:
    assert read_value(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "1천원", "2017. 6.20", "59,419 (구비)", "1,24,000", "%", "3건"])
def test_no_numbers(text: str) -> None:
    assert read_value(text) is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("계", RowRole.TOTAL),
        ("총 합 계", RowRole.TOTAL),
        ("소 계", RowRole.SUBTOTAL),
        ("과부족", RowRole.DIFFERENCE),
        ("증(△)감", RowRole.DIFFERENCE),
        ("관계", RowRole.PLAIN),
        ("", RowRole.PLAIN),
    ],
)
def test_row_roles(name: str, role: RowRole) -> None:
    assert row_role(name) is role
