"""The finance page: budgets, execution rates and funding sources of all reports."""

from __future__ import annotations

from generator.outputs.artifacts import Page
from generator.outputs.finance.cells import basis_text
from generator.outputs.finance.finance import PATH, finance_of, span_name
from generator.outputs.web.rendering import render_body
from generator.outputs.web.shelf import Shelf
from generator.records.kinds import Records


def finance_page(records: Records, shelf: Shelf) -> Page:
    """Make the finance page. Departments stand in the shelf's order; where no report tells an amount, the page says
    so."""
    finance = finance_of(records, [department.slug for department in shelf.departments])
    body = render_body("finance", root="../", finance=finance, span_name=span_name, basis_text=basis_text)
    return Page(PATH, "finance", "재정", body, finance.answer or "보고서에 적힌 예산과 집행, 재원")
