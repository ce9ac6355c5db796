"""Kinds of report. To add one, write its module and add it to the list."""

from __future__ import annotations

from generator.kinds import agency, budget_sheet, plan, results
from generator.kinds.kind import Kind, number

KINDS: dict[str, Kind] = {kind.name: kind for kind in (plan.KIND, results.KIND, agency.KIND, budget_sheet.KIND)}
"""All kinds by the name that staff write."""

__all__ = ["KINDS", "Kind", "number"]
