"""Staffing tables: posts and staff by job group and grade."""

from __future__ import annotations

from collections.abc import Iterator

from generator.document import Cell, Table
from generator.document.geometry import Path, bare_name, grid, head_paths, row_paths
from generator.records.kinds import PersonnelCount
from generator.records.place import Place, basis_of, tables_in

_COUNTED = ("정원", "현원", "과부족", "결원", "휴직", "파견")
_NEEDED = frozenset({"정원", "현원"})
_GRADES = ("직급", "계급")


def personnel_of(place: Place) -> Iterator[PersonnelCount]:
    """Give the figures of the staffing tables that stand right in a division: those of 인력표, and any other table
    that counts both 정원 and 현원. Empty cells are no figures, a dash is zero."""
    document = place.document
    for table in tables_in(place.division.blocks):
        basis = basis_of(table, place)
        for row, group, grade, cell in _figures(table):
            if cell.value is not None:
                yield PersonnelCount(
                    source=place.source,
                    year=place.fiscal_year,
                    department=document.department_slug,
                    department_name=document.department,
                    institution=document.institution,
                    basis=basis,
                    row=row,
                    group=group,
                    grade=grade,
                    value=cell.value,
                    computed=cell.computed,
                )


def _figures(table: Table) -> Iterator[tuple[str, str, str, Cell]]:
    """Give what is counted, job group, grade and cell, whichever way the table lies."""
    heads, rows = head_paths(table), row_paths(table)
    across = {_counted(path) for path in heads} >= _NEEDED
    if not across and not {_counted(path) for path in rows} >= _NEEDED:
        return
    ranked = bool(heads) and bare_name("".join(heads[0][:1])) in _GRADES
    laid = grid(table.body, len(table.columns))
    lines = ((r, c) for c in range(len(heads)) for r in range(len(rows))) if across else None
    for r, c in lines or ((r, c) for r in range(len(rows)) for c in range(len(heads))):
        cell = laid[r][c]
        row = _counted(heads[c] if across else rows[r])
        if cell is not None and not cell.scope and cell.blocks and row:
            yield row, *_place_of(rows[r] if across else heads[c], ranked), cell


def _counted(path: Path) -> str:
    return next((name for text in path if (name := bare_name(text)) in _COUNTED), "")


def _place_of(path: Path, ranked: bool) -> tuple[str, str]:
    """Part names into job group and grade. Where the table ranks by 직급, what stands below a grade is its position
    (`3 급` `팀장`) and no grade of a group."""
    names = [text for text in path if text.strip() not in {"", "-", "–", "—"}]
    if ranked:
        return "", " ".join(names)
    return " ".join(names[:-1]), "".join(names[-1:])
