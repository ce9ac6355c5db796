"""Computed cells: what formulas fill, what they compare, and that no formula breaks anything."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import Formula, Table, cell_text
from generator.markup import Footnotes, Marks, grid_table, read_grid
from generator.sheet import examine, fill, head_formulas, relations
from tests.blocks.reading import draw_table
from tests.cases import Case, cases
from tests.markup.texts import FileText


def read_table(text: str, heads: int | None = None) -> Table:
    grid, found = read_grid(FileText(text), Marks(), Footnotes().scope())
    assert not [item for item in found if item.code != "table-delimiter"]
    return grid_table(grid, caption="현황", heads=heads)


def read_formulas(text: str) -> tuple[Formula, ...]:
    lines = (line.split(":", 1) for line in text.splitlines() if line.strip())
    return tuple(Formula(name.strip("+ "), rule.strip(), adds_row=name.startswith("+")) for name, rule in lines)


def blocks_of(case: Case) -> dict[str, str]:
    return {block.language: block.text for block in case.blocks}


@pytest.mark.parametrize("case", cases("blocks/sheet"))
def test_filled_and_compared(case: Case) -> None:
    parts = blocks_of(case)
    heads = int(parts["heads"]) if "heads" in parts else None
    table = read_table(parts["table"], heads)
    formulas = (*read_formulas(parts.get("formulas", "")), *head_formulas(table))
    troubles = [trouble.message for formula in formulas if (trouble := examine(table, formula))]
    assert not troubles
    filled = fill(table, formulas, int(parts.get("decimals", "1")))
    if "filled" in parts:
        assert "".join(draw_table(filled).splitlines(keepends=True)[len(table.head) :]) == parts["filled"]
    if "broken" in parts:
        found = relations(filled, filled.formulas)
        assert len(found) > 0
        broken = [f"{r.label}: {r.written} ≠ {r.computed} = {r.operands}" for r in found if r.written != r.computed]
        assert broken == parts["broken"].splitlines()


SOUND = "| 구분 | 계 | 가 | 나 |\n|---|---|---|---|\n| 정원 | | 1 | 4 |\n| 현원 | | 2 | 3 |\n"


def test_filling_twice_changes_nothing() -> None:
    formulas = read_formulas("계: 합계\n+과부족: 현원-정원")
    once = fill(read_table(SOUND), formulas)
    assert fill(once, formulas) == once
    assert [cell_text(row.cells[0]) for row in once.body] == ["정원", "현원", "과부족"]


def test_computed_cells_are_not_compared_and_written_ones_know_their_place() -> None:
    table = read_table(SOUND.replace("| 정원 | |", "| 정원 | 6 |"))
    filled = fill(table, read_formulas("계: 합계"))
    (found,) = relations(filled, filled.formulas)
    assert (found.label, found.written, found.computed) == ("'정원'의 계", 6, 5)
    assert found.formula == "계 = 합계" and found.operands == "가 1 + 나 4"
    assert found.at is not None and (found.at.line, found.at.column) == (3, 8)


def test_a_formula_that_cannot_be_computed_changes_nothing() -> None:
    table = read_table(SOUND)
    formulas = read_formulas("계: 없음+가\n합: 가+나\n가: (\n+기타: 없는행-정원")
    filled = fill(table, formulas)
    assert filled.body == table.body and filled.formulas == ()
    assert all(examine(table, formula) for formula in formulas)


def test_the_nearest_name_is_offered_with_the_place() -> None:
    trouble = examine(read_table(SOUND), Formula("계", "정웓+현원"))
    assert trouble is not None and "정웓" in trouble.message and (trouble.start, trouble.end) == (0, 2)
    assert "'가'" in trouble.hint
    rows = read_table(SOUND.replace("| 정원 |", "| 과부족 |"))
    trouble = examine(rows, Formula("과부족", "현웓-정원"))
    assert trouble is not None and "'현원'을 쓰려던 것입니까?" in trouble.hint


ALPHABET = "가나계합-+*/()0123456789.,%A '△=①|\n"


@given(st.text(ALPHABET, max_size=30), st.text(ALPHABET, max_size=12))
def test_no_formula_raises(expression: str, target: str) -> None:
    table = read_table(SOUND)
    for name in (target, "계", "정원"):
        formula = Formula(name, expression, adds_row=True)
        examine(table, formula)
        filled = fill(table, (formula,))
        relations(filled, (formula,))
        written = [cell for row in table.body for cell in row.cells if cell_text(cell)]
        kept = [cell for row in filled.body for cell in row.cells if cell_text(cell) and not cell.computed]
        assert kept == written


@given(st.lists(st.lists(st.integers(-(10**9), 10**9), min_size=3, max_size=3), min_size=1, max_size=8))
def test_totals_by_rows_and_by_columns_agree(figures: list[list[int]]) -> None:
    rows = "".join(f"| 행{i} | | {' | '.join(map(str, line))} |\n" for i, line in enumerate(figures))
    table = read_table(f"| 구분 | 계 | 가 | 나 | 다 |\n|---|---|---|---|---|\n{rows}")
    filled = fill(table, (Formula("계", "합계"), Formula("총계", "합계", adds_row=True)))
    assert filled.body[0].cells[1].value == sum(map(sum, figures))


def test_a_large_table_is_computed_in_time() -> None:
    rows = "".join(f"| 사업{i} | {i} | {i * 2} | | |\n" for i in range(1, 450))
    table = read_table(f"| 사업명 | 예산액 | 집행액 | 잔액 | 집행률 |\n|---|---|---|---|---|\n{rows}")
    formulas = read_formulas("+계: 합계\n잔액: 예산액-집행액\n집행률: 집행액/예산액")
    filled = fill(table, formulas)
    assert len(relations(filled, filled.formulas)) == 0
    assert [cell_text(cell) for cell in filled.body[0].cells] == ["계", "101,025", "202,050", "△101,025", "200.0"]
    whole = replace(filled, body=tuple(_as_written(row) for row in filled.body))
    assert all(found.written == found.computed for found in relations(whole, filled.formulas))


def _as_written(row: object) -> object:
    cells = tuple(replace(cell, computed=False) for cell in row.cells)  # type: ignore[attr-defined]
    return replace(row, cells=cells)  # type: ignore[type-var]
